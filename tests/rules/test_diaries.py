"""A diary that lacks something, and a “1” that nobody took up, are noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, marked, problems, record, rectification, where

ENTRIES = "entries: [{hours: 2, on: 走访, whom: 居民}]"


def diary(fields: str) -> str:
    return BAISHA + record("activity", "day", f"form: diary\n{fields}")


def test_a_diary_without_hours_is_noted_at_its_form(tmp_path: Path) -> None:
    text = BAISHA + record("activity", "day", "form: ▸diary")

    assert where(problems(tmp_path, text)) == [f"{place} diary-lacks" for place in marked(text)]


def test_each_part_that_is_missing_is_named(tmp_path: Path) -> None:
    found = problems(tmp_path, diary(f"diary: {{{ENTRIES}}}"))

    assert [(problem.code, problem.note) for problem in found] == [("diary-lacks", True)] * 2
    assert "“one” (The “1”)" in found[0].to("en")
    assert "“start”（从哪改起）" in found[1].to("zh")


@pytest.mark.parametrize(
    "fields",
    [
        "sources: 一篇报道",
        f"diary: {{{ENTRIES}, one: 听得少, start: 多听}}\ndate: 2014-04-01",
    ],
)
def test_a_quoted_diary_and_a_whole_one_are_good(fields: str, tmp_path: Path) -> None:
    assert problems(tmp_path, diary(fields)) == ()


ONE = f"diary: {{{ENTRIES}, one: ▸听得少, start: 多听}}"
FOUND = rectification("found: {date: 2014-03-01, by: activity:day}")


@pytest.mark.parametrize(
    ("date", "config", "more", "days"),
    [
        ("2014-03-16", "", "", 45),
        ("2014-03-17", "", "", None),
        ("2014-03-16", "silence_days: 46\n", "", None),
        ("2014-04-20", "silence_days: 10\n", "", 10),
        ("2014-03-01/2014-03-16", "", "", 45),
        ("2014-03-01", "", FOUND, None),
        ("2014", "", "", None),
    ],
)
def test_a_one_that_no_rectification_came_of_is_noted_after_a_while(
    date: str, config: str, more: str, days: int | None, tmp_path: Path
) -> None:
    text = config + diary(f"date: {date}\n{ONE}") + more
    found = [problem for problem in problems(tmp_path, text) if problem.code == "one-not-taken-up"]

    assert where(found) == [f"{place} one-not-taken-up" for place in marked(text) if days is not None]
    assert all(problem.note and f"days since: {days}." in problem.to("en") for problem in found)
