"""Who answers was asked, nothing is answered before it was asked, and what is not answered is noted with its units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, marked, problems, progress, record, rectification, where

AROUND = BAISHA + record("unit", "kongpu") + record("team", "province")


def asked(fields: str, config: str = "") -> str:
    visit = f"date: 2014-03-05\nrecommendations:\n  - {{text: 补灯, to: each:street, {fields}}}"
    return config + AROUND + record("visit", "look", visit)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("answer: {date: 2014-03-06, text: 已补, by: [kongpu, ▸jiangbei]}", "answered-by-another"),
        ("answer: [{date: 2014-03-06, text: 已补, by: ▸each:district}]", "answered-by-another"),
        ("due: ▸2014-03-04", "ends-before-it-begins"),
        ("answer: [{date: 2014-03-06, text: 收到}, {date: ▸2014-03-04, text: 已补}]", "ends-before-it-begins"),
    ],
)
def test_what_can_not_be_is_refused(fields: str, code: str, tmp_path: Path) -> None:
    text = asked(fields) + record("unit", "jiangbei", "type: district")
    found = [problem for problem in problems(tmp_path, text) if not problem.note]

    assert where(found) == [f"{place} {code}" for place in marked(text)]


@pytest.mark.parametrize(
    ("fields", "code", "who"),
    [
        ("due: ▸2014-04-29", "recommendation-overdue", "baisha, kongpu"),
        ("due: ▸2014-04-29, answer: {date: 2014-03-06, text: 已补, by: baisha}", "recommendation-overdue", "kongpu"),
        ("workdays: ▸3", "recommendation-overdue", "baisha, kongpu"),
        ("due: ▸2014-04-30", "recommendation-due-soon", "baisha, kongpu"),
        ("due: ▸2014-05-14", "recommendation-due-soon", "baisha, kongpu"),
    ],
)
def test_what_is_over_or_near_is_noted_with_whoever_owes_the_answer(
    fields: str, code: str, who: str, tmp_path: Path
) -> None:
    found = problems(tmp_path, asked(fields))

    assert where(found) == [f"{place} {code}" for place in marked(asked(fields))]
    assert found[0].note
    assert f"from: {who}." in found[0].to("en")


@pytest.mark.parametrize(
    "fields",
    [
        "due: 2014-05-15",
        "answer: []",
        "due: 2014-03-05, answer: {date: 2014-03-05, text: 已补}",
        "due: 2014-03-10, answer: {date: 2014-03-20, text: 已补, rectification: 2014-001}",
    ],
)
def test_what_is_answered_or_far_off_is_not_noted(fields: str, tmp_path: Path) -> None:
    found = problems(tmp_path, asked(fields) + rectification(progress("date: 2014-04-20, step: registered")))

    assert where(found) == []


def test_how_near_is_for_the_settings_to_say(tmp_path: Path) -> None:
    assert problems(tmp_path, asked("due: 2014-05-02", "due_soon_days: 1\n")) == ()
