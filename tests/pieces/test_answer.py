"""A query in a text is answered there, with a link to the records, and says what is lacking, unknown or made up."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from minusone import plan
from minusone.kinds import KINDS
from minusone.pieces.answer import LISTED, UNITS
from minusone.reckoning.lifecycle import Group
from minusone.render import Renderer
from tests.built import TEMPLATES, Element, built, leads_to, linked, one, places, read
from tests.sites import BAISHA, record, rectification

UNITS_OF_THE_SITE = BAISHA + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
ACTIVITIES = (
    record("activity", "first", "title: 第一课\nform: lecture\ndate: 2014-03-04\npeople: 1200\nhours: 1.5")
    + record("activity", "second", "title: 第二课\nform: lecture\ndate: 2014-03-11\npeople: 20+\nhours: 1.25")
    + record("activity", "third", "title: 座谈\nform: discussion\ndate: 2014-04-01")
)
LEDGER = one(Group.OVERDUE, "2014-001", "title: 路灯") + one(Group.CLOSED, "2014-002") + one(Group.CLOSED, "2014-003")
TWO = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n{}\n"


def page(tmp_path: Path, query: str, more: str = "", lang: str = "en/") -> Element:
    """The text of a page in which a query stands between words, and the same in English."""
    text = UNITS_OF_THE_SITE + ACTIVITIES + LEDGER + more
    text += record("page", "about", body=f"有 {{{{ {query} }}}} 次。") + TWO.format(f"There are {{{{ {query} }}}}.")
    path = PurePosixPath(f"{lang}pages/about/index.html")
    output = next(one for one in plan.outputs(plan.pages(linked(places(tmp_path, text)))) if one.path == path)
    return read(Renderer(TEMPLATES)(output)[1].decode()).all("div", "body")[0]


@pytest.mark.parametrize(
    ("query", "zh", "en"),
    [
        ('count("activity")', "有 3 次。", "There are 3."),
        ('count("activity", form="lecture")', "有 2 次。", "There are 2."),
        ('count("activity", from="2014-04")', "有 1 次。", "There are 1."),
        ('count("visit")', "有 0 次。", "There are 0."),
        ('sum("activity", "people", form="lecture")', "有 1,220 余 次。", "There are over 1,220."),
        (
            'sum("activity", "hours")',
            "有 2.75（另有 1 次没有写明）次。",
            "There are 2.75 (not stated for 1 more).",
        ),
        (
            'sum("activity", "hours", form="discussion")',
            "有 不详（1 次都没有写明）次。",
            "There are not known (not stated for any of 1).",
        ),
        (
            'list("activity", form="lecture")',
            "有 第二课；第一课（共 2 次）次。",
            "There are 第二课; 第一课 (2 in all).",
        ),
        ('list("visit")', "有 没有 次。", "There are none."),
        (
            'share("rectification", state="closed")',
            "有 3 件中 2 件已销号，其余：路灯（逐件列出）次。",
            "There are 2 of 3 closed, the rest: 路灯 (each of them).",
        ),
    ],
)
def test_a_query_is_answered_in_the_words_and_numbers_of_each_language(
    query: str, zh: str, en: str, tmp_path: Path
) -> None:
    assert page(tmp_path / "zh", query, lang="").words == zh
    assert page(tmp_path / "en", query).words == en


@pytest.mark.parametrize("half", ["", "en/"])
def test_a_figure_leads_to_the_list_of_what_it_counts_in_its_half(half: str, tmp_path: Path) -> None:
    (link,) = page(tmp_path, 'count("activity", form="lecture")', lang=half).all("a", "figure")

    assert leads_to(f"{half}pages/about/index.html", link) == (
        f"{half}figures/count--activity--form-lecture/index.html"
    )


def test_a_share_names_the_one_that_is_lacking_and_leads_to_it(tmp_path: Path) -> None:
    (share,) = page(tmp_path, 'share("rectification", group="closed")').all("span", "share")

    assert [leads_to("en/pages/about/index.html", link) for link in share.all("a")] == [
        "en/rectifications/2014-001/index.html"
    ]


def test_a_share_of_which_many_are_lacking_leads_to_all_of_them(tmp_path: Path) -> None:
    more = "".join(one(Group.OPEN, f"2014-1{n}") for n in range(9))
    (share,) = page(tmp_path, 'share("rectification", group="closed")', more).all("span", "share")

    assert share.words.startswith("2 of 12 closed, the rest: 路灯; ")
    assert leads_to("en/pages/about/index.html", share.all("a")[-1]) == (
        "en/figures/share--rectification--group-closed/index.html"
    )


def test_a_long_list_names_the_worst_and_leads_to_the_rest(tmp_path: Path) -> None:
    more = "".join(one(Group.OPEN, f"2014-1{n:02}") for n in range(20))
    body = page(tmp_path, 'list("rectification", group="unresolved")', more)

    assert body.words.startswith("There are 路灯; ")
    assert body.words.endswith(" and others (21 in all).")
    assert len(body.all("a")) == LISTED + 1


def test_a_title_without_a_translation_is_marked_as_chinese(tmp_path: Path) -> None:
    body = page(tmp_path, 'list("activity", form="discussion")')

    assert [text.lang for text in body.all("#text") if text.text == "座谈"] == ["zh-CN"]


def test_what_is_made_up_among_the_counted_is_said_beside_the_figure_and_on_top_of_the_page(tmp_path: Path) -> None:
    sample = record("activity", "fourth", "form: lecture\nsample: yes")
    body = page(tmp_path, 'count("activity", form="lecture")', sample)

    assert body.words == "There are 3 (incl. samples)."
    (main,) = (element for element in body.around if element.tag == "main")
    assert any(notice.words.startswith("“Sample” marks what was made up") for notice in main.all("p", "notice"))


def test_without_a_translation_the_chinese_text_leads_to_the_english_half(tmp_path: Path) -> None:
    text = UNITS_OF_THE_SITE + LEDGER + record("page", "about", body='{{ list("rectification", group="overdue") }}')
    html = built(tmp_path, text)["en/pages/about/index.html"]
    links = read(html).all("div", "body")[0].all("a")

    assert [leads_to("en/pages/about/index.html", link) for link in links] == [
        "en/rectifications/2014-001/index.html",
        "en/figures/list--rectification--group-overdue/index.html",
    ]


def test_internal_records_are_counted_nowhere(tmp_path: Path) -> None:
    hidden = record("activity", "hidden", "form: lecture\ninternal: yes")

    assert page(tmp_path, 'count("activity", form="lecture")', hidden).words == "There are 2."


def test_in_code_a_query_and_its_place_are_shown_as_they_stand(tmp_path: Path) -> None:
    body = """`<data value="0"></data>` `{{ count("unit") }}` {{ count("unit") }}"""
    html = built(tmp_path, BAISHA + rectification(body=body))["rectifications/2014-001/index.html"]
    shown = read(html).all("div", "body")[0]

    assert shown.words == """<data value="0"></data> {{ count("unit") }} 1"""
    assert len(shown.all("a", "figure")) == 1


def test_every_kind_has_its_measure_word() -> None:
    assert UNITS.keys() == KINDS.keys()
