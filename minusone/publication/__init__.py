"""What was published before, what is published now, and what may not have become of the one in silence."""
