"""The page at the address of a record that was removed: that it was there, from when to when, and why it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds import KINDS
from minusone.layout import address
from minusone.pages.context import Frame, Page
from minusone.pieces.links import trail
from minusone.pieces.published import Correcting, VersionView, called, corrections, gone, published
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Gone:
    """No word of what it said is left; its versions say only when they were published."""

    kind: Bilingual
    id: str
    versions: tuple[VersionView, ...]
    corrections: tuple[Correcting, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for ref in gone(site):
        kind = KINDS[ref.kind]
        (history,) = published(site, ref)
        context = Gone(kind.label, ref.id, history.versions, corrections(site, ref))
        way = trail(kind) if site.all(kind) else ()
        yield Page(address(ref), "gone.html", frame, called(ref), context, trail=way, unlisted=True)
