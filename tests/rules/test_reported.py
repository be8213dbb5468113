"""What a source reported is held against its own parts and against the records, and published as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.problems import parted
from tests.sites import BAISHA, problems, record

LESSONS = record("activity", "a", "form: lecture\nhours: 1.5") + record("activity", "b", "form: lecture")


def noted(folder: Path, fields: str) -> list[str]:
    report = record("report", "march", f"figures:\n  - what: 上课\n    {fields}")
    stops, notes = parted(problems(folder, BAISHA + LESSONS + report))
    assert stops == ()
    return [problem.code for problem in notes if problem.code in ("parts-differ", "reported-differs")]


@pytest.mark.parametrize(
    ("value", "parts", "found"),
    [
        ("3", "[{what: 东, value: 1}, {what: 西, value: 2}]", []),
        ("1.2万", "[{what: 东, value: 7000}, {what: 西, value: 5000}]", []),
        ("3", "[{what: 东, value: 1}]", ["parts-differ"]),
        ("3+", "[{what: 东, value: 1}]", []),
        ("3", "[{what: 东, value: 1+}]", []),
        ("100%", "[{what: 东, value: 40%}]", []),
        ("3", "[]", []),
    ],
)
def test_only_exact_parts_are_held_against_an_exact_figure(
    value: str, parts: str, found: list[str], tmp_path: Path
) -> None:
    assert noted(tmp_path, f"value: {value}\n    parts: {parts}") == found


@pytest.mark.parametrize(
    ("value", "query", "found"),
    [
        ("2", 'count("activity", form="lecture")', []),
        ("3", 'count("activity", form="lecture")', ["reported-differs"]),
        ("3+", 'count("activity", form="lecture")', []),
        ("1.5", 'sum("activity", "hours")', []),
        ("0", 'sum("group", "leaders")', []),
        ("1", 'sum("group", "leaders")', ["reported-differs"]),
    ],
)
def test_a_figure_is_held_against_the_records(value: str, query: str, found: list[str], tmp_path: Path) -> None:
    assert noted(tmp_path, f"value: {value}\n    records: '{query}'") == found


def test_a_sum_of_which_something_is_unknown_contradicts_nothing(tmp_path: Path) -> None:
    assert noted(tmp_path, """value: 9\n    records: 'sum("activity", "hours", form="lecture")'""") == []
