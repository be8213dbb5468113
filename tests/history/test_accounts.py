"""Accounts of periods add up: every event is in one week, month and quarter, and the unresolved follow from them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.history.accounts import SHAPES, Account, Chronicle, What, events, of_programmes, preceding
from minusone.history.snapshots import known
from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Rectification, Step
from minusone.kinds.report import Span
from minusone.link import tombstone
from minusone.periods import Period
from minusone.reckoning.lifecycle import follow
from minusone.reckoning.recurrence import Outcome
from minusone.schema import Ref
from minusone.site import Site
from tests.built import DONE, linked
from tests.reckoning.test_lifecycle import TO_CLOSED, item, lawful_steps, life, step
from tests.sites import BAISHA, progress, record, rectification, site

LIVES = st.lists(lawful_steps(), max_size=6).map(
    lambda lives: [item(*steps, id=f"2014-{number:03}") for number, steps in enumerate(lives)]
)
SPANS = st.sampled_from(SHAPES)
DAYS = st.dates(date(2014, 1, 1), date(2016, 1, 1))


def unresolved(records: list[Rectification], day: date) -> int:
    there = (one for record in records if (one := known(record, day)))
    return sum(follow(one, day)[0].unresolved for one in there)


def found(records: list[Rectification], day: date) -> int:
    return sum(known(record, day) is not None for record in records)


@given(LIVES, DAYS, DAYS)
def test_what_is_unresolved_is_what_was_before_with_what_came_and_without_what_was_resolved(
    records: list[Rectification], one: date, other: date
) -> None:
    first, last = sorted((one, other))
    between = [event.what for record in records for event in events(record) if first < event.day <= last]
    came = Counter(between)

    assert unresolved(records, last) == unresolved(records, first) + sum(what.change for what in between)
    assert found(records, last) == found(records, first) + came[What.ENTERED] + came[What.STATED]


@given(LIVES, DAYS)
def test_from_the_beginning_every_closing_is_a_record_or_a_return(records: list[Rectification], day: date) -> None:
    until = Counter(event.what for record in records for event in events(record) if event.day <= day)
    came = until[What.ENTERED] + until[What.REOPENED] + until[What.HIDDEN]

    assert unresolved(records, day) == came - until[What.CLOSED] - until[What.MERGED]


@given(LIVES)
def test_a_withheld_record_has_the_same_events_without_its_text(records: list[Rectification]) -> None:
    for one in records:
        assert list(events(tombstone(one))) == list(events(one))


@given(lawful_steps())
def test_a_life_enters_the_ledger_once_and_slips_by_the_days_that_its_deadline_moved_later(steps: list[Step]) -> None:
    record = item(*steps)
    told = list(events(record))
    moves = follow(record, date(2020, 1, 1))[0].moves
    later = [(move.after.last - move.before.last).days for move in moves]

    assert [event.what for event in told if event.what in (What.ENTERED, What.STATED)] == [told[0].what]
    assert [event.days for event in told if event.what is What.EXTENDED] == [days for days in later if days > 0]
    assert [event.day for event in told] == sorted(event.day for event in told)


def test_what_was_closed_and_came_back_on_one_day_is_both() -> None:
    closed = life(*TO_CLOSED)
    told = [event.what for event in events(item(*closed, step("reopened", len(closed))))]

    assert told == [What.ENTERED, What.CLOSED, What.REOPENED]


# --- a whole site ----------------------------------------------------------------------------------------------------

CLOSING = (step.replace("2014-03", "2014-04") if "closed" in step else step for step in DONE)
YEAR = BAISHA + (
    record("team", "province")
    + record(
        "programme",
        "nights",
        "type: campaign\nperiod: 2014-03/2014-04\ncommitments:\n"
        "  - {id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY, since: 2014-03-31}",
    )
    + record("programme", "lamps", "parent: nights")
    + record("activity", "first", "date: 2014-04-01\nfulfils: nights#study")
    + record("activity", "turn", "date: 2014-03-31/2014-04-06")
    + record("activity", "month", "date: 2014-04")
    + record("activity", "months", "date: 2014-04/2014-05")
    + record("activity", "year", "date: 2014")
    + record(
        "visit",
        "look",
        "recommendations: [{text: 快修, to: baisha, answer: {date: 2014-04-09, text: 好}}, "
        "{text: 再看, to: baisha, due: 2014-04-10}]",
    )
    + rectification("programme: lamps\n" + progress(*CLOSING))
    + rectification("deadline: 2014-04-03\n" + progress("date: 2014-03-01, step: registered"), id="2014-002")
)


@pytest.fixture
def year(tmp_path: Path) -> Site:
    return linked(site(tmp_path, YEAR))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One site for all: nothing changes it."""
    return linked(site(tmp_path_factory.mktemp("site"), BAISHA + record("activity", "night")))


def account(site: Site, form: str) -> Account:
    return Chronicle(site).account(Period.read(form))


def test_every_event_is_in_one_week_one_month_and_one_quarter(year: Site) -> None:
    chronicle = Chronicle(year)
    for span in SHAPES:
        told = [event for period in chronicle.periods(span) for event in chronicle.account(period).events]
        assert Counter(told) == Counter(chronicle.events)


def test_a_quarters_account_is_that_of_its_months_and_of_what_belongs_to_no_one_of_them(year: Site) -> None:
    months = [account(year, form) for form in ("2014-04", "2014-05", "2014-06")]
    quarter = account(year, "2014-Q2")

    assert quarter.events == tuple(event for month in months for event in month.events)
    assert quarter.answers == tuple(answer for month in months for answer in month.answers)
    held = [activity.id for month in months for activity in month.activities]
    assert sorted(held) == ["first", "month", "turn"]
    assert [activity.id for activity in quarter.activities] == ["first", "month", "months", "turn"]


def test_an_activity_counts_where_it_ended_or_where_all_of_it_lies_if_its_days_are_not_known(year: Site) -> None:
    where = {
        form: {activity.id for activity in account(year, form).activities}
        for form in ("2014-W14", "2014-W18", "2014-03", "2014-04", "2014-Q1", "2014-Q2")
    }

    assert where == {
        "2014-W14": {"first", "turn"},
        "2014-W18": set(),
        "2014-03": set(),
        "2014-04": {"first", "month", "turn"},
        "2014-Q1": set(),
        "2014-Q2": {"first", "month", "months", "turn"},
    }


@given(span=SPANS, first=st.dates(date(2014, 1, 1), date(2014, 4, 30)), days=st.integers(0, 60))
def test_what_is_known_to_the_day_is_in_one_period_of_each_shape_that_has_begun(
    span: Span, first: date, days: int, small: Site
) -> None:
    (night,) = small.all(Activity)
    when = Period.read(f"{first}/{first + timedelta(days=days)}")
    records = {**small.records, night.ref: night.model_copy(update={"date": when})}
    chronicle = Chronicle(replace(small, records=records))
    (period,) = chronicle.periods(span)

    assert [activity.id for activity in chronicle.account(period).activities] == ["night"]
    assert period.first <= small.as_of


def test_there_are_periods_for_whatever_happened_and_for_no_others(year: Site) -> None:
    chronicle = Chronicle(year)

    assert [period.form for period in chronicle.periods(Span.QUARTER)] == ["2014-Q1", "2014-Q2"]
    assert [period.form for period in chronicle.periods(Span.MONTH)] == ["2014-03", "2014-04"]
    assert "2014-W01" not in [period.form for period in chronicle.periods(Span.WEEK)]


def test_the_end_of_a_period_is_what_was_known_then_and_today_while_it_runs(year: Site) -> None:
    march, quarter = account(year, "2014-03"), account(year, "2014-Q2")

    assert (march.running, march.end.as_of) == (False, date(2014, 3, 31))
    assert march.end.standings["2014-001"].unresolved
    assert march.end.standings["2014-002"].overdue_days == 0
    assert (quarter.running, quarter.end) == (True, year)
    assert not account(year, "2014-04").running


def test_the_turns_of_a_commitment_belong_to_the_period_in_which_they_end(year: Site) -> None:
    week, next_week = account(year, "2014-W14"), account(year, "2014-W15")

    assert [turn.outcome for one in week.promises for turn in one.turns] == [Outcome.KEPT]
    assert [turn.outcome for one in next_week.promises for turn in one.turns] == [Outcome.MISSED]
    assert account(year, "2014-03").promises == ()
    assert account(year, "2014-W18").promises == ()


def test_answers_are_of_the_day_on_which_they_were_given(year: Site) -> None:
    assert account(year, "2014-W15").answers == ((Ref("visit", "look"), 0),)
    assert account(year, "2014-03").answers == ()


def test_a_follow_up_visit_lapses_in_the_period_in_which_it_came_to_be_missed(tmp_path: Path) -> None:
    closed = linked(site(tmp_path, BAISHA + rectification(progress(*DONE))))

    lapsed = {
        form: [record.id for record in account(closed, form).lapsed]
        for form in ("2014-W14", "2014-W15", "2014-03", "2014-04")
    }

    assert lapsed == {"2014-W14": ["2014-001"], "2014-W15": [], "2014-03": [], "2014-04": ["2014-001"]}
    assert [period.form for period in Chronicle(closed).periods(Span.MONTH)] == ["2014-03", "2014-04"]


def test_a_visit_that_was_due_on_the_last_day_of_a_period_lapses_in_the_next(tmp_path: Path) -> None:
    on_one_day = progress(*(re.sub(r"2014-03-0\d", "2014-03-01", step) for step in DONE))
    closed = linked(site(tmp_path, BAISHA + rectification(on_one_day)))

    assert account(closed, "2014-03").lapsed == ()
    assert [record.id for record in account(closed, "2014-04").lapsed] == ["2014-001"]


def test_a_campaign_is_of_what_belongs_to_its_programmes_and_their_parts(year: Site) -> None:
    campaign = of_programmes(year, [Ref("programme", "nights")])

    assert [record.id for record in campaign.all(Rectification)] == ["2014-001"]
    assert {ref.id for ref in campaign.records if ref.kind in ("activity", "visit")} == {"first"}


@given(SPANS, DAYS)
def test_the_period_before_ends_where_this_one_begins(span: Span, day: date) -> None:
    period = span.around(day)
    assert period
    before = preceding(period, span)

    assert before
    assert before.last + timedelta(days=1) == period.first
    assert preceding(period, Span.CAMPAIGN) is None
