"""The Open Graph protocol: what a page looks like where somebody shares it."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.head.card import Card
from minusone.words import LANGS, Bilingual

LOCALES = Bilingual("zh_CN", "en_GB")
IMAGE = "/assets/card.png"
"""1200 × 630 pixels; it shows the idea, in no language."""


def properties(card: Card) -> Iterator[tuple[str, str]]:
    """The page's `<meta property>`s. What has to be a whole address is left out of a site without one."""
    yield "og:type", "article" if card.is_article else "website"
    yield "og:site_name", card.site
    yield "og:title", card.title
    yield "og:description", card.description
    yield "og:locale", LOCALES.to(card.lang)
    yield from (("og:locale:alternate", LOCALES.to(lang)) for lang in LANGS if lang != card.lang and not card.page.stub)
    if card.base:
        yield "og:url", card.url
        yield "og:image", card.at(IMAGE, "zh")
        yield "og:image:width", "1200"
        yield "og:image:height", "630"
        yield "og:image:alt", "100 − 1 = 0"
    if card.is_article and card.published:
        yield "article:published_time", card.published.isoformat()
    if card.is_article and card.page.updated:
        yield "article:modified_time", card.page.updated.isoformat()
