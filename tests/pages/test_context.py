"""What every page does: it falls back to Chinese visibly, and says where something is only a sample."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.rectification import State
from minusone.pages.context import Frame, Marks, Page
from minusone.pieces.sheets import sheets
from minusone.reckoning.lifecycle import Group
from minusone.schema import Part
from minusone.words import Bilingual, Words
from tests.built import Element, leads_to, one, published, read
from tests.sites import BAISHA, LEAST, progress, record, rectification

HAN = re.compile(r"[\u4e00-\u9fff]")

# --- languages -------------------------------------------------------------------------------------------------------

LAMP = rectification(
    """
    summary: 夜里看不见路
    target: 全部亮灯
    deadline: 2014-06
    measures: [换灯, 巡查]
    """
    + progress("date: 2014-03-01, step: registered, note: 居民来电").replace("\n", "\n    "),
    "住户反映路口没有灯。",
)
UNITS = BAISHA + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
PART = "-- content/rectifications/2014-001.en.md --\n---\ntitle: A dark lamp\nmeasures: [Change it]\n---\n"
WHOLE = """\
-- content/rectifications/2014-001.en.md --
---
title: A dark lamp
summary: Nobody sees the way at night
target: All lamps lit
measures: [Change it, Look after it]
progress: [{note: A resident called}]
---
Residents said that there is no light.
"""
NOTICE = "Parts of this page are in Chinese only."


def english(translation: str) -> Element:
    return read(published(UNITS + LAMP + translation)["en/rectifications/2014-001/index.html"])


def chinese(page: Element) -> list[str]:
    """The Chinese words that a page shows in its main part."""
    (main,) = page.all("main")
    return [text.text.strip() for text in main.all("#text") if HAN.search(text.text)]


@pytest.mark.parametrize(
    ("translation", "left"),
    [
        ("", ["路灯不亮", "夜里看不见路", "住户反映路口没有灯。", "全部亮灯", "换灯", "巡查", "居民来电", "路灯不亮"]),
        (PART, ["夜里看不见路", "住户反映路口没有灯。", "全部亮灯", "巡查", "居民来电"]),
        (WHOLE, []),
    ],
    ids=["none", "part", "whole"],
)
def test_what_is_not_translated_is_shown_in_chinese_and_the_page_says_so(translation: str, left: list[str]) -> None:
    page = english(translation)

    assert chinese(page) == left
    assert (NOTICE in page.words) == bool(left)


def test_every_chinese_word_of_an_english_page_is_marked_as_chinese() -> None:
    everything = "".join(record(kind, "kongpu" if kind == "unit" else "province") for kind in LEAST)
    picture = rectification(
        "pictures: {file: lamp.png, alt: 路灯}\nsupporting: each:street@baisha\nsummary: 摘要", "正文"
    )
    pages = published(BAISHA + everything + picture + "-- content/rectifications/lamp.png --\n")
    unmarked = {
        (path, said)
        for path, html in pages.items()
        if path.startswith("en/")
        for element in read(html).all("body")[0].all()
        for said in (element.text, *(element.attributes.get(name, "") for name in ("alt", "title", "aria-label")))
        if HAN.search(said) and element.lang != "zh-CN"
    }

    assert unmarked == set()


def test_a_chinese_page_has_no_notice_and_no_english_from_the_translation() -> None:
    html = published(UNITS + LAMP + WHOLE)["rectifications/2014-001/index.html"]

    assert not read(html).all("p", "notice")
    assert "A dark lamp" not in html


def test_facts_are_the_same_in_both_languages() -> None:
    text = UNITS + LAMP.replace("2014-06", "2014-04-20") + PART + one(Group.CLOSED, "2014-002")
    pages = published(text)

    def facts(path: str) -> tuple[list[str], list[str], list[str]]:
        page = read(pages[path])
        states = [" ".join(one.classes) for one in page.all(of_class="badge")]
        days = [one.attributes["datetime"] for one in page.all("time")]
        return states, days, re.findall(r"\d+", " ".join(one.words for one in page.all(of_class="badge")))

    for path in (path for path in pages if not path.startswith("en/")):
        assert facts(path) == facts(f"en/{path}"), path


# --- samples ---------------------------------------------------------------------------------------------------------

SAMPLES = (
    BAISHA
    + record("unit", "gongyi", "title: 公益村\ntype: village")
    + record("programme", "five", "units: gongyi")
    + record("group", "first", "unit: gongyi")
    + record("team", "province", "to: gongyi")
    + record("unit", "far", "title: 远村\ntype: village")
    + record(
        "activity",
        "night",
        "units: gongyi\nprogramme: five\ngroups: first\nsample: yes",
        "[另一件](rectification:2014-002)",
    )
    + record("visit", "look", "units: gongyi\nsample: yes\nrecommendations: {text: 改, to: gongyi}")
    + record("activity", "real", "date: 2014-03-05")
    + rectification("unit: far\narea: far\nsample: yes")
    + rectification("found: {date: 2014-03-01, by: activity:real}", id="2014-002")
    + record("report", "march")
)
INVENTED = ("activities/night/index.html", "visits/look/index.html", "rectifications/2014-001/index.html")
NOTICE_OF_SAMPLES = ("标“示例”的是演示内容", "“Sample” marks what was made up")


@pytest.fixture(scope="module")
def mains() -> dict[str, Element]:
    """The main part of every page."""
    return {path: read(html).all("main")[0] for path, html in published(SAMPLES).items()}


def tagged(element: Element) -> bool:
    return any(tag.words in ("示例", "sample") for tag in element.all("span", "tag"))


def test_a_sample_says_so_wherever_it_is_listed(mains: dict[str, Element]) -> None:
    listed = {
        (path, leads_to(path, title.all("a")[0])): tagged(title)
        for path, main in mains.items()
        for title in main.all("p", "title")
    }

    assert sum(listed.values()) > 20
    assert listed == {(path, target): target.endswith(INVENTED) for path, target in listed}


def test_a_page_says_that_it_shows_samples_when_and_only_when_it_does(mains: dict[str, Element]) -> None:
    shows = {path for path, main in mains.items() if tagged(main)}
    says = {
        path
        for path, main in mains.items()
        if any(notice.words.startswith(NOTICE_OF_SAMPLES) for notice in main.all("p", "notice"))
    }

    assert sorted(shows - says) == []
    assert sorted(says - shows) == []


# --- what a page is marked by -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Leaf:
    number: int
    sample: bool


class Noted(Part):
    sample: bool
    note: Words


class Pair(NamedTuple):
    sample: bool
    words: Words


@dataclass(frozen=True)
class Branch:
    name: str
    words: Words | None
    said: Mapping[str, Words]
    leaf: Leaf | None
    state: State
    part: Noted
    pair: Pair
    inside: tuple[object, ...]


WORDS = st.builds(Words, st.just("灯"), st.sampled_from(["lamp", None]), st.booleans())
LEAF = st.builds(Leaf, st.integers(), st.booleans())
SHOWN = st.recursive(
    st.one_of(WORDS, LEAF, st.none(), st.text()),
    lambda inner: st.builds(
        Branch,
        st.text(),
        st.none() | WORDS,
        st.dictionaries(st.text(), WORDS, max_size=2),
        st.none() | LEAF,
        st.sampled_from(State),
        st.builds(Noted, sample=st.booleans(), note=WORDS),
        st.builds(Pair, st.booleans(), WORDS),
        st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=8,
)


def everything(one: object) -> Iterator[object]:
    """A value and all that it holds."""
    yield one
    inner: Iterable[object] = ()
    if isinstance(one, tuple):
        inner = one
    elif isinstance(one, Mapping):
        inner = one.values()
    elif isinstance(one, Part):
        inner = (getattr(one, name) for name in type(one).model_fields)
    elif is_dataclass(one):
        inner = (getattr(one, field.name) for field in fields(one))
    for each in inner:
        yield from everything(each)


@given(SHOWN)
def test_a_page_is_marked_by_everything_in_it(shown: object) -> None:
    all_ = list(everything(shown))
    words = [each for each in all_ if isinstance(each, Words)]
    sample = any(getattr(each, "sample", False) for each in all_)
    page = Page("/", "home.html", cast(Frame, None), Bilingual("首页", "Home"), shown)

    assert page.marks == Marks(sample, any(each.en is None for each in words), any(each.stale for each in words))


# --- pages of a list -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rows", "per_page", "count"), [(0, 2, 1), (1, 2, 1), (2, 2, 1), (3, 2, 2), (5, 2, 3)])
def test_a_long_list_is_parted_without_loss(rows: int, per_page: int, count: int) -> None:
    parts = sheets(range(rows), per_page, "/list/")

    assert [row for _, _, some in parts for row in some] == list(range(rows))
    assert [address for address, _, _ in parts] == ["/list/", *(f"/list/page/{n}/" for n in range(2, count + 1))]
    assert [sheet.before for _, sheet, _ in parts][1:] == [address for address, _, _ in parts][:-1]
    assert [sheet.after for _, sheet, _ in parts][:-1] == [address for address, _, _ in parts][1:]
