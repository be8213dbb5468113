"""The site over time: how it stood on a day, what happened in a period, how that changed the ledger."""
