"""What the benchmark's pages show of a record, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benchmarks.corpus import FORMS, METHODS, STEPS
from benchmarks.records import SECTIONS
from benchmarks.words import KIND, STATUS
from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Found, Rectification
from minusone.kinds.visit import Visit
from minusone.periods import Period
from minusone.pieces.links import Link, link
from minusone.reckoning.lifecycle import TABLE
from minusone.schema import Record, Ref
from minusone.site import Site
from minusone.words import Bilingual, Words

_LEADS_TO = {step.value: rule.to for step, rule in TABLE.items()}
_STATES = {_LEADS_TO[steps[-1]]: status for status, steps in STEPS.items()}
_FORMS = {form: status for status, form in FORMS.items()}
_METHODS = {method: status for status, method in METHODS.items()}


@dataclass(frozen=True)
class Facts:
    """`link` leads to its page; `status` is what that is called where `so_far` is its name."""

    id: str
    link: Link
    section: str
    kind: Bilingual
    day: date
    unit: Link
    programme: Words | Bilingual
    so_far: str
    status: Bilingual
    deadline: date


def newest_first(site: Site) -> dict[Ref, Facts]:
    """Of every record that the benchmark is about; those of one day in the order of their ids.

    Raises ValueError for a record that the benchmark's corpus would not have.
    """
    found = {ref: _facts(site, record) for ref, record in site.records.items() if ref.kind in SECTIONS}
    return dict(sorted(sorted(found.items()), key=lambda one: one[1].day, reverse=True))


def _facts(site: Site, record: Record) -> Facts:
    match record:
        case Rectification(found=Found(date=Period() as period), deadline=Period() as due):
            units, programme, so_far = record.unit, record.programme, _STATES[site.standings[record.id].state]
        case Activity(date=period):
            units, programme, so_far, due = record.units, record.programme, _FORMS[record.form.value], period
        case Visit(date=period, methods=(method, *_), recommendations=(asked, *_)) if asked.due:
            units, programme, so_far, due = record.units, record.programme, _METHODS[method.value], asked.due
        case _:
            raise ValueError(f"{record.ref} is no record of the benchmark")
    return Facts(
        record.id,
        link(site, record.ref),
        record.folder,
        KIND[record.kind],
        period.first,
        next(link(site, unit) for unit in units if isinstance(unit, Ref)),
        site.records[programme[0]].title,
        str(so_far),
        STATUS[so_far],
        due.last,
    )
