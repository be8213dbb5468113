"""The figures of reports whose period is over."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from minusone import link, pipeline, settings
from minusone.pieces.settled import figures
from minusone.places import Places
from minusone.reckoning.lifecycle import Group
from minusone.schema import Ref
from minusone.site import Site
from tests.built import linked, one
from tests.sites import BAISHA, record, site

TEXT = BAISHA + one(Group.OVERDUE) + one(Group.CLOSED, "2014-002")


def test_it_counts_how_it_stood_and_what_happened(tmp_path: Path) -> None:
    found = figures(linked(site(tmp_path, TEXT)))

    assert found[Ref("figures", "2014-03")] == {
        "kind": "figures",
        "id": "2014-03",
        "from": "2014-03-01",
        "until": "2014-03-31",
        "stood": {"closed": 1, "open": 1},
        "happened": {"closed": 1, "entered": 2},
    }


def test_what_is_not_over_is_not_settled(tmp_path: Path) -> None:
    found = figures(linked(site(tmp_path, TEXT)))

    assert {ref.id for ref in found} == {"2014-03", "2014-q1", "2014-w09", "2014-w10"}


def test_who_wrote_the_report_changes_nothing_of_its_figures(tmp_path: Path) -> None:
    ours = figures(linked(site(tmp_path / "ours", TEXT)))
    theirs = figures(linked(site(tmp_path / "theirs", TEXT + record("report", "march"))))

    assert ours == theirs


def test_a_campaign_is_named_by_its_programme(tmp_path: Path) -> None:
    campaign = record("programme", "water", "type: campaign\nperiod: 2014-02/2014-03")
    found = figures(linked(site(tmp_path, TEXT + campaign)))

    assert found[Ref("figures", "water")]["until"] == "2014-03-31"


@pytest.fixture(scope="module")
def sample(project: Path) -> Places:
    return Places(project / "config.yaml", project / "content", project / "templates", project / "site")


@pytest.mark.slow
def test_of_what_is_over_no_later_day_changes_anything(sample: Places) -> None:
    """As the days pass and nothing is written, what was settled stays; so nobody has to correct what nobody did."""
    said = settings.settings(sample.config)
    today = settings.today(said, None)

    def on(days: int) -> Site:
        whole, _ = pipeline.corpus(sample, said, today + timedelta(days), workers=1)
        return link.site(whole)

    first = figures(on(0))
    later = figures(on(75))

    assert first
    assert {ref: later[ref] for ref in first} == first
    assert len(later) > len(first)
