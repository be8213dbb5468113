"""On a terminal what stops a build is told alone; once nothing does, every note has a line under its heading."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from minusone.checklist import HEADINGS, told
from minusone.faults import FAULTS
from minusone.problems import Mark, Problem, ordered
from minusone.words import Bilingual
from tests.sites import BAISHA, problems, progress, record, rectification

NOTED = [fault for fault in FAULTS.values() if fault.note]
SITE = (
    BAISHA
    + rectification("deadline: 2014-04-20", id="2014-001")
    + rectification("deadline: 2014-04-29", id="2014-002")
    + rectification("deadline: 2014-05-01", id="2014-003")
    + rectification("deadline: 2014-04-30\n" + progress("date: 2014-03-16, step: registered"), id="2014-004")
)


def note(code: str, line: int, fix: str) -> Problem:
    words = Bilingual(f"第 {line} 行", f"line {line}")
    return Problem("a.md", Mark(line), code, words, words, Bilingual(fix, fix), note=True)


NOTES = st.builds(
    note, st.sampled_from([fault.code for fault in NOTED]), st.integers(1, 99), st.sampled_from(["mend", "wait"])
)


def test_every_note_has_one_heading_and_nothing_else_has() -> None:
    under = [fault.code for faults in HEADINGS.values() for fault in faults]

    assert sorted(under) == sorted(fault.code for fault in NOTED)


def test_notes_stand_under_their_headings_with_what_to_do_said_once(tmp_path: Path) -> None:
    found = problems(tmp_path, SITE)

    assert (
        told(found, "text", "en")
        == """\
Overdue [2]
  content/rectifications/2014-001.zh.md:3:11: It was due on 2014-04-20; days overdue: 10
  content/rectifications/2014-002.zh.md:3:11: It was due on 2014-04-29; days overdue: 1
    → When it is done, write the steps to closing; if it was granted more time, the step “extended”.

Nothing heard since [1]
  content/rectifications/2014-004.zh.md:5:12: Nothing has been recorded since 2014-03-16; days without news: 45
    → Write a step “update”: what was done, or why nothing was.

Due soon [2]
  content/rectifications/2014-003.zh.md:3:11: It is due on 2014-05-01, 1 day left
  content/rectifications/2014-004.zh.md:3:11: It is due on 2014-04-30, today
    → See that it gets done, and write down what comes of it.
"""
    )
    assert told(found, "text", "zh").startswith("已经逾期 [2]\n")
    assert "期限是 2014-04-30，今天到期\n    → 催办；有了进展就写一步。" in told(found, "text", "zh")


@given(st.lists(NOTES, max_size=12))
def test_every_note_is_told_once_and_counted_under_its_heading(notes: list[Problem]) -> None:
    lines = told(notes, "text", "en").splitlines()
    counts = [int(line.rpartition("[")[2].rstrip("]")) for line in lines if line.endswith("]")]

    assert sorted(line for line in lines if line.startswith("  a.md")) == sorted(
        f"  {one.place}: {one.what.en}" for one in ordered(notes)
    )
    assert sum(counts) == len(ordered(notes))
    assert 0 not in counts


def test_what_stops_a_build_is_told_alone_and_in_full_but_programs_are_told_everything(tmp_path: Path) -> None:
    found = problems(tmp_path, SITE + record("page", "about", "rank: 第一"))

    assert told(found, "text", "en") == (
        "content/pages/about.zh.md:3:7: “rank” can't be “第一”. A number is wanted here. "
        "Write digits only, for example 60."
    )
    assert [one["severity"] for one in json.loads(told(found, "json", "en"))] == ["error", *["note"] * 5]
    assert len(told(found, "github", "en").splitlines()) == 6


def test_where_there_is_nothing_nothing_is_told() -> None:
    assert [told([], style, "zh") for style in ("text", "json", "github")] == ["", "[]", ""]
