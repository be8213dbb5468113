"""What is recorded as done has been done by the site's today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minusone.pipeline import check_all
from tests.sites import BAISHA, problems, progress, record, rectification, site, where


def test_a_period_that_has_begun_may_be_spoken_of_and_one_that_has_not_may_not(tmp_path: Path) -> None:
    text = BAISHA + "".join(
        record("activity", f"talk-{number}", f"date: {form}")
        for number, form in enumerate(("2014-04", "2014", "2014-05"))
    )

    assert where(problems(tmp_path, text)) == ["content/activities/talk-2.zh.md:3:7 future-date"]


def test_what_is_promised_may_lie_in_the_future(tmp_path: Path) -> None:
    promised = "deadline: 2014-12-31\nmeasures: [{text: 换灯, due: 2015}]\n" + progress(
        "date: 2014-04-01, step: registered", "date: 2014-04-02, step: suspended, reason: 等, review: 2014-09-01"
    )

    assert problems(tmp_path, BAISHA + rectification(promised)) == ()


@pytest.mark.parametrize(("today", "codes"), [(date(2014, 2, 28), ["future-date"] * 2), (date(2014, 4, 1), [])])
def test_the_days_of_the_command_line_is_the_one_that_counts(today: date, codes: list[str], tmp_path: Path) -> None:
    found, _ = check_all(site(tmp_path, BAISHA + rectification()), today, workers=1)

    assert [problem.code for problem in found] == codes


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("deadline: 2014-04-23\nworkdays: 15", []),
        ("deadline: 2014-04-24\nworkdays: ▸15", ["deadline-differs"]),
        ("deadline: 2014-04\nworkdays: ▸15", ["deadline-differs"]),
        ("workdays: 15", []),
    ],
)
def test_a_deadline_and_working_days_that_disagree_are_told_once_it_is_assigned(
    fields: str, said: list[str], tmp_path: Path
) -> None:
    registered, assigned = "date: 2014-04-01, step: registered", "date: 2014-04-01, step: assigned"

    def codes(folder: str, *steps: str) -> list[str]:
        found = problems(tmp_path / folder, BAISHA + rectification(f"{fields}\n{progress(*steps)}"))
        return [problem.code for problem in found if not problem.note]

    assert codes("assigned", registered, assigned) == said
    assert codes("registered", registered) == []


@pytest.mark.parametrize(("due", "said"), [("2014-03-28", []), ("2014-03-31", ["deadline-differs"])])
def test_so_are_those_of_a_recommendation(due: str, said: list[str], tmp_path: Path) -> None:
    asked = f"date: 2014-03-25\nrecommendations: [{{text: 补灯, to: baisha, workdays: 3, due: {due}}}]"
    found = problems(tmp_path, BAISHA + record("team", "province") + record("visit", "look", asked))

    assert [problem.code for problem in found if not problem.note] == said
