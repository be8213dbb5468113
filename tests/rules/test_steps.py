"""Rectifications live by the step table, and nobody checks their own work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, progress, record, rectification, where

NORTH = record("unit", "north", "parent: baisha") + record("team", "province")
DONE = (
    "date: 2014-03-01, step: registered",
    "date: 2014-03-02, step: assigned",
    "date: 2014-03-03, step: started",
    "date: 2014-03-04, step: submitted, evidence: 照片",
)


def codes(folder: Path, fields: str) -> list[str]:
    return [problem.code for problem in problems(folder, BAISHA + NORTH + rectification(fields))]


def test_every_wrong_step_of_a_record_is_told_with_the_state_before_it(tmp_path: Path) -> None:
    steps = progress(
        "date: 2014-03-01, step: registered",
        "date: 2014-03-02, step: verified, residents: 3",
        "date: 2014-03-03, step: assigned",
        "date: 2014-03-04, step: closed",
    )
    found = problems(tmp_path, BAISHA + rectification(steps))

    assert where(found) == [
        "content/rectifications/2014-001.zh.md:5:30 wrong-step",
        "content/rectifications/2014-001.zh.md:7:30 wrong-step",
    ]
    assert [problem.why.en for problem in found] == [
        "The state before it is “registered”",
        "The state before it is “assigned”",
    ]


@pytest.mark.parametrize(
    ("by", "answerable", "said"),
    [
        ("baisha", "unit: baisha", ["self-verified"]),
        ("baisha", "unit: each:street", ["self-verified"]),
        ("north", "unit: baisha\nlead: north", ["self-verified"]),
        ("north", "unit: baisha", []),
        ("north", "unit: baisha\nsupporting: north", []),
        ("team:province", "unit: baisha", []),
    ],
)
def test_whoever_answers_for_it_by_name_or_by_class_does_not_verify_it(
    by: str, answerable: str, said: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, f"{answerable}\n" + progress(*DONE, f"date: 2014-03-05, step: verified, by: {by}")) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("track: [immediate, long_term]\nreview: quarterly", []),
        ("track: [deadline, long_term]", ["deadline-needed", "review-needed"]),
        ("track: deadline\ndeadline: 2014", []),
        ("nature: promise\nfound:", []),
        ("found:", ["found-needed"]),
    ],
)
def test_a_record_says_what_its_track_and_nature_ask_for(fields: str, said: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, fields) == said


def test_a_changed_plan_names_a_target_of_the_record(tmp_path: Path) -> None:
    plan = "planned: 9, reason: 加装, approved_by: north"
    targets = "targets: [{id: lamps, what: 路灯, measure: 盏, planned: 6}]\n"

    assert (
        codes(tmp_path, targets + progress(DONE[0], f"date: 2014-03-02, step: replanned, target: lamps, {plan}")) == []
    )
