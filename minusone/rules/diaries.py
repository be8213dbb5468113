"""A diary says where the time went, which “1” it found and where mending that begins; and the “1” is taken up."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import DIARY_LACKS, ONE_NOT_TAKEN_UP
from minusone.kinds.activity import Activity, Diary, Form
from minusone.kinds.rectification import Rectification
from minusone.problems import Problem
from minusone.schema import about


def what_a_diary_lacks(corpus: Corpus) -> Iterator[Problem]:
    """A note for each part that is not written. Of one that is quoted from a source there is no more to be had."""
    for item, record in _activities(corpus):
        if record.form is not Form.DIARY or record.sources:
            continue
        if record.diary is None:
            yield item.at(DIARY_LACKS, ("form",), field="diary", label=about(Activity.model_fields["diary"]).label)
            continue
        for name in ("one", "start"):
            if getattr(record.diary, name) is None:
                label = about(Diary.model_fields[name]).label
                yield item.at(DIARY_LACKS, ("diary",), field=name, label=label)


def ones_that_nobody_took_up(corpus: Corpus) -> Iterator[Problem]:
    """A note at a diary's “1” that no rectification came of for as long as the settings call silence."""
    taken = {
        item.record.found.by
        for item in corpus.checked
        if isinstance(item.record, Rectification) and item.record.found and item.record.found.by
    }
    for item, record in _activities(corpus):
        days = (corpus.as_of - record.date.last).days
        if record.diary and record.diary.one and record.ref not in taken and days >= corpus.settings.silence_days:
            yield item.at(ONE_NOT_TAKEN_UP, ("diary", "one"), days=days, id=record.id)


def _activities(corpus: Corpus) -> Iterator[tuple[Checked, Activity]]:
    for item in corpus.checked:
        if isinstance(item.record, Activity):
            yield item, item.record
