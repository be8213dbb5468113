"""Counted targets 量化目标: plan, latest result, and whether all is done. 100 % with one unit at 0 of 1 is not."""

from __future__ import annotations

from dataclasses import dataclass

from minusone.figures import Figure
from minusone.kinds.rectification import Direction, Rectification, Result, Step, Target, UnitResult
from minusone.schema import Id


@dataclass(frozen=True)
class Reached:
    """What was planned first and now, the latest result, and whether it is enough (None: can't be told)."""

    first_plan: Figure | None
    plan: Figure | None
    latest: Result | None
    enough: bool | None


@dataclass(frozen=True)
class Progress:
    """A target as a whole, each unit's share, and the units that are the “1”."""

    target: Target
    total: Reached
    units: tuple[tuple[UnitResult, Reached], ...]

    @property
    def lacking(self) -> tuple[Id, ...]:
        """The units whose own share is not reached, or not known to be, however large the total is."""
        return tuple(share.unit.id for share, reached in self.units if not reached.enough)

    @property
    def done(self) -> bool | None:
        """The total is reached and so is every unit's share; None where figures can't tell."""
        return False if self.lacking else self.total.enough


def progress(target: Target, steps: tuple[Step, ...]) -> Progress:
    """Steps of kind `replanned` move the plan, as `extended` moves a deadline; the first plan stays known."""
    plans = [step.planned for step in steps if step.target == target.id and step.planned]
    plan = plans[-1] if plans else target.planned
    return Progress(
        target,
        _reached(target.planned, plan, target.results, target.direction),
        tuple(
            (share, _reached(share.planned, share.planned, share.results, target.direction)) for share in target.by_unit
        ),
    )


def undone(record: Rectification) -> bool:
    """Whether a measure or a counted target of it is known not to be done, whatever its state says."""
    measures = any(measure.done is None for measure in record.measures)
    return measures or any(progress(target, record.progress).done is False for target in record.targets)


def _reached(first: Figure | None, plan: Figure | None, results: tuple[Result, ...], direction: Direction) -> Reached:
    latest = max(results, key=lambda result: result.date, default=None)
    if plan is None or latest is None or plan.percent != latest.value.percent:
        return Reached(first, plan, latest, None)
    more = direction is Direction.MORE
    enough = latest.value.value >= plan.value if more else latest.value.value <= plan.value
    return Reached(first, plan, latest, enough)
