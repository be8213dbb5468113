"""Linked data (schema.org in JSON-LD): what a machine may know of a page. Nothing is rated, and nobody is named."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from minusone.head.card import Card
from minusone.kinds.rectification import Rectification
from minusone.pieces.links import SEARCH, list_address
from minusone.words import LANGS, TAGS, Bilingual, Lang

Node = dict[str, object]

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

LEDGER = list_address(Rectification)

_LEDGER = Bilingual(
    "每一件整改事项：何时发现、由谁负责、承诺何时办结、期限改过几次、办到了哪一步。没有办结的排在最前，"
    "不予采纳和不予公开的也算没有办结，一件也不删。",
    "Every rectification: when it was found, who answers for it, by when it was promised, how often that was moved and "
    "how far it has come. The unresolved come first; what is declined or withheld counts as such; none is left out.",
)


def script(card: Card) -> Markup:
    """As it stands in a `<script>`: data, which is never run. Its keys are sorted, and nothing in it ends the element.

    Empty for a site without an address, since everything in it is named by one.
    """
    said = _JSON.encode(graph(card)) if card.base else ""
    return Markup(said.replace("<", "\\u003c"))  # noqa: S704


def graph(card: Card) -> Node:
    nodes = [_host(card), _site(card), *(() if card.is_home else (_breadcrumbs(card), _work(card)))]
    return {"@context": "https://schema.org", "@graph": nodes}


def _host(card: Card) -> Node:
    return {"@type": "GovernmentOrganization", "@id": f"{card.base}#host", "name": card.host, "url": card.at("/")}


def _site(card: Card) -> Node:
    """The whole website; its home page says how it is searched, where it can be."""
    site: Node = {
        "@type": "WebSite",
        "@id": f"{card.base}#site",
        "name": card.site,
        "url": card.at("/"),
        "inLanguage": [TAGS[lang] for lang in LANGS],
        "publisher": {"@id": f"{card.base}#host"},
    }
    if card.is_home:
        site["description"] = card.description
    if card.is_home and card.page.frame.extras.search:
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": card.at(SEARCH.address) + "?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        }
    return site


def _breadcrumbs(card: Card) -> Node:
    way = (("/", card.site), *((link.address, card.say(link.title)) for link in card.page.trail))
    steps = [*((card.at(address), name) for address, name in way), (card.url, card.say(card.page.title))]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (url, name) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _work(card: Card) -> Node:
    """The page itself as a work of the host's, with the dates that its records give."""
    page = card.page
    work: Node = {
        "@type": _type(card),
        "@id": card.url,
        "name": card.title,
        "description": card.description,
        "url": card.url,
        "inLanguage": TAGS[_spoken(card)],
        "isPartOf": {"@id": f"{card.base}#site"},
        "publisher": {"@id": f"{card.base}#host"},
        "dateModified": (page.updated or page.frame.as_of).isoformat(),
    }
    if card.published:
        work["datePublished"] = card.published.isoformat()
    if page.covers:
        work["temporalCoverage"] = f"{page.covers.first}/{page.covers.last}"
    if isinstance(page.subject, Rectification):
        work["reportNumber"] = page.subject.id
        work["about"] = {"@type": "Thing", "name": page.subject.topic.label.to(card.lang)}
    if page.address == LEDGER:
        work |= _dataset(card)
    return work


def _type(card: Card) -> str:
    """A report of a period is a Report, and so is what is reported of one rectification."""
    page = card.page
    if page.address == LEDGER:
        return "Dataset"
    if not card.is_article:
        return "CollectionPage"
    return "Report" if page.covers or isinstance(page.subject, Rectification) else "WebPage"


def _dataset(card: Card) -> Node:
    """The ledger, and where its data can be had."""
    files = [
        {"@type": "DataDownload", "name": name, "encodingFormat": format, "contentUrl": card.at(address)}
        for name, format, address in _files(card)
    ]
    return {
        "description": _LEDGER.to(card.lang),
        "creator": {"@id": f"{card.base}#host"},
        "isAccessibleForFree": True,
        "distribution": files,
    }


def _files(card: Card) -> Iterator[tuple[str, str, str]]:
    """What there is of it beside the page: the name, format and address of each."""
    page = card.page
    yield from ((card.say(feed.title), "application/atom+xml", feed.address) for feed in page.feeds)
    if page.paper and page.frame.extras.papers:
        yield card.title, "application/pdf", f"{page.address}{page.paper}.pdf"


def _spoken(card: Card) -> Lang:
    return "zh" if card.page.stub else card.lang
