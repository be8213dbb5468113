"""A rectification's page: problem → responsibility → target and measures → steps → the three voices → related."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minusone.kinds.rectification import Measure, Rectification, Step, StepKind
from minusone.pages.context import Frame, Page, body, record_page
from minusone.pages.short import short
from minusone.pieces.life import Life, Shape, life, shape
from minusone.pieces.links import Link, Who, link, links, who
from minusone.pieces.pairs import Pictures, pictures
from minusone.pieces.rows import Mentions, mentions
from minusone.reckoning.deadlines import counted_from
from minusone.reckoning.followups import FollowUp, missed
from minusone.reckoning.lifecycle import Group, Move, Standing, since_it_came_back
from minusone.reckoning.targets import Progress, progress, undone
from minusone.schema import Record, Ref
from minusone.site import Site
from minusone.slot import Body


@dataclass(frozen=True)
class StepView:
    """A step with links to whoever it names, and its shape in the picture of all."""

    step: Step
    shape: Shape
    by: Link | None
    approved_by: Link | None
    visit: Link | None
    into: Link | None


@dataclass(frozen=True)
class MeasureView:
    measure: Measure
    who: tuple[Who, ...]
    overdue_days: int


@dataclass(frozen=True)
class TargetView:
    """A counted target; `units` are the links of those with a share, `lacking` of those who fall short of theirs."""

    progress: Progress
    units: tuple[Link, ...]
    lacking: tuple[Link, ...]


@dataclass(frozen=True)
class MoveView:
    """A move of the deadline: by how many days (before zero: forward)."""

    move: Move
    days: int
    approved_by: Link | None


@dataclass(frozen=True)
class Closing:
    """How it was closed: the steps of the latest verification and notice, and the follow-up visits since.

    `evidence` counts the pieces that were shown, and `objections` those raised, since it was found or last came back.
    """

    verified: StepView | None
    notice: Step | None
    objections: int
    evidence: int
    follow_ups: tuple[FollowUp, ...]

    @property
    def missed(self) -> bool:
        return bool(missed(self.follow_ups))


@dataclass(frozen=True)
class Voices:
    """Three things that are never mixed: what the unit says, what others verified, what residents confirm."""

    unit: tuple[StepView, ...]
    verified: tuple[StepView, ...]
    residents: tuple[StepView, ...]


@dataclass(frozen=True)
class RectificationPage:
    record: Rectification
    standing: Standing
    body: Body
    pictures: Pictures
    found_by: Link | None
    area: Link
    unit: tuple[Who, ...]
    lead: tuple[Who, ...]
    supporting: tuple[Who, ...]
    programmes: tuple[Link, ...]
    measures: tuple[MeasureView, ...]
    targets: tuple[TargetView, ...]
    counted_from: date | None
    moves: tuple[MoveView, ...]
    due_soon_in: int | None
    silent_days: int
    closing: Closing | None
    life: Life | None
    steps: tuple[StepView, ...]
    voices: Voices
    into: Link | None
    undone: bool
    related: Mentions

    @property
    def short(self) -> str:
        """Its short address."""
        return short(self.record)


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    for record in site.all(Rectification):
        yield record_page(site, frame, record, _context(site, record), template="rectification.html")


def _context(site: Site, record: Rectification) -> RectificationPage:
    standing = site.standings[record.id]
    steps = tuple(_step(site, step) for step in record.progress)
    return RectificationPage(
        record,
        standing,
        body(site, record),
        pictures(record),
        _maybe(site, record.found.by if record.found else None),
        link(site, record.area),
        who(site, record.unit),
        who(site, record.lead),
        who(site, record.supporting),
        links(site, record.programme),
        tuple(_measure(site, standing, measure) for measure in record.measures),
        tuple(_target(site, progress(target, record.progress)) for target in record.targets),
        counted_from(record) if record.workdays is not None else None,
        tuple(_move(site, move) for move in standing.moves),
        site.due_soon_in(record),
        site.silent_for(record),
        _closing(site, record, steps) if standing.group is Group.CLOSED else None,
        life(record, standing, site.follow_ups(record), site.as_of),
        steps,
        _voices(steps),
        _maybe(site, standing.into),
        undone(record),
        mentions(site, record, _finder(site, record)),
    )


def _finder(site: Site, record: Rectification) -> tuple[Record, ...]:
    """The activity or visit that found it, which the page names already."""
    return (site.records[record.found.by],) if record.found and record.found.by else ()


def _maybe(site: Site, ref: Ref | None) -> Link | None:
    return link(site, ref) if ref else None


def _step(site: Site, step: Step) -> StepView:
    named = (_maybe(site, ref) for ref in (step.by, step.approved_by, step.visit, step.into))
    return StepView(step, shape(step), *named)


def _measure(site: Site, standing: Standing, measure: Measure) -> MeasureView:
    """A measure is overdue on its own account, as long as the whole is open."""
    late = standing.unresolved and measure.due and not measure.done
    days = (site.as_of - measure.due.last).days if late and measure.due else 0
    return MeasureView(measure, who(site, measure.units), max(0, days))


def _target(site: Site, reached: Progress) -> TargetView:
    units = links(site, (share.unit for share, _ in reached.units))
    return TargetView(reached, units, links(site, (Ref("unit", unit) for unit in reached.lacking)))


def _move(site: Site, move: Move) -> MoveView:
    return MoveView(move, (move.after.last - move.before.last).days, _maybe(site, move.approved_by))


def _closing(site: Site, record: Rectification, steps: tuple[StepView, ...]) -> Closing:
    """Of the steps since it last came back; a closing that a ledger only states has none."""
    own = steps[-len(since_it_came_back(record.progress)) :]

    def last(kind: StepKind) -> StepView | None:
        return next((view for view in reversed(own) if view.step.step is kind), None)

    notice = last(StepKind.NOTICE)
    return Closing(
        last(StepKind.VERIFIED),
        notice.step if notice else None,
        sum(1 for view in own if view.step.step is StepKind.OBJECTED),
        sum(len(view.step.evidence) for view in own),
        site.follow_ups(record),
    )


_BY_UNIT = {StepKind.SUBMITTED, StepKind.STATED}
_BY_OTHERS = {StepKind.VERIFIED, StepKind.RETURNED}
_BY_RESIDENTS = {StepKind.FOLLOWED_UP, StepKind.OBJECTED}


def _voices(steps: tuple[StepView, ...]) -> Voices:
    def those(kinds: set[StepKind]) -> tuple[StepView, ...]:
        return tuple(view for view in steps if view.step.step in kinds)

    said = tuple(v for v in steps if v.step.step in _BY_UNIT or v.step.extent or v.step.judged)
    confirmed = tuple(v for v in steps if v.step.step in _BY_RESIDENTS or v.step.residents)
    return Voices(said, those(_BY_OTHERS), confirmed)
