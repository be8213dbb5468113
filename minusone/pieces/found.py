"""What the search finds a page by, and what it says of it in its list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minusone.kinds.correction import Correction
from minusone.kinds.page import Page as TextPage
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.kinds.team import Team
from minusone.periods import Period
from minusone.pieces.facets import FACETS
from minusone.pieces.links import LISTS, Who
from minusone.pieces.rows import Row, item, row
from minusone.schema import Record, Ref, Term
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Found:
    """The values of its facets by their names, its place in the order, and what a list says of it beside its title.

    `order` sorts as text: the kinds as in the menu; rectifications as in the ledger, the unresolved first; what has a
    date the newest first. `row` is a rectification as lists show it.
    """

    facets: tuple[tuple[str, str], ...]
    order: str
    kind: Bilingual
    row: Row | None
    who: tuple[Who, ...]
    when: Period | None
    sample: bool


def found_by(site: Site, record: Record) -> Found:
    values = tuple((facet.name, value) for facet in FACETS for value in facet.of(site, record))
    if isinstance(record, Rectification):
        one, when = row(site, record), record.found.date if record.found else None
        order = _order(record.kind, site.place[record.id])
        return Found(values, order, record.nature.label, one, one.units, when, record.sample)
    other = item(site, record)
    order, name = _newest(record.kind, other.when), _called(record, other.what)
    return Found(values, order, name, None, other.who, other.when, other.sample)


def _called(record: Record, form: Term | None) -> Bilingual:
    """By its form, where that says enough: the level of a supervision group does not, nor what was corrected."""
    if isinstance(record, TextPage):
        return LISTS[record.kind]
    return record.label if form is None or isinstance(record, Team | Correction) else form.label


def period_found_by(period: Period, programmes: Iterable[Ref]) -> Found:
    """A report that makes itself; its title says when."""
    years = (str(year) for year in range(period.first.year, period.last.year + 1))
    values = [
        ("kind", Report.kind),
        *(("programme", ref.id) for ref in programmes),
        *(("year", year) for year in years),
    ]
    return Found(tuple(values), _newest(Report.kind, period), Report.label, None, (), None, sample=False)


def _newest(kind: str, when: Period | None) -> str:
    return _order(kind, date.max.toordinal() - when.first.toordinal() if when else 0)


def _order(kind: str, place: int) -> str:
    return f"{list(LISTS).index(kind)}-{place:08}"
