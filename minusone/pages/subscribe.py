"""How to stay informed: all feeds and calendars, and in plain words how one uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.pages.calendars import calendars
from minusone.pages.context import Frame, Page
from minusone.pages.feeds import feeds
from minusone.pages.links import LISTS, SUBSCRIBE, Link
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Subscribe:
    """Feeds below what they are of, and calendars with what is in them."""

    feeds: tuple[tuple[Bilingual, tuple[Link, ...]], ...]
    calendars: tuple[tuple[Link, Bilingual], ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    found = feeds(site)
    parts = (
        (Bilingual("全站", "The whole site"), found.general),
        (Bilingual("按类别", "By kind"), found.kinds),
        (LISTS["unit"], found.units),
        (LISTS["programme"], found.programmes),
    )
    listed = tuple((name, tuple(feed.link for feed in some)) for name, some in parts if some)
    if listed:
        context = Subscribe(listed, tuple((one.link, one.about) for one in calendars(site)))
        yield Page(SUBSCRIBE.address, "subscribe.html", frame, SUBSCRIBE.title, context)
