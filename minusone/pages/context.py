"""What every page is: a frozen context for a template, with the frame around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from minusone.kinds import KINDS
from minusone.kinds.page import Page as TextPage
from minusone.pages.links import LISTS, Link, address, links, trail
from minusone.schema import Part, Record
from minusone.settings import Settings
from minusone.site import Site
from minusone.words import LANGS, Bilingual, Lang, Words


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


Body = dict[Lang, str]
"""A body's HTML in each language that has it."""


def body(site: Site, record: Record) -> Body:
    found = {lang: site.texts.get((record.ref, lang)) for lang in LANGS}
    return {lang: html.html for lang, html in found.items() if html} if record.body else {}


def frame(site: Site) -> Frame:
    pages = sorted((p for p in site.all(TextPage) if p.menu), key=lambda p: (p.rank, p.id))
    present = {ref.kind for ref in site.records}
    menu = [Link(f"/{KINDS[kind].folder}/", name) for kind, name in LISTS.items() if kind in present and kind != "page"]
    return Frame(site.settings, site.as_of, tuple(menu), links(site, (p.ref for p in pages)))


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
