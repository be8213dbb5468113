"""Commitments are fulfilled by those who made them; what was not kept is noted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import COMMITMENT_MISSED, COMMITMENT_SHORT, COUNTS_FOR_NO_PERIOD, NOT_THEIR_COMMITMENT, Fault
from minusone.kinds.activity import Activity
from minusone.kinds.programme import Commitment, Measure, Programme
from minusone.kinds.visit import Visit
from minusone.problems import Problem
from minusone.reckoning.commitments import Done, Promise, doers, members
from minusone.reckoning.recurrence import Outcome, Turn
from minusone.schema import Record, Ref
from minusone.words import Bilingual, Words


class Claim(NamedTuple):
    """A record says that it fulfils a commitment; `number` is the place of that in its list."""

    item: Checked
    done: Done
    number: int
    commitment: Commitment

    def at(self, fault: Fault, **particulars: object) -> Problem:
        return self.item.at(fault, ("fulfils", self.number), ref=_short(self.ref), **particulars)

    @property
    def ref(self) -> Ref:
        return self.done.fulfils[self.number]


def nobody_fulfils_anothers(corpus: Corpus) -> Iterator[Problem]:
    """What says that it fulfils a commitment is the deed of one who made it.

    While a unit can't be read, nobody can tell whose deeds are its.
    """
    units = corpus.tree
    readable = not any(ref.kind == "unit" for ref in corpus.unread)
    claims = tuple(_claims(corpus)) if readable else ()
    promised = {claim.ref: claim.commitment for claim in claims}
    made_by = {ref: members(commitment, units) for ref, commitment in promised.items()}
    for claim in claims:
        who = made_by[claim.ref]
        if who and doers(claim.done, units).isdisjoint(who):
            yield claim.at(NOT_THEIR_COMMITMENT, who=", ".join(one.id for one in who))


def what_was_not_kept(corpus: Corpus) -> Iterator[Problem]:
    """Every period missed or short, where the commitment is written."""
    for promise in corpus.promises:
        if promise.by not in corpus.by_ref:
            continue
        item = corpus.by_ref[Ref("programme", promise.ref.id)]
        number = [one.id for one in _commitments(item.record)].index(promise.ref.part)
        for turn in promise.gaps:
            fault = COMMITMENT_MISSED if turn.outcome is Outcome.MISSED else COMMITMENT_SHORT
            yield item.at(fault, ("commitments", number), **_said(corpus, promise, turn))


def what_counts_for_no_period(corpus: Corpus) -> Iterator[Problem]:
    """A deed whose dates fit none of the periods, or several where an amount would have to be shared out."""
    counted = {(p.ref, deed) for p in corpus.promises for turn in p.turns for deed in turn.by}
    for claim in _claims(corpus):
        if not claim.done.internal and (claim.ref, claim.done.ref) not in counted:
            yield claim.at(COUNTS_FOR_NO_PERIOD)


def _claims(corpus: Corpus) -> Iterator[Claim]:
    """As far as there are such commitments."""
    done: tuple[tuple[Checked, Done], ...] = (*corpus.of(Activity), *corpus.of(Visit))
    for item, deed in done:
        for number, ref in enumerate(deed.fulfils):
            target = corpus.by_ref.get(ref.whole)
            for commitment in _commitments(target.record) if target else ():
                if commitment.id == ref.part:
                    yield Claim(item, deed, number, commitment)


def _commitments(record: Record) -> tuple[Commitment, ...]:
    return record.commitments if isinstance(record, Programme) else ()


def _said(corpus: Corpus, promise: Promise, turn: Turn) -> dict[str, object]:
    # Babel takes longer to import than all rules together, and an edit of words alone needs none of it.
    from minusone.formats import dated, quantity

    amount = promise.commitment.amount
    of = amount.of if amount else Measure.SESSIONS
    return {
        "what": _bilingual(promise.commitment.what),
        "who": _bilingual(corpus.by_ref[promise.by].record.title),
        "period": Bilingual(dated(turn.period, "zh"), dated(turn.period, "en")),
        "lacking": Bilingual(quantity(turn.lacking, of, "zh"), quantity(turn.lacking, of, "en")),
        "ref": _short(promise.ref),
    }


def _short(ref: Ref) -> str:
    """As an editor writes it."""
    return f"{ref.id}#{ref.part}"


def _bilingual(words: Words) -> Bilingual:
    return Bilingual(words.zh, words.en or words.zh)
