"""Calendars as iCalendar files (RFC 5545, with the names and the interval of RFC 7986), in each language.

An occasion is an event of whole days; what is there to be read takes nobody's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from minusone.data.document import Document
from minusone.data.midnight import midnight
from minusone.layout import localized
from minusone.pages.context import Page
from minusone.pieces.calendars import Calendar, Occasion, calendars
from minusone.pieces.links import whole
from minusone.site import Site
from minusone.words import LANGS, TAGS, Bilingual, Lang, Words

# Which calendars there will be is known without it, and it takes longer to import than they take to plan.
if TYPE_CHECKING:
    from icalendar import Event

_READ_AGAIN = timedelta(days=1)


def documents(site: Site, _made: Sequence[Page]) -> Iterator[Document]:
    settings = site.settings
    for calendar in calendars(site):
        for lang in LANGS:
            path = PurePosixPath(localized(calendar.address, lang).lstrip("/"))
            make = partial(written, calendar, settings.address, settings.title, site.as_of, lang)
            yield Document(path, make, calendar.address)


def written(calendar: Calendar, base: str, title: Bilingual, as_of: date, lang: Lang) -> bytes:
    """A calendar of the site with this address and title, as it stands on a day."""
    from icalendar import Calendar as Written
    from icalendar.prop import vDuration, vText, vUri

    file = Written()
    file.add("prodid", f"-//minusone//minusone//{lang.upper()}")
    file.add("version", "2.0")
    name = f"{title.to(lang)} · {calendar.title.to(lang)}"
    file.add("name", vText(name))
    file.add("x-wr-calname", vText(name))
    file.add("description", calendar.about.to(lang))
    file.add("source", vUri(whole(base, calendar.address, lang)), parameters={"VALUE": "URI"})
    file.add("refresh-interval", vDuration(_READ_AGAIN), parameters={"VALUE": "DURATION"})
    for occasion in calendar.occasions:
        file.add_component(_event(occasion, base, as_of, lang))
    return bytes(file.to_ical())


def _event(occasion: Occasion, base: str, as_of: date, lang: Lang) -> Event:
    from icalendar import Event
    from icalendar.prop import vUri

    event = Event()
    event.add("uid", f"{occasion.id}-{lang}@{urlsplit(base).hostname}")
    event.add("dtstamp", midnight(as_of))
    event.add("dtstart", occasion.first)
    event.add("dtend", occasion.last + timedelta(days=1))
    spoken = occasion.title.to(lang).lang or TAGS[lang]
    event.add("summary", summary(occasion, lang), parameters={"LANGUAGE": spoken})
    event.add("description", "\n".join(_details(occasion, lang)))
    event.add("categories", [occasion.category.to(lang)])
    event.add("url", vUri(whole(base, occasion.address, lang)))
    event.add("transp", "TRANSPARENT")
    return event


def summary(occasion: Occasion, lang: Lang) -> str:
    """How it stands, then what it is: “逾期 12 天：老小区停车难”."""
    sample = Bilingual("[示例] ", "[sample] ").to(lang) if occasion.sample else ""
    return sample + _named(occasion.state, occasion.title, lang)


def _details(occasion: Occasion, lang: Lang) -> Iterator[str]:
    for name, said in occasion.details:
        yield _named(name, said, lang) if name else str(said.to(lang))


def _named(name: Bilingual, said: Words | Bilingual, lang: Lang) -> str:
    return f"{name.to(lang)}{Bilingual('：', ': ').to(lang)}{said.to(lang)}"
