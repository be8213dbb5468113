"""What a report shows of a period: the unresolved, what got worse, what came and went, by whom, and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TypeVar

from minusone.drawing.charts import Chart, Datum, bars
from minusone.history.accounts import Account, Chronicle, Event, What, preceding
from minusone.history.tallies import those_of, whose
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Span
from minusone.kinds.unit import Unit
from minusone.periods import Period
from minusone.pieces.asked import Asked, asked
from minusone.pieces.count import Count, tallied
from minusone.pieces.course import CourseView, course_until
from minusone.pieces.kept import Kept, kept
from minusone.pieces.rows import Item, Row, item, items, newest_first, rows, urgency
from minusone.reckoning.commitments import Promise
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recommendations import Followed
from minusone.reckoning.recurrence import Outcome
from minusone.schema import Ref
from minusone.site import Site, grouped
from minusone.words import Bilingual

R = TypeVar("R", Row, Asked)

SHOWN = 100
"""How many of what is unresolved, and of what waits for an answer, a report names, the worst first."""

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

Happenings = tuple[tuple[Counted, int], ...]
"""How often each thing happened, where it did."""


@dataclass(frozen=True)
class Division:
    """A unit or programme as it stood at the end, and how often each thing happened to what is its, the worst first."""

    item: Item
    happened: Happenings


@dataclass(frozen=True)
class AccountView:
    """An account as a page shows it. `outside` are unresolved too, but not what the report is about.

    Of what is unresolved, and of the recommendations that are waiting, the worst are shown; there are so many `more`.
    """

    period: Period
    until: date
    running: bool
    preceding: Period | None
    count: Count
    came: int
    went: int
    unresolved: tuple[Row, ...]
    more: int
    outside: int
    lapsed: tuple[Row, ...]
    kept: tuple[Kept, ...]
    worse: tuple[Flow, ...]
    flows: tuple[Flow, ...]
    waiting: tuple[Asked, ...]
    more_waiting: int
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
    count = tallied(chronicle.tally(None, end.as_of))
    shown = rows(end, end.rectifications(islice(chronicle.unresolved(end.as_of), SHOWN)))
    waiting = asked(end, islice(chronicle.waiting(end.as_of), SHOWN))
    flows = tuple(_flows(account))
    happened = _happened_to(chronicle.site, account)
    programmes = sorted(chronicle.site.all(Programme), key=lambda one: (one.rank, one.id))
    units = _divisions(chronicle, end.as_of, happened, (unit for unit in end.tree.ordered() if unit.parent))
    return AccountView(
        period,
        end.as_of,
        account.running,
        earlier.period if earlier else None,
        count,
        account.came,
        account.went,
        _as_read_later(account, shown),
        count.unresolved - len(shown),
        outside,
        rows(end, account.lapsed),
        kept(chronicle.site, account.promises),
        tuple(flow for flow in flows if flow.what in WORSE),
        tuple(flow for flow in flows if flow.what not in WORSE),
        _as_read_later(account, waiting),
        count.unanswered - len(waiting),
        asked(end, _put(account)),
        asked(end, _answered(account)),
        tuple(_compared(chronicle, account, earlier)),
        units,
        _divisions(chronicle, end.as_of, happened, programmes),
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
    if account.running:
        return shown
    return tuple(one if one.due_soon_in is None else one._replace(due_soon_in=None) for one in shown)


def _flows(account: Account) -> Iterator[Flow]:
    """What happened, by its sort; each rectification as it stood at the end."""
    ids = dict.fromkeys(event.record for event in account.events)
    shown = dict(zip(ids, rows(account.end, account.end.rectifications(ids)), strict=True))
    by_sort = grouped((event.what, Happened(event, shown[event.record])) for event in account.events)
    return (Flow(what, by_sort[what]) for what in What if what in by_sort)


def _put(account: Account) -> list[Followed]:
    """The recommendations of the period's visits, the worst first."""
    made = (one for visit in account.visits for one in account.end.followed(visit.ref))
    return sorted(made, key=lambda one: one.urgency)


def _answered(account: Account) -> list[Followed]:
    """The recommendations that were answered in the period, the worst first."""
    every = {visit: account.end.followed(visit) for visit, _ in account.answers}
    given = (one for visit, number in account.answers for one in every[visit][number : number + 1])
    return sorted(given, key=lambda one: one.urgency)


# --- beside the period before ----------------------------------------------------------------------------------------


def _compared(chronicle: Chronicle, account: Account, earlier: Account | None) -> Iterator[Compared]:
    """Whatever is or was not nothing, the worst first."""
    before = _numbers(chronicle, earlier) if earlier else {}
    for (name, part), now in _numbers(chronicle, account).items():
        was = before.get((name, part)) if earlier else None
        if now or was:
            yield Compared(name, part, now, was)


def _numbers(chronicle: Chronicle, account: Account) -> dict[Counted, int]:
    """Every number of an account."""
    tally = chronicle.tally(None, account.end.as_of)
    count = tallied(tally)
    return {
        (Bilingual("期末逾期未完成", "overdue at the end"), "unresolved"): tally[Group.OVERDUE],
        (Bilingual("期末未了结", "unresolved at the end"), "unresolved"): count.unresolved,
        (Bilingual("期末尚未答复的建议", "recommendations without an answer at the end"), "waiting"): count.unanswered,
        **_happened(account.events, account.promises, account.lapsed),
        (Bilingual("提出的建议", "recommendations made"), "put"): len(_put(account)),
        (Bilingual("已答复的建议", "recommendations answered"), "answered"): len(_answered(account)),
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


def _divisions(
    chronicle: Chronicle, day: date, happened: Mapping[Ref, Happenings], each: Iterable[Unit | Programme]
) -> tuple[Division, ...]:
    """Those of which there is anything to tell, the worst first."""
    every = ((one, tallied(chronicle.tally(one.ref, day)), happened.get(one.ref, ())) for one in each)
    told = ((one, count, what) for one, count, what in every if what or count.worst)
    some = (Division(replace(item(chronicle.site, one), count=count), what) for one, count, what in told)
    return tuple(sorted(some, key=lambda one: (urgency(one.item.count), -_overdue(one), -_unresolved(one))))


def _happened_to(site: Site, account: Account) -> dict[Ref, Happenings]:
    """What happened to what is a unit's or a programme's."""
    owners = whose(site)
    events = grouped((one, event) for event in account.events for one in owners[event.record])
    promises = grouped((one, promise) for promise in account.promises for one in those_of(site, promise))
    lapsed = grouped((one, record) for record in account.lapsed for one in owners[record.id])
    each = {
        one: _happened(events.get(one, ()), promises.get(one, ()), lapsed.get(one, ()))
        for one in {**events, **promises, **lapsed}
    }
    return {one: tuple((part, n) for part, n in happened.items() if n) for one, happened in each.items()}


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
