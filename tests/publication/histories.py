"""Histories as they would have come of publishing sites one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from minusone.plain import Plain, plain
from minusone.publication.versions import Histories, History, Saying, Version
from minusone.schema import Ref
from minusone.site import Site
from tests.built import linked
from tests.sites import site

FIRST_DAY = date(2014, 4, 1)


def version(number: int, record: dict[str, Plain] | None) -> Version:
    """One a day."""
    said = None if record is None else Saying(record, bytes(32))
    return Version(number, FIRST_DAY + timedelta(number - 1), said)


def history(*records: dict[str, Plain] | None) -> History:
    """None is a version that was erased."""
    return tuple(version(number, record) for number, record in enumerate(records, 1))


def said(folder: Path, text: str) -> dict[Ref, dict[str, Plain]]:
    """Every public record of a site as plain JSON."""
    return {ref: plain(record) for ref, record in linked(site(folder, text)).records.items()}


def histories(each: Iterable[dict[Ref, dict[str, Plain]]]) -> Histories:
    """What was published of some sites, one after the other; a record that says the same has no new version."""
    found: dict[Ref, History] = {}
    for day, records in enumerate(each):
        for ref, record in records.items():
            versions = found.get(ref, ())
            if not versions or versions[-1].said != Saying(record, bytes(32)):
                further = version(len(versions) + 1, record)
                found[ref] = (*versions, replace(further, day=FIRST_DAY + timedelta(day)))
    return found


def published(folder: Path, *texts: str) -> Site:
    """The site of the last text, with the histories that all of them left behind."""
    each = [said(folder / str(number), text) for number, text in enumerate(texts)]
    return replace(linked(site(folder / "last", texts[-1])), histories=histories(each))
