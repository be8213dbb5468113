"""Recommendations: those without an answer first, the longest overdue on top."""

from __future__ import annotations

from pathlib import Path

from minusone.pages.team import TeamPage
from minusone.pages.visit import VisitPage
from tests.built import context, planned
from tests.sites import BAISHA, record, rectification

VISIT = """
date: 2014-03-05
units: baisha
recommendations:
  - {text: 已答, to: baisha, due: 2014-03-10, answer: {date: 2014-03-20, text: 已改, rectification: 2014-001}}
  - {text: 无期限, to: baisha}
  - {text: 逾期十天, to: baisha, due: 2014-04-20}
  - {text: 逾期三十天, to: baisha, due: 2014-03}
  - {text: 未到期, to: baisha, due: 2014}
"""


def test_what_was_not_answered_comes_first_the_longest_overdue_on_top(tmp_path: Path) -> None:
    pages = planned(tmp_path, BAISHA + record("team", "province") + record("visit", "look", VISIT) + rectification())
    asked = context(pages, "/visits/look/", VisitPage).asked

    assert [(one.recommendation.text.zh, one.overdue_days) for one in asked] == [
        ("逾期三十天", 30),
        ("逾期十天", 10),
        ("未到期", 0),
        ("无期限", 0),
        ("已答", 0),
    ]
    assert [one.became.address for one in asked if one.became] == ["/rectifications/2014-001/"]
    assert context(pages, "/teams/province/", TeamPage).asked == asked
