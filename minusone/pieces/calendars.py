"""The calendars that one can subscribe to: what is due on which day, and when supervision came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from minusone import formats
from minusone.formats import both
from minusone.kinds.rectification import Measure, Rectification
from minusone.kinds.visit import Visit
from minusone.layout import address
from minusone.periods import Period
from minusone.pieces.links import Link, Who, who
from minusone.reckoning.followups import FollowUp, FollowUpState
from minusone.reckoning.lifecycle import OPEN
from minusone.reckoning.recommendations import Followed
from minusone.schema import Record, Ref, UnitClass
from minusone.site import Site
from minusone.words import Bilingual, Words

Said = Words | Bilingual


@dataclass(frozen=True)
class Occasion:
    """Something on one day, or from `first` to `last`; `id` is unlike any other's and stays.

    `state` says how it stands and `details` what else there is to know, each with its name, where it has one.
    """

    id: str
    first: date
    last: date
    address: str
    category: Bilingual
    state: Bilingual
    title: Words
    details: tuple[tuple[Bilingual | None, Said], ...]
    sample: bool


@dataclass(frozen=True)
class Calendar:
    """A calendar by its address in the Chinese half: `/calendars/deadlines.ics`."""

    address: str
    title: Bilingual
    about: Bilingual
    occasions: tuple[Occasion, ...]

    @property
    def link(self) -> Link:
        return Link(self.address, self.title)


DEADLINE = Bilingual("整改期限", "Deadline")
MEASURE = Bilingual("措施期限", "Measure due")
ANSWER = Bilingual("答复期限", "Answer due")
FOLLOW_UP = Bilingual("待回访", "Follow-up visit due")
VISIT = Bilingual("督导", "Supervision visit")


def calendars(site: Site) -> tuple[Calendar, ...]:
    """Those that hold something. Without an address of the site there are none: they are read elsewhere."""
    every = (
        Calendar(
            "/calendars/deadlines.ics",
            Bilingual("整改与答复期限", "Deadlines"),
            Bilingual(
                "没有整改完的事项和措施何时到期，督导建议何时要答复。逾期的留在到期那天，并写明已经逾期几天。",
                "When what is not put right yet is due, and each of its measures, "
                "and when recommendations have to be answered. "
                "What is overdue stays on the day on which it was due, and says for how long.",
            ),
            tuple(sorted([*_deadlines(site), *_measures(site), *_answers(site)], key=_order)),
        ),
        Calendar(
            "/calendars/follow-ups.ics",
            Bilingual("回访", "Follow-up visits"),
            Bilingual(
                "销号之后应在哪天回访居民。漏了的留在那天，并写明已经过了几天。",
                "When residents are to be asked again after a closing. "
                "A visit that was missed stays on its day, and says for how long.",
            ),
            tuple(sorted(_follow_ups(site), key=_order)),
        ),
        Calendar(
            "/calendars/visits.ics",
            Bilingual("督导", "Supervision visits"),
            Bilingual(
                "督导组哪天到过哪里、看了什么。只知道是哪年哪月的不列入。",
                "When supervision groups came, where to, and what they looked at. "
                "A visit of which only the month or the year is known is left out.",
            ),
            tuple(sorted(_visits(site), key=_order)),
        ),
    )
    return tuple(one for one in every if one.occasions) if site.settings.address else ()


def _order(one: Occasion) -> tuple[date, str]:
    return one.first, one.id


def _deadlines(site: Site) -> Iterator[Occasion]:
    """Of whatever is still to be put right; nothing is due any more of what was declined or withheld."""
    for record in site.ledger():
        standing = site.standings[record.id]
        if standing.state in OPEN and standing.deadline:
            promised: list[tuple[Bilingual | None, Said]] = [(DEADLINE, both(formats.due, standing.deadline))]
            if standing.moves and standing.first_deadline:
                promised.append((Bilingual("首次承诺", "First deadline"), both(formats.due, standing.first_deadline)))
            state = overdue(standing.overdue_days) if standing.overdue_days else DEADLINE
            details = (*promised, *_who(site, record.unit), (Bilingual("现状", "State"), standing.state.label))
            yield _due(record, f"deadline-{record.id}", standing.deadline.last, DEADLINE, state, details)


def _measures(site: Site) -> Iterator[Occasion]:
    """Of what is still to be done of anything open; a measure is late on its own account."""
    for record in site.ledger():
        if site.standings[record.id].state in OPEN:
            for number, measure in enumerate(record.measures, 1):
                if measure.due and not measure.done:
                    yield _measure(site, record, number, measure, measure.due)


def _measure(site: Site, record: Rectification, number: int, measure: Measure, due: Period) -> Occasion:
    days = (site.as_of - due.last).days
    zh, en = overdue(days)
    late = Bilingual(f"措施{zh}", f"{en}, measure not done")
    return Occasion(
        f"measure-{record.id}-{number}",
        due.last,
        due.last,
        address(record.ref),
        MEASURE,
        late if days > 0 else MEASURE,
        measure.text,
        (
            (MEASURE, both(formats.due, due)),
            *_who(site, measure.units or record.unit),
            (Rectification.label, record.title),
        ),
        record.sample,
    )


def _answers(site: Site) -> Iterator[Occasion]:
    """Of recommendations that somebody has not answered."""
    for one in site.recommendations:
        if one.waiting and one.due:
            yield _answer(site, one, one.due)


def _answer(site: Site, one: Followed, due: Period) -> Occasion:
    waiting = (site.tree.units[unit].title for unit in one.waiting)
    zh, en = overdue(one.overdue_days)
    late = Bilingual(f"{zh}未答复", f"{en}, no answer")
    return Occasion(
        f"answer-{one.visit.id}-{one.number + 1}",
        due.last,
        due.last,
        f"{address(one.visit.ref)}#recommendation:{one.number + 1}",
        ANSWER,
        late if one.overdue_days else ANSWER,
        one.said.text,
        (
            (ANSWER, both(formats.due, due)),
            *((Bilingual("尚未答复", "No answer from"), unit) for unit in waiting),
            (VISIT, one.visit.title),
        ),
        one.visit.sample,
    )


def _follow_ups(site: Site) -> Iterator[Occasion]:
    """Those that are to come, and those that were missed."""
    for record in site.ledger():
        for visit in site.follow_ups(record):
            if visit.state is not FollowUpState.DONE:
                yield _follow_up(site, record, visit)


def _follow_up(site: Site, record: Rectification, visit: FollowUp) -> Occasion:
    zh, en = overdue(visit.late_days)
    missed = Bilingual(f"漏了回访，{zh}", f"{en}, follow-up visit missed")
    zh, en = both(formats.days, visit.after)
    after = Bilingual(f"销号后第 {zh}", f"{en} after closing")
    return _due(
        record,
        f"follow-up-{record.id}-{visit.after}",
        visit.due,
        FOLLOW_UP,
        missed if visit.late_days else FOLLOW_UP,
        ((None, after), *_who(site, record.unit)),
    )


def _visits(site: Site) -> Iterator[Occasion]:
    """Those of which the days are known: others would stand on every day of a month, or of a year."""
    for visit in (one for one in site.all(Visit) if one.date.to_the_day):
        said = [(about, words) for about, words in ((None, visit.theme), (None, visit.summary)) if words]
        yield Occasion(
            f"visit-{visit.id}",
            visit.date.first,
            visit.date.last,
            address(visit.ref),
            VISIT,
            VISIT,
            visit.title,
            (
                (Bilingual("时间", "When"), both(formats.period, visit.date)),
                *said,
                *((Bilingual("方式", "Method"), method.label) for method in visit.methods),
                *((Bilingual("被督导单位", "Unit visited"), words) for words in _names(who(site, visit.units))),
            ),
            visit.sample,
        )


def _due(
    record: Record,
    id: str,
    day: date,
    category: Bilingual,
    state: Bilingual,
    details: tuple[tuple[Bilingual | None, Said], ...],
) -> Occasion:
    return Occasion(id, day, day, address(record.ref), category, state, record.title, details, record.sample)


def _who(site: Site, units: Iterable[Ref | UnitClass]) -> Iterator[tuple[Bilingual, Said]]:
    return ((Bilingual("责任单位", "Responsible unit"), words) for words in _names(who(site, units)))


def _names(named: Iterable[Who]) -> Iterator[Said]:
    for one in named:
        yield from (one.every,) if one.every else (link.title for link in one.links)


def overdue(days: int) -> Bilingual:
    zh, en = both(formats.days, days)
    return Bilingual(f"逾期 {zh}", f"Overdue by {en}")
