"""An earlier day's site knows nothing of what came later, and nothing of what is withheld today."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.history.snapshots import known, snapshot, without
from minusone.kinds.rectification import Rectification, State, Step
from minusone.kinds.visit import Visit
from minusone.link import tombstone
from minusone.periods import Period
from minusone.reckoning.lifecycle import follow
from minusone.schema import Record, Ref, leaves
from minusone.site import Site
from tests.built import linked
from tests.reckoning.test_lifecycle import ANY_DAY, item, lawful_steps
from tests.sites import BAISHA, progress, record, rectification, site

LATER = BAISHA + (
    record("team", "province")
    + record("activity", "march", "date: 2014-03")
    + record("activity", "april", "date: 2014-04-02")
    + record(
        "visit",
        "look",
        """
        units: baisha
        recommendations:
          - {text: 快修, to: baisha, answer: {date: 2014-03-10, text: 已登记, rectification: 2014-002}}
          - {text: 再看, to: baisha, answer: {date: 2014-04-10, text: 看过了}}
        """,
    )
    + rectification(
        "measures: [{text: 换灯, done: 2014-03-20}]\n"
        "targets: [{id: lamps, what: 灯, measure: 盏, planned: 9, results: [{date: 2014-03-02, value: 3},"
        " {date: 2014-03-30, value: 9}]}]\n"
        + progress("date: 2014-03-01, step: registered", "date: 2014-03-15, step: assigned, visit: activity:april")
    )
    + rectification("found: {date: 2014-03-05}\n" + progress("date: 2014-03-12, step: registered"), id="2014-002")
)


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One site for all: a snapshot leaves it as it is."""
    return linked(site(tmp_path_factory.mktemp("site"), LATER))


def rectifications(on: Site) -> dict[str, Rectification]:
    return {record.id: record for record in on.all(Rectification)}


def test_what_had_not_happened_by_a_day_is_not_there_on_it(today: Site) -> None:
    then = snapshot(today, date(2014, 3, 11))
    lamps = rectifications(then)["2014-001"]

    assert then.as_of == date(2014, 3, 11)
    assert set(rectifications(then)) == {"2014-001"}
    assert [step.step.value for step in lamps.progress] == ["registered"]
    assert lamps.measures[0].done is None
    assert [result.date.day for result in lamps.targets[0].results] == [2]
    assert {ref.id for ref in then.records if ref.kind == "activity"} == {"march"}
    assert then.standings["2014-001"].state is State.REGISTERED


def test_an_answer_that_was_given_later_is_lacking_and_one_names_nothing_that_came_later(today: Site) -> None:
    answers = [one.answer for one in snapshot(today, date(2014, 3, 11)).all(Visit)[0].recommendations]

    assert [[(one.text.zh, one.rectification) for one in each] for each in answers] == [[("已登记", None)], []]
    assert len(snapshot(today, date(2014, 3, 12)).recommendations) == 2


def test_a_record_enters_the_ledger_with_its_first_step_not_when_it_was_found(today: Site) -> None:
    assert "2014-002" not in rectifications(snapshot(today, date(2014, 3, 11)))
    assert "2014-002" in rectifications(snapshot(today, date(2014, 3, 12)))


def plainly(site: Site, day: date, gone: frozenset[Ref] = frozenset()) -> dict[Ref, Record]:
    """What was known by a day: every record looked at, again and again until none names another that is not there."""
    each = {ref: known(record, day, gone) for ref, record in site.records.items() if ref not in gone}
    kept = {ref: record for ref, record in each.items() if record}
    missing = gone | (site.records.keys() - kept.keys())
    return kept if missing == gone else plainly(site, day, missing)


@given(day=st.dates(date(2014, 2, 1), date(2014, 4, 29)))
def test_asked_for_one_by_one_the_records_are_those_known_by_the_day(day: date, today: Site) -> None:
    then, records = snapshot(today, day), plainly(today, day)

    assert dict(then.records) == records
    assert dict(then.standings) == {
        one.id: follow(one, day)[0] for one in records.values() if isinstance(one, Rectification)
    }
    assert all(ref not in then.records for ref in today.records.keys() - records.keys())
    assert (len(then.records), len(then.standings)) == (len(records), len(rectifications(then)))


def test_today_and_later_it_is_the_site_itself(today: Site) -> None:
    assert snapshot(today, today.as_of) is today
    assert snapshot(today, date(2020, 1, 1)) is today


@given(day=st.dates(date(2014, 2, 1), date(2014, 4, 30)))
def test_a_snapshot_names_nothing_that_it_does_not_hold(day: date, today: Site) -> None:
    then = snapshot(today, day)
    named = {leaf.value for record in then.records.values() for leaf in leaves(record) if isinstance(leaf.value, Ref)}

    assert {Ref(ref.kind, ref.id) for ref in named} <= then.records.keys()
    assert {*then.backlinks, *(by for names in then.backlinks.values() for by in names)} <= then.records.keys()
    assert set(then.standings) == set(rectifications(then))


@given(day=st.dates(date(2014, 2, 1), date(2014, 4, 30)))
def test_a_snapshot_holds_no_date_of_what_happened_later(day: date, today: Site) -> None:
    then = snapshot(today, day)
    happened = [
        leaf.value.first if isinstance(leaf.value, Period) else leaf.value
        for record in then.records.values()
        for leaf in leaves(record)
        if leaf.about.past
    ]

    assert all(isinstance(one, date) and one <= day for one in happened)


@given(lawful_steps(), ANY_DAY, ANY_DAY)
def test_a_snapshot_of_a_snapshot_is_that_of_the_earlier_day(steps: list[Step], one: date, other: date) -> None:
    record = item(*steps)
    first, then = sorted((one, other))
    later = known(record, then)

    assert (later and known(later, first)) == known(record, first)


@given(lawful_steps(), ANY_DAY)
def test_whatever_was_withheld_stood_where_it_stood_without_its_text(steps: list[Step], day: date) -> None:
    record = item(*steps)
    told, gone = known(record, day), known(tombstone(record), day)

    assert (told is None) == (gone is None)
    if told and gone:
        before, after = follow(told, day)[0], follow(gone, day)[0]
        assert (after.state, after.group, after.deadline, after.overdue_days, after.reopenings) == (
            before.state,
            before.group,
            before.deadline,
            before.overdue_days,
            before.reopenings,
        )


def test_a_site_without_some_records_names_none_of_them(today: Site) -> None:
    gone = Ref("activity", "april")
    rest = without(today, frozenset({gone}))

    assert gone not in rest.records
    assert rectifications(rest)["2014-001"].progress[1].visit is None
    assert without(today, frozenset()) is today
