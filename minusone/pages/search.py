"""The search: words and filters that stand in its address, and the lists that need neither script nor index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Visit
from minusone.pages import ledger, lists
from minusone.pages.context import Frame, Page
from minusone.pages.filters import Filters, filtered
from minusone.pieces.facets import FACETS, occurring
from minusone.pieces.links import SEARCH
from minusone.policy import SEARCHING, STRICT
from minusone.site import Site
from minusone.words import Bilingual, Words


@dataclass(frozen=True)
class Question:
    """A facet with the values that anything has."""

    name: str
    label: Bilingual
    options: tuple[tuple[str, Words | Bilingual], ...]


@dataclass(frozen=True)
class Search:
    questions: tuple[Question, ...]
    filters: tuple[Filters, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    context = Search(tuple(_questions(site)), tuple(_filters(site)))
    policy = SEARCHING if frame.extras.search else STRICT
    yield Page(SEARCH.address, "search.html", frame, SEARCH.title, context, policy=policy)


def _questions(site: Site) -> Iterator[Question]:
    for facet in FACETS:
        names, found = dict(facet.values(site)), occurring(site, facet, site.records.values())
        if found:
            yield Question(facet.name, facet.label, tuple((value, names[value]) for value in found))


def _filters(site: Site) -> Iterator[Filters]:
    """Those of every list that has any, as on the lists themselves."""
    for kind, facets in ((Rectification, ledger.FACETS), (Activity, lists.FACETS), (Visit, lists.FACETS)):
        found, _ = filtered(site, kind, site.all(kind), facets)
        if found.each:
            yield found
