"""The sample site shows every turn that things can take; the story that it tells is held here."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.places import Places
from minusone.reckoning.followups import FollowUpState
from minusone.reckoning.recommendations import Stage
from minusone.reckoning.recurrence import Outcome
from minusone.schema import leaves
from minusone.site import Site
from minusone.words import Words
from tests.built import linked

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample(project: Path) -> Site:
    return linked(Places(project / "config.yaml", project / "content", project / "templates", project / "site"))


def test_commitments_are_kept_short_missed_excused_and_not_due(sample: Site) -> None:
    assert {turn.outcome for promise in sample.promises for turn in promise.turns} == set(Outcome)


def test_a_deadline_slipped_one_is_near_one_is_counted_in_working_days(sample: Site) -> None:
    standings = sample.standings.values()
    assert any(one.moves and one.slip_days > 0 for one in standings)
    assert any(one.is_due_soon(sample.settings.due_soon_days) for one in standings)
    assert any(one.workdays and one.first_deadline for one in standings)
    assert any(one.overdue_days for one in standings)


def test_one_came_back_one_is_silent_and_follow_up_visits_were_made_missed_and_are_to_come(sample: Site) -> None:
    assert any(one.reopenings for one in sample.standings.values())
    assert any(one.is_silent(sample.settings.silence_days) for one in sample.standings.values())
    visits = {visit.state for record in sample.ledger() for visit in sample.follow_ups(record)}
    assert visits == set(FollowUpState)


def test_recommendations_are_in_every_stage(sample: Site) -> None:
    assert {one.stage for one in sample.recommendations} == set(Stage)


def test_one_translation_is_stale_one_is_partial_and_one_is_missing(sample: Site) -> None:
    words = [
        leaf.value for record in sample.records.values() for leaf in leaves(record) if isinstance(leaf.value, Words)
    ]
    assert any(one.stale for one in words)
    assert any(one.en is None for one in words)
