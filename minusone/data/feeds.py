"""Feeds as Atom (RFC 4287), in each language: the newest entries, or all where a feed has an order of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from heapq import nlargest
from html import escape
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.data.entries import Entry, Said, entry, latest, latest_of_period, of_period
from minusone.data.midnight import midnight
from minusone.kinds.report import Span
from minusone.layout import localized
from minusone.pages.context import Page, frame
from minusone.pages.report import period_page
from minusone.pieces.feeds import KINDS_OF_NEWS, feeds
from minusone.pieces.links import Link, whole
from minusone.pieces.subjects import subjects
from minusone.settings import Settings
from minusone.site import Site
from minusone.words import LANGS, TAGS, Bilingual, Lang

NEWEST = 50

_SAMPLE = Bilingual("[示例] ", "[sample] ")
_COLON = Bilingual("：", ": ")
_AND = Bilingual("、", ", ")


def documents(site: Site, _made: Sequence[Page]) -> Iterator[Document]:
    found = feeds(site)
    last = {record.ref: latest(site, record) for kind in KINDS_OF_NEWS for record in site.all(kind)}
    periods = _periods(site) if any(feed.reports for feed in found) else []
    for feed in found:
        if feed.newest:
            newest = nlargest(NEWEST, feed.records, key=lambda record: last[record.ref])
            told = [*(entry(site, record) for record in newest), *(periods if feed.reports else [])]
            entries = sorted(told, key=lambda one: (one.updated, one.id), reverse=True)[:NEWEST]
        else:
            entries = [entry(site, record) for record in feed.records]
        for lang in LANGS:
            path = PurePosixPath(localized(feed.address, lang).lstrip("/"))
            make = partial(_written, site.settings, site.as_of, feed.link, feed.pages[0], entries, lang)
            yield Document(path, make, feed.address)


def _periods(site: Site) -> list[Entry]:
    """The latest of the reports that made themselves, of periods that are over."""
    each = (one for span in Span for one in subjects(site, span) if not one.record and one.period.last <= site.as_of)
    around = frame(site)
    return [
        of_period(site, one, period_page(site, around, one)) for one in nlargest(NEWEST, each, key=latest_of_period)
    ]


def _written(settings: Settings, as_of: date, feed: Link, home: str, entries: Sequence[Entry], lang: Lang) -> bytes:
    """The feed at a link, which leads to a page of the site as it stands on a day."""
    from minusone.data.atom import Atom

    own = whole(settings.address, feed.address, lang)
    written = Atom(
        f"{settings.title.to(lang)} · {feed.title.to(lang)}",
        whole(settings.address, home, lang),
        settings.tagline.to(lang),
        language=TAGS[lang],
        author_name=settings.footer.host.to(lang),
        feed_url=own,
        feed_guid=own,
        today=midnight(as_of),
    )
    for one in entries:
        written.add_item(
            _title(one, lang),
            whole(settings.address, one.link.address, lang),
            "".join(f"<p>{_paragraph(said, lang)}</p>" for said in one.news),
            author_name=_AND.to(lang).join(str(name.to(lang)) for name in one.authors) or None,
            pubdate=midnight(min(one.published, one.updated)),
            updateddate=midnight(one.updated),
            unique_id=whole(settings.address, one.id, lang),
            categories=[category.to(lang) for category in one.categories],
        )
    return str(written.writeString("utf-8")).encode()


def _title(one: Entry, lang: Lang) -> str:
    """“[示例] 逾期 12 天：老小区停车难”."""
    state = one.state.to(lang) + _COLON.to(lang) if one.state else ""
    return f"{_SAMPLE.to(lang) if one.sample else ''}{state[:1].upper()}{state[1:]}{one.link.title.to(lang)}"


def _paragraph(said: tuple[Said, ...], lang: Lang) -> str:
    """As HTML, in which Chinese words in an English feed say that they are."""
    words = (one.to(lang) for one in said)
    html = _COLON.to(lang).join(escape(one) if isinstance(one, str) else one.__html__() for one in words)
    return html[:1].upper() + html[1:]
