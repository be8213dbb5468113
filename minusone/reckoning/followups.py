"""Follow-up visits 回访: whether residents were asked again so many days after a rectification was closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from minusone.kinds.rectification import Rectification, State, Step, StepKind
from minusone.reckoning.lifecycle import Standing
from minusone.schema import Term


class FollowUpState(Term):
    """What became of a follow-up visit that was due, worst first."""

    MISSED = "missed", "漏了回访", "missed"
    DUE = "due", "待回访", "to come"
    DONE = "done", "已回访", "done"


@dataclass(frozen=True)
class FollowUp:
    """A visit that is due `after` so many days from the closing; `step` is the one that was made.

    `late_days` are those between the day it was due on and the visit, or today where there was none.
    """

    after: int
    due: date
    step: Step | None
    late_days: int
    due_in_days: int | None

    @property
    def state(self) -> FollowUpState:
        if self.step:
            return FollowUpState.DONE
        return FollowUpState.MISSED if self.late_days else FollowUpState.DUE

    def is_due_soon(self, within: int) -> bool:
        return self.due_in_days is not None and self.due_in_days <= within


def follow_ups(record: Rectification, standing: Standing, days: Iterable[int], as_of: date) -> tuple[FollowUp, ...]:
    """The visits due after the latest closing, soonest first, each answered by one visit since then.

    A visit answers a day only if it was made after the one that was due before: two on the morrow are not a look back.

    Nothing is due of what is not closed, nor where the closing's day is not known, only that it was by then.
    """
    closed_on = standing.closed_on
    if standing.state is not State.CLOSED or standing.closed_by_then or closed_on is None:
        return ()
    due = {after: closed_on + timedelta(days=after) for after in sorted(set(days))}
    steps = _answers(due.values(), _since_closing(record.progress))
    return tuple(_one(*each, step, as_of) for each, step in zip(due.items(), steps, strict=True))


def missed(visits: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    return tuple(visit for visit in visits if visit.state is FollowUpState.MISSED)


def _since_closing(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    closings = [number for number, step in enumerate(steps) if step.step is StepKind.CLOSED]
    return tuple(step for step in steps[closings[-1] :] if step.step is StepKind.FOLLOWED_UP) if closings else ()


def _answers(due: Iterable[date], made: tuple[Step, ...]) -> Iterator[Step | None]:
    before = date.min
    for day in due:
        made, before = tuple(step for step in made if step.date > before), day
        yield made[0] if made else None
        made = made[1:]


def _one(after: int, due: date, step: Step | None, as_of: date) -> FollowUp:
    late = ((step.date if step else as_of) - due).days
    return FollowUp(after, due, step, max(0, late), -late if step is None and late <= 0 else None)
