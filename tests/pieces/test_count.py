"""Counts add up, a whole is as bad as its worst member, and nothing is ever a share of anything."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from minusone.figures import Figure
from minusone.formats import figure
from minusone.pieces.count import count
from minusone.reckoning.lifecycle import UNRESOLVED, Group, worst
from tests.built import built, one
from tests.sites import BAISHA, record

GROUPS = st.lists(st.sampled_from(Group))


@given(GROUPS)
def test_what_was_found_is_what_is_closed_merged_or_unresolved(groups: list[Group]) -> None:
    counted = count(groups)

    assert counted.found == len(groups) == counted.closed + counted.merged + counted.unresolved
    assert counted.unresolved == sum(n for _, n in counted.groups) == sum(group in UNRESOLVED for group in groups)


@given(GROUPS)
def test_the_state_of_a_whole_is_never_better_than_any_members(groups: list[Group]) -> None:
    whole = count(groups).worst

    assert (whole is None) == (not groups)
    assert all(whole and whole.rank <= group.rank for group in groups)
    assert worst(groups) == min(groups, key=lambda group: group.rank, default=None)
    assert [group.rank for group, _ in count(groups).groups] == sorted({g.rank for g in groups if g in UNRESOLVED})


@given(GROUPS, GROUPS)
def test_more_members_never_make_a_whole_better(groups: list[Group], more: list[Group]) -> None:
    before, after = count(groups).worst, count([*groups, *more]).worst

    assert before is None or (after and after.rank <= before.rank)


@given(GROUPS, st.integers(1, 3))
def test_nothing_is_clear_while_a_period_of_a_commitment_was_not_kept(groups: list[Group], gaps: int) -> None:
    assert count(groups, gaps=gaps).worst == worst([*groups, Group.OPEN])


@given(GROUPS, st.integers(1, 3))
def test_whoever_was_not_followed_up_is_never_clear(groups: list[Group], missed: int) -> None:
    whole = count(groups, missed=missed).worst

    assert whole
    assert whole.rank <= Group.OPEN.rank


# --- no share of anything --------------------------------------------------------------------------------------------


def test_a_site_of_which_half_is_done_has_no_percentage_anywhere(tmp_path: Path) -> None:
    pages = built(tmp_path, BAISHA + one(Group.OPEN) + one(Group.CLOSED, "2014-002") + record("report", "march"))

    assert not [path for path, html in pages.items() if re.search(r"[%％‰]|百分之|per cent", html)]


def test_a_percentage_that_was_judged_or_reported_is_shown_as_it_was_printed() -> None:
    assert figure(Figure(Decimal("98.7"), percent=True), "en") == "98.7%"
