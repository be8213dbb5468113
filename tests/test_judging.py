"""What rules say of a record is asked again only where it could be something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from minusone import judging, rebuild
from minusone.corpus import Alone
from minusone.places import Places
from minusone.problems import Problem
from minusone.rules import broken_alone
from tests.built import TEMPLATES, held
from tests.sites import BAISHA, record, rectification, site

pytestmark = pytest.mark.slow

SITE = BAISHA + record("activity", "study") + rectification("deadline: 2014-05-20")
LAMP = "content/rectifications/2014-001.zh.md"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records of which rules are asked."""
    names: list[str] = []

    def noted(one: Alone) -> list[Problem]:
        names.append(one.item.source.path)
        return broken_alone(one)

    monkeypatch.setattr(judging, "broken_alone", noted)
    return names


@pytest.fixture
def office(tmp_path: Path) -> Places:
    where = replace(site(tmp_path, SITE), templates=TEMPLATES)
    rebuild.build(where, date(2014, 4, 30), 1)
    return where


def test_of_a_record_that_is_as_it_was_no_rule_is_asked(office: Places, asked: list[str]) -> None:
    lamp = office.content.parent / LAMP
    lamp.write_text(lamp.read_text("utf-8").replace("2014-05-20", "2014-05-21"), "utf-8")
    rebuild.build(office, date(2014, 4, 30), 1)

    assert asked == [LAMP]


def test_on_another_day_or_by_other_settings_all_are_judged_again(office: Places, asked: list[str]) -> None:
    rebuild.build(office, date(2014, 5, 25), 1)
    assert sorted(asked) == sorted({*asked}), "each once"
    assert {LAMP, "content/units/baisha.zh.md", "content/activities/study.zh.md"} == {*asked}

    asked.clear()
    office.config.write_text(office.config.read_text("utf-8") + "\nsilence_days: 10\n", "utf-8")
    rebuild.build(office, date(2014, 5, 25), 1)
    assert LAMP in asked


def test_what_was_noted_before_is_still_noted(office: Places, tmp_path: Path) -> None:
    """The page of checks counts the deadline that is over, of which no rule was asked this time."""
    rebuild.build(office, date(2014, 5, 25), 1)
    study = office.content / "activities/study.zh.md"
    study.write_text(study.read_text("utf-8").replace("title:", "title: 又"), "utf-8")
    rebuild.build(office, date(2014, 5, 25), 1)
    fresh = Places(office.config, office.content, office.templates, tmp_path / "fresh")
    rebuild.build(fresh, date(2014, 5, 25), 1)

    assert held(office.out) == held(fresh.out)
