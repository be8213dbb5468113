"""What was added up over time is on every day what counting record by record gives on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.history.accounts import Chronicle
from minusone.history.snapshots import snapshot
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.pieces.count import tallied
from minusone.pieces.rows import programme_summary, summary, unit_summary
from minusone.reckoning.lifecycle import UNRESOLVED, stands
from minusone.site import Site
from tests.built import DONE, linked
from tests.history.test_accounts import LIVES
from tests.sites import progress, record, rectification, site

FIRST, TODAY = date(2014, 2, 1), date(2014, 4, 30)
ANSWERS = ("{date: 2014-03-08, text: 好, rectification: first}", "{date: 2014-03-20, text: 好, by: cicheng}")
EVENTFUL = (
    record("unit", "district", "type: district")
    + record("unit", "baisha", "parent: district")
    + record("unit", "cicheng", "type: town\nparent: district")
    + record("team", "province", "to: district")
    + record(
        "programme",
        "nights",
        "commitments: [{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY, since: 2014-03-03}]",
    )
    + record("programme", "lamps", "parent: nights")
    + record("activity", "night", "fulfils: nights#study\ndate: 2014-03-12")
    + record(
        "visit",
        "look",
        f"""
        date: 2014-03-05
        recommendations:
          - {{text: 快修, to: [baisha, cicheng], due: 2014-03-15, answer: [{", ".join(ANSWERS)}]}}
          - {{text: 再看, to: "each:street", workdays: 3}}
          - {{text: 记住, to: cicheng, due: 9999-12-31}}
        """,
    )
    + rectification(
        "programme: lamps\nfound: {date: 2014-03, by: visit:look}\nmeasures: [{text: 换灯}]\n"
        + progress(*DONE, "date: 2014-04-20, step: reopened, reason: 又坏了"),
        id="first",
    )
    + rectification(
        "unit: cicheng\nlead: baisha\ndeadline: 2014-03-20\n"
        + progress(
            "date: 2014-03-10, step: registered, visit: visit:look",
            "date: 2014-03-25, step: extended, deadline: 2014-04-10, reason: 等, approved_by: unit:district",
            "date: 2014-04-15, step: merged, into: first",
        ),
        id="merged",
    )
    + rectification(
        "programme: nights\nunit: 'each:street'\nworkdays: 5\n"
        + progress("date: 2014-03-03, step: registered", "date: 2014-03-04, step: assigned"),
        id="counted",
    )
    + rectification(
        "found: {date: 2014-02-20}\ndeadline: 9999\n" + progress("date: 2014-03-03, step: registered"), id="never"
    )
    + rectification(
        "title: 另一件\n"
        + progress("date: 2014-03-03, step: registered", "date: 2014-04-04, step: withheld, basis: 条例"),
        id="withheld",
    )
)


@pytest.fixture(scope="module")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One site for all: nothing changes it."""
    return linked(site(tmp_path_factory.mktemp("site"), EVENTFUL))


def days(*, ahead: int = 0) -> st.SearchStrategy[date]:
    return st.dates(FIRST, TODAY + timedelta(days=ahead))


def same(whole: Site, day: date) -> None:
    told, then = Chronicle(whole), snapshot(whole, day)
    assert tallied(told.tally(None, day)) == summary(then, then.ledger(), then.recommendations, then.promises)
    for unit in whole.tree.ordered():
        assert tallied(told.tally(unit.ref, day)) == unit_summary(then, unit.id)
    for programme in whole.all(Programme):
        assert tallied(told.tally(programme.ref, day)) == programme_summary(then, programme.ref)
    assert told.left(day) == sum(standing.unresolved for standing in then.standings.values())
    assert list(told.unresolved(day)) == [one.id for one in then.ledger() if then.group(one) in UNRESOLVED]
    assert list(told.waiting(day)) == [one for one in then.recommendations if one.waiting]


@given(day=days())
def test_every_count_and_every_queue_is_that_of_the_site_as_it_stood(day: date, eventful: Site) -> None:
    same(eventful, day)


@given(lives=LIVES, day=days(), soon=st.integers(0, 60))
def test_whatever_becomes_of_the_records(lives: list[Rectification], day: date, soon: int, eventful: Site) -> None:
    due = [one.model_copy(update={"id": f"r{number}"}) for number, one in enumerate(lives)]
    known = [one for one in due if all(step.into is None and step.date <= TODAY for step in one.progress)]
    settings = eventful.settings.model_copy(update={"due_soon_days": soon})
    whole = replace(
        eventful,
        settings=settings,
        records={**eventful.records, **{one.ref: one for one in known}},
        standings={**eventful.standings, **{one.id: stands(one, TODAY) for one in known}},
    )
    same(whole, day)


def test_of_what_nothing_ever_was_there_is_nothing(tmp_path: Path) -> None:
    idle = linked(site(tmp_path, record("unit", "baisha")))

    assert Chronicle(idle).tally(None, TODAY).total() == 0
    assert list(Chronicle(idle).unresolved(TODAY)) == []
