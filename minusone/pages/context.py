"""What every page is: a frozen context for a template, with the frame around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cached_property

from minusone import digests
from minusone.history.snapshots import snapshot
from minusone.kinds import KINDS
from minusone.kinds.page import Page as TextPage
from minusone.periods import Period
from minusone.pieces.answer import Answer, answer, asked_of
from minusone.pieces.feeds import feeds
from minusone.pieces.found import Found, found_by
from minusone.pieces.links import CHECKS, LISTS, PICTURES, REPORTED, SEARCH, SUBSCRIBE, Link, address, links, trail
from minusone.pieces.sheets import Sheet
from minusone.places import PAGES_ALONE, Extras
from minusone.policy import STRICT
from minusone.queries import query
from minusone.schema import Part, Record
from minusone.settings import Settings
from minusone.site import Site
from minusone.words import LANGS, Bilingual, Lang, Words


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
    `paper` is what its PDF beside it is called, where there may be one.
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
        for shown in _shown(self.context):
            if isinstance(shown, Words):
                half |= shown.en is None
                stale |= shown.stale
            else:
                sample |= getattr(shown, "sample", False)
        return Marks(sample, half, stale)


def _shown(context: object) -> Iterator[object]:
    """Everything in a context, however deep, in no order."""
    left = [context]
    while left:
        one = left.pop()
        yield one
        left.extend(_inner(one))


def _inner(one: object) -> Iterable[object]:
    if isinstance(one, tuple):
        return one
    if isinstance(one, Mapping):
        return one.values()
    if isinstance(one, Part):
        return (getattr(one, name) for name in type(one).model_fields)
    return (getattr(one, field.name) for field in fields(one)) if is_dataclass(one) else ()


@dataclass(frozen=True)
class Body:
    """A body's HTML in each language that has it; `stale` as the words that it was made from.

    `answers` are those to its queries, in the order of their numbers in the HTML.
    """

    html: Mapping[Lang, str]
    stale: bool = False
    answers: Mapping[Lang, tuple[Answer, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.html)


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
    own = (SEARCH, PICTURES, *((SUBSCRIBE,) if found.general else ()), CHECKS)
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
    )


def _told(site: Site, record: Record) -> date | None:
    day = site.told[record.ref].last
    return None if day == date.min else day
