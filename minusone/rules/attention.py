"""What is overdue, due soon, silent or not followed up: the record is right, but something is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone
from minusone.faults import DUE_SOON, FOLLOW_UP_DUE_SOON, FOLLOW_UP_MISSED, OVERDUE, REVIEW_OVERDUE, SILENT
from minusone.kinds.rectification import Rectification, StepKind
from minusone.problems import Problem
from minusone.reckoning.followups import FollowUpState, follow_ups
from minusone.schema import Path
from minusone.words import Bilingual


def deadlines_that_are_over_or_near(one: Alone) -> Iterator[Problem]:
    """A note where the deadline that holds now was written."""
    if one.life is None or one.life.standing.deadline is None:
        return
    record, standing, _ = one.life
    due = one.life.standing.deadline.last
    if standing.overdue_days:
        yield one.item.at(OVERDUE, _deadline(record), due=due, days=standing.overdue_days)
    elif standing.is_due_soon(one.settings.due_soon_days):
        yield one.item.at(DUE_SOON, _deadline(record), due=due, left=left(standing.due_in_days))


def left(days: int | None) -> Bilingual:
    """How long there is still time."""
    if not days:
        return Bilingual("今天到期", "today")
    return Bilingual(f"还有 {days} 天", "1 day left" if days == 1 else f"{days} days left")


def _deadline(record: Rectification) -> Path:
    moves = [number for number, step in enumerate(record.progress) if step.step is StepKind.EXTENDED]
    if moves:
        return "progress", moves[-1], "deadline"
    return ("deadline",) if record.deadline else ("workdays",)


def silence_that_lasts(one: Alone) -> Iterator[Problem]:
    """A note at the last step of what is open, however it is reviewed."""
    if one.life and (standing := one.life.standing).is_silent(one.settings.silence_days):
        path = ("progress", len(one.life.record.progress) - 1, "date")
        yield one.item.at(SILENT, path, since=standing.last_news, days=standing.silent_days)


def reviews_that_are_over(one: Alone) -> Iterator[Problem]:
    """A note where the review was promised: in the step that put it off, else in the record."""
    if one.life and (standing := one.life.standing).review_overdue_days:
        steps = enumerate(one.life.record.progress)
        put_off = [number for number, step in steps if step.review == standing.review]
        path: Path = ("progress", put_off[-1], "review") if put_off else ("review",)
        yield one.item.at(REVIEW_OVERDUE, path, review=standing.review, days=standing.review_overdue_days)


def follow_ups_that_are_missed_or_near(one: Alone) -> Iterator[Problem]:
    """A note at the closing for each visit that is missed or soon due."""
    if one.life is None:
        return
    record, standing, _ = one.life
    for visit in follow_ups(record, standing, one.settings.follow_up_days, one.as_of):
        closing = max(n for n, step in enumerate(record.progress) if step.step is StepKind.CLOSED)
        path = ("progress", closing, "date")
        if visit.state is FollowUpState.MISSED:
            yield one.item.at(FOLLOW_UP_MISSED, path, after=visit.after, due=visit.due, days=visit.late_days)
        elif visit.is_due_soon(one.settings.due_soon_days):
            yield one.item.at(FOLLOW_UP_DUE_SOON, path, after=visit.after, due=visit.due, left=left(visit.due_in_days))
