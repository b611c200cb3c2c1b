"""Wrong characters that their surroundings give away."""
