"""What people come for, done as they do it: by what is visible, in both languages, however they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect

from minusone.words import LANGS, Lang
from tests.e2e.reader import Reader
from tests.e2e.serving import served
from tests.e2e.walk import Place

pytestmark = pytest.mark.slow

FEW = 4
"""More clicks than these are too many for any of it."""


@dataclass(frozen=True)
class Way:
    """A way to read the site: with or without scripts and mouse, from a server or from a copy on a stick."""

    scripts: bool = True
    keyboard: bool = False
    copy: bool = False


WAYS = {
    "mouse": Way(),
    "keyboard": Way(keyboard=True),
    "no scripts": Way(scripts=False),
    "copy": Way(copy=True),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture(params=LANGS)
def reader(
    request: pytest.FixtureRequest, way: Way, browser: Browser, built_site: Path, portable_site: Path
) -> Iterator[Reader]:
    """Somebody on the home page in their language."""
    lang: Lang = request.param
    half = "" if lang == "zh" else "en/"
    with served(built_site) as address:
        place = Place.on_disk(portable_site) if way.copy else Place.on_server(address, built_site)
        context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=way.scripts)
        page = context.new_page()
        page.goto(urljoin(place.root, f"{half}index.html" if way.copy else half))
        person = Reader(page, lang, way.keyboard)
        yield person
        context.close()
    assert person.steps <= FEW


def test_is_the_thing_i_reported_done(reader: Reader) -> None:
    """It is: told in the first line, with the day and what the residents said."""
    reader.follow("整改台账", "Ledger", reader.menu)
    closed = reader.main.get_by_role("link", name=reader.say("已销号", "Closed")).first
    reader.press(closed)
    reader.follow("背街巷子路灯不亮，晚上走路靠手机照", "Lamps out in a back lane; people light their way home by phone")
    reader.is_at("背街巷子路灯不亮", "Lamps out in a back lane")
    reader.reads("已销号", "Closed")


def test_is_the_thing_i_reported_done_when_it_is_not(reader: Reader) -> None:
    """It is not, and was to be long ago: the home page leads there at once."""
    reader.follow("老年食堂的饭菜送到桌上已经凉了", "x")
    reader.reads("逾期 40 天，反弹重开", "Overdue by 40 days, reopened")
