"""A problem is told in one line, as data, or as a note on the line of a pull request."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.problems import ContentError, Mark, Problem, ordered, parted, written
from minusone.words import Bilingual


def problem(path: str = "a.md", line: int = 1, column: int = 1, code: str = "gone", what: str = "不见了") -> Problem:
    return Problem(
        path, Mark(line, column), code, Bilingual(what, "It is gone"), Bilingual("为何", "Why"), Bilingual("改", "Mend")
    )


def test_in_text_a_problem_is_its_place_and_three_sentences() -> None:
    assert problem("content/a.md", 3, 7).to("zh") == "content/a.md:3:7: 不见了。为何。改。"
    assert problem("content/a.md", 3, 7).to("en") == "content/a.md:3:7: It is gone. Why. Mend."


def test_as_data_a_problem_is_all_its_parts() -> None:
    assert json.loads(written([problem(line=3, column=7)], "json", "zh")) == [
        {
            "path": "a.md",
            "line": 3,
            "column": 7,
            "code": "gone",
            "what": "不见了",
            "why": "为何",
            "fix": "改",
            "severity": "error",
        }
    ]
    assert json.loads(written([], "json", "en")) == []


def test_what_is_only_noted_says_so_to_programs() -> None:
    note = replace(problem(), note=True)

    assert json.loads(written([note], "json", "en"))[0]["severity"] == "note"
    assert written([note], "github", "en").startswith("::notice file=a.md")


def test_notes_are_told_apart_from_what_stops_a_build() -> None:
    note = replace(problem("a.md"), note=True)

    assert parted([problem("c.md"), note, problem("b.md")]) == ((problem("b.md"), problem("c.md")), (note,))


def test_as_a_note_on_a_pull_request_its_signs_are_escaped() -> None:
    odd = problem("a,b:c.md", 3, 7, what="100%\n一行")

    assert written([odd], "github", "zh") == (
        "::error file=a%2Cb%3Ac.md,line=3,col=7,title=gone::100%25%0A一行%0A为何%0A改"
    )


@pytest.mark.parametrize("style", ["text", "github"])
def test_each_problem_has_a_line_of_its_own(style: str) -> None:
    both = written([problem(), problem(line=2)], "text" if style == "text" else "github", "en")

    assert len(both.splitlines()) == 2


@given(
    st.permutations([problem("a.md", 2), problem("a.md", 10), problem("a.md", 10, 2), problem("b.md"), problem("b.md")])
)
def test_problems_are_told_once_and_in_the_order_of_the_files(found: list[Problem]) -> None:
    assert [(p.path, *p.mark) for p in ordered(found)] == [
        ("a.md", 2, 1),
        ("a.md", 10, 1),
        ("a.md", 10, 2),
        ("b.md", 1, 1),
    ]
    assert ContentError(found).problems == ordered(found)
