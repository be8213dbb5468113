"""What may not become of published records in silence, and which corrections allow it.

What a record says now is held against the last version of it that still says something. Words are free, so that slips
can be mended: only facts count. A correction counts in the publication with which it first appears, once for each
thing that it names: later it is history, and lifts nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from minusone.faults import (
    CLOSED_IN_SILENCE,
    CORRECTED_TWICE,
    FIGURES_CHANGED,
    FIRST_PROMISE_CHANGED,
    ID_REUSED,
    ITEM_CHANGED,
    ITEM_GONE,
    NOTHING_TO_ERASE,
    STEP_CHANGED,
    STEP_GONE,
    VANISHED,
    Fault,
)
from minusone.kinds.correction import FIGURES, Correction, What
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification, State, StepKind, Verdict
from minusone.kinds.report import Report
from minusone.kinds.visit import Visit
from minusone.plain import Plain
from minusone.problems import Mark, Problem
from minusone.publication.facts import Facts, differences, facts
from minusone.reckoning.lifecycle import ENDS
from minusone.schema import Id, Path, Record, Ref, about
from minusone.words import Bilingual

# Histories know digests, which whoever only checks has no need of.
if TYPE_CHECKING:
    from minusone.publication.versions import Histories, History

Where = Callable[[Ref, Path], tuple[str, Mark]]
"""The file and the line that say something of a record; of one that is gone, the folder in which it was."""

Grants = Mapping[tuple[Ref, What], Correction]
"""What may be done to which record, and the correction by which it may."""


def grants(before: Histories, corrections: Collection[Correction]) -> Grants:
    """What the corrections allow that have not been published before."""
    new = (one for one in corrections if one.ref not in before)
    return {(ref, one.what): one for one in new for ref in one.corrected}


def objections(
    before: Histories,
    removed: Collection[Ref],
    now: Mapping[Ref, dict[str, Plain]],
    corrections: Collection[Correction],
    where: Where,
) -> list[Problem]:
    """Whatever was published, and has become something else without a correction.

    `before` are the histories of all that was ever published, the computed figures of reports among them, `removed`
    those of which the log's last word is that they were removed; `now` is all that would be published, as plain JSON,
    with those figures; `corrections` are the public ones.
    """
    granted = grants(before, corrections)
    found = (one for one in _objections(before, removed, now) if (one.ref, one.what) not in granted)
    objected = [one.at(where) for one in found]
    return [
        *objected,
        *_corrected_twice(granted, corrections, before, where),
        *_nothing_to_erase(before, granted, where),
    ]


def erasures(before: Histories, now: Mapping[Ref, dict[str, Plain]], granted: Grants) -> dict[Ref, dict[int, Id]]:
    """The versions of which nothing may stay, by record and number, with the id of what says so.

    That is a correction; of a rectification that is withheld, with its steps' legal basis, it is itself: its text
    leaves, and so it leaves all versions before the one that is published as withheld.
    """
    found: dict[Ref, dict[int, Id]] = {}
    for ref, record in now.items():
        if ref.kind == Rectification.kind and _is_withheld(record):
            told = (one for one in before.get(ref, ()) if one.said and not _is_withheld(one.said.record))
            found[ref] = {one.number: ref.id for one in told}
    for (ref, what), correction in granted.items():
        if what is What.ERASED and ref in before:
            found.setdefault(ref, {}).update(dict.fromkeys(correction.versions, correction.id))
    return {ref: numbers for ref, numbers in found.items() if numbers}


class Objection(NamedTuple):
    """Something that may only be done by a correction: to what, since which publication, and where one sees it."""

    ref: Ref
    what: What
    fault: Fault
    path: Path
    day: date
    said: Mapping[str, object] = MappingProxyType({})

    def at(self, where: Where) -> Problem:
        said = {"ref": self.ref, "day": self.day, "correction": self.what.value, **self.said}
        return self.fault.at(*where(self.ref, self.path), **said)


def _objections(
    before: Histories, removed: Collection[Ref], now: Mapping[Ref, dict[str, Plain]]
) -> Iterator[Objection]:
    for ref, history in sorted(before.items()):
        day = history[-1].day
        if ref in removed:
            if ref in now:
                yield Objection(ref, What.REUSED, ID_REUSED, ("id",), day)
        elif ref not in now and ref.kind != FIGURES:
            yield Objection(ref, What.REMOVED, VANISHED, ("internal",), day)
        else:
            yield from _changed(ref, history, now.get(ref, {}))


def _changed(ref: Ref, history: History, now: Facts) -> Iterator[Objection]:
    """What is not as it was last published; a record of which nothing is left is held against nothing."""
    said = [(version.day, version.said.record) for version in history if version.said]
    if not said:
        return
    day, before = said[-1]
    if ref.kind == Rectification.kind:
        yield from _promise(ref, day, before, now)
        yield from _steps(ref, day, before, now)
    elif ref.kind == Report.kind:
        old, new = facts(before.get("figures", [])), facts(now.get("figures", []))
        if old != new[: len(old)]:
            yield _figures(ref, day, ("figures",), old, new[: len(old)])
    elif ref.kind == FIGURES and before != now:
        yield _figures(ref, day, (), before, now)
    for undertaking in _UNDERTAKINGS:
        if ref.kind == undertaking.record.kind and not _is_withheld(now):
            yield from _undertaken(ref, undertaking, day, before, now)


def _figures(ref: Ref, day: date, path: Path, before: Any, now: Any) -> Objection:
    return Objection(ref, What.FIGURES, FIGURES_CHANGED, path, day, {"differences": differences(before, now)})


# --- what was asked for, planned and promised ------------------------------------------------------------------------


class Undertaking(NamedTuple):
    """A list of a record of which nothing that was said may be taken back; more may be said at any time.

    `settled` are the facts of an item that may not be said later either: by default they said something already.
    """

    record: type[Record]
    name: str
    what: What
    settled: tuple[str, ...] = ()


_UNDERTAKINGS = (
    Undertaking(Visit, "recommendations", What.RECOMMENDATIONS),
    Undertaking(Rectification, "measures", What.MEASURES),
    Undertaking(Rectification, "targets", What.MEASURES, ("direction",)),
    Undertaking(Programme, "commitments", What.COMMITMENTS, ("since", "workdays")),
)


def _undertaken(ref: Ref, one: Undertaking, day: date, before: Facts, now: Facts) -> Iterator[Objection]:
    """Items with an id are known by it, others by their place, as readers count them."""
    new = {_key(number, item): (number, item) for number, item in enumerate(now.get(one.name, ()))}
    label = about(one.record.model_fields[one.name]).label
    for number, was in enumerate(before.get(one.name, ())):
        said: dict[str, object] = {"list": label, "number": number + 1}
        if (key := _key(number, was)) not in new:
            yield Objection(ref, one.what, ITEM_GONE, (one.name,), day, said)
            return
        place, item = new[key]
        old_facts, new_facts = facts(was), facts(item)
        unsettled = any(old_facts.get(name) != new_facts.get(name) for name in one.settled)
        if unsettled or not _still_says(old_facts, new_facts):
            said["differences"] = differences(old_facts, new_facts)
            yield Objection(ref, one.what, ITEM_CHANGED, (one.name, place), day, said)
            return


def _key(number: int, item: Facts) -> object:
    return item.get("id", number)


def _still_says(before: Any, now: Any) -> bool:
    """Whether all that was said is said still, in its place."""
    if isinstance(before, dict) and isinstance(now, dict):
        return all(name in now and _still_says(value, now[name]) for name, value in before.items())
    if isinstance(before, list) and isinstance(now, list):
        return len(before) <= len(now) and all(map(_still_says, before, now))
    return bool(before == now)


# --- rectifications --------------------------------------------------------------------------------------------------


def _promise(ref: Ref, day: date, before: Facts, now: Facts) -> Iterator[Objection]:
    """The first promise stays what it is. Where none had been made, in a step either, one may still be given."""
    promised = any(name in before for name in _PROMISES)
    promised |= any(step.get("step") == StepKind.EXTENDED.value for step in before.get("progress", ()))
    if promised and any(before.get(name) != now.get(name) for name in _PROMISES):
        path = next((name for name in _PROMISES if name in now), "track")
        said = {"before": _promised(before), "now": _promised(now)}
        yield Objection(ref, What.DEADLINE, FIRST_PROMISE_CHANGED, (path,), day, said)


_PROMISES = ("deadline", "workdays")


def _promised(record: Facts) -> Bilingual:
    if "deadline" in record:
        return Bilingual(record["deadline"], record["deadline"])
    if "workdays" in record:
        return Bilingual(f"{record['workdays']} 个工作日", f"{record['workdays']} working days")
    return Bilingual("没有", "none")


def _steps(ref: Ref, day: date, before: Facts, now: Facts) -> Iterator[Objection]:
    """The steps that were published are the first ones still; of what is withheld, as far as it says them at all."""
    old, new = before.get("progress", []), now.get("progress", [])
    if (state := _closed_at_once(new)) and _is_open(old):
        path: Path = ("progress", 0, "step")
        yield Objection(ref, What.CLOSED, CLOSED_IN_SILENCE, path, day, {"state": state.label})
        return
    withheld = _is_withheld(now)
    for number, was in enumerate(old):
        said: dict[str, object] = {"number": number + 1, "step": _step(was)}
        if number >= len(new):
            yield Objection(ref, What.STEPS, STEP_GONE, ("progress",), day, said)
            return
        old_facts, new_facts = facts(was), facts(new[number])
        if withheld:
            old_facts, new_facts = _staying(old_facts), _staying(new_facts)
        if old_facts != new_facts:
            said["differences"] = differences(old_facts, new_facts)
            yield Objection(ref, What.STEPS, STEP_CHANGED, ("progress", number), day, said)
            return


def _step(step: Facts) -> Bilingual:
    kind = next((kind.label for kind in StepKind if kind.value == step.get("step")), None)
    zh, en = kind or (step.get("step", "-"),) * 2
    return Bilingual(f"{zh}，{step.get('date', '-')}", f"{en}, {step.get('date', '-')}")


def _closed_at_once(steps: list[Facts]) -> State | None:
    """The end at which a first step states that it is, though no step had led there."""
    first = steps[0] if steps else {}
    return next((state for state in ENDS if state.value == first.get("state")), None)


def _is_open(steps: list[Facts]) -> bool:
    """Whether the last step that says so did not leave it ended."""
    ended = False
    for step in steps:
        if _ENDINGS & {step.get("step"), step.get("state")}:
            ended = True
        elif step.get("step") == StepKind.REOPENED.value or step.get("verdict") == Verdict.UNSATISFIED.value:
            ended = False
    return not ended


_ENDINGS = frozenset(state.value for state in ENDS)
"""Ends are called what the steps are that lead there."""


def _is_withheld(record: Facts) -> bool:
    withheld = State.WITHHELD.value
    return any(withheld in (step.get("step"), step.get("state")) for step in record.get("progress", ()))


def _staying(step: Facts) -> Facts:
    """What a withheld record still says of its steps."""
    return {name: step[name] for name in ("date", "step", "state", "deadline", "verdict") if name in step}


def _corrected_twice(
    granted: Grants, corrections: Collection[Correction], before: Histories, where: Where
) -> Iterator[Problem]:
    for one in corrections:
        for ref in one.corrected:
            other = granted.get((ref, one.what), one)
            if one.ref not in before and other is not one:
                said = {"ref": ref, "correction": one.what.value, "other": other.id}
                yield CORRECTED_TWICE.at(*where(one.ref, ("what",)), **said)


def _nothing_to_erase(before: Histories, granted: Grants, where: Where) -> Iterator[Problem]:
    for (ref, what), one in granted.items():
        numbers = {version.number for version in before.get(ref, ())}
        for version in one.versions if what is What.ERASED else ():
            if version not in numbers:
                yield NOTHING_TO_ERASE.at(*where(one.ref, ("versions",)), ref=ref, version=version)
