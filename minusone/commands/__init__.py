"""The commands, each with its options: what is asked of the package, and what is said of it on a terminal.

What only one command needs is imported inside it, so that `--help` answers at once.
"""
