"""The page at the address of what was published and is no more: that it was there, from when to when, why it is gone.

A report that makes itself goes with what it was about, or gives way to one that the office wrote: then its page leads
on to that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds import KINDS
from minusone.kinds.correction import FIGURES
from minusone.kinds.report import Report
from minusone.layout import address
from minusone.pages.context import Frame, Page
from minusone.pages.short import Short
from minusone.pieces.links import Link, trail
from minusone.pieces.published import Correcting, VersionView, called, corrections, gone, published
from minusone.pieces.settled import made_itself_at, reports
from minusone.schema import Ref
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
        way = trail(KINDS[ref.kind]) if site.all(KINDS[ref.kind]) else ()
        yield _page(site, frame, ref, KINDS[ref.kind].label, address(ref), way)
    taken = {link.address for link in reports(site).values()} | {address(one.ref) for one in site.all(Report)}
    for ref in sorted(site.histories):
        if ref.kind == FIGURES and (at := made_itself_at(ref)) not in taken:
            if to := reports(site).get(ref):
                yield Page(at, "short.html", frame, to.title, Short(to), unlisted=True)
            else:
                yield _page(site, frame, ref, Report.label, at, trail(Report) if reports(site) else ())


def _page(site: Site, frame: Frame, ref: Ref, kind: Bilingual, at: str, way: tuple[Link, ...]) -> Page:
    (history,) = published(site, ref)
    context = Gone(kind, ref.id, history.versions, corrections(site, ref))
    return Page(at, "gone.html", frame, called(ref), context, trail=way, unlisted=True)
