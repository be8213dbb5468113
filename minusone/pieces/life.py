"""The life of a rectification as a picture: what was done, its deadlines and the visits after it, on a line of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minusone.drawing.charts import WIDTH
from minusone.drawing.timeline import Timeline, timeline
from minusone.kinds.rectification import Rectification, Step, StepKind
from minusone.periods import Period
from minusone.reckoning.followups import FollowUp, FollowUpState
from minusone.reckoning.lifecycle import Group, Standing, comes_back, open_stretches
from minusone.schema import Term
from minusone.words import Bilingual


class Shape(Term):
    """What a mark stands for."""

    FOUND = "found", "发现", "found"
    STEP = "step", "办理的一步", "a step"
    SETBACK = "setback", "延期、退回、反弹", "moved, returned, reopened"
    GOOD = "good", "核查通过、销号", "verified, closed"
    DEADLINE = "deadline", "期限", "deadline"
    MISSED = "missed", "漏了回访", "follow-up visit missed"
    DUE = "due", "待回访", "follow-up visit to come"
    VISITED = "visited", "已回访", "follow-up visit made"


class Line(Term):
    """What a line between two days stands for."""

    FOUND = "found", "大约在此时发现", "found at some time then"
    OPEN = "open", "尚未了结", "open"
    MOVED = "moved", "期限移动", "deadline moved"
    LATE = "late", "逾期", "overdue"


class Sort(Term):
    """What stands in one lane, from top to bottom."""

    DONE = "done", "办理", "what was done"
    DEADLINES = "deadlines", "期限", "deadline"
    VISITS = "visits", "销号后回访", "follow-up visits"


SETBACKS = frozenset(
    {
        StepKind.EXTENDED,
        StepKind.REPLANNED,
        StepKind.RETURNED,
        StepKind.OBJECTED,
        StepKind.REOPENED,
        StepKind.SUSPENDED,
    }
)
GOOD = frozenset({StepKind.VERIFIED, StepKind.CLOSED})


def shape(step: Step) -> Shape:
    """That of a step, in the picture and in the list of steps."""
    if step.step in SETBACKS or comes_back(step):
        return Shape.SETBACK
    return Shape.GOOD if step.step in GOOD else Shape.STEP


@dataclass(frozen=True)
class Event:
    """Something with a date. It is drawn on `day`; `on` is the date as it was written."""

    day: date
    on: Period
    shape: Shape
    name: Bilingual


@dataclass(frozen=True)
class Mark:
    event: Event
    x: int
    y: int


@dataclass(frozen=True)
class Stretch:
    line: Line
    x: int
    end: int


@dataclass(frozen=True)
class Lane:
    """Marks and lines of one sort. `name_y` is where its name stands, `y` where its lines run."""

    sort: Sort
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    name_y: int
    y: int


@dataclass(frozen=True)
class Life:
    """Lanes one below the other, of which the first is what was done; `today` is a place unless all is over."""

    timeline: Timeline
    lanes: tuple[Lane, ...]
    today: int | None
    floor: int
    width: int = WIDTH

    @property
    def height(self) -> int:
        return self.floor + 32

    @property
    def events(self) -> tuple[Event, ...]:
        """All that is marked, in order of time."""
        return tuple(sorted((mark.event for lane in self.lanes for mark in lane.marks), key=lambda event: event.day))

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Those that there are."""
        return tuple(one for one in Shape if any(event.shape is one for event in self.events))

    @property
    def lines(self) -> tuple[Line, ...]:
        drawn = {stretch.line for lane in self.lanes for stretch in lane.stretches}
        return tuple(one for one in Line if one in drawn)

    @property
    def missed(self) -> int:
        """How many follow-up visits were missed."""
        return sum(event.shape is Shape.MISSED for event in self.events)

    @property
    def setbacks(self) -> int:
        return sum(event.shape is Shape.SETBACK for event in self.events)


_EDGE, _MARK, _NAME, _GAP = 8, 13, 22, 14
"""Half a mark at either end; from one mark to the next above it; the height of a lane's name; and below a lane."""

_Between = tuple[Line, date, date]


def life(record: Rectification, standing: Standing, visits: Sequence[FollowUp], as_of: date) -> Life | None:
    """None of what is withheld, and where there is no more than one date."""
    if standing.group is Group.WITHHELD:
        return None
    lanes = [
        (Sort.DONE, list(_done(record)), list(_open(record, as_of))),
        (Sort.DEADLINES, list(_deadlines(standing)), list(_lateness(standing, as_of))),
        (Sort.VISITS, list(map(_visit, visits)), []),
    ]
    days = [event.day for _, events, _ in lanes for event in events]
    if len(days) < 2:
        return None
    goes_on = standing.unresolved or bool(visits)
    line = timeline([*days, *([as_of] if goes_on else [])], _EDGE, WIDTH - _EDGE)
    drawn, top = [], 0
    for sort, events, between in lanes:
        if events:
            drawn.append(_lane(sort, events, between, line, top))
            top = drawn[-1].y + _GAP
    return Life(line, tuple(drawn), line.x(as_of) if goes_on else None, top)


def _done(record: Rectification) -> Iterator[Event]:
    if record.found:
        yield Event(record.found.date.first, record.found.date, Shape.FOUND, Shape.FOUND.label)
    for step in record.progress:
        yield Event(step.date, Period.of(step.date), shape(step), _called(step))


def _called(step: Step) -> Bilingual:
    """Its kind, and the state or the verdict that it says."""
    (zh, en), said = step.step.label, step.state or step.verdict
    return Bilingual(f"{zh}：{said.label.zh}", f"{en}: {said.label.en}") if said else step.step.label


def _open(record: Rectification, as_of: date) -> Iterator[_Between]:
    """The period in which it was found, where the day is not known, then each stretch that it was open."""
    if record.found and record.found.date.first < (known := min(record.found.date.last, record.progress[0].date)):
        yield Line.FOUND, record.found.date.first, known
    for stretch in open_stretches(record, as_of):
        yield Line.OPEN, *stretch


def _deadlines(standing: Standing) -> Iterator[Event]:
    """The first one and each that it was moved to."""
    if standing.first_deadline:
        yield _deadline(standing.first_deadline, Bilingual("第一次期限", "first deadline"))
    for move in standing.moves:
        yield _deadline(move.after, Bilingual("改后的期限", "deadline as moved"))


def _deadline(due: Period, name: Bilingual) -> Event:
    return Event(due.last, due, Shape.DEADLINE, name)


def _lateness(standing: Standing, as_of: date) -> Iterator[_Between]:
    """Each move, and from the deadline that held until the closing, or today."""
    for move in standing.moves:
        days = move.before.last, move.after.last
        yield Line.MOVED, min(days), max(days)
    if standing.deadline is None:
        return
    closed = None if standing.closed_by_then else standing.closed_on
    end = as_of if standing.overdue_days else closed
    if end and end > standing.deadline.last:
        yield Line.LATE, standing.deadline.last, end


_VISITS = {
    FollowUpState.MISSED: Shape.MISSED,
    FollowUpState.DUE: Shape.DUE,
    FollowUpState.DONE: Shape.VISITED,
}


def _visit(visit: FollowUp) -> Event:
    """On the day on which it was made, else on which it was due."""
    day = visit.step.date if visit.step else visit.due
    zh, en = visit.state.label
    name = Bilingual(f"销号后 {visit.after} 天的回访：{zh}", f"follow-up visit {visit.after} days after closing: {en}")
    return Event(day, Period.of(day), _VISITS[visit.state], name)


def _lane(sort: Sort, events: Iterable[Event], between: Iterable[_Between], line: Timeline, top: int) -> Lane:
    ordered = sorted(events, key=lambda event: event.day)
    xs = [line.x(event.day) for event in ordered]
    levels = stacked(xs)
    y = top + _NAME + max(levels) * _MARK
    marks = tuple(Mark(event, x, y - level * _MARK) for event, x, level in zip(ordered, xs, levels, strict=True))
    stretches = tuple(Stretch(kind, line.x(first), line.x(last)) for kind, first, last in between)
    return Lane(sort, marks, stretches, top + 10, y)


def stacked(xs: Iterable[int]) -> list[int]:
    """For each mark, from left to right, the lowest level on which it touches none before it."""
    ends: list[int] = []
    levels = []
    for x in xs:
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[level : level + 1] = [x + _MARK]
        levels.append(level)
    return levels
