"""How far a piece of work is: told by who does it, shown by who watches."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of a piece of work: its name, how many items are done, of how many: 0 as long as nobody knows."""


def quietly(name: str, done: int, total: int) -> None:
    """Nobody is watching."""
