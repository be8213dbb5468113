"""Every reference leads to a record of the right kind that the public may see."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.rules.references import going_round
from tests.sites import BAISHA, problems, progress, record, rectification, where

NIGHTS = record(
    "programme",
    "nights",
    "commitments: [{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY, until: 2014-03-05}]",
)


def codes(folder: Path, text: str) -> list[str]:
    return [problem.code for problem in problems(folder, text)]


def merged(id: str, into: str) -> str:
    steps = progress("date: 2014-03-01, step: registered", f"date: 2014-03-02, step: merged, into: {into}")
    return rectification(steps, id=id)


def test_a_reference_deep_inside_a_record_is_followed_too(tmp_path: Path) -> None:
    text = BAISHA + rectification("measures: [{text: 换灯, units: [baisha, gone]}, {text: 补灯, units: lost}]")

    assert where(problems(tmp_path, text)) == [
        "content/rectifications/2014-001.zh.md:3:39 dangling-reference",
        "content/rectifications/2014-001.zh.md:3:65 dangling-reference",
    ]


def test_what_is_meant_may_be_a_record_of_another_kind(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, BAISHA + record("page", "nights") + record("activity", "talk", "programme: nights"))

    assert (found.code, "“nights” is a page" in found.what.en) == ("wrong-kind", True)


@pytest.mark.parametrize(
    ("fulfils", "said"),
    [("nights#study", []), ("programme:nights#study", []), ("nights", []), ("nights#duty", ["no-such-commitment"])],
)
def test_an_activity_fulfils_a_commitment_that_was_made(fulfils: str, said: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, BAISHA + NIGHTS + record("activity", "talk", f"fulfils: {fulfils}")) == said


def test_internal_records_may_lead_to_each_other_and_to_public_ones(tmp_path: Path) -> None:
    inside = record("unit", "back", "internal: true\nparent: front", "[单位](unit:baisha) [前](unit:front)")
    inside += record("unit", "front", "internal: true")

    assert codes(tmp_path, BAISHA + inside) == []


def test_a_public_text_does_not_lead_to_an_internal_record(tmp_path: Path) -> None:
    inside = record("page", "plan", "internal: true")

    assert codes(tmp_path, BAISHA + inside + record("page", "about", body="[计划](page:plan)")) == [
        "internal-reference"
    ]


def test_merging_ends_somewhere_however_long_the_way(tmp_path: Path) -> None:
    chain = merged("2014-002", "2014-003") + merged("2014-003", "2014-001") + rectification()

    assert codes(tmp_path, BAISHA + chain) == []


def test_every_member_of_a_circle_is_told_and_whoever_only_leads_into_it_is_not(tmp_path: Path) -> None:
    circle = merged("2014-001", "2014-002") + merged("2014-002", "2014-001") + merged("2014-003", "2014-001")

    assert [(problem.path[-14:-6], problem.code) for problem in problems(tmp_path, BAISHA + circle)] == [
        ("2014-001", "merged-circle"),
        ("2014-002", "merged-circle"),
    ]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefghi"), max_size=8))
def test_what_goes_round_is_whatever_one_comes_back_to(into: dict[str, str]) -> None:
    def comes_back(start: str) -> bool:
        at = into[start]
        for _ in into:
            if at == start:
                return True
            at = into.get(at, at)
        return False

    assert sorted(going_round(into)) == sorted(start for start in into if comes_back(start))
