"""Chinese as text: sentences, numerals, segmentation."""
