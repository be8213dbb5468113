"""How fast the product is, beside Hugo and Eleventy doing equal work. README.md says how to read and repeat it."""
