"""How to check a published site: what its public log is, what may not change in silence, and the commands for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.correction import Correction
from minusone.pages.context import Frame, Page
from minusone.pieces.links import TRUST
from minusone.pieces.rows import Item, items, newest_first
from minusone.site import Site


@dataclass(frozen=True)
class Trust:
    """How many records have a history, how many versions in all, how many of them were erased; all corrections."""

    records: int
    versions: int
    erased: int
    corrections: tuple[Item, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    """Nothing in a preview."""
    if not site.histories:
        return
    every = [version for history in site.histories.values() for version in history]
    erased = sum(version.said is None for version in every)
    corrections = items(site, newest_first(site.all(Correction)))
    context = Trust(len(site.histories), len(every), erased, corrections)
    yield Page(TRUST.address, "trust.html", frame, TRUST.title, context)
