"""What is to be done is noted at its place, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built import DONE
from tests.sites import BAISHA, marked, problems, progress, rectification, where

REGISTERED = "date: 2014-04-01, step: registered"
MOVED = "date: 2014-04-02, step: extended, reason: 等管线, approved_by: group:first, deadline: "
GROUP = "-- content/groups/first.zh.md --\n---\nid: first\ntitle: 第一组\nunit: kongpu\nleaders: 3\n---\n"
KONGPU = "-- content/units/kongpu.zh.md --\n---\nid: kongpu\ntitle: 孔浦街道\ntype: street\n---\n"
DUE_SOON, OVERDUE, SILENT = "due-soon", "overdue", "silent"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("deadline: ▸2014-04-29", [OVERDUE]),
        ("deadline: ▸2014-04-30", [DUE_SOON]),
        ("deadline: ▸2014-05-14", [DUE_SOON]),
        ("deadline: 2014-05-15", []),
        ("deadline: 2014-04-29\n" + progress(REGISTERED, MOVED + "2014-06"), []),
        ("deadline: 2014-06\n" + progress(REGISTERED, MOVED + "▸2014-04-20"), [OVERDUE]),
        ("workdays: ▸10\n" + progress(REGISTERED, "date: 2014-04-02, step: assigned"), [OVERDUE]),
        ("workdays: 10", []),
        ("deadline: 2014-03-01\n" + progress(*DONE, "date: 2014-04-20, step: withheld, basis: 条例"), []),
        (progress("date: ▸2014-03-16, step: registered"), [SILENT]),
        (progress("date: 2014-03-17, step: registered"), []),
        (progress("date: 2014-03-02, step: registered", "date: 2014-04-20, step: update"), []),
        ("review: quarterly\n" + progress("date: ▸2014-03-02, step: registered"), [SILENT]),
        ("review: ▸monthly\n" + progress("date: 2014-03-30, step: registered"), []),
        ("review: ▸monthly\n" + progress("date: 2014-03-29, step: registered"), ["review-overdue"]),
        (
            progress(REGISTERED, "date: 2014-04-02, step: suspended, reason: 等规划, review: ▸2014-04-20"),
            ["review-overdue"],
        ),
    ],
)
def test_what_is_over_or_near_is_noted_where_it_was_promised(fields: str, said: list[str], tmp_path: Path) -> None:
    text = BAISHA + KONGPU + GROUP + rectification(fields)
    found = problems(tmp_path, text)

    assert [problem.code for problem in found] == said
    assert [place.partition(" ")[0] for place in where(found)] == (marked(text) if said else [])
    assert all(problem.note for problem in found)


def closed(on: str, *more: str) -> str:
    return BAISHA + rectification(progress(*DONE[:-1], f"date: ▸{on}, step: closed", *more))


VISITED = "date: 2014-04-25, step: followed_up, verdict: satisfied, asked: 12"


@pytest.mark.parametrize(
    ("site", "said"),
    [
        (closed("2014-03-30"), ["follow-up-missed"]),
        (closed("2014-03-31"), ["follow-up-due-soon"]),
        (closed("2014-04-14"), ["follow-up-due-soon"]),
        (closed("2014-04-15"), []),
        (closed("2014-03-30", VISITED), []),
        ("follow_up_days: [10, 20]\n" + closed("2014-04-05"), ["follow-up-missed"] * 2),
        ("follow_up_days: [10, 20]\n" + closed("2014-04-05", VISITED), ["follow-up-missed"]),
        ("due_soon_days: 40\nfollow_up_days: 30\n" + closed("2014-04-20"), ["follow-up-due-soon"]),
    ],
)
def test_a_follow_up_visit_is_asked_for_at_the_closing(site: str, said: list[str], tmp_path: Path) -> None:
    found = problems(tmp_path, site)

    assert [problem.code for problem in found] == said
    assert {place.partition(" ")[0] for place in where(found)} == (set(marked(site)) if said else set())
    assert all(problem.note for problem in found)


def test_nothing_that_is_to_be_done_stops_a_build(tmp_path: Path) -> None:
    quiet = "due_soon_days: 0\nsilence_days: 400\nfollow_up_days: 400\n"

    assert problems(tmp_path, quiet + BAISHA + rectification("deadline: 2014-05-01\n" + progress(DONE[0]))) == ()
