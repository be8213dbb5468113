"""What is recorded as having happened has happened by the site's today, and a promise has one date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minusone.corpus import Corpus
from minusone.faults import DEADLINE_DIFFERS, FUTURE_DATE
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.problems import Problem
from minusone.reckoning.deadlines import counted_answer, counted_promise
from minusone.schema import Path, Record, leaves


def nothing_lies_in_the_future(corpus: Corpus) -> Iterator[Problem]:
    """A period counts by its first day: the year that is running may be named."""
    for item in corpus.checked:
        for leaf in leaves(item.record):
            if not leaf.about.past:
                continue
            day = leaf.value.first if isinstance(leaf.value, Period) else leaf.value
            if isinstance(day, date) and day > corpus.as_of:
                yield item.at(FUTURE_DATE, leaf.path, date=day, as_of=corpus.as_of)


def a_promise_has_one_date(corpus: Corpus) -> Iterator[Problem]:
    """Where a day and working days are both written, they lead to the same day."""
    for item in corpus.checked:
        for path, workdays, written, found in _promises(item.record):
            if written and found and written.last != found.last:
                particulars = {"deadline": written.form, "workdays": workdays, "counted": found.form}
                yield item.at(DEADLINE_DIFFERS, (*path, "workdays"), **particulars)


def _promises(record: Record) -> Iterator[tuple[Path, int | None, Period | None, Period | None]]:
    """Each promise of a record: where it stands, its working days, what was written, and where the days lead."""
    if isinstance(record, Rectification):
        yield (), record.workdays, record.deadline, counted_promise(record)
    if isinstance(record, Visit):
        for number, asked in enumerate(record.recommendations):
            yield ("recommendations", number), asked.workdays, asked.due, counted_answer(record, asked)
