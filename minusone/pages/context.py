"""What every page is: a frozen context for a template, with the frame around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from operator import attrgetter, methodcaller
from types import NoneType
from typing import Any, get_args, get_type_hints

from minusone import digests
from minusone.history.snapshots import snapshot
from minusone.kinds import KINDS
from minusone.kinds.page import Page as TextPage
from minusone.layout import address
from minusone.periods import Period
from minusone.pieces.answer import answer, asked_of
from minusone.pieces.feeds import feeds
from minusone.pieces.found import Found, found_by
from minusone.pieces.links import CHECKS, LISTS, PICTURES, REPORTED, SEARCH, SUBSCRIBE, TRUST, Link, links, trail
from minusone.pieces.published import Published, published
from minusone.pieces.sheets import Sheet
from minusone.places import PAGES_ALONE, Extras
from minusone.policy import STRICT
from minusone.queries import query
from minusone.schema import Part, Record, Ref
from minusone.settings import Settings
from minusone.site import Site
from minusone.slot import Body
from minusone.words import LANGS, Bilingual, Words


@dataclass(frozen=True)
class Frame:
    """What every page shows around its own words; `feeds` are those that a page leads to, by its address."""

    settings: Settings
    as_of: date
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    extras: Extras = PAGES_ALONE

    @cached_property
    def made_of(self) -> bytes:
        """The digest of all that it is; pages have it in place of their frame in theirs."""
        return digests.of(self)


@dataclass(frozen=True)
class Marks:
    """Whether a page shows anything made up, words without a translation, or words whose Chinese has changed since."""

    sample: bool
    half: bool
    stale: bool


@dataclass(frozen=True)
class Page:
    """One page in both languages: its address in the Chinese half, its template, and the context that it may see.

    `trail` is the way from the home page, without either end; `source` is the file it comes from, for one record's.
    `subject` is that record, and `updated` the last day on which something happened that it tells of. `covers` is the
    period that a report or the ledger is about. `found` is what the search finds it by, if it is to be found at all.
    What is `unlisted` no search engine is to find; what is shown `anywhere` says every address from the root of its
    host. `policy` is what browsers let it do. `base` is the template around a report's: that of the web or of paper;
    `paper` is what its PDF beside it is called, where there may be one. `published` are the versions of what it shows.
    """

    address: str
    template: str
    frame: Frame
    title: Words | Bilingual
    context: object
    description: Words | Bilingual | None = None
    trail: tuple[Link, ...] = ()
    source: str = ""
    subject: Record | None = None
    updated: date | None = None
    covers: Period | None = None
    found: Found | None = None
    policy: str = STRICT
    unlisted: bool = False
    anywhere: bool = False
    base: str = "base.html"
    paper: str = ""
    published: tuple[Published, ...] = ()

    @cached_property
    def made_of(self) -> bytes:
        """The digest of everything that a template may see."""
        return digests.of(self)

    @property
    def stub(self) -> bool:
        """Whether its English page is none: not even the title has been translated."""
        return isinstance(self.title, Words) and self.title.en is None

    @property
    def sheet(self) -> Sheet | None:
        """Which part of a list it is, if it is one."""
        found = getattr(self.context, "sheet", None)
        return found if isinstance(found, Sheet) else None

    @property
    def feeds(self) -> tuple[Link, ...]:
        """The feeds that bring what is new on this page."""
        return self.frame.feeds.get(self.address, ())

    @cached_property
    def marks(self) -> Marks:
        """What its reader has to be told of what it shows; found in one walk, for both languages."""
        sample = half = stale = False
        left: list[Any] = [self.context]
        while left:
            one = left.pop()
            if type(one) is Words:
                half |= one.en is None
                stale |= one.stale
            elif inside := _inside(type(one)):  # type: ignore[arg-type]  # Classes can be hashed.
                sample |= getattr(one, "sample", False)
                left += inside(one)
        return Marks(sample, half, stale)


@cache
def _inside(kind: type) -> Callable[[Any], Iterable[object]] | None:
    """How to get what is in a value of this type that can be marked, or hold what can; None if there is nothing."""
    if issubclass(kind, Mapping):
        return methodcaller("values")
    declared = _declared(kind)
    if declared is None:
        return iter if issubclass(kind, tuple) else None
    hints = _hints(kind)
    names = [name for name in declared if not _plain(hints.get(name))]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: [getattr(one, name) for name in names]


def _declared(kind: type) -> Iterable[str] | None:
    """The names of its fields, if it is of a kind that has some."""
    if issubclass(kind, Part):
        return kind.model_fields
    if is_dataclass(kind):
        return [field.name for field in fields(kind)]
    return getattr(kind, "_fields", None)  # of a NamedTuple


def _hints(kind: type) -> Mapping[str, Any]:
    """What its fields are annotated with; nothing if that is known only to a type checker."""
    try:
        return get_type_hints(kind)
    except NameError:
        return {}


_PLAIN = (str, int, Decimal, date, Enum, NoneType, Period, Bilingual, Ref)


def _plain(hint: Any) -> bool:
    """Whether values so annotated hold nothing that can be marked."""
    if parts := get_args(hint):
        return all(_plain(part) for part in parts if part is not Ellipsis)
    return isinstance(hint, type) and issubclass(hint, _PLAIN)


def body(site: Site, record: Record) -> Body:
    if record.body is None:
        return Body({})
    found = {lang: html for lang in LANGS if (html := site.texts.get((record.ref, lang)))}
    day = asked_of(site, record)
    then = snapshot(site, day) if day and any(html.queries for html in found.values()) else site
    answers = {lang: tuple(answer(then, query(text), day) for text in html.queries) for lang, html in found.items()}
    return Body({lang: html.html for lang, html in found.items()}, record.body.stale, answers)


def frame(site: Site, extras: Extras = PAGES_ALONE) -> Frame:
    pages = sorted((p for p in site.all(TextPage) if p.menu), key=lambda p: (p.rank, p.id))
    present = {ref.kind for ref in site.records}
    present |= {"report"} if present & REPORTED else set()
    menu = [Link(f"/{KINDS[kind].folder}/", name) for kind, name in LISTS.items() if kind in present and kind != "page"]
    found = feeds(site)
    own = (SEARCH, PICTURES, *((SUBSCRIBE,) if found.general else ()), CHECKS, *((TRUST,) if site.histories else ()))
    footer = (*links(site, (p.ref for p in pages)), *own)
    return Frame(site.settings, site.as_of, tuple(menu), footer, found.by_page(), extras)


def record_page(
    site: Site, frame: Frame, record: Record, context: object, *, template: str, covers: Period | None = None
) -> Page:
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
        subject=record,
        updated=_told(site, record),
        covers=covers,
        found=found_by(site, record),
        published=published(site, record.ref),
    )


def _told(site: Site, record: Record) -> date | None:
    day = site.told[record.ref].last
    return None if day == date.min else day
