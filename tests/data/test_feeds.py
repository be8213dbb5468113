"""Feeds as their readers parse them: whose news each brings, in what order, and that none of the unresolved is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as Xml

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minusone import link, pipeline, plan
from minusone import settings as config
from minusone.data import feeds
from minusone.pages.context import Page
from minusone.reckoning.lifecycle import UNRESOLVED, Group
from minusone.words import LANGS
from tests.built import REGISTERED, linked, one, planned
from tests.sites import BAISHA, progress, record, rectification, site

BASE = "https://small.example/"
ADDRESS = f"address: {BASE}\n"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def made(folder: Path, text: str) -> dict[str, bytes]:
    whole = linked(site(folder, ADDRESS + text))
    return {one.path.as_posix(): one.data for one in feeds.documents(whole, [*plan.pages(whole)])}


def parsed(data: bytes) -> Any:
    found = feedparser.parse(data)
    assert not found.bozo, found.get("bozo_exception")
    return found


def titles(data: bytes) -> list[str]:
    return [entry.title for entry in parsed(data).entries]


LAMPS = rectification(
    "sample: true\nsummary: 两盏路灯\ndeadline: 2014-04-18\nprogramme: five\n"
    + progress(REGISTERED, "date: 2014-03-02, step: assigned, note: 交城管")
)
SITE = (
    BAISHA
    + record("unit", "idle", "title: 没有事的单位")
    + record("team", "province")
    + record("programme", "five")
    + LAMPS
    + "-- content/rectifications/2014-001.en.md --\n---\ntitle: Lamps & wires\n---\n"
    + one(Group.CLOSED, "2014-002", "title: 污水")
    + record("activity", "night", "programme: five")
    + record("visit", "march", "recommendations: [{text: 快修, to: baisha, due: 2014-03-20}]")
)


@pytest.fixture
def site_feeds(tmp_path: Path) -> dict[str, bytes]:
    return made(tmp_path, SITE)


def test_there_is_a_feed_of_everything_of_each_kind_and_of_whoever_has_news_in_both_languages(
    site_feeds: dict[str, bytes],
) -> None:
    zh = {path for path in site_feeds if not path.startswith("en/")}

    assert zh == {
        f"feeds/{name}.xml"
        for name in (
            "all",
            "open",
            "rectifications",
            "activities",
            "visits",
            "reports",
            "units/baisha",
            "programmes/five",
        )
    }
    assert set(site_feeds) == zh | {f"en/{path}" for path in zh}


def test_no_page_has_to_be_planned_for_a_feed(tmp_path: Path, site_feeds: dict[str, bytes]) -> None:
    whole = linked(site(tmp_path / "again", ADDRESS + SITE))

    assert {one.path.as_posix(): one.data for one in feeds.documents(whole, ())} == site_feeds


def test_without_an_address_there_is_none_and_no_page_tells_of_any(tmp_path: Path) -> None:
    whole = linked(site(tmp_path / "a", SITE))
    pages = planned(tmp_path / "b", SITE)

    assert list(feeds.documents(whole, [*plan.pages(whole)])) == []
    assert "/subscribe/" not in pages
    assert [link.address for link in pages["/"].frame.footer if link.address == "/subscribe/"] == []
    assert all(page.feeds == () for page in pages.values())


def test_an_entry_says_how_the_record_stands_and_what_happened_last(site_feeds: dict[str, bytes]) -> None:
    (zh,) = parsed(site_feeds["feeds/open.xml"]).entries
    (en,) = parsed(site_feeds["en/feeds/open.xml"]).entries

    assert (zh.title, en.title) == ("[示例] 逾期 12 天：路灯不亮", "[sample] Overdue by 12 days: Lamps & wires")
    assert zh.summary == "<p>2014年3月2日：交办：交城管</p><p>两盏路灯</p>"
    assert en.summary.startswith('<p>2 March 2014: assigned: <span lang="zh-CN">交城管</span></p>')
    assert (zh.id, zh.link) == (f"{BASE}r/2014-001/", f"{BASE}rectifications/2014-001/")
    assert (en.id, en.link) == (f"{BASE}en/r/2014-001/", f"{BASE}en/rectifications/2014-001/")
    assert zh.author == "白沙街道"
    assert [tag.term for tag in zh.tags] == ["整改", "背街小巷与市容", "逾期未完成"]
    assert zh.published == "2014-03-01T00:00:00+08:00"


@pytest.mark.parametrize("title", ["a ]]> <b>x</b> & <![CDATA[ y", "&lt;script&gt;", "《甲》；乙 丙", "－" * 300])
def test_a_title_is_read_as_it_was_written(title: str, tmp_path: Path) -> None:
    data = made(tmp_path, BAISHA + one(Group.OPEN, fields=f"title: '{title}'"))["feeds/open.xml"]

    assert Xml.fromstring(data).findtext(f"{ATOM}entry/{ATOM}title") == f"已登记：{title}"
    parsed(data)


def test_another_day_makes_no_entry_anew(tmp_path: Path) -> None:
    """Readers would show it again: by its id, or because it seems to have been changed."""
    where = site(tmp_path, ADDRESS + SITE)
    said = config.settings(where.config)

    def on(day: date) -> list[tuple[str, str, str]]:
        whole, _ = pipeline.corpus(where, said, day, workers=1)
        public = link.site(whole)
        found = {one.path.as_posix(): one.data for one in feeds.documents(public, [*plan.pages(public)])}
        return [
            (entry.id, entry.published, entry.updated) for entry in parsed(found["feeds/rectifications.xml"]).entries
        ]

    assert on(date(2014, 4, 30)) == on(date(2014, 5, 20))


def test_that_a_deadline_went_by_is_news_of_the_day_after_it(site_feeds: dict[str, bytes]) -> None:
    found = parsed(site_feeds["feeds/open.xml"])

    assert found.entries[0].updated == found.feed.updated == "2014-04-19T00:00:00+08:00"


def test_the_newest_comes_first_and_a_visit_says_what_was_not_answered(site_feeds: dict[str, bytes]) -> None:
    assert titles(site_feeds["feeds/units/baisha.xml"]) == [
        "[示例] 逾期 12 天：路灯不亮",
        "已销号：污水",
        "逾期未答复：察看",
        "夜学",
    ]
    assert titles(site_feeds["feeds/programmes/five.xml"]) == ["[示例] 逾期 12 天：路灯不亮", "夜学"]
    visit = parsed(site_feeds["feeds/visits.xml"]).entries[0]
    assert visit.summary.startswith("<p>逾期未答复：1</p>")


def test_reports_that_made_themselves_are_news_when_their_period_is_over(site_feeds: dict[str, bytes]) -> None:
    (month,) = (e for e in parsed(site_feeds["feeds/reports.xml"]).entries if e.title == "[示例] 2014年3月进展通报")

    assert month.id == f"{BASE}reports/2014-03/"
    assert month.updated == "2014-03-31T00:00:00+08:00"
    assert month.summary == "<p>2014年3月31日未了结：1</p>"
    assert month.title in titles(site_feeds["feeds/all.xml"])


def test_a_report_of_a_period_that_goes_on_is_no_news_yet(tmp_path: Path) -> None:
    april = rectification("found: {date: 2014-04-20}\n" + progress("date: 2014-04-20, step: registered"))
    found = titles(made(tmp_path, BAISHA + april)["feeds/reports.xml"])

    assert "2014年4月进展通报" in found
    assert "2014年第二季度进展通报" not in found


def test_a_report_of_the_office_is_news_on_the_day_it_came_out(tmp_path: Path) -> None:
    found = made(tmp_path, SITE + record("report", "march", "published: 2014-04-02\nsummary: 三月里"))
    (own,) = (entry for entry in parsed(found["feeds/reports.xml"]).entries if entry.title == "三月通报")

    assert own.updated == "2014-04-02T00:00:00+08:00"
    assert own.summary == "<p>2014年3月31日未了结：1</p><p>三月里</p>"


@pytest.mark.parametrize("lang", LANGS)
def test_a_feed_has_all_that_rfc_4287_asks_for(lang: str, site_feeds: dict[str, bytes]) -> None:
    for path, data in site_feeds.items():
        if path.startswith("en/") is not (lang == "en"):
            continue
        root = Xml.fromstring(data)
        assert root.attrib[LANG] == ("en" if lang == "en" else "zh-CN")
        assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")].count(None) == 0
        links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}
        assert links["self"] == BASE + path
        assert links["alternate"].startswith(BASE + ("en/" if lang == "en" else ""))
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))
        for entry in root.findall(f"{ATOM}entry"):
            said = {name: entry.findtext(f"{ATOM}{name}") or "" for name in ("title", "published", "updated", "id")}
            assert all(said.values())
            assert said["published"] <= said["updated"]


def test_a_feed_of_many_ends_with_the_fiftieth_and_the_open_ones_are_all_there(tmp_path: Path) -> None:
    many = "".join(one(Group.OPEN, f"2014-{number:03}") for number in range(1, 61))
    found = made(tmp_path, BAISHA + many)

    assert len(titles(found["feeds/all.xml"])) == len(titles(found["feeds/rectifications.xml"])) == 50
    assert len(titles(found["feeds/open.xml"])) == 60


def test_a_feed_without_entries_is_of_the_sites_today(tmp_path: Path) -> None:
    found = parsed(made(tmp_path, BAISHA + one(Group.CLOSED))["feeds/open.xml"])

    assert found.entries == []
    assert found.feed.updated == "2014-04-30T00:00:00+08:00"


@pytest.mark.slow
@given(st.lists(st.sampled_from(Group), max_size=8))
@settings(max_examples=40)
def test_each_of_the_unresolved_is_in_the_open_feed_once_and_nothing_else(groups: Sequence[Group]) -> None:
    all_groups = [Group.OPEN, *groups]
    each = (one(group, f"2014-{n:03}", f"title: 第 {n} 件事情") for n, group in enumerate(all_groups, 1))
    with TemporaryDirectory() as folder:
        whole = linked(site(Path(folder), ADDRESS + BAISHA + "".join(each)))
        data = {one.path.as_posix(): one.data for one in feeds.documents(whole, ())}

    wanted = {f"{BASE}r/2014-{n:03}/" for n, group in enumerate(all_groups, 1) if group in UNRESOLVED}
    found = [entry.id for entry in parsed(data["feeds/open.xml"]).entries]
    assert sorted(found) == sorted(wanted)
    assert found == [f"{BASE}r/{record.id}/" for record in whole.ledger()][: len(found)]


def test_pages_lead_to_the_feeds_of_what_they_show(tmp_path: Path) -> None:
    pages: dict[str, Page] = planned(tmp_path, ADDRESS + SITE)

    def led(address: str) -> list[str]:
        return [link.address for link in pages[address].feeds]

    assert led("/") == ["/feeds/open.xml", "/feeds/all.xml"]
    assert led("/rectifications/") == ["/feeds/open.xml", "/feeds/rectifications.xml"]
    assert led("/units/baisha/") == ["/feeds/units/baisha.xml"]
    assert led("/units/idle/") == []
    assert led("/programmes/five/") == ["/feeds/programmes/five.xml"]
