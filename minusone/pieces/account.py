"""What a report shows of a period: the unresolved, what got worse, what came and went, by whom, and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from minusone.drawing.charts import Chart, Datum, bars
from minusone.history.accounts import Account, Chronicle, Event, What, preceding
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Span
from minusone.kinds.unit import Unit
from minusone.periods import Period
from minusone.pieces.asked import Asked, asked
from minusone.pieces.count import Count
from minusone.pieces.course import CourseView, course_until
from minusone.pieces.kept import Kept, kept
from minusone.pieces.rows import Item, Row, item, items, newest_first, rows, summary, unresolved, urgency
from minusone.reckoning.commitments import Promise
from minusone.reckoning.lifecycle import UNRESOLVED, Group
from minusone.reckoning.recommendations import Followed
from minusone.reckoning.recurrence import Outcome
from minusone.schema import Id
from minusone.words import Bilingual

R = TypeVar("R", Row, Asked)

WORSE = (What.REOPENED, What.EXTENDED, What.HIDDEN)
"""What got worse; all else that happens to a rectification is news of another sort."""


@dataclass(frozen=True)
class Happened:
    """An event, and the rectification as it stood at the end of the period."""

    event: Event
    row: Row


@dataclass(frozen=True)
class Flow:
    """All events of one sort."""

    what: What
    happened: tuple[Happened, ...]


@dataclass(frozen=True)
class Compared:
    """A number beside that of the period before (None: nothing is recorded of that), and the part that lists it."""

    name: Bilingual
    part: str
    now: int
    before: int | None

    @property
    def difference(self) -> int:
        return self.now - (self.before or 0)


Counted = tuple[Bilingual, str]
"""What is counted, and the part of the page that lists it."""


@dataclass(frozen=True)
class Division:
    """A unit or programme as it stood at the end, and how often each thing happened to what is its, the worst first."""

    item: Item
    happened: tuple[tuple[Counted, int], ...]


@dataclass(frozen=True)
class AccountView:
    """An account as a page shows it. `outside` are unresolved too, but not what the report is about."""

    period: Period
    until: date
    running: bool
    preceding: Period | None
    count: Count
    came: int
    went: int
    unresolved: tuple[Row, ...]
    outside: int
    lapsed: tuple[Row, ...]
    kept: tuple[Kept, ...]
    worse: tuple[Flow, ...]
    flows: tuple[Flow, ...]
    waiting: tuple[Asked, ...]
    put: tuple[Asked, ...]
    answered: tuple[Asked, ...]
    compared: tuple[Compared, ...]
    units: tuple[Division, ...]
    programmes: tuple[Division, ...]
    by_unit: Chart | None
    course: CourseView | None
    activities: tuple[Item, ...]
    visits: tuple[Item, ...]

    @property
    def carried(self) -> int:
        """How many were unresolved already when the period began; what came and went makes them those at its end."""
        return self.count.unresolved - self.came + self.went

    @property
    def gaps(self) -> int:
        """How many turns of commitments were missed or short."""
        return sum(len(one.gaps) for one in self.kept)


def account_view(chronicle: Chronicle, span: Span, period: Period, outside: int = 0) -> AccountView:
    """`outside` are the unresolved that a report of some programmes leaves out."""
    account, earlier = chronicle.account(period), _earlier(chronicle, span, period)
    end = account.end
    shown = rows(end, end.ledger())
    by_id = {row.id: row for row in shown}
    flows = tuple(_flow(account, what, by_id) for what in What if account.of(what))
    units = _divisions(account, (unit for unit in end.tree.ordered() if unit.parent))
    waiting = asked(end, (one for one in end.recommendations if one.waiting))
    return AccountView(
        period,
        end.as_of,
        account.running,
        earlier.period if earlier else None,
        summary(end, end.ledger(), end.recommendations, end.promises),
        account.came,
        account.went,
        _as_read_later(account, unresolved(shown)),
        outside,
        rows(end, account.lapsed),
        kept(chronicle.site, account.promises),
        tuple(flow for flow in flows if flow.what in WORSE),
        tuple(flow for flow in flows if flow.what not in WORSE),
        _as_read_later(account, waiting),
        asked(end, _put(account)),
        asked(end, _answered(account)),
        tuple(_compared(account, earlier)),
        units,
        _divisions(account, sorted(end.all(Programme), key=lambda one: (one.rank, one.id))),
        _by_unit(units),
        course_until(chronicle, span, period),
        items(end, newest_first(account.activities)),
        items(end, newest_first(account.visits)),
    )


def _earlier(chronicle: Chronicle, span: Span, period: Period) -> Account | None:
    """The account of the period before, if anything was recorded by then."""
    before = preceding(period, span)
    return chronicle.account(before) if before and chronicle.began_by(before.last) else None


def _as_read_later(account: Account, shown: tuple[R, ...]) -> tuple[R, ...]:
    """Nothing is “due today” in a report of what is over; when it was due is said in any case."""
    return shown if account.running else tuple(replace(one, due_soon_in=None) for one in shown)


def _flow(account: Account, what: What, rows: Mapping[Id, Row]) -> Flow:
    return Flow(what, tuple(Happened(event, rows[event.record]) for event in account.of(what)))


def _put(account: Account) -> Iterator[Followed]:
    made = {visit.ref for visit in account.visits}
    return (one for one in account.end.recommendations if one.visit.ref in made)


def _answered(account: Account) -> Iterator[Followed]:
    return (one for one in account.end.recommendations if (one.visit.ref, one.number) in account.answers)


# --- beside the period before ----------------------------------------------------------------------------------------


def _compared(account: Account, earlier: Account | None) -> Iterator[Compared]:
    """Whatever is or was not nothing, the worst first."""
    before = _numbers(earlier) if earlier else {}
    for (name, part), now in _numbers(account).items():
        was = before.get((name, part)) if earlier else None
        if now or was:
            yield Compared(name, part, now, was)


def _numbers(account: Account) -> dict[Counted, int]:
    """Every number of an account."""
    end = account.end
    groups = Counter(end.group(record) for record in end.all(Rectification))
    return {
        (Bilingual("期末逾期未完成", "overdue at the end"), "unresolved"): groups[Group.OVERDUE],
        (Bilingual("期末未了结", "unresolved at the end"), "unresolved"): sum(groups[group] for group in UNRESOLVED),
        (Bilingual("期末尚未答复的建议", "recommendations without an answer at the end"), "waiting"): sum(
            1 for one in end.recommendations if one.waiting
        ),
        **_happened(account.events, account.promises, account.lapsed),
        (Bilingual("提出的建议", "recommendations made"), "put"): sum(1 for _ in _put(account)),
        (Bilingual("已答复的建议", "recommendations answered"), "answered"): sum(1 for _ in _answered(account)),
        (Bilingual("活动", "activities"), "activities"): len(account.activities),
        (Bilingual("督导", "supervision visits"), "visits"): len(account.visits),
    }


def _happened(
    events: Iterable[Event], promises: Iterable[Promise], lapsed: Collection[Rectification]
) -> dict[Counted, int]:
    """How often each thing happened, what got worse first."""
    each = Counter(event.what for event in events)
    turns = Counter(turn.outcome for promise in promises for turn in promise.turns)
    return {
        **{(what.label, what.value): each[what] for what in WORSE},
        (Bilingual("承诺未做", "periods of commitments missed"), "gaps"): turns[Outcome.MISSED],
        (Bilingual("承诺不足", "periods of commitments short"), "gaps"): turns[Outcome.SHORT],
        (Bilingual("到期未回访", "follow-up visits missed"), "lapsed"): len(lapsed),
        **{(what.label, what.value): each[what] for what in What if what not in WORSE},
        (Bilingual("承诺做到", "periods of commitments kept"), "kept"): turns[Outcome.KEPT],
    }


# --- by unit, by programme, in pictures ------------------------------------------------------------------------------


def _divisions(account: Account, each: Iterable[Unit | Programme]) -> tuple[Division, ...]:
    """Those of which there is anything to tell, the worst first."""
    every = [_division(account, one) for one in each]
    some = [one for one in every if one.happened or (one.item.count and one.item.count.worst)]
    return tuple(sorted(some, key=lambda one: (urgency(one.item.count), -_overdue(one), -_unresolved(one))))


def _division(account: Account, one: Unit | Programme) -> Division:
    end = account.end
    its, promised = (
        (end.answered_for_by(one.id), end.promised_by(one.id))
        if isinstance(one, Unit)
        else (end.under(one.ref), end.promised_under(one.ref))
    )
    ids, made = {record.id for record in its}, {(promise.ref, promise.by) for promise in promised}
    happened = _happened(
        (event for event in account.events if event.record in ids),
        (promise for promise in account.promises if (promise.ref, promise.by) in made),
        [record for record in account.lapsed if record.id in ids],
    )
    return Division(item(end, one), tuple((part, n) for part, n in happened.items() if n))


def _unresolved(one: Division) -> int:
    return one.item.count.unresolved if one.item.count else 0


def _overdue(one: Division) -> int:
    return dict(one.item.count.groups).get(Group.OVERDUE, 0) if one.item.count else 0


def _by_unit(units: Iterable[Division]) -> Chart | None:
    """What is unresolved, unit by unit; of one unit alone there is no picture."""
    data = [
        Datum(one.item.link.title, (_overdue(one), _unresolved(one) - _overdue(one)), one.item.link.address)
        for one in units
        if _unresolved(one)
    ]
    return bars((Group.OVERDUE.label, Bilingual("其他未了结", "otherwise unresolved")), data) if data[1:] else None
