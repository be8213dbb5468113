"""The benchmark's files beside its pages: a feed of the newest in each language, and a sitemap."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import PurePosixPath

from benchmarks.minimal.facts import Facts, newest_first
from benchmarks.records import NEWEST
from benchmarks.words import FOOTER
from minusone.data.document import Document
from minusone.data.midnight import midnight
from minusone.data.sitemap import files
from minusone.pages.context import Page
from minusone.settings import Settings
from minusone.site import Site
from minusone.words import LANGS, Lang

FEED = "feed.xml"


def documents(site: Site, made: Sequence[Page]) -> list[Document]:
    newest = tuple(newest_first(site).values())[:NEWEST]
    entries = [_entry(site, page, lang) for page in made for lang in LANGS]
    return [*(_feed(site.settings, newest, lang) for lang in LANGS), *files(entries, site.settings.address)]


def _entry(site: Site, page: Page, lang: Lang) -> str:
    day = page.updated or site.as_of
    return f"<url><loc>{_whole(site.settings, page.address, lang)}</loc><lastmod>{day}</lastmod></url>"


def _whole(settings: Settings, address: str, lang: Lang) -> str:
    return escape(f"{settings.address}{lang}{address}")


def _feed(settings: Settings, newest: Sequence[Facts], lang: Lang) -> Document:
    return Document(PurePosixPath(lang, FEED), partial(_written, settings, newest, lang), FEED)


def _written(settings: Settings, newest: Sequence[Facts], lang: Lang) -> bytes:
    items = "".join(_item(settings, one, lang) for one in newest)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
<channel>
<title>{escape(settings.title.to(lang))}</title>
<link>{_whole(settings, "/", lang)}</link>
<description>{escape(FOOTER.to(lang))}</description>
{items}</channel>
</rss>
""".encode()


def _item(settings: Settings, one: Facts, lang: Lang) -> str:
    at = _whole(settings, one.link.address, lang)
    stamp = format_datetime(midnight(one.day))
    return f"""<item>
<title>{escape(str(one.link.title.to(lang)))}</title>
<link>{at}</link>
<guid>{at}</guid>
<pubDate>{stamp}</pubDate>
</item>
"""
