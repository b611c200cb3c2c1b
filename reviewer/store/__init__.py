"""What is kept between two sessions: JSON files in a folder that the caller names, versioned, written atomically."""
