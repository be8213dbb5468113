"""Rectifications live by the step table, and nobody checks or excuses their own work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, progress, record, rectification, where

UNITS = (
    "".join(
        record("unit", name, f"type: {type_}\nparent: {parent}")
        for name, type_, parent in (
            ("jiangbei", "district", ""),
            ("baisha", "street", "jiangbei"),
            ("north", "community", "baisha"),
            ("lane", "village", "north"),
            ("office", "department", "jiangbei"),
        )
    )
    + record("team", "province")
    + record("group", "first", "unit: baisha")
)
DONE = (
    "date: 2014-03-01, step: registered",
    "date: 2014-03-02, step: assigned",
    "date: 2014-03-03, step: started",
    "date: 2014-03-04, step: submitted, evidence: 照片",
)


def codes(folder: Path, fields: str) -> list[str]:
    """What is wrong; what is only to be done is the matter of `test_attention`."""
    return [problem.code for problem in problems(folder, UNITS + rectification(fields)) if not problem.note]


def test_every_wrong_step_of_a_record_is_told_with_the_state_before_it(tmp_path: Path) -> None:
    steps = progress(
        "date: 2014-03-01, step: registered",
        "date: 2014-03-02, step: verified, residents: 3",
        "date: 2014-03-03, step: assigned",
        "date: 2014-03-04, step: closed",
    )
    found = [problem for problem in problems(tmp_path, BAISHA + rectification(steps)) if not problem.note]

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
        ("office", "unit: baisha\nlead: office", ["self-verified"]),
        ("north", "unit: baisha", ["self-verified"]),
        ("lane", "unit: baisha", ["self-verified"]),
        ("baisha", "unit: lane", ["self-verified"]),
        ("north", "unit: office\nlead: baisha", ["self-verified"]),
        ("office", "unit: baisha\nsupporting: office", []),
        ("jiangbei", "unit: baisha", []),
        ("office", "unit: jiangbei", []),
        ("jiangbei", "unit: jiangbei", ["self-verified"]),
        ("team:province", "unit: baisha", []),
        ("group:first", "unit: baisha", ["self-verified"]),
        ("group:first", "unit: north", ["self-verified"]),
        ("group:first", "unit: office", []),
    ],
)
def test_whoever_answers_for_it_or_is_above_or_below_does_not_verify_it_but_the_topmost_may(
    by: str, answerable: str, said: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, f"{answerable}\n" + progress(*DONE, f"date: 2014-03-05, step: verified, by: {by}")) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("track: [immediate, long_term]\nreview: quarterly", []),
        ("track: [deadline, long_term]", ["deadline-needed", "review-needed"]),
        ("track: deadline\ndeadline: 2014", []),
        ("track: deadline\nworkdays: 15", []),
        ("nature: promise\nfound:", []),
        ("found:", ["found-needed"]),
    ],
)
def test_a_record_says_what_its_track_and_nature_ask_for(fields: str, said: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, fields) == said


def test_a_changed_plan_names_a_target_of_the_record(tmp_path: Path) -> None:
    plan = "planned: 9, reason: 加装, approved_by: office"
    targets = "targets: [{id: lamps, what: 路灯, measure: 盏, planned: 6}]\n"

    assert (
        codes(tmp_path, targets + progress(DONE[0], f"date: 2014-03-02, step: replanned, target: lamps, {plan}")) == []
    )


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("baisha", ["self-approved"]),
        ("lane", ["self-approved"]),
        ("office", []),
        ("jiangbei", []),
        ("north", ["self-approved"]),
        ("team:province", []),
        ("group:first", ["self-approved"]),
    ],
)
@pytest.mark.parametrize(
    "change", ["extended, deadline: 2014-07", "replanned, target: lamps, planned: 9"], ids=["deadline", "plan"]
)
def test_neither_the_responsible_unit_nor_one_below_it_allows_its_change(
    by: str, said: list[str], change: str, tmp_path: Path
) -> None:
    targets = "unit: each:street\nlead: office\ntargets: [{id: lamps, what: 路灯, measure: 盏, planned: 6}]\n"
    moved = f"date: 2014-03-02, step: {change}, reason: 等管线, approved_by: {by}"

    assert codes(tmp_path, targets + progress(DONE[0], moved)) == said


@pytest.mark.parametrize(("day", "said"), [("2014-03-05", ["ends-before-it-begins"]), ("2014-03-06", [])])
def test_a_notice_and_a_review_come_after_the_day_they_are_set_on(day: str, said: list[str], tmp_path: Path) -> None:
    notice = (*DONE, "date: 2014-03-05, step: verified, residents: 3", f"date: 2014-03-06, step: notice, until: {day}")
    review = (*DONE, f"date: 2014-03-06, step: suspended, reason: 等规划, review: {day}")

    assert codes(tmp_path / "notice", progress(*notice)) == said
    assert codes(tmp_path / "review", progress(*review)) == said


def test_a_deadline_may_be_brought_forward(tmp_path: Path) -> None:
    sooner = "date: 2014-03-02, step: extended, deadline: 2014-05, reason: 已备料, approved_by: office"

    assert codes(tmp_path, "deadline: 2014-06\n" + progress(DONE[0], sooner)) == []


def test_nothing_is_due_before_it_was_found(tmp_path: Path) -> None:
    late = BAISHA + rectification("found: {date: 2014-04-01}\ndeadline: 2013-01-01")

    assert where(problem for problem in problems(tmp_path, late) if not problem.note) == [
        "content/rectifications/2014-001.zh.md:4:11 ends-before-it-begins"
    ]
