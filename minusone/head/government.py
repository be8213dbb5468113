"""The meta tags that the State Council's guideline asks of every government website (国办发〔2017〕47号).

Of its tags Image is left out, which is optional. It wants the hour of publication; records know days, and nothing is
made up to fill it. Where a record does not say when it came out, its last news counts, or else the site's as-of date.
"""

from __future__ import annotations

from collections.abc import Iterator

from minusone.head.card import Card
from minusone.schema import Term
from minusone.words import Bilingual

_NEWS = Bilingual("政务动态", "Government news")
_BODIES = Bilingual("机构职能", "Bodies and their duties")
_GENERAL = Bilingual("概况信息", "General information")
_TYPES = {"/units/": _BODIES, "/groups/": _BODIES, "/teams/": _BODIES, "/pages/": _GENERAL, "/checks/": _GENERAL}


def tags(card: Card) -> Iterator[tuple[str, str]]:
    """The page's tags by name: those of the site, then those of its column, then of an article its own."""
    yield from _site(card)
    if card.is_article:
        yield from _column(card)
        yield from _article(card)
    elif not card.is_home:
        yield from _column(card)
        yield "ColumnDescription", card.description
        yield "ColumnKeywords", ",".join((card.say(card.page.title), card.site))


def _site(card: Card) -> Iterator[tuple[str, str]]:
    yield "SiteName", card.site
    if card.base:
        yield "SiteDomain", card.base.split("/")[2]
    if code := card.page.frame.settings.footer.site_code:
        yield "SiteIDCode", code


def _column(card: Card) -> Iterator[tuple[str, str]]:
    """An article, a list's next sheet or a part of it is in the column that leads to it; a list is one itself."""
    way = card.page.trail
    yield "ColumnName", card.say(way[0].title if way else card.page.title)
    yield "ColumnType", card.say(_TYPES.get(way[0].address if way else card.page.address, _NEWS))


def _article(card: Card) -> Iterator[tuple[str, str]]:
    page, subject = card.page, card.page.subject
    yield "ArticleTitle", card.title
    yield "PubDate", (card.published or page.updated or page.frame.as_of).isoformat()
    yield "ContentSource", card.say(subject.sources[0].text) if subject and subject.sources else card.host
    terms = (value for name in ("topic", "form", "type") if isinstance(value := getattr(subject, name, None), Term))
    yield (
        "Keywords",
        ",".join((*(card.say(term.label) for term in terms), *(card.say(link.title) for link in page.trail))),
    )
    yield "Author", card.host
    yield "Url", card.url
