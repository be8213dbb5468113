"""Every occurrence of a commitment's rule is in one turn, and every turn has one outcome."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.programme import Commitment
from minusone.periods import Period
from minusone.reckoning.amounts import Deed
from minusone.reckoning.recurrence import GAPS, Outcome, Turn, periods, turns
from minusone.reckoning.workdays import is_workday
from minusone.schema import Ref
from minusone.words import Bilingual, Words

TODAY = date(2014, 4, 30)
NAMED = (
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;BYHOUR=8,18",
)
WHOLE = (
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=3",
    "FREQ=YEARLY;BYWEEKNO=14",
)
DATES = st.dates(date(2013, 10, 1), date(2014, 6, 30))
SPANS = st.tuples(DATES, st.integers(0, 10)).map(
    lambda two: Period.read(f"{two[0]}/{two[0] + timedelta(two[1])}") if two[1] else Period.of(two[0])
)
HOURS = st.none() | st.integers(0, 6).map(lambda quarters: Decimal(quarters) / 4)
AMOUNTS = st.sampled_from(
    [
        None,
        {"at_least": "1", "of": "hours"},
        {"at_least": "1", "of": "hours", "per": "official", "officials": "3"},
        {"at_least": "1", "at_most": "2", "of": "days"},
        {"at_least": "2", "of": "sessions"},
    ]
)


def commitment(how_often: str = "FREQ=WEEKLY;BYDAY=TU", **fields: object) -> Commitment:
    given_ = {name: value for name, value in fields.items() if value is not None}
    return Commitment.model_validate({"id": "a", "what": "夜学", "who": "wenjiao", "how_often": how_often} | given_)


def excuse(period: str, reason: str = "防汛", **more: str) -> dict[str, str]:
    return {"period": period, "reason": reason} | more


def deed(when: str, hours: str | None = "1", officials: int | None = None, *, sample: bool = False) -> Deed:
    value = None if hours is None else Decimal(hours)
    return Deed(Ref("activity", f"a{when[:10]}"), Period.read(when), value, None, officials, sample)


COMMITMENTS = st.builds(
    lambda rule, since, length, amount, workdays, excused: commitment(
        rule,
        since=since.isoformat() if since else None,
        until=(since + timedelta(length)).isoformat() if since and length else None,
        amount=amount,
        workdays="true" if workdays else None,
        excused=[excuse(period.form) for period in excused],
    ),
    st.sampled_from((*NAMED, *WHOLE)),
    st.none() | DATES,
    st.none() | st.integers(1, 200),
    AMOUNTS,
    st.booleans(),
    st.lists(SPANS, max_size=2),
)
DEEDS = st.lists(
    st.builds(
        lambda number, span, hours, officials: Deed(Ref("activity", f"a{number}"), span, hours, None, officials),
        st.integers(0, 99),
        SPANS,
        HOURS,
        st.none() | st.integers(0, 4),
    ),
    max_size=4,
    unique_by=lambda deed: deed.ref,
)


def said(found: tuple[Turn, ...]) -> dict[str, str]:
    return {turn.period.form: turn.outcome.value for turn in found}


# --- the commitments that the source speaks of -----------------------------------------------------------------------


def test_every_tuesday_at_least_an_hour() -> None:
    study = commitment(amount={"at_least": "1", "of": "hours", "per": "official"})
    done = [deed("2014-03-04", "1.5"), deed("2014-03-11"), deed("2014-03-25", "1.2"), deed("2014-04-01", "0.75")]

    found = turns(study, done, date(2014, 4, 8))

    assert said(found) == {
        "2014-03-04": "kept",
        "2014-03-11": "kept",
        "2014-03-18": "missed",
        "2014-03-25": "kept",
        "2014-04-01": "short",
        "2014-04-08": "not_yet",
    }
    assert (found[4].done, found[4].lacking, found[4].by) == (Decimal("0.75"), Decimal("0.25"), (done[3].ref,))


def test_every_week_at_least_an_hour_per_official() -> None:
    hour = commitment("FREQ=WEEKLY", amount={"at_least": "1", "of": "hours", "per": "official", "officials": "2"})
    done = [deed("2014-03-12", officials=2), deed("2014-03-19", "5", officials=1), deed("2014-03-27", "1")]
    done += [deed("2014-03-28", officials=1)]

    found = turns(hour, done, date(2014, 4, 5))

    assert said(found) == {
        "2014-03-10/2014-03-16": "kept",
        "2014-03-17/2014-03-23": "short",
        "2014-03-24/2014-03-30": "kept",
        "2014-03-31/2014-04-06": "not_yet",
    }
    assert (found[1].lacking, found[1].officials) == (Decimal(1), 1)


def test_one_or_two_days_a_month() -> None:
    duty = commitment("FREQ=MONTHLY", amount={"at_least": "1", "at_most": "2", "of": "days", "per": "official"})
    done = [deed("2014-01-30/2014-02-03"), deed("2014-03-19/2014-03-20")]

    assert said(turns(duty, done, TODAY)) == {
        "2014-01": "missed",
        "2014-02": "missed",
        "2014-03": "kept",
        "2014-04": "not_yet",
    }


def test_a_weekly_meeting_of_which_one_record_may_tell_several() -> None:
    meeting = commitment("FREQ=WEEKLY", since="2014-03-05")

    assert said(turns(meeting, [deed("2014-03", None)], date(2014, 4, 13))) == {
        "2014-03-05/2014-03-09": "kept",
        "2014-03-10/2014-03-16": "kept",
        "2014-03-17/2014-03-23": "kept",
        "2014-03-24/2014-03-30": "kept",
        "2014-03-31/2014-04-06": "missed",
        "2014-04-07/2014-04-13": "not_yet",
    }


def test_daily_on_working_days_is_asked_on_shifted_weekends_and_not_on_holidays() -> None:
    daily = commitment("FREQ=DAILY", since="2014-04-30", workdays="true")

    assert list(said(turns(daily, [], date(2014, 5, 6)))) == ["2014-04-30", "2014-05-04", "2014-05-05", "2014-05-06"]


def test_a_public_holiday_excuses_a_days_turn_with_its_name() -> None:
    found = turns(commitment("FREQ=DAILY", since="2014-04-04"), [deed("2014-04-05")], date(2014, 4, 8))

    assert said(found) == {
        "2014-04-04": "missed",
        "2014-04-05": "kept",
        "2014-04-06": "missed",
        "2014-04-07": "excused",
        "2014-04-08": "not_yet",
    }
    assert found[3].reason == Bilingual("清明节（补假）", "Tomb-Sweeping Day (observed)")


@pytest.mark.parametrize(
    ("excused", "outcome"),
    [
        ([excuse("2014-04-08/2014-04-11")], "excused"),
        ([excuse("2014-04-08/2014-04-09"), excuse("2014-04-10/2014-04-20")], "excused"),
        ([excuse("2014-04-08/2014-04-10")], "missed"),
        ([], "missed"),
    ],
)
def test_a_week_is_excused_where_no_working_day_of_it_is_left(excused: list[dict[str, str]], outcome: str) -> None:
    """Monday 7 April 2014 was a public holiday."""
    weekly = commitment("FREQ=WEEKLY", since="2014-04-07", until="2014-04-13", excused=excused)

    assert said(turns(weekly, [], TODAY)) == {"2014-04-07/2014-04-13": outcome}


def test_a_turn_says_why_it_is_excused_and_whether_that_or_what_was_done_is_made_up() -> None:
    study = commitment(since="2014-03-04", excused=[excuse("2014-03-11", sample="true"), excuse("2014-03-18")])

    found = turns(study, [deed("2014-03-04", sample=True)], date(2014, 3, 25))

    assert [turn.reason for turn in found] == [None, Words("防汛"), Words("防汛"), None]
    assert [turn.sample for turn in found] == [True, True, False, False]


def test_a_calendar_that_begins_with_a_made_up_deed_is_made_up() -> None:
    found = turns(commitment(), [deed("2014-03-04", sample=True), deed("2014-03-18")], date(2014, 3, 20))

    assert [turn.sample for turn in found] == [True, True, True]


def test_without_a_beginning_and_a_deed_nothing_is_told() -> None:
    assert turns(commitment(), [], TODAY) == ()
    assert turns(commitment(since="2014-05-06"), [], TODAY) == ()


@pytest.mark.parametrize(
    ("rule", "since", "forms"),
    [
        ("FREQ=MONTHLY", "2014-01-31", ["2014-01-31", "2014-02", "2014-03", "2014-04"]),
        ("FREQ=MONTHLY;INTERVAL=3", "2013-11-20", ["2013-11-20/2014-01-31", "2014-02/2014-04"]),
        ("FREQ=YEARLY", "2012-02-29", ["2012-02-29/2012-12-31", "2013", "2014"]),
        ("FREQ=YEARLY;BYMONTH=3", "2012-04-10", ["2013-03", "2014-03"]),
        ("FREQ=YEARLY;BYWEEKNO=14", "2013-05-01", ["2014-03-31/2014-04-06"]),
        ("FREQ=WEEKLY;INTERVAL=2", "2014-04-09", ["2014-04-09/2014-04-20", "2014-04-21/2014-05-04"]),
        ("FREQ=WEEKLY;COUNT=2", "2014-03-05", ["2014-03-05/2014-03-09", "2014-03-10/2014-03-16"]),
        ("FREQ=DAILY;BYHOUR=8,18", "2014-04-29", ["2014-04-29", "2014-04-30"]),
    ],
)
def test_periods_are_those_of_the_calendar_cut_off_at_the_beginning(rule: str, since: str, forms: list[str]) -> None:
    found = periods(commitment(rule, since=since), date.fromisoformat(since), TODAY)

    assert [period.form for period in found] == forms


# --- what always holds -----------------------------------------------------------------------------------------------


@given(st.sampled_from(NAMED), DATES, st.booleans())
def test_every_occurrence_of_named_days_is_a_turn_of_its_own(rule: str, since: date, workdays: bool) -> None:
    found = list(periods(commitment(rule, since=since, workdays="true" if workdays else "false"), since, TODAY))
    start, end = datetime.combine(since, time()), datetime.combine(TODAY, time.max)
    occurrences = {one.date() for one in rrulestr(rule, dtstart=start).between(start, end, inc=True)}

    assert [period.first for period in found] == [period.last for period in found]
    assert [p.first for p in found] == sorted(day for day in occurrences if not workdays or is_workday(day))


@given(st.sampled_from(["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY"]), DATES, st.data())
def test_every_day_since_the_beginning_is_in_one_turn_of_a_rule_that_names_no_days(
    rule: str, since: date, data: st.DataObject
) -> None:
    found = list(periods(commitment(rule, since=since), since, TODAY))

    assert (found == []) == (since > TODAY)
    if found:
        day = data.draw(st.dates(since, TODAY))
        assert sum(period.first <= day <= period.last for period in found) == 1


@given(COMMITMENTS, DEEDS)
def test_turns_follow_each_other_within_the_commitments_time(promise: Commitment, done: list[Deed]) -> None:
    found = [turn.period for turn in turns(promise, done, TODAY)]

    assert all(one.last < other.first for one, other in pairwise(found))
    assert all(period.first <= TODAY for period in found)
    if promise.since:
        assert all(promise.since <= period.first for period in found)
    if promise.until:
        assert all(period.last <= promise.until for period in found)


@given(COMMITMENTS, DEEDS)
def test_every_turn_has_the_outcome_that_its_amounts_say(promise: Commitment, done: list[Deed]) -> None:
    for turn in turns(promise, done, TODAY):
        assert (turn.outcome is Outcome.KEPT) == (turn.lacking == 0)
        assert (turn.outcome is Outcome.EXCUSED) == (turn.reason is not None)
        assert (turn.outcome is Outcome.NOT_YET) <= (turn.period.last >= TODAY)
        assert (turn.outcome in GAPS) <= (turn.period.last < TODAY)
        assert (turn.outcome is Outcome.MISSED) <= (turn.by == ())
        assert (turn.outcome is Outcome.SHORT) <= (turn.by != ())


@given(COMMITMENTS, DEEDS)
def test_a_deed_counts_once_unless_it_covers_turns_that_ask_for_no_amount(
    promise: Commitment, done: list[Deed]
) -> None:
    found = turns(promise, done, TODAY)
    for one in done:
        counted = [turn.period for turn in found if one.ref in turn.by]
        within = [p for p in counted if p.first <= one.period.first and one.period.last <= p.last]
        covered = [p for p in counted if one.period.first <= p.first and p.last <= one.period.last]

        assert {*within, *covered} == set(counted)
        assert len(counted) <= 1 or (covered == counted and promise.amount is None)


RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}


@given(COMMITMENTS, DEEDS, DEEDS)
def test_more_deeds_never_make_a_turn_worse(promise: Commitment, done: list[Deed], more: list[Deed]) -> None:
    since = promise if promise.since else promise.model_copy(update={"since": date(2013, 10, 1)})
    known = {one.ref for one in done}
    before = turns(since, done, TODAY)
    after = turns(since, [*done, *(one for one in more if one.ref not in known)], TODAY)

    for one, other in zip(before, after, strict=True):
        assert one.period == other.period
        assert RANK[one.outcome] <= RANK[other.outcome]
        assert other.lacking <= one.lacking


@given(COMMITMENTS, DEEDS, SPANS)
def test_excusing_a_time_hides_no_turn_beyond_it(promise: Commitment, done: list[Deed], when: Period) -> None:
    more = commitment(excused=[excuse(when.form)]).excused
    before = turns(promise, done, TODAY)
    after = turns(promise.model_copy(update={"excused": (*promise.excused, *more)}), done, TODAY)

    for one, other in zip(before, after, strict=True):
        if one != other:
            assert one.outcome in GAPS | {Outcome.NOT_YET, Outcome.EXCUSED}
            assert other.outcome is Outcome.EXCUSED
            assert when.first <= one.period.last
            assert one.period.first <= when.last


@given(COMMITMENTS, DEEDS, DATES, st.integers(0, 60))
def test_what_is_over_stays_as_it_was(promise: Commitment, done: list[Deed], as_of: date, days: int) -> None:
    before, after = turns(promise, done, as_of), turns(promise, done, as_of + timedelta(days))

    for one, other in zip(before, after, strict=False):
        assert one.period == other.period
        assert one == other or one.outcome is Outcome.NOT_YET
    assert len(before) <= len(after)


@given(COMMITMENTS, DEEDS)
def test_the_order_of_deeds_tells_nothing(promise: Commitment, done: list[Deed]) -> None:
    assert turns(promise, done, TODAY) == turns(promise, done[::-1], TODAY)
