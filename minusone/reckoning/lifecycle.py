"""The life of a rectification: which step may follow which, and where that leaves it.

`TABLE` is the step table of the domain; `follow` is the one function that reads steps. Nobody types a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from minusone.faults import (
    CLOSED_WITHOUT_EVIDENCE,
    NOTHING_TO_EXTEND,
    NOTICE_RUNNING,
    STEP_BEFORE_FOUND,
    STEP_NEEDS,
    STEP_ORDER,
    STEP_TAKES_NOT,
    WRONG_STEP,
    Fault,
)
from minusone.kinds.rectification import Extent, Rectification, Review, State, Step, StepKind, Verdict
from minusone.periods import Period
from minusone.reckoning.deadlines import first_promise
from minusone.schema import Path, Ref, Term, about
from minusone.words import Bilingual, Words

ENDS = frozenset({State.CLOSED, State.MERGED, State.DECLINED, State.WITHHELD})
OPEN = frozenset(State) - ENDS


@dataclass(frozen=True)
class Rule:
    """After which states a step may stand (none: only as the first), where it leads (None: nowhere), what it takes."""

    after: frozenset[State]
    to: State | None
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


def _after(*states: State) -> frozenset[State]:
    return frozenset(states)


S = State
TABLE: dict[StepKind, Rule] = {
    StepKind.REGISTERED: Rule(_after(), S.REGISTERED),
    StepKind.STATED: Rule(_after(), None, ("state", "source"), ("extent", "judged", "into", "reason", "basis")),
    StepKind.ASSIGNED: Rule(_after(S.REGISTERED), S.ASSIGNED),
    StepKind.STARTED: Rule(_after(S.ASSIGNED, S.RETURNED, S.REOPENED, S.SUSPENDED), S.IN_PROGRESS),
    StepKind.UPDATE: Rule(OPEN, None, (), ("requested", "extent", "judged", "reason")),
    StepKind.EXTENDED: Rule(OPEN, None, ("deadline", "reason", "approved_by")),
    StepKind.REPLANNED: Rule(OPEN, None, ("target", "planned", "reason", "approved_by")),
    StepKind.SUBMITTED: Rule(_after(S.IN_PROGRESS), S.SUBMITTED, ("evidence",), ("extent",)),
    StepKind.VERIFIED: Rule(_after(S.SUBMITTED), S.VERIFIED, ("by|residents",), ("residents",)),
    StepKind.RETURNED: Rule(_after(S.SUBMITTED, S.VERIFIED), S.RETURNED, ("reason",)),
    StepKind.NOTICE: Rule(_after(S.VERIFIED), S.PUBLIC_NOTICE, ("until",)),
    StepKind.OBJECTED: Rule(_after(S.PUBLIC_NOTICE), S.SUBMITTED, ("reason",)),
    StepKind.CLOSED: Rule(_after(S.VERIFIED, S.PUBLIC_NOTICE), S.CLOSED),
    StepKind.FOLLOWED_UP: Rule(_after(S.CLOSED), None, ("verdict", "asked")),
    StepKind.REOPENED: Rule(_after(S.CLOSED), S.REOPENED, ("reason",)),
    StepKind.SUSPENDED: Rule(OPEN, S.SUSPENDED, ("reason", "review")),
    StepKind.MERGED: Rule(OPEN, S.MERGED, ("into",), ("reason",)),
    StepKind.DECLINED: Rule(OPEN, S.DECLINED, ("reason",)),
    StepKind.WITHHELD: Rule(frozenset(State) - {S.WITHHELD}, S.WITHHELD, ("basis",)),
}
"""Beside the domain's own rows: `started` also ends a suspension, and `replanned` moves a planned figure as `extended`
moves a deadline. What is withheld once stays so."""

ALWAYS = frozenset({"date", "step", "by", "note", "evidence", "visit"})
"""What any step may carry."""


REVIEWS = {
    Review.MONTHLY: relativedelta(months=1),
    Review.QUARTERLY: relativedelta(months=3),
    Review.HALF_YEARLY: relativedelta(months=6),
    Review.YEARLY: relativedelta(years=1),
}


class Group(Term):
    """How records are told apart wherever they are counted, worst first; a unit's own is its worst member's."""

    OVERDUE = "overdue", "逾期未完成", "overdue"
    OPEN = "open", "办理中", "open"
    DECLINED = "declined", "不予采纳", "declined"
    WITHHELD = "withheld", "不予公开", "withheld"
    CLOSED = "closed", "已销号", "closed"
    MERGED = "merged", "并入其他事项", "merged into others"

    @property
    def rank(self) -> int:
        return self.place


UNRESOLVED = (Group.OVERDUE, Group.OPEN, Group.DECLINED, Group.WITHHELD)

_ENDED = {
    State.CLOSED: Group.CLOSED,
    State.MERGED: Group.MERGED,
    State.DECLINED: Group.DECLINED,
    State.WITHHELD: Group.WITHHELD,
}


@dataclass(frozen=True)
class Move:
    """A deadline that was moved: when, from what, to what, why, by whose leave. The first that is given is no move."""

    on: date
    before: Period
    after: Period
    reason: Words | None
    approved_by: Ref | None


class Standing(NamedTuple):
    """Where a rectification stands on a day. All of it follows from its steps; lengths are in days.

    `workdays` says that the first promise was given in working days. `due_in_days` are left until the deadline of what
    is open and not overdue, 0 on its last day; `silent_days` have gone by since the last step of what is open. `reason`
    and `basis` are those of the step that led to the state; `review` is when it is looked at again. `closed_by_then`
    says that a closing is only known from a later statement; the age is None where the day of the finding isn't known.
    """

    state: State
    since: date
    opened: date
    last_news: date
    first_deadline: Period | None
    deadline: Period | None
    workdays: int | None = None
    moves: tuple[Move, ...] = ()
    extent: Extent | None = None
    closed_on: date | None = None
    reopenings: int = 0
    into: Ref | None = None
    reason: Words | None = None
    basis: Words | None = None
    review: date | None = None
    closed_by_then: bool = False
    review_overdue_days: int = 0
    overdue_days: int = 0
    due_in_days: int | None = None
    age_days: int | None = None
    silent_days: int = 0
    notice_until: date | None = None

    @property
    def slip_days(self) -> int:
        """How far the deadline has moved from the first promise."""
        if self.first_deadline is None or self.deadline is None:
            return 0
        return (self.deadline.last - self.first_deadline.last).days

    @property
    def late_days(self) -> int:
        """How long after the first promise it was closed."""
        if self.closed_on is None or self.first_deadline is None or self.closed_by_then:
            return 0
        return max(0, (self.closed_on - self.first_deadline.last).days)

    @property
    def ever_closed(self) -> bool:
        return self.closed_on is not None or self.reopenings > 0

    def is_due_soon(self, within: int) -> bool:
        """Whether its deadline is at most so many days away, and not over."""
        return self.due_in_days is not None and self.due_in_days <= within

    def is_silent(self, days: int) -> bool:
        """Whether so many days went by without a step. That it is reviewed some day, or suspended, is no news of it."""
        return self.state in OPEN and self.silent_days >= days

    @property
    def group(self) -> Group:
        return _ENDED.get(self.state) or (Group.OVERDUE if self.overdue_days else Group.OPEN)

    @property
    def unresolved(self) -> bool:
        return self.group in UNRESOLVED


@dataclass(frozen=True)
class Wrong:
    """A step that breaks a rule: where in the record, which fault, and its particulars."""

    path: Path
    fault: Fault
    particulars: dict[str, object]


@cache
def allowed(state: State | None) -> tuple[StepKind, ...]:
    """The steps that may follow a state; None is before the first step."""
    return tuple(kind for kind, rule in TABLE.items() if (state in rule.after if state else not rule.after))


def follow(record: Rectification, as_of: date) -> tuple[Standing, tuple[Wrong, ...]]:
    """Where the steps leave a record on a day, and which of them are wrong; a wrong step changes nothing."""
    standing = _beginning(record, as_of)
    wrong: list[Wrong] = []
    state: State | None = None
    for number, step in enumerate(record.progress):
        if step.step in allowed(state):
            wrong += _faults(record, number)
            standing = _take(standing, step)
            state = standing.state
        else:
            wrong.append(Wrong(("progress", number, "step"), WRONG_STEP, _not_here(number, step, state)))
    return at(standing, record, as_of), tuple(wrong)


def stands(record: Rectification, as_of: date) -> Standing:
    """Where the steps leave a record on a day, whatever else is wrong with them (`follow`)."""
    led_to = [standing for _, standing in standings(record, as_of)]
    return at(led_to[-1] if led_to else _beginning(record, as_of), record, as_of)


def standings(record: Rectification, as_of: date) -> Iterator[tuple[Step, Standing]]:
    """Every step that may stand where it does, with where it leaves the record."""
    standing, state = _beginning(record, as_of), None
    for step in record.progress:
        if step.step in allowed(state):
            standing = _take(standing, step)
            state = standing.state
            yield step, standing


def _beginning(record: Rectification, as_of: date) -> Standing:
    """Where it stands before its first step."""
    opened = record.found.date.first if record.found else min((s.date for s in record.progress), default=as_of)
    promise = first_promise(record)
    return Standing(State.REGISTERED, opened, opened, opened, promise, promise, record.workdays)


def _take(standing: Standing, step: Step) -> Standing:
    """The standing after one allowed step."""
    state = _lead_to(standing.state, step)
    same = state is standing.state
    closed_on = step.date if step.step is StepKind.CLOSED or step.state is State.CLOSED else standing.closed_on
    after = standing._replace(
        state=state,
        since=standing.since if same else step.date,
        last_news=step.date,
        extent=step.extent or (standing.extent if same else None),
        closed_on=None if state in OPEN else closed_on,
        reopenings=standing.reopenings + _reopens(standing.state, state, step),
        into=step.into,
        reason=step.reason if TABLE[step.step].to or not same else standing.reason,
        basis=step.basis,
        review=step.review or (standing.review if same else None),
        closed_by_then=standing.closed_by_then if same else step.step is StepKind.STATED,
        notice_until=step.until or (standing.notice_until if same else None),
    )
    if step.step is StepKind.EXTENDED and step.deadline:
        before, first = standing.deadline, standing.first_deadline or step.deadline
        moved = (Move(step.date, before, step.deadline, step.reason, step.approved_by),) if before else ()
        return after._replace(first_deadline=first, deadline=step.deadline, moves=(*standing.moves, *moved))
    return after


def since_it_came_back(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps from the one on that said that what had been closed was not right; all, where none did."""
    back = [number for number, step in enumerate(steps) if comes_back(step)]
    return steps[back[-1] :] if back else steps


def comes_back(step: Step) -> bool:
    """Whether it says that what had been closed was not right."""
    unsatisfied = step.step is StepKind.FOLLOWED_UP and step.verdict is Verdict.UNSATISFIED
    return unsatisfied or step.step is StepKind.REOPENED


def open_stretches(record: Rectification, as_of: date) -> tuple[tuple[date, date], ...]:
    """From when until when it was not settled: closed, merged, declined or withheld; the last may go on until today.

    Of a finding in some period it is known that it was open when that ended, or at the first step. What a ledger only
    states is open from that day on: before it nothing is known.
    """
    first = record.progress[0]
    known = record.found and first.step is not StepKind.STATED
    since: date | None = min(record.found.date.last, first.date) if record.found and known else first.date
    stretches: list[tuple[date, date]] = []
    for step in record.progress:
        ends = TABLE[step.step].to in ENDS or step.state in ENDS
        if ends and since:
            stretches += [(since, step.date)] if since < step.date else []
            since = None
        elif comes_back(step):
            since = since or step.date
    return (*stretches, (since, as_of)) if since else tuple(stretches)


def _lead_to(state: State, step: Step) -> State:
    if step.step is StepKind.STATED:
        return step.state or state
    if comes_back(step):
        return State.REOPENED
    return TABLE[step.step].to or state


def _reopens(before: State, after: State, step: Step) -> bool:
    """Whether what was closed came back; of what a ledger states as reopened it is known that it did."""
    return after is State.REOPENED and (before is State.CLOSED or step.step is StepKind.STATED)


def at(standing: Standing, record: Rectification, day: date) -> Standing:
    """The same on a day from the last step on, with everything that grows as days pass."""
    running = standing.state in OPEN
    resolved = standing.state in {State.CLOSED, State.MERGED}
    due = standing.deadline.last if standing.deadline and running else None
    review = standing.review or _next_review(standing, record)
    return standing._replace(
        overdue_days=_days(due, day),
        due_in_days=(due - day).days if due and day <= due else None,
        age_days=_days(standing.opened, standing.since if resolved else day) if _is_dated(record) else None,
        silent_days=_days(standing.last_news, day) if running else 0,
        review=review if running else None,
        review_overdue_days=_days(review, day) if running else 0,
    )


def _days(since: date | None, until: date) -> int:
    return max(0, (until - since).days) if since else 0


def _next_review(standing: Standing, record: Rectification) -> date | None:
    """What takes long is looked at again a cycle after its last news."""
    return standing.last_news + REVIEWS[record.review] if record.review else None


def _is_dated(record: Rectification) -> bool:
    """Whether the day on which it began is known: a month, a year or a later statement is not one."""
    if record.found:
        return record.found.date.first == record.found.date.last
    return record.progress[0].step is StepKind.REGISTERED


def _faults(record: Rectification, number: int) -> Iterator[Wrong]:
    """What is wrong with a step that may stand where it does."""
    step = record.progress[number]
    path: Path = ("progress", number)
    yield from _fields(path, step)
    before = record.progress[number - 1].date if number else None
    if before and step.date < before:
        yield Wrong((*path, "date"), STEP_ORDER, {"date": step.date, "before": before})
    if record.found and step.date < record.found.date.first:
        yield Wrong((*path, "date"), STEP_BEFORE_FOUND, {"date": step.date, "found": record.found.date.form})
    if step.step is StepKind.CLOSED:
        until = _notice_until(record.progress[:number])
        if until and step.date <= until:
            yield Wrong((*path, "date"), NOTICE_RUNNING, {"date": step.date, "until": until})
        if not any(one.evidence for one in since_it_came_back(record.progress[: number + 1])):
            yield Wrong(path, CLOSED_WITHOUT_EVIDENCE, {})
    if step.step is StepKind.EXTENDED and record.workdays is not None:
        before_it = record.model_copy(update={"progress": record.progress[:number]})
        if first_promise(before_it) is None:
            yield Wrong((*path, "step"), NOTHING_TO_EXTEND, {"number": number + 1})


def _notice_until(steps: Iterable[Step]) -> date | None:
    """Until when residents were told that they may object; an objection does not cut that short."""
    return max((step.until for step in steps if step.step is StepKind.NOTICE and step.until), default=None)


def _not_here(number: int, step: Step, state: State | None) -> dict[str, object]:
    before = state.label if state else Bilingual("尚未登记", "not yet registered")
    return {"number": number + 1, "step": step.step.label, "state": before, "allowed": _listed(allowed(state))}


def _listed(kinds: Iterable[StepKind]) -> Bilingual:
    terms = list(kinds)
    if not terms:
        return Bilingual("没有", "nothing")
    zh = "、".join(f"{kind.value}（{kind.label.zh}）" for kind in terms)
    return Bilingual(zh, ", ".join(kind.value for kind in terms))


def _fields(path: Path, step: Step) -> Iterator[Wrong]:
    """What the step needs and lacks, and what it carries that belongs to another."""
    rule = TABLE[step.step]
    for need in (*rule.needs, *_needs_of_end(step)):
        if all(getattr(step, name) in (None, (), 0) for name in need.split("|")):
            name = need.split("|")[0]
            said = about(Step.model_fields[name])
            needed = Bilingual(f"{need.replace('|', ' / ')}（{said.label.zh}）", need.replace("|", " / "))
            yield Wrong(path, STEP_NEEDS, {"step": step.step.label, "field": needed, "help": said.help, "name": name})
    for name in _foreign(step.step):
        if getattr(step, name) not in (None, ()):
            owners = [
                kind for kind, r in TABLE.items() if name in r.takes or any(name in n.split("|") for n in r.needs)
            ]
            wrong: dict[str, object] = {"step": step.step.label, "field": name, "owners": _listed(owners)}
            yield Wrong((*path, name), STEP_TAKES_NOT, wrong)


@cache
def _foreign(kind: StepKind) -> tuple[str, ...]:
    """The fields that a step does not take."""
    rule = TABLE[kind]
    known = ALWAYS | {name for need in rule.needs for name in need.split("|")} | set(rule.takes)
    return tuple(name for name in Step.model_fields if name not in known)


def _needs_of_end(step: Step) -> tuple[str, ...]:
    """An end that is only stated needs what the step to it would: into what, why, by which law."""
    if step.step is not StepKind.STATED or step.state not in ENDS:
        return ()
    return next(rule.needs for rule in TABLE.values() if rule.to is step.state)


def worst(groups: Iterable[Group]) -> Group | None:
    """The state of a whole is its worst member's; of nothing there is none."""
    return min(groups, key=lambda group: group.rank, default=None)
