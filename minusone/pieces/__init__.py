"""What several pages show of the same things: frozen views of records, which know of no page."""
