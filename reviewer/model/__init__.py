"""Values that the whole program speaks in; nothing here computes or reads anything."""
