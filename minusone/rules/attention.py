"""What is overdue, due soon, silent or not followed up: the record is right, but something is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import DUE_SOON, FOLLOW_UP_DUE_SOON, FOLLOW_UP_MISSED, OVERDUE, REVIEW_OVERDUE, SILENT
from minusone.kinds.rectification import Rectification, StepKind
from minusone.problems import Problem
from minusone.reckoning.followups import FollowUpState, follow_ups
from minusone.reckoning.lifecycle import Standing, follow
from minusone.schema import Path
from minusone.words import Bilingual


def _standings(corpus: Corpus) -> Iterator[tuple[Checked, Rectification, Standing]]:
    for item in corpus.checked:
        if isinstance(item.record, Rectification):
            yield item, item.record, follow(item.record, corpus.as_of)[0]


def deadlines_that_are_over_or_near(corpus: Corpus) -> Iterator[Problem]:
    """A note where the deadline that holds now was written."""
    for item, record, standing in _standings(corpus):
        if standing.deadline is None:
            continue
        due = standing.deadline.last
        if standing.overdue_days:
            yield item.at(OVERDUE, _deadline(record), due=due, days=standing.overdue_days)
        elif standing.is_due_soon(corpus.settings.due_soon_days):
            yield item.at(DUE_SOON, _deadline(record), due=due, left=left(standing.due_in_days))


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


def silence_that_lasts(corpus: Corpus) -> Iterator[Problem]:
    """A note at the last step of what is open, however it is reviewed."""
    for item, record, standing in _standings(corpus):
        if standing.is_silent(corpus.settings.silence_days):
            path = ("progress", len(record.progress) - 1, "date")
            yield item.at(SILENT, path, since=standing.last_news, days=standing.silent_days)


def reviews_that_are_over(corpus: Corpus) -> Iterator[Problem]:
    """A note where the review was promised: in the step that put it off, else in the record."""
    for item, record, standing in _standings(corpus):
        if standing.review_overdue_days:
            put_off = [number for number, step in enumerate(record.progress) if step.review == standing.review]
            path: Path = ("progress", put_off[-1], "review") if put_off else ("review",)
            yield item.at(REVIEW_OVERDUE, path, review=standing.review, days=standing.review_overdue_days)


def follow_ups_that_are_missed_or_near(corpus: Corpus) -> Iterator[Problem]:
    """A note at the closing for each visit that is missed or soon due."""
    settings = corpus.settings
    for item, record, standing in _standings(corpus):
        for visit in follow_ups(record, standing, settings.follow_up_days, corpus.as_of):
            closing = max(n for n, step in enumerate(record.progress) if step.step is StepKind.CLOSED)
            path = ("progress", closing, "date")
            if visit.state is FollowUpState.MISSED:
                yield item.at(FOLLOW_UP_MISSED, path, after=visit.after, due=visit.due, days=visit.late_days)
            elif visit.is_due_soon(settings.due_soon_days):
                yield item.at(FOLLOW_UP_DUE_SOON, path, after=visit.after, due=visit.due, left=left(visit.due_in_days))
