"""The life of a rectification: what may follow what, and what nobody has to type."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.faults import (
    CLOSED_WITHOUT_EVIDENCE,
    NOTICE_RUNNING,
    STEP_BEFORE_FOUND,
    STEP_NEEDS,
    STEP_ORDER,
    STEP_TAKES_NOT,
    WRONG_STEP,
    Fault,
)
from minusone.kinds.rectification import Extent, Rectification, State, Step, StepKind, Verdict
from minusone.periods import Period
from minusone.problems import Mark
from minusone.reckoning.lifecycle import (
    ENDS,
    OPEN,
    TABLE,
    UNRESOLVED,
    Group,
    Standing,
    allowed,
    at,
    follow,
    open_stretches,
    worst,
)
from minusone.schema import Ref
from minusone.words import Bilingual, Words
from tests.sites import LEAST, TODAY

FOUND = date(2014, 3, 1)
DEADLINE = Period.read("2014-06-30")

COMPLETE: dict[StepKind, dict[str, Any]] = {
    StepKind.STATED: {"state": "in_progress", "source": "清单"},
    StepKind.EXTENDED: {"deadline": "2014-07-31", "reason": "等管线", "approved_by": "district"},
    StepKind.REPLANNED: {"target": "lamps", "planned": "9", "reason": "加装", "approved_by": "district"},
    StepKind.SUBMITTED: {"evidence": "照片"},
    StepKind.VERIFIED: {"residents": "5"},
    StepKind.RETURNED: {"reason": "还有一盏"},
    StepKind.NOTICE: {"until": "2014-03-01"},
    StepKind.OBJECTED: {"reason": "夜里不亮"},
    StepKind.FOLLOWED_UP: {"verdict": "satisfied", "asked": "12"},
    StepKind.REOPENED: {"reason": "又灭了"},
    StepKind.SUSPENDED: {"reason": "等规划", "review": "2014-09-01"},
    StepKind.MERGED: {"into": "2014-002"},
    StepKind.DECLINED: {"reason": "不属本区"},
    StepKind.WITHHELD: {"basis": "条例第十五条"},
}
"""What each step needs."""

END: dict[State, dict[str, Any]] = {
    State.MERGED: COMPLETE[StepKind.MERGED],
    State.DECLINED: COMPLETE[StepKind.DECLINED],
    State.WITHHELD: COMPLETE[StepKind.WITHHELD],
}
"""What an end needs, however it is reached."""


def step(kind: str | StepKind, day: int = 1, **fields: object) -> Step:
    """A complete step, so many days after the finding; a field given as None is left out."""
    kind = kind if isinstance(kind, StepKind) else StepKind[kind.upper()]
    given = {"date": FOUND + timedelta(days=day - 1), "step": kind} | COMPLETE.get(kind, {}) | fields
    return Step.model_validate(given)


def item(*steps: Step, **fields: object) -> Rectification:
    least: dict[str, Any] = {**LEAST["rectification"], "found": {"date": FOUND.isoformat()}, "deadline": DEADLINE}
    return Rectification.model_validate(least | {"id": "2014-001", "track": ["deadline"], "progress": steps} | fields)


def life(*kinds: str) -> list[Step]:
    return [step(kind, day) for day, kind in enumerate(kinds, 1)]


def stands(*steps: Step, on: date = TODAY) -> Standing:
    standing, wrong = follow(item(*steps), on)
    assert wrong == ()
    return standing


def faults(*steps: Step) -> list[Fault]:
    return [wrong.fault for wrong in follow(item(*steps), TODAY)[1]]


TO_REGISTERED = ("registered",)
TO_ASSIGNED = (*TO_REGISTERED, "assigned")
TO_IN_PROGRESS = (*TO_ASSIGNED, "started")
TO_SUBMITTED = (*TO_IN_PROGRESS, "submitted")
TO_VERIFIED = (*TO_SUBMITTED, "verified")
TO_RETURNED = (*TO_SUBMITTED, "returned")
TO_NOTICE = (*TO_VERIFIED, "notice")
TO_CLOSED = (*TO_VERIFIED, "closed")
TO_REOPENED = (*TO_CLOSED, "reopened")
TO_SUSPENDED = (*TO_ASSIGNED, "suspended")
WAYS = {
    State.REGISTERED: TO_REGISTERED,
    State.ASSIGNED: TO_ASSIGNED,
    State.IN_PROGRESS: TO_IN_PROGRESS,
    State.SUBMITTED: TO_SUBMITTED,
    State.VERIFIED: TO_VERIFIED,
    State.RETURNED: TO_RETURNED,
    State.PUBLIC_NOTICE: TO_NOTICE,
    State.CLOSED: TO_CLOSED,
    State.REOPENED: TO_REOPENED,
    State.SUSPENDED: TO_SUSPENDED,
    State.MERGED: (*TO_ASSIGNED, "merged"),
    State.DECLINED: (*TO_ASSIGNED, "declined"),
    State.WITHHELD: (*TO_ASSIGNED, "withheld"),
}
"""A way to every state."""

# The step table of the domain, row by row: a step, the states that it may follow, and where it leads (None: nowhere).
EVERY_OPEN = set(State) - {State.CLOSED, State.MERGED, State.DECLINED, State.WITHHELD}
ROWS: dict[str, tuple[set[State], State | None]] = {
    "assigned": ({State.REGISTERED}, State.ASSIGNED),
    "started": ({State.ASSIGNED, State.RETURNED, State.REOPENED, State.SUSPENDED}, State.IN_PROGRESS),
    "update": (EVERY_OPEN, None),
    "extended": (EVERY_OPEN, None),
    "replanned": (EVERY_OPEN, None),
    "submitted": ({State.IN_PROGRESS}, State.SUBMITTED),
    "verified": ({State.SUBMITTED}, State.VERIFIED),
    "returned": ({State.SUBMITTED, State.VERIFIED}, State.RETURNED),
    "notice": ({State.VERIFIED}, State.PUBLIC_NOTICE),
    "objected": ({State.PUBLIC_NOTICE}, State.SUBMITTED),
    "closed": ({State.VERIFIED, State.PUBLIC_NOTICE}, State.CLOSED),
    "followed_up": ({State.CLOSED}, None),
    "reopened": ({State.CLOSED}, State.REOPENED),
    "suspended": (EVERY_OPEN, State.SUSPENDED),
    "merged": (EVERY_OPEN, State.MERGED),
    "declined": (EVERY_OPEN, State.DECLINED),
    "withheld": (set(State) - {State.WITHHELD}, State.WITHHELD),
}
FIRST = {"registered", "stated"}


def test_the_table_has_a_row_for_every_step_and_a_way_to_every_state() -> None:
    assert {*ROWS, *FIRST} == {kind.value for kind in StepKind}
    assert {state: stands(*life(*way)).state for state, way in WAYS.items()} == {state: state for state in State}


@pytest.mark.parametrize("kind", ROWS)
def test_a_step_may_follow_the_states_of_its_row_and_leads_where_it_says(kind: str) -> None:
    after, to = ROWS[kind]
    for state, way in WAYS.items():
        standing, wrong = follow(item(*life(*way, kind)), TODAY)
        assert (wrong == ()) == (state in after), state
        assert standing.state is ((to or state) if state in after else state)


@pytest.mark.parametrize("kind", StepKind)
def test_a_life_begins_by_registering_or_by_what_a_ledger_stated_and_never_begins_again(kind: StepKind) -> None:
    assert (faults(step(kind)) == []) == (kind.value in FIRST)
    if kind.value in FIRST:
        assert faults(step("registered"), step(kind)) == [WRONG_STEP]


@pytest.mark.parametrize("state", State)
def test_a_stated_item_opens_anywhere_and_lives_on_from_there(state: State) -> None:
    stated = step("stated", state=state.value, **END.get(state, {}))

    assert stands(stated).state is state
    for kind in StepKind:
        shown = "照片" if kind in (StepKind.CLOSED, StepKind.SUBMITTED) else ()
        assert (faults(stated, step(kind, evidence=shown)) == []) == (kind in allowed(state))


@pytest.mark.parametrize("state", END)
def test_an_end_that_is_only_stated_says_what_the_step_to_it_would_have_said(state: State) -> None:
    assert faults(step("stated", state=state.value)) == [STEP_NEEDS]


def test_a_closing_that_is_only_stated_is_known_to_have_been_by_then() -> None:
    assert stands(step("stated", state="closed")).closed_by_then
    assert not stands(*life(*TO_CLOSED)).closed_by_then


def test_why_something_waits_or_ended_stays_beside_its_state() -> None:
    suspended = stands(*life(*TO_SUSPENDED), step("update", 9, reason="消息"))
    again = stands(*life(*TO_SUSPENDED), step("suspended", 9, reason="仍等", review="2014-12-01"))

    assert (suspended.reason, suspended.review) == (Words("等规划"), date(2014, 9, 1))
    assert (again.reason, again.review) == (Words("仍等"), date(2014, 12, 1))
    assert stands(*life(*TO_SUSPENDED), step("started", 9)).review is None


def test_an_age_is_not_made_up_where_only_the_month_of_the_finding_is_known() -> None:
    assert follow(item(step("registered", 40), found={"date": "2014-03"}), TODAY)[0].age_days is None


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_step_says_what_it_needs_and_still_counts_without_it(kind: StepKind) -> None:
    way = next((WAYS[state] for state in State if kind in allowed(state)), ())
    for name in COMPLETE[kind]:
        without = step(kind, len(way) + 1, **{name: None})
        standing, wrong = follow(item(*life(*way), without), TODAY)
        assert [one.fault for one in wrong] == [STEP_NEEDS]
        said = wrong[0].particulars["field"]
        assert isinstance(said, Bilingual)
        assert said.en == name or kind is StepKind.VERIFIED
        assert standing.last_news == without.date


def test_a_verification_names_its_verifier_or_how_many_residents_confirmed_it() -> None:
    before = life(*TO_SUBMITTED)

    assert faults(*before, step("verified", 5, residents=None)) == [STEP_NEEDS]
    assert faults(*before, step("verified", 5, residents=None, by="team:province")) == []
    assert faults(*before, step("verified", 5, residents="0")) == [STEP_NEEDS]


def test_a_step_carries_nothing_that_belongs_to_another() -> None:
    _, wrong = follow(item(step("registered"), step("assigned", 2, verdict="satisfied", until="2014-04-01")), TODAY)

    assert {(one.fault, one.path) for one in wrong} == {
        (STEP_TAKES_NOT, ("progress", 1, "verdict")),
        (STEP_TAKES_NOT, ("progress", 1, "until")),
    }


def test_steps_are_in_order_of_time_and_none_comes_before_the_finding() -> None:
    assert faults(step("registered", 3), step("assigned", 2)) == [STEP_ORDER]
    assert faults(step("registered", 3), step("assigned", 3)) == []
    assert faults(step("registered", 0)) == [STEP_BEFORE_FOUND]


@pytest.mark.parametrize(("day", "said"), [(9, [NOTICE_RUNNING]), (10, [NOTICE_RUNNING]), (11, [])])
def test_a_notice_must_have_elapsed_before_anything_is_closed(day: int, said: list[Fault]) -> None:
    notice = step("notice", 6, until=FOUND + timedelta(days=9))

    assert faults(*life(*TO_VERIFIED), notice, step("update", 7), step("closed", day)) == said


def test_an_objection_does_not_cut_the_notice_short_that_residents_were_promised() -> None:
    notice = [*life(*TO_VERIFIED), step("notice", 6, until=FOUND + timedelta(days=29))]
    again = [*notice, step("objected", 7), step("verified", 8)]

    assert faults(*again, step("closed", 30)) == [NOTICE_RUNNING]
    assert faults(*again, step("closed", 31)) == []
    assert faults(*again, step("notice", 9, until=FOUND + timedelta(days=10)), step("closed", 12)) == [NOTICE_RUNNING]


def test_nothing_closes_without_any_evidence_since_it_was_found_or_came_back() -> None:
    stated = [step("stated", state="verified")]
    again = [*stated, step("closed", 2, evidence="照片"), step("reopened", 3)]

    assert faults(*stated, step("closed", 2)) == [CLOSED_WITHOUT_EVIDENCE]
    assert faults(*stated, step("update", 2, evidence="照片"), step("closed", 3)) == []
    assert faults(*stated, step("closed", 2, evidence="照片")) == []
    assert faults(*again, step("started", 4), step("submitted", 5), step("verified", 6), step("closed", 7)) == []


@pytest.mark.parametrize("extent", Extent)
def test_half_an_end_is_open(extent: Extent) -> None:
    standing = stands(*life(*TO_IN_PROGRESS), step("update", 4, extent=extent.value, judged="95%"))

    assert (standing.state, standing.group, standing.extent) == (State.IN_PROGRESS, Group.OPEN, extent)
    assert stands(*life(*TO_IN_PROGRESS), step("submitted", 4, extent=extent.value)).group is Group.OPEN


def test_how_far_the_unit_says_it_has_come_holds_until_the_state_changes() -> None:
    partly = [*life(*TO_IN_PROGRESS), step("update", 4, extent="partly")]

    assert stands(*partly, step("update", 5)).extent is Extent.PARTLY
    assert stands(*partly, step("submitted", 5)).extent is None


@pytest.mark.parametrize("verdict", Verdict)
def test_only_residents_who_are_not_satisfied_reopen_what_was_closed(verdict: Verdict) -> None:
    standing = stands(*life(*TO_CLOSED), step("followed_up", 9, verdict=verdict.value))
    reopened = verdict is Verdict.UNSATISFIED

    assert standing.state is (State.REOPENED if reopened else State.CLOSED)
    assert standing.reopenings == reopened
    assert (standing.closed_on is None) == reopened


def test_an_extension_asked_for_is_not_one_granted() -> None:
    standing = stands(*life(*TO_IN_PROGRESS), step("update", 4, requested="2014-12-31", reason="等管线"))

    assert (standing.deadline, standing.moves) == (DEADLINE, ())


def test_a_moved_deadline_is_known_with_why_and_by_whose_leave_and_the_first_promise_stays() -> None:
    standing = stands(*life(*TO_IN_PROGRESS), step("extended", 4), step("extended", 5, deadline="2014-Q4"))

    assert standing.first_deadline == DEADLINE
    assert standing.deadline == Period.read("2014-Q4")
    assert [(move.before, move.after.form) for move in standing.moves] == [
        (DEADLINE, "2014-07-31"),
        (Period.read("2014-07-31"), "2014-Q4"),
    ]
    assert standing.moves[0].approved_by == Ref("unit", "district")
    assert standing.slip_days == (date(2014, 12, 31) - DEADLINE.last).days


def test_a_deadline_where_there_was_none_is_the_first_promise_and_no_move() -> None:
    record = item(*life(*TO_IN_PROGRESS), step("extended", 4), step("extended", 5, deadline="2014-Q4"), deadline=None)
    standing = follow(record, TODAY)[0]

    assert standing.first_deadline == Period.read("2014-07-31")
    assert [(move.before.form, move.after.form) for move in standing.moves] == [("2014-07-31", "2014-Q4")]


@pytest.mark.parametrize(("form", "last"), [("2014-06", 30), ("2014-Q2", 30), ("2014-H1", 30), ("2014-06-29", 29)])
def test_what_was_promised_is_overdue_from_the_day_after_its_period_has_ended(form: str, last: int) -> None:
    record = item(*life(*TO_IN_PROGRESS), deadline=form)

    assert follow(record, date(2014, 6, last))[0].group is Group.OPEN
    late = follow(record, date(2014, 6, last) + timedelta(days=1))[0]
    assert (late.group, late.overdue_days) == (Group.OVERDUE, 1)


def test_suspended_counts_as_open_and_goes_overdue_like_anything_else() -> None:
    standing = stands(*life(*TO_SUSPENDED), on=date(2014, 7, 10))

    assert (standing.group, standing.overdue_days, standing.unresolved) == (Group.OVERDUE, 10, True)


def test_age_and_silence_grow_while_it_is_open_and_age_stops_at_the_end() -> None:
    begun = life(*TO_IN_PROGRESS)
    closed = stands(*life(*TO_CLOSED), on=FOUND + timedelta(days=50))
    news = stands(*begun, step("update", 21), on=FOUND + timedelta(days=50))

    assert (news.age_days, news.silent_days, news.since) == (50, 30, begun[-1].date)
    assert (closed.age_days, closed.silent_days, closed.closed_on) == (5, 0, FOUND + timedelta(days=5))


@pytest.mark.parametrize(("left", "soon"), [(15, False), (14, True), (0, True), (-1, False)])
def test_it_is_due_soon_until_the_last_day_and_never_when_it_is_over(left: int, soon: bool) -> None:
    standing = stands(*life(*TO_IN_PROGRESS), on=DEADLINE.last - timedelta(days=left))

    assert standing.is_due_soon(14) == soon
    assert (standing.due_in_days, standing.overdue_days) == ((left, 0) if left >= 0 else (None, -left))
    assert stands(*life(*TO_CLOSED), on=DEADLINE.last).due_in_days is None


@pytest.mark.parametrize("way", [TO_IN_PROGRESS, TO_SUSPENDED, TO_NOTICE])
def test_whatever_is_open_is_silent_after_so_many_days_without_a_step(way: tuple[str, ...]) -> None:
    last = life(*way)[-1].date

    assert not stands(*life(*way), on=last + timedelta(days=44)).is_silent(45)
    assert stands(*life(*way), on=last + timedelta(days=45)).is_silent(45)
    assert not stands(*life(*TO_CLOSED), on=date(2015, 1, 1)).is_silent(0)


def test_what_was_ever_closed_is_told_however_it_stands_now() -> None:
    assert [stands(*life(*way)).ever_closed for way in (TO_VERIFIED, TO_CLOSED, TO_REOPENED)] == [False, True, True]
    assert stands(*life(*TO_CLOSED, "withheld")).ever_closed
    stated = stands(step("stated", state="reopened"))
    assert (stated.reopenings, stated.ever_closed) == (1, True)


def test_a_closing_after_the_first_promise_is_late_by_so_many_days() -> None:
    steps = [*life(*TO_IN_PROGRESS), step("extended", 4), step("submitted", 130), step("verified", 131)]

    assert stands(*steps, step("closed", 132), on=date(2014, 8, 1)).late_days == 10
    assert stands(*life(*TO_CLOSED)).late_days == 0


def test_a_merged_item_says_into_what() -> None:
    assert stands(*life(*WAYS[State.MERGED])).into == Ref("rectification", "2014-002")


# --- whatever the steps ----------------------------------------------------------------------------------------------

KINDS_OF_STEP = st.sampled_from(StepKind)
DAYS = st.integers(1, 300)
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "state": st.sampled_from([state.value for state in State]),
    "extent": st.sampled_from([extent.value for extent in Extent]),
    "verdict": st.sampled_from([verdict.value for verdict in Verdict]),
    "deadline": st.dates(date(2014, 1, 1), date(2016, 12, 31)).map(date.isoformat),
    "until": st.dates(date(2014, 3, 1), date(2014, 12, 31)).map(date.isoformat),
    "residents": st.sampled_from(["0", "7"]),
    "into": st.sampled_from(["2014-001", "2014-002"]),
    "reason": st.just("理由"),
    "evidence": st.just("照片"),
}
ANY_STEP = st.builds(
    lambda kind, day, fields, complete: step(
        kind, day, **(fields if complete else dict.fromkeys(COMPLETE.get(kind, {})) | fields)
    ),
    KINDS_OF_STEP,
    DAYS,
    st.fixed_dictionaries({}, optional=FIELDS),
    st.booleans(),
)
ANY_STEPS = st.lists(ANY_STEP, min_size=1, max_size=12)
ANY_DAY = st.dates(date(2014, 1, 1), date(2017, 1, 1))


@st.composite
def lawful_steps(draw: st.DrawFn) -> list[Step]:
    """A life led by the table: every step one that is allowed, complete, and not before its time."""
    steps: list[Step] = []
    day = 1
    for _ in range(draw(st.integers(1, 14))):
        kinds = allowed(follow(item(*steps), TODAY)[0].state if steps else None)
        if not kinds:
            break
        kind = draw(st.sampled_from(kinds))
        day += draw(st.integers(1, 30))
        state = draw(st.sampled_from(State))
        own = {
            StepKind.STATED: {"state": state.value, **END.get(state, {})},
            StepKind.EXTENDED: {"deadline": draw(FIELDS["deadline"])},
            StepKind.FOLLOWED_UP: {"verdict": draw(FIELDS["verdict"])},
            StepKind.CLOSED: {"evidence": "照片"},
        }
        steps.append(step(kind, day, **own.get(kind, {})))
    return steps


@given(ANY_STEPS, ANY_DAY)
def test_no_steps_whatever_are_a_crash_and_every_wrong_one_can_be_told(steps: list[Step], day: date) -> None:
    standing, wrong = follow(item(*steps), day)

    assert standing.state in State
    assert all(one.fault.at("a.md", Mark(), **one.particulars).what.zh for one in wrong)


@given(lawful_steps(), ANY_DAY)
def test_a_life_led_by_the_table_has_nothing_wrong(steps: list[Step], day: date) -> None:
    assert follow(item(*steps), day)[1] == ()


@given(lawful_steps(), st.dates(date(2016, 1, 1), date(2017, 1, 1)))
def test_stretches_in_which_it_was_open_follow_each_other_and_the_last_ends_as_it_stands(
    steps: list[Step], day: date
) -> None:
    standing, _ = follow(item(*steps), day)
    stretches = open_stretches(item(*steps), day)
    days = [one for stretch in stretches for one in stretch]

    assert days == sorted(days)
    assert all(first < last for first, last in stretches)
    assert (standing.state in OPEN) == (bool(days) and days[-1] == day)


def test_it_is_open_from_the_finding_until_it_closes_and_again_from_the_day_it_came_back() -> None:
    steps = life("registered", "assigned", "started", "submitted", "verified", "closed")
    again = [step("reopened", 20), step("started", 21)]

    assert open_stretches(item(*steps, *again), TODAY) == (
        (FOUND, FOUND + timedelta(days=5)),
        (FOUND + timedelta(days=19), TODAY),
    )


def test_nothing_is_known_of_the_time_before_a_ledger_stated_it() -> None:
    assert open_stretches(item(step("stated", 20, state="closed")), TODAY) == ()
    assert open_stretches(item(step("stated", 20)), TODAY) == ((FOUND + timedelta(days=19), TODAY),)


@given(ANY_STEPS, ANY_STEP, ANY_DAY)
def test_a_step_that_can_not_stand_there_is_told_by_its_number_and_changes_nothing(
    steps: list[Step], last: Step, day: date
) -> None:
    before, _ = follow(item(*steps), day)
    after, wrong = follow(item(*steps, last), day)
    refused = [one for one in wrong if one.fault is WRONG_STEP and one.path == ("progress", len(steps), "step")]

    if refused:
        assert after == before
        assert refused[0].particulars["number"] == len(steps) + 1


@given(lawful_steps(), ANY_DAY, ANY_DAY)
def test_with_no_step_in_between_another_days_standing_follows_from_this_ones(
    steps: list[Step], one: date, other: date
) -> None:
    record = item(*steps)

    assert at(follow(record, one)[0], record, other) == follow(record, other)[0]


@given(lawful_steps(), ANY_DAY)
def test_the_first_promise_never_moves_and_slip_is_measured_from_it(steps: list[Step], day: date) -> None:
    standing, _ = follow(item(*steps), day)
    granted = [one.deadline for one in steps if one.step is StepKind.EXTENDED and one.deadline]

    assert standing.first_deadline == DEADLINE
    assert standing.slip_days == ((granted or [DEADLINE])[-1].last - DEADLINE.last).days
    assert len(standing.moves) == len(granted)


@given(ANY_STEPS, ANY_DAY)
def test_only_what_is_open_is_overdue_and_every_item_is_unresolved_or_closed_or_merged(
    steps: list[Step], day: date
) -> None:
    standing, _ = follow(item(*steps), day)
    late = standing.deadline is not None and day > standing.deadline.last

    assert (standing.overdue_days > 0) == (standing.state in OPEN and late)
    assert (standing.due_in_days is not None) == (standing.state in OPEN and bool(standing.deadline) and not late)
    assert (standing.group is Group.OVERDUE) == (standing.overdue_days > 0)
    assert [standing.unresolved, standing.group is Group.CLOSED, standing.group is Group.MERGED].count(True) == 1
    lengths = (standing.overdue_days, standing.age_days or 0, standing.silent_days, standing.late_days)
    assert min(lengths) >= 0


@given(lawful_steps(), ANY_DAY)
def test_nothing_is_closed_without_a_day_and_nothing_open_has_one(steps: list[Step], day: date) -> None:
    standing, _ = follow(item(*steps), day)

    assert standing.state is not State.CLOSED or standing.closed_on is not None
    assert standing.state not in OPEN or standing.closed_on is None


@given(st.lists(st.sampled_from(Group)))
def test_a_whole_is_never_better_than_any_of_its_members(groups: list[Group]) -> None:
    whole = worst(groups)

    assert (whole is None) == (not groups)
    assert all(whole.rank <= group.rank for group in groups if whole)
    assert whole is None or whole in groups


def test_states_are_open_or_ended_and_what_has_an_end_but_no_answer_is_unresolved() -> None:
    assert frozenset(State) == OPEN | ENDS
    assert not OPEN & ENDS
    assert set(UNRESOLVED) == {Group.OVERDUE, Group.OPEN, Group.DECLINED, Group.WITHHELD}
    assert set(TABLE) == set(StepKind)
