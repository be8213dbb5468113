"""Geometry that templates draw as SVG: places and lengths in whole units, and nothing of what is drawn."""
