"""The computed figures of every report whose period is over, as plain JSON: what readers quote, and what stays.

They are published like records, under names of their own: `figures:2014-03`, `figures:2014-w14`, and that of a campaign
by its report or its programme. What is 0 is left out, so that a program that counts more changes nothing of the past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from minusone.history.accounts import SHAPES, Account, Chronicle, chronicle
from minusone.history.tallies import Flaw, Tally
from minusone.kinds.correction import FIGURES
from minusone.kinds.report import Span
from minusone.periods import Period
from minusone.pieces.count import tallied
from minusone.pieces.links import Link
from minusone.pieces.subjects import BASE, Subject, subjects
from minusone.plain import Plain
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recurrence import Outcome
from minusone.schema import Id, Ref
from minusone.site import Site, once


def figures(site: Site) -> dict[Ref, dict[str, Plain]]:
    """Those of all reports of which the last day lies before today."""
    every = (subject for span in (Span.CAMPAIGN, *SHAPES) for subject in subjects(site, span))
    return {named(one): _figures(site, one) for one in every if one.period.last < site.as_of}


def named(subject: Subject) -> Ref:
    """What the figures of a report are called, whether the office wrote it or it made itself."""
    if around := subject.span.around(subject.period.first):
        return Ref(FIGURES, around.form.lower())
    return Ref(FIGURES, subject.record.id if subject.record else subject.programmes[0].id)


@once
def reports(site: Site) -> dict[Ref, Link]:
    """The report that has which figures."""
    return {named(one): one.link for span in Span for one in subjects(site, span)}


def made_itself_at(ref: Ref) -> str:
    """Where the report of these figures is, or was, as long as the office had written none."""
    forms = {period.form.lower(): period.form for period in _periods(ref.id)}
    return f"{BASE}{forms.get(ref.id, ref.id)}/"


def _periods(id: Id) -> Iterator[Period]:
    """The week, month and quarter that begin as the period does of which an id may be the name."""
    try:
        named = Period.read(id.upper())
    except PydanticCustomError:
        return
    yield from (period for span in SHAPES if (period := span.around(named.first)))


def _figures(site: Site, subject: Subject) -> dict[str, Plain]:
    whole = chronicle(site, subject.programmes)
    account = whole.account(subject.period)
    said: dict[str, Plain] = {
        "kind": FIGURES,
        "id": named(subject).id,
        "from": subject.period.first.isoformat(),
        "until": subject.period.last.isoformat(),
    }
    parts = {"stood": _stood(whole, subject), "happened": _happened(account)}
    return said | {name: _given(counted) for name, counted in parts.items()}


def _stood(whole: Chronicle, subject: Subject) -> dict[str, int]:
    """How it stood on the last day."""
    tally: Tally = whole.tally(None, subject.period.last)
    count = tallied(tally)
    return {
        **{group.value: tally[group] for group in Group},
        "undone": count.undone,
        "unanswered": count.unanswered,
        "at_work": count.at_work,
        "gaps": tally[Flaw.GAP],
        "missed": count.missed,
    }


def _happened(account: Account) -> dict[str, int]:
    """How often each thing happened in the period."""
    turns = Counter(turn.outcome for promise in account.promises for turn in promise.turns)
    return {
        **Counter(event.what.value for event in account.events),
        "promises_kept": turns[Outcome.KEPT],
        "promises_short": turns[Outcome.SHORT],
        "promises_missed": turns[Outcome.MISSED],
        "follow_ups_missed": len(account.lapsed),
        "recommended": sum(len(visit.recommendations) for visit in account.visits),
        "answered": len(account.answers),
        "activities": len(account.activities),
        "visits": len(account.visits),
    }


def _given(counted: dict[str, int]) -> dict[str, Plain]:
    return {name: number for name, number in sorted(counted.items()) if number}
