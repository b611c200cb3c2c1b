"""How numbers are written, by GB/T 15835, and what is said twice about them."""
