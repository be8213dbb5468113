"""Every query is understood, asks for what is there, and stands where an answer can stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.problems import parted
from tests.sites import BAISHA, problems, record, where

NIGHTS = record("programme", "nights", "commitments:\n  - {id: study, what: 夜学, who: baisha, how_often: FREQ=DAILY}")
HIDDEN = record("unit", "hidden", "internal: yes")


def said(folder: Path, text: str) -> list[str]:
    return where(parted(problems(folder, text))[0])


def body(text: str, fields: str = "") -> str:
    return BAISHA + NIGHTS + HIDDEN + record("page", "about", fields, text)


@pytest.mark.parametrize(
    "query",
    [
        'count("unit")',
        'count("activity", units="baisha", fulfils="nights#study", from="2014-02-25")',
        "count（“rectification”，state=“已销号”，area=“baisha”）",
        "sum('group', 'leaders',\nunit='baisha')",
    ],
)
def test_what_is_there_can_be_asked(query: str, tmp_path: Path) -> None:
    assert said(tmp_path, body(f"有 {{{{ {query} }}}} 件")) == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("now", "bad-query"),
        ('count("unit", type="lane")', "not-one-of"),
        ('count("activity", units="kongpu")', "dangling-reference"),
        ('count("activity", units="hidden")', "internal-reference"),
        ('count("activity", fulfils="nights#walk")', "no-such-commitment"),
        ('count("activity", fulfils="days#walk")', "dangling-reference"),
        ('count("unit"', "bad-query"),
        ('count("unit") }', "bad-query"),
    ],
)
def test_what_can_not_be_asked_is_told_where_it_stands(query: str, code: str, tmp_path: Path) -> None:
    found = said(tmp_path, body(f"第一行\n\n有 {{{{ {query} }}}} 件"))

    assert found == [f"content/pages/about.zh.md:7:3 {code}"]


def test_an_internal_record_may_ask_for_internal_ones(tmp_path: Path) -> None:
    text = BAISHA + HIDDEN + record("page", "own", "internal: yes", '{{ count("activity", units="hidden") }}')

    assert said(tmp_path, text) == []


def test_one_that_is_never_closed_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, body('共 {{ count("unit") 个')) == ["content/pages/about.zh.md:5:3 bad-query"]


def test_one_over_two_lines_of_a_quotation_is_found(tmp_path: Path) -> None:
    text = body('> 前\n>\n> 共 {{ count("unit",\n> typ="street") }} 个')

    assert said(tmp_path, text) == ["content/pages/about.zh.md:7:5 not-in-queries"]


def test_the_same_in_code_is_only_words(tmp_path: Path) -> None:
    assert said(tmp_path, body("写 `{{ now }}`，\n\n    {{ now }}\n")) == []


# --- translations ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ('{{ count("unit") }} units, {{ count("unit") }}!', []),
        ("{{ count（“unit”） }} units", []),
        ("Some units", []),
        (
            '{{ count("activity") }} activities',
            ["content/pages/about.en.md:4:1 nothing-to-translate"],
        ),
        ("{{ now }}", ["content/pages/about.en.md:4:1 bad-query"]),
    ],
)
def test_a_translation_has_no_figure_that_its_source_has_not(english: str, found: list[str], tmp_path: Path) -> None:
    text = body('共 {{ count("unit") }} 个') + f"-- content/pages/about.en.md --\n---\ntitle: About\n---\n{english}\n"

    assert said(tmp_path, text) == found


def test_a_field_has_no_query_in_either_language(tmp_path: Path) -> None:
    english = "-- content/pages/about.en.md --\n---\ntitle: '{{ x }}'\n---\nHere\n"

    assert said(tmp_path, body("正文", "summary: 共 ｛｛ count ｝｝") + english) == [
        "content/pages/about.en.md:2:8 query-in-field",
        "content/pages/about.zh.md:3:10 query-in-field",
    ]


# --- reported figures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('count("unit")', []),
        ('{{ count("unit") }}', []),
        ('sum("group", "leaders")', []),
        ('list("unit")', ["bad-query"]),
        ('share("rectification", state="closed")', ["bad-query"]),
        ('count("unti")', ["not-in-queries"]),
        ('count("activity", units="kongpu")', ["dangling-reference"]),
    ],
)
def test_a_reported_figure_is_held_against_a_number(query: str, found: list[str], tmp_path: Path) -> None:
    report = record("report", "march", f"figures:\n  - what: 街道\n    value: 1+\n    records: '{query}'")

    assert [problem.partition(" ")[2] for problem in said(tmp_path, BAISHA + report)] == found
