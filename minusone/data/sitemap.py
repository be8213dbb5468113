"""The sitemap (sitemaps.org): every page that search engines are to find, with its other language and its last news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.head.card import Card
from minusone.head.elements import Relation, languages
from minusone.pages.context import Page
from minusone.site import Site
from minusone.words import LANGS

FILE = "sitemap.xml"

MOST = 50_000
"""Addresses that the protocol allows in one file; beyond that there is an index of several."""

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{}>\n'
_ALTERNATES = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def documents(site: Site, made: Sequence[Page]) -> Iterable[Document]:
    """Without an address of the site there is none: it consists of addresses."""
    base = site.settings.address
    cards = (Card(page, lang) for page in made for lang in LANGS)
    return files([_entry(card) for card in cards if card.listed], base) if base else ()


def files(entries: list[str], base: str, most: int = MOST) -> Iterator[Document]:
    """One sitemap; or an index of several, none longer than is allowed."""
    if len(entries) <= most:
        yield _document(FILE, "urlset", _ALTERNATES, entries)
        return
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    places = [f"<sitemap><loc>{escape(base + name)}</loc></sitemap>" for name in names]
    yield _document(FILE, "sitemapindex", "", places)
    for name, part in zip(names, parts, strict=True):
        yield _document(name, "urlset", _ALTERNATES, part)


def _document(name: str, root: str, spaces: str, entries: Iterable[str]) -> Document:
    text = "".join(f"{entry}\n" for entry in entries)
    return Document(PurePosixPath(name), f"{_OPEN.format(root, spaces)}{text}</{root}>\n".encode, name)


def _entry(card: Card) -> str:
    """Lists are made of many records: they are as new as the site."""
    news = card.page.updated or card.page.frame.as_of
    others = "".join(_alternate(relation) for relation in languages(card))
    return f"<url><loc>{escape(card.url)}</loc><lastmod>{news}</lastmod>{others}</url>"


def _alternate(relation: Relation) -> str:
    rel, tag, address = relation
    return f'<xhtml:link rel="{rel}" hreflang="{tag}" href="{escape(address)}"/>'
