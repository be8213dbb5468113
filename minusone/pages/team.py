"""A supervision group's page: what it holds itself to, each principle beside what the records say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minusone.kinds.activity import Activity
from minusone.kinds.team import Aspect, Principle, Team
from minusone.kinds.visit import Method, Visit
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pieces.asked import Asked, Tally, asked, tally
from minusone.pieces.kept import Kept, kept
from minusone.pieces.links import Link, link, links
from minusone.pieces.rows import Item, Mentions, items, mentions, newest_first
from minusone.reckoning.coverage import coverage
from minusone.reckoning.recommendations import Stage
from minusone.schema import Ref
from minusone.site import Site
from minusone.slot import Body
from minusone.words import Words


@dataclass(frozen=True)
class Looked:
    """坚持深入一线了解情况: how often each method was used, units that no visit named, those named, and the places."""

    methods: tuple[tuple[Method, int], ...]
    never: tuple[Link, ...]
    units: tuple[tuple[Link, int], ...]
    places: tuple[tuple[Words, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class TeamPage:
    """Its recommendations are `waiting` without an answer, answered but still `at_work`, or `done`."""

    record: Team
    body: Body
    to: Link
    principles: tuple[tuple[Aspect, Principle | None], ...]
    others: tuple[Principle, ...]
    tally: Tally
    waiting: tuple[Asked, ...]
    at_work: tuple[Asked, ...]
    done: tuple[Asked, ...]
    looked: Looked
    kept: tuple[Kept, ...]
    visits: tuple[Item, ...]
    activities: tuple[Item, ...]
    mentions: Mentions


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Team):
        yield record_page(site, frame, record, _context(site, record), template="team.html")


def _context(site: Site, record: Team) -> TeamPage:
    visits = newest_first(v for v in site.all(Visit) if v.team == record.ref)
    activities = newest_first(a for a in site.all(Activity) if record.ref in a.groups)
    made = [one for one in site.recommendations if one.visit.team == record.ref]
    bound = {principle.shown_by: principle for principle in reversed(record.principles) if principle.shown_by}
    return TeamPage(
        record,
        body(site, record),
        link(site, record.to),
        tuple((aspect, bound.get(aspect)) for aspect in Aspect),
        tuple(principle for principle in record.principles if principle not in bound.values()),
        tally(made),
        asked(site, (one for one in made if one.waiting)),
        asked(site, (one for one in made if one.stage is Stage.AT_WORK)),
        asked(site, (one for one in made if one.stage is Stage.DONE)),
        _looked(site, record, visits),
        kept(site, site.promised_as(record.ref)),
        items(site, visits),
        items(site, activities),
        mentions(site, record, visits, activities),
    )


def _looked(site: Site, record: Team, visits: tuple[Visit, ...]) -> Looked:
    found = coverage(site.tree, record.to.id, visits)
    return Looked(
        found.methods,
        links(site, (Ref("unit", unit) for unit in found.never)),
        tuple((link(site, Ref("unit", unit)), times) for unit, times in found.looked_at),
        tuple((place, links(site, refs)) for place, refs in _places(visits).items()),
    )


def _places(visits: Iterable[Visit]) -> dict[Words, list[Ref]]:
    """Each place once, with the visits that went there."""
    found: dict[Words, list[Ref]] = {}
    for visit in visits:
        for place in visit.places:
            found.setdefault(place, []).append(visit.ref)
    return found
