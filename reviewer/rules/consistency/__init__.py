"""One thing written two ways, or the same words twice, in one document."""
