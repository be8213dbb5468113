"""What a page says of itself in its `<head>`: its address, its other language, its card in three vocabularies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from minusone.head import government, linked, opengraph
from minusone.head.card import Card
from minusone.pages.context import Page
from minusone.words import LANGS, TAGS, Lang

Relation = tuple[str, str, str]
"""The `rel`, `hreflang` (or nothing) and address of a `<link>`; the address is whole if the site has one of its own."""


@dataclass(frozen=True)
class Head:
    """What its template writes out.

    `named` are the `<meta name>`s, `properties` those of Open Graph, `linked` the JSON-LD. Of a page that no search
    engine is to find there is nothing but the word that says so.
    """

    named: tuple[tuple[str, str], ...]
    links: tuple[Relation, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    linked: Markup | None = None


def head(page: Page, lang: Lang) -> Head:
    card = Card(page, lang)
    if page.unlisted:
        return Head((("robots", "noindex"),))
    return Head(tuple(_named(card)), tuple(_links(card)), tuple(opengraph.properties(card)), linked.script(card))


def _named(card: Card) -> Iterator[tuple[str, str]]:
    """The guideline writes Description of an article; names of `<meta>` are read without case, and may not repeat."""
    yield "Description" if card.is_article else "description", card.description
    if not card.listed:
        yield "robots", "noindex"
    yield "twitter:card", "summary"
    yield from government.tags(card)


def _links(card: Card) -> Iterator[Relation]:
    sheet = card.page.sheet
    yield "canonical", "", card.url
    if card.listed:
        yield from languages(card)
    if sheet and sheet.before:
        yield "prev", "", card.at(sheet.before)
    if sheet and sheet.after:
        yield "next", "", card.at(sheet.after)


def languages(card: Card) -> Iterator[Relation]:
    """A page and its other language, which name each other, and Chinese for whoever reads neither.

    Never a page that is none in English: its Chinese stays alone.
    """
    page = card.page
    for lang in LANGS:
        if lang == "zh" or not page.stub:
            yield "alternate", TAGS[lang], card.at(page.address, lang)
    yield "alternate", "x-default", card.at(page.address, "zh")
