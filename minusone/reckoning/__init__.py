"""What follows from records: pure functions from what was written down to where things stand on a day."""
