"""What was published of a record, version by version: when, what changed, by which correction, what was erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from minusone.history.accounts import What as Happening
from minusone.kinds import KINDS
from minusone.kinds.correction import FIGURES, Correction, What
from minusone.kinds.rectification import State
from minusone.kinds.report import Report
from minusone.layout import address
from minusone.periods import Period
from minusone.pieces.links import Link, link, to
from minusone.pieces.settled import made_itself_at, reports
from minusone.publication.changes import Change, changes
from minusone.reckoning.lifecycle import Group
from minusone.schema import Ref
from minusone.site import Site, grouped, once
from minusone.words import Bilingual, Words

if TYPE_CHECKING:
    from minusone.publication.versions import History, Version

COUNTED: dict[str, Bilingual] = {
    "from": Bilingual("第一天", "First day"),
    "until": Bilingual("最后一天", "Last day"),
    "stood": Bilingual("期末状况", "How it stood at the end"),
    "happened": Bilingual("期内发生", "What happened"),
    "undone": Bilingual("已销号而未全部做到", "closed, but not all of it done"),
    "unanswered": Bilingual("尚未答复的建议", "recommendations without an answer"),
    "at_work": Bilingual("转为整改、尚未了结的建议", "recommendations at work"),
    "gaps": Bilingual("未做或不足的承诺期数", "periods of commitments missed or short"),
    "missed": Bilingual("漏了回访", "follow-up visits missed"),
    "promises_kept": Bilingual("承诺做到", "periods of commitments kept"),
    "promises_short": Bilingual("承诺不足", "periods of commitments short"),
    "promises_missed": Bilingual("承诺未做", "periods of commitments missed"),
    "follow_ups_missed": Bilingual("到期未回访", "follow-up visits that came to be missed"),
    "recommended": Bilingual("提出的建议", "recommendations made"),
    "answered": Bilingual("已答复的建议", "recommendations answered"),
    "activities": Bilingual("活动", "activities"),
    "visits": Bilingual("督导", "supervision visits"),
    **{one.value: one.label for terms in (Happening, Group) for one in terms},
}
"""What the computed figures of reports are called (`pieces.settled`)."""


@dataclass(frozen=True)
class Correcting:
    """A correction of a record: what it says, and the numbers of the versions that it erased."""

    link: Link
    what: What
    reason: Words
    by: Link
    date: Period
    versions: tuple[int, ...]
    sample: bool


@dataclass(frozen=True)
class VersionView:
    """A version with what changed since the one before; None if that can't be told: one of the two was erased.

    `erased_by` is the correction that erased it, if it was one; `corrections` are those published with it.
    """

    number: int
    day: date
    erased: bool
    erased_by: Link | None
    changes: tuple[Change, ...] | None
    corrections: tuple[Correcting, ...]


@dataclass(frozen=True)
class Published:
    """The versions of a record, or of the figures of a report, the newest first.

    `corrections` are those of it that came with none of them.
    """

    figures: bool
    versions: tuple[VersionView, ...]
    corrections: tuple[Correcting, ...]

    @property
    def latest(self) -> VersionView:
        return self.versions[0]


def published(site: Site, ref: Ref) -> tuple[Published, ...]:
    """One; none in a preview, and of what was never published.

    Of a withheld record, and of one that is gone, no version says what it said: its words have left.
    """
    history = site.histories.get(ref)
    if not history:
        return ()
    corrections = [one for one in _corrections(site).get(ref, ()) if one.what is not What.ERASED]
    by_day = grouped((published_on(site, one), _correcting(site, one)) for one in corrections)
    views = tuple(_versions(site, ref, history, by_day))
    others = (one for day, some in by_day.items() if day not in {view.day for view in views} for one in some)
    erasing = (_correcting(site, one) for one in _corrections(site).get(ref, ()) if one.what is What.ERASED)
    return (Published(ref.kind == FIGURES, tuple(reversed(views)), (*others, *erasing)),)


@once
def _corrections(site: Site) -> dict[Ref, tuple[Correction, ...]]:
    """Those of each record, the latest decision first."""
    every = sorted(site.all(Correction), key=lambda one: (one.date.first, one.id), reverse=True)
    return grouped((ref, one) for one in every for ref in one.corrected)


def corrections(site: Site, ref: Ref) -> tuple[Correcting, ...]:
    """All that were ever made of a record, the latest decision first."""
    return tuple(_correcting(site, one) for one in _corrections(site).get(ref, ()))


def published_on(site: Site, correction: Correction) -> date:
    """The day on which it first appeared; in a preview, where nobody knows, that of the decision."""
    history = site.histories.get(correction.ref)
    return history[0].day if history else correction.date.last


def _correcting(site: Site, one: Correction) -> Correcting:
    return Correcting(to(one), one.what, one.reason, link(site, one.by), one.date, one.versions, one.sample)


def _versions(
    site: Site, ref: Ref, history: History, by_day: dict[date, tuple[Correcting, ...]]
) -> Iterator[VersionView]:
    before: Version | None = None
    for version in history:
        with_it = by_day.get(version.day, ()) if before else ()
        erased_by = None if version.said else _erased_by(site, ref, version.number)
        told = _told(site, ref, before, version)
        yield VersionView(version.number, version.day, version.said is None, erased_by, told, with_it)
        before = version


def _told(site: Site, ref: Ref, before: Version | None, version: Version) -> tuple[Change, ...] | None:
    if before is None or not (before.said and version.said) or _is_silent(site, ref):
        return None
    return changes(before.said.record, version.said.record, KINDS.get(ref.kind), _Names(site), COUNTED)


def _is_silent(site: Site, ref: Ref) -> bool:
    """Whether nothing is to be told of what it said."""
    if ref.kind == FIGURES:
        return False
    standing = site.standings.get(ref.id) if ref.kind == "rectification" else None
    return ref not in site.records or (standing is not None and standing.state is State.WITHHELD)


def _erased_by(site: Site, ref: Ref, number: int) -> Link | None:
    every = (one for one in _corrections(site).get(ref, ()) if one.what is What.ERASED and number in one.versions)
    return next((to(one) for one in every), None)


@dataclass(frozen=True)
class _Names:
    """What records are called that are still there."""

    site: Site

    def __call__(self, named: str) -> Words | None:
        kind, _, id = named.partition("#")[0].partition(":")
        record = self.site.records.get(Ref(kind, id))
        return record.title if record else None


# --- what is gone ----------------------------------------------------------------------------------------------------


def gone(site: Site) -> tuple[Ref, ...]:
    """The records that were published once and are no more."""
    return tuple(ref for ref in sorted(site.histories) if ref not in site.records and ref.kind in KINDS)


def called(ref: Ref) -> Bilingual:
    """What is gone, without any of its words: its kind and its id."""
    label = KINDS.get(ref.kind, Report).label
    return Bilingual(f"已撤下：{label.zh} {ref.id}", f"Removed: {label.en} {ref.id}")


def still(site: Site, ref: Ref) -> Link | None:
    """To the page of what was published once: of what is there, of what is gone, or of nothing."""
    if ref in site.records:
        return link(site, ref)
    if report := reports(site).get(ref):
        return report
    if ref not in site.histories:
        return None
    return Link(made_itself_at(ref) if ref.kind == FIGURES else address(ref), called(ref))
