"""What pages are made of: a Page to be rendered, the links and rows that many of them show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import groupby
from math import ceil
from typing import TypeVar

from minusone.kinds import KINDS
from minusone.kinds.activity import Activity
from minusone.kinds.page import Page as TextPage
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Extent, Nature, Rectification, State
from minusone.kinds.unit import Unit
from minusone.kinds.visit import Visit
from minusone.lifecycle import UNRESOLVED, Group
from minusone.pages.count import Count, count
from minusone.periods import Period
from minusone.schema import Id, Part, Record, Ref, Term, UnitClass
from minusone.settings import Settings
from minusone.site import Site
from minusone.targets import progress
from minusone.words import LANGS, Bilingual, Lang, Words

T = TypeVar("T")


@dataclass(frozen=True)
class Link:
    """To another page of the site, by its address in the Chinese half: `/rectifications/2014-003/`."""

    address: str
    title: Words | Bilingual


@dataclass(frozen=True)
class Frame:
    """What every page shows around its own words."""

    settings: Settings
    as_of: date
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """One page in both languages: its address in the Chinese half, its template, and the context that it may see.

    `trail` is the way from the home page, without either end; `source` is the file it comes from, for one record's.
    """

    address: str
    template: str
    frame: Frame
    title: Words | Bilingual
    context: object
    description: Words | Bilingual | None = None
    trail: tuple[Link, ...] = ()
    source: str = ""

    @property
    def sample(self) -> bool:
        """Whether it shows anything that is made up."""
        return any(getattr(shown, "sample", False) for shown in _shown(self.context))

    @property
    def half(self) -> bool:
        """Whether it shows any words that are not translated."""
        return any(isinstance(shown, Words) and shown.en is None for shown in _shown(self.context))


def _shown(context: object) -> Iterator[object]:
    """Everything in a context, however deep."""
    yield context
    if isinstance(context, tuple):
        inner: Iterable[object] = context
    elif isinstance(context, Part):
        inner = (getattr(context, name) for name in type(context).model_fields)
    elif is_dataclass(context):
        inner = (getattr(context, field.name) for field in fields(context))
    else:
        return
    for one in inner:
        yield from _shown(one)


@dataclass(frozen=True)
class Who:
    """Somebody who answers for something: a unit, a group, or a class of units with its members.

    A class is `every` type of unit, or only those `within` another.
    """

    links: tuple[Link, ...]
    every: Bilingual | None = None
    within: Link | None = None


@dataclass(frozen=True)
class Row:
    """A rectification as lists show it; `undone` is said of one that was closed although not all of it is done."""

    link: Link
    id: str
    group: Group
    state: State
    extent: Extent | None
    nature: Nature
    units: tuple[Who, ...]
    deadline: Period | None
    first_deadline: Period | None
    moves: int
    slip_days: int
    overdue_days: int
    review_overdue_days: int
    undone: bool
    closed_on: date | None
    closed_by_then: bool
    reopenings: int
    sample: bool


@dataclass(frozen=True)
class Section:
    """Rows that belong together under a group's name; `size` counts those on other pages of the list too.

    `continued` says that the group began on an earlier page.
    """

    group: Group
    rows: tuple[Row, ...]
    size: int
    continued: bool = False


@dataclass(frozen=True)
class Item:
    """Any other record as lists show it.

    Units and programmes bring the count of what they answer for, visits the number of their unanswered recommendations.
    """

    link: Link
    summary: Words | None
    when: Period | None
    what: Term | None
    who: tuple[Who, ...]
    count: Count | None
    unanswered: int
    sample: bool


@dataclass(frozen=True)
class Mentions:
    """The records that name another: rectifications with their state, and the rest."""

    rows: tuple[Row, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """One page of a list that is longer: which, of how many, and the addresses of those beside it."""

    number: int
    of: int
    before: str | None
    after: str | None


# --- addresses -------------------------------------------------------------------------------------------------------


def address(ref: Ref) -> str:
    return f"/{KINDS[ref.kind].folder}/{ref.id}/" + (f"#commitment:{ref.part}" if ref.part else "")


def list_address(kind: type[Record]) -> str:
    return f"/{kind.folder}/"


def link(site: Site, ref: Ref) -> Link:
    return Link(address(ref), site.records[Ref(ref.kind, ref.id)].title)


def links(site: Site, refs: Iterable[Ref]) -> tuple[Link, ...]:
    return tuple(link(site, ref) for ref in refs)


def trail(kind: type[Record]) -> tuple[Link, ...]:
    """By way of the list of the kind."""
    return (Link(list_address(kind), LISTS[kind.kind]),)


LISTS: dict[str, Bilingual] = {
    "rectification": Bilingual("整改台账", "Ledger"),
    "activity": Bilingual("活动", "Activities"),
    "visit": Bilingual("督导", "Supervision"),
    "unit": Bilingual("单位", "Units"),
    "programme": Bilingual("行动与载体", "Programmes"),
    "group": Bilingual("服务组团", "Service groups"),
    "team": Bilingual("督导组", "Supervision groups"),
    "report": Bilingual("进展通报", "Reports"),
    "page": Bilingual("说明", "About and help"),
}
"""What the list of each kind is called, in the order of the menu."""


# --- pieces ----------------------------------------------------------------------------------------------------------


def who(site: Site, named: Iterable[Ref | UnitClass]) -> tuple[Who, ...]:
    return tuple(_who(site, one) for one in named)


def _who(site: Site, named: Ref | UnitClass) -> Who:
    if isinstance(named, Ref):
        return Who((link(site, named),))
    members = [site.tree.units[unit] for unit in site.tree.members(named)]
    label = members[0].type.label
    every = Bilingual(f"各{label.zh}", f"every {label.en}")
    within = link(site, Ref("unit", named.within)) if named.within else None
    return Who(links(site, (unit.ref for unit in members)), every, within)


def row(site: Site, record: Rectification) -> Row:
    standing = site.standings[record.id]
    return Row(
        link(site, record.ref),
        record.id,
        standing.group,
        standing.state,
        standing.extent,
        record.nature,
        who(site, record.unit),
        standing.deadline,
        standing.first_deadline,
        len(standing.moves),
        standing.slip_days,
        standing.overdue_days,
        standing.review_overdue_days,
        standing.group is Group.CLOSED and undone(record),
        standing.closed_on,
        standing.closed_by_then,
        standing.reopenings,
        record.sample,
    )


def undone(record: Rectification) -> bool:
    """Whether a measure or a counted target of it is known not to be done, whatever its state says."""
    measures = any(measure.done is None for measure in record.measures)
    return measures or any(progress(target, record.progress).done is False for target in record.targets)


def rows(site: Site, records: Iterable[Rectification]) -> tuple[Row, ...]:
    return tuple(row(site, record) for record in records)


def sections(shown: Iterable[Row], whole: Iterable[Row] | None = None) -> tuple[Section, ...]:
    """Rows in ledger order, parted by group; `whole` is the list of which they are one page."""
    shown = tuple(shown)
    all_rows = shown if whole is None else tuple(whole)
    sizes, first = Counter(row.group for row in all_rows), {row.group: row for row in reversed(all_rows)}
    parted = [(group, tuple(members)) for group, members in groupby(shown, key=lambda row: row.group)]
    return tuple(Section(group, rows, sizes[group], rows[0] != first[group]) for group, rows in parted)


def item(site: Site, record: Record) -> Item:
    """A record in a list: its date, form, and who did it, where its kind has those."""
    when = getattr(record, "date", None) or getattr(record, "period", None)
    what = next((getattr(record, name) for name in ("form", "type", "span", "level") if hasattr(record, name)), None)
    named = record.units if isinstance(record, Activity | Visit) else ()
    asked = record.recommendations if isinstance(record, Visit) else ()
    return Item(
        link(site, record.ref),
        record.summary,
        when,
        what,
        who(site, named),
        _count(site, record),
        sum(1 for recommendation in asked if recommendation.answer is None),
        record.sample,
    )


def unit_count(site: Site, unit: Id) -> Count:
    """What a unit answers for, and what it was asked and has not answered."""
    return count((site.group(record) for record in site.answered_for_by(unit)), site.unanswered(unit))


def _count(site: Site, record: Record) -> Count | None:
    match record:
        case Unit():
            return unit_count(site, record.id)
        case Programme():
            return count(site.group(r) for r in site.under(record.ref))
    return None


def items(site: Site, records: Iterable[Record]) -> tuple[Item, ...]:
    return tuple(item(site, record) for record in records)


def newest_first(records: Iterable[T]) -> tuple[T, ...]:
    """Activities, visits or reports by when they began, so that one of which only the year is known comes last."""
    return tuple(sorted(records, key=_when, reverse=True))


def _when(record: object) -> tuple[date, str]:
    period = getattr(record, "date", None) or getattr(record, "period", None)
    return (period.first if isinstance(period, Period) else date.min), getattr(record, "id", "")


def sheets(all_rows: Sequence[T], per_page: int, base: str) -> list[tuple[str, Sheet, Sequence[T]]]:
    """A long list as pages: the address, place and rows of each. An empty list has one page too."""
    last = max(1, ceil(len(all_rows) / per_page))
    addresses = [base, *(f"{base}page/{number}/" for number in range(2, last + 1))]
    return [
        (
            addresses[n],
            Sheet(n + 1, last, addresses[n - 1] if n else None, addresses[n + 1] if n + 1 < last else None),
            all_rows[n * per_page : (n + 1) * per_page],
        )
        for n in range(last)
    ]


def numbered(title: Bilingual, sheet: Sheet) -> Bilingual:
    """A list's title; on its second page and later ones with the number."""
    if sheet.number == 1:
        return title
    return Bilingual(f"{title.zh}（第 {sheet.number} 页）", f"{title.en}, page {sheet.number}")


Body = dict[Lang, str]
"""A body's HTML in each language that has it."""


def body(site: Site, record: Record) -> Body:
    found = {lang: site.texts.get((record.ref, lang)) for lang in LANGS}
    return {lang: html.html for lang, html in found.items() if html} if record.body else {}


def mentions(site: Site, record: Record, *shown: Iterable[Record]) -> Mentions:
    """Who else names the record, beyond those whom its page shows already."""
    seen = {one.ref for some in shown for one in some}
    others = [site.records[ref] for ref in site.backlinks.get(record.ref, ()) if ref not in seen]
    named = site.in_ledger_order(tuple(r for r in others if isinstance(r, Rectification)))
    return Mentions(rows(site, named), items(site, (r for r in others if not isinstance(r, Rectification))))


def record_page(site: Site, frame: Frame, record: Record, context: object, *, template: str) -> Page:
    """The page of one record."""
    return Page(
        address(record.ref),
        template,
        frame,
        record.title,
        context,
        description=record.summary,
        trail=trail(type(record)),
        source=site.sources[record.ref],
    )


def frame(site: Site) -> Frame:
    pages = sorted((p for p in site.all(TextPage) if p.menu), key=lambda p: (p.rank, p.id))
    present = {ref.kind for ref in site.records}
    menu = [Link(f"/{KINDS[kind].folder}/", name) for kind, name in LISTS.items() if kind in present and kind != "page"]
    return Frame(site.settings, site.as_of, tuple(menu), links(site, (p.ref for p in pages)))


def unresolved(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.group in UNRESOLVED)
