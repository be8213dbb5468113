"""What people come for, done as they do it: by what is visible, in both languages, however they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from minusone.words import LANGS, Lang
from tests.e2e.reader import Reader
from tests.e2e.serving import served
from tests.e2e.walk import Place

pytestmark = pytest.mark.slow

FEW = 4
"""Whatever takes more clicks than these is not at hand."""


@dataclass(frozen=True)
class Way:
    """How the site is read: with or without scripts and mouse, from a server or from a copy on a stick."""

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
    """Somebody on the home page in their language: with a phone, or at a desk by keyboard."""
    lang: Lang = request.param
    home = ("" if lang == "zh" else "en/") + ("index.html" if way.copy else "")
    with served(built_site) as address:
        place = Place.on_disk(portable_site) if way.copy else Place.on_server(address, built_site)
        context = browser.new_context(
            viewport={"width": 1280 if way.keyboard else 360, "height": 740},
            java_script_enabled=way.scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(error.message))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(place.root + home)
        person = Reader(page, lang, way.keyboard)
        yield person
        context.close()
    assert wrong == []
    assert person.steps <= FEW


def test_is_what_i_reported_done(reader: Reader) -> None:
    """It is: the ledger's closed ones name it, and its page says since when, and what residents said."""
    reader.choose("整改台账", "Ledger")
    reader.follow("已销号", "closed", reader.main)
    reader.follow(
        "背街巷子路灯不亮，晚上走路靠手机照", "Lamps out in a back lane; people light their way home by phone"
    )
    reader.is_at("背街巷子路灯不亮，晚上走路靠手机照", "Lamps out in a back lane; people light their way home by phone")
    reader.reads("2014年3月6日", "6 March 2014")
    reader.reads("居民怎么说", "What residents say")


def test_is_what_i_reported_done_when_it_is_not(reader: Reader) -> None:
    """It is not, and was to be long ago: so it is what the home page begins with."""
    reader.follow(
        "老年食堂的饭菜送到桌上已经凉了", "Lunch for older residents is cold by the time it reaches the table"
    )
    reader.reads("逾期 40 天，反弹重开", "Overdue by 40 days, reopened")


def test_what_is_overdue_in_my_street(reader: Reader) -> None:
    reader.choose("单位", "Units")
    reader.follow("庄桥街道", "Zhuangqiao Street", reader.main)
    reader.is_at("庄桥街道", "Zhuangqiao Street")
    expect(reader.find("heading", "逾期未完成", "Overdue")).to_be_visible()
    overdue = reader.main.get_by_role("listitem").filter(has_text=reader.say("逾期 30 天", "Overdue by 30 days"))
    reader.follow(
        "夹心村垃圾成堆，村口道路坑洼", "Rubbish in heaps and a road full of holes in an enclave village", overdue.first
    )
    reader.reads("逾期 30 天，整改中，部分完成", "Overdue by 30 days, in progress, partly done")


def test_what_did_the_supervision_group_ask_for_and_was_it_done(reader: Reader) -> None:
    reader.choose("督导组", "Supervision groups")
    reader.follow("省委赴江北督导组", "Provincial supervision group in Jiangbei", reader.main)
    fumes = reader.say("三天内明确油烟投诉由哪一家受理", "Settle within three days who takes complaints about fumes")
    asked = reader.main.get_by_role("listitem").filter(has_text=fumes).first
    reader.reads("已答复，整改未了结", "Answered, rectification unresolved", asked)
    reader.follow(
        "楼下饭店油烟上楼，找了三个部门都说不归自己管",
        "Kitchen fumes rise into the flats, and three departments each say it isn't theirs",
        asked,
    )
    reader.reads("整改中，部分完成", "In progress, partly done")


def test_is_what_i_reported_done_asked_in_its_words(reader: Reader, way: Way) -> None:
    """Where nothing can search, there is no field to write into."""
    if not way.scripts or way.copy:
        expect(reader.page.get_by_role("searchbox")).to_be_hidden()
        return
    reader.write(reader.say("路灯", "lamps"), reader.find("searchbox", "搜索本站", "Search this site"))
    reader.follow(
        "背街巷子路灯不亮，晚上走路靠手机照", "Lamps out in a back lane; people light their way home by phone"
    )
    reader.reads("2014年3月6日", "6 March 2014")


def test_how_do_i_hear_of_the_next_deadline(reader: Reader, built_site: Path) -> None:
    """The calendar that the page offers is one."""
    reader.follow("订阅与日历", "Feeds and calendars", reader.page.get_by_role("contentinfo"))
    reader.is_at("订阅与日历", "Feeds and calendars")
    calendar = reader.find("link", "整改与答复期限", "Deadlines", reader.main)
    with reader.page.expect_download() as download:
        reader.press(calendar)
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_notice_can_be_printed(reader: Reader) -> None:
    """On paper is what the screen says, without what can only be clicked, and with a code that leads back."""
    reader.follow(
        "老年食堂的饭菜送到桌上已经凉了", "Lunch for older residents is cold by the time it reaches the table"
    )
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_role("search")).to_be_hidden()
    expect(reader.page.get_by_role("checkbox", name=reader.say("大字版", "Large print"))).to_be_hidden()
    reader.reads("逾期 40 天，反弹重开", "Overdue by 40 days, reopened")
    expect(reader.page.get_by_role("img", name="/r/2014-008/")).to_be_visible()
    reader.reads("https://minusone.example/r/2014-008/", "https://minusone.example/en/r/2014-008/")
