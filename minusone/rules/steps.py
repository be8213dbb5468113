"""Rectifications live by the step table, and nobody checks their own work."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import DEADLINE_NEEDED, FOUND_NEEDED, NO_SUCH_TARGET, REVIEW_NEEDED, SELF_VERIFIED
from minusone.kinds.rectification import Nature, Rectification, StepKind, Track
from minusone.lifecycle import follow
from minusone.problems import Problem
from minusone.rules.units import tree


def _rectifications(corpus: Corpus) -> Iterator[tuple[Checked, Rectification]]:
    for item in corpus.checked:
        if isinstance(item.record, Rectification):
            yield item, item.record


def steps_follow_the_table(corpus: Corpus) -> Iterator[Problem]:
    for item, record in _rectifications(corpus):
        _, wrong = follow(record, corpus.as_of)
        for one in wrong:
            yield item.at(one.fault, one.path, **one.particulars)


def nobody_verifies_their_own(corpus: Corpus) -> Iterator[Problem]:
    """The verifier is none of the responsible and lead units, however these were named."""
    units = tree(corpus)
    for item, record in _rectifications(corpus):
        answerable = units.all_members((*record.unit, *record.lead))
        for number, step in enumerate(record.progress):
            if step.step is StepKind.VERIFIED and step.by and step.by.kind == "unit" and step.by.id in answerable:
                yield item.at(SELF_VERIFIED, ("progress", number, "by"), by=step.by.id)


def what_a_track_asks_for(corpus: Corpus) -> Iterator[Problem]:
    """A deadline, a review, a finding, and targets that exist, where the rest of the record asks for them."""
    for item, record in _rectifications(corpus):
        if Track.DEADLINE in record.track and record.deadline is None:
            yield item.at(DEADLINE_NEEDED, ("track",))
        if Track.LONG_TERM in record.track and record.review is None:
            yield item.at(REVIEW_NEEDED, ("track",))
        if record.nature is Nature.PROBLEM and record.found is None:
            yield item.at(FOUND_NEEDED, ())
        known = [target.id for target in record.targets]
        for number, step in enumerate(record.progress):
            if step.target and step.target not in known:
                path = ("progress", number, "target")
                yield item.at(NO_SUCH_TARGET, path, id=step.target, known=", ".join(known) or "-")
