"""Feeds as Atom (RFC 4287), in each language: the newest entries, or all where a feed has an order of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from html import escape
from pathlib import PurePosixPath

from feedgenerator import Atom1Feed

from minusone.data.document import Document
from minusone.data.entries import Entry, Said, entry, of_period
from minusone.data.midnight import midnight
from minusone.pages.context import Page
from minusone.pages.report import PeriodPage, ReportPage
from minusone.pieces.feeds import feeds
from minusone.pieces.links import Link, localized, whole
from minusone.settings import Settings
from minusone.site import Site
from minusone.words import LANGS, TAGS, Bilingual, Lang

NEWEST = 50

_SAMPLE = Bilingual("[示例] ", "[sample] ")
_COLON = Bilingual("：", ": ")
_AND = Bilingual("、", ", ")


class _Atom(Atom1Feed):  # type: ignore[misc]
    """As old as its newest entry; without any it is of the site's today, where its parent would ask the clock."""

    def latest_post_date(self) -> datetime:
        days: list[datetime] = [item["updateddate"] for item in self.items]
        return max(days, default=self.feed["today"])


def documents(site: Site, made: Sequence[Page]) -> Iterator[Document]:
    found = feeds(site)
    reports = [(page, page.context) for page in made if isinstance(page.context, ReportPage | PeriodPage)]
    accounts = {page.address: context.account for page, context in reports}
    news = {record.ref: record for feed in found for record in feed.records}
    told = {ref: entry(site, record, accounts) for ref, record in news.items()}
    periods = [
        of_period(page, context)
        for page, context in reports
        if isinstance(context, PeriodPage) and not context.account.running
    ]
    for feed in found:
        entries = [*(told[record.ref] for record in feed.records), *(periods if feed.reports else ())]
        if feed.newest:
            entries = sorted(entries, key=lambda one: (one.updated, one.id), reverse=True)[:NEWEST]
        for lang in LANGS:
            path = PurePosixPath(localized(feed.address, lang).lstrip("/"))
            make = partial(_written, site.settings, site.as_of, feed.link, feed.pages[0], entries, lang)
            yield Document(path, make, feed.address)


def _written(settings: Settings, as_of: date, feed: Link, home: str, entries: Sequence[Entry], lang: Lang) -> bytes:
    """The feed at a link, which leads to a page of the site as it stands on a day."""
    own = whole(settings.address, feed.address, lang)
    written = _Atom(
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
