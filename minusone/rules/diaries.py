"""A diary says where the time went, which “1” it found and where mending that begins; and the “1” is taken up."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone, Corpus
from minusone.faults import DIARY_LACKS, ONE_NOT_TAKEN_UP
from minusone.kinds.activity import Activity, Diary, Form
from minusone.kinds.rectification import Rectification
from minusone.problems import Problem
from minusone.schema import about


def what_a_diary_lacks(one: Alone) -> Iterator[Problem]:
    """A note for each part that is not written. Of one that is quoted from a source there is no more to be had."""
    record = one.item.record
    if not isinstance(record, Activity) or record.form is not Form.DIARY or record.sources:
        return
    if record.diary is None:
        yield one.item.at(DIARY_LACKS, ("form",), field="diary", label=about(Activity.model_fields["diary"]).label)
        return
    for name in ("one", "start"):
        if getattr(record.diary, name) is None:
            label = about(Diary.model_fields[name]).label
            yield one.item.at(DIARY_LACKS, ("diary",), field=name, label=label)


def ones_that_nobody_took_up(corpus: Corpus) -> Iterator[Problem]:
    """A note at a diary's “1” that no rectification came of for as long as the settings call silence."""
    taken = {record.found.by for _, record in corpus.of(Rectification) if record.found}
    for item, record in corpus.of(Activity):
        days = (corpus.as_of - record.date.last).days
        if record.diary and record.diary.one and record.ref not in taken and days >= corpus.settings.silence_days:
            yield item.at(ONE_NOT_TAKEN_UP, ("diary", "one"), days=days, id=record.id)
