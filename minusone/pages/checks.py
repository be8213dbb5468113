"""How this site checks itself: how far it is translated, where sources contradict themselves, what was let by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minusone.faults import (
    BEFORE_WITHOUT_AFTER,
    COUNTS_FOR_NO_PERIOD,
    DIARY_LACKS,
    PARTS_DIFFER,
    REPORTED_DIFFERS,
    TOTAL_DIFFERS,
    TYPED_SHARE,
    TYPED_TOTAL,
)
from minusone.freshness import Freshness, completeness
from minusone.layout import address
from minusone.pages.context import Frame, Page
from minusone.pieces.links import CHECKS, LISTS, Link
from minusone.pieces.share import Share
from minusone.schema import Record
from minusone.site import Site
from minusone.words import Bilingual

NOTES: dict[str, Bilingual] = {
    fault.code: Bilingual(*words)
    for fault, *words in (
        (
            TOTAL_DIFFERS,
            "单位分数加起来不等于总数，照原样登出",
            "totals that their units do not give, published as printed",
        ),
        (
            PARTS_DIFFER,
            "各部分加起来不等于总数，照原样登出",
            "totals that their parts do not give, published as printed",
        ),
        (
            REPORTED_DIFFERS,
            "转载数字与站内记录不同，两个都登出",
            "reported figures that the records do not give; both are shown",
        ),
        (TYPED_TOTAL, "手写的数字与站内记录不同", "typed figures that the records do not give"),
        (TYPED_SHARE, "手写的比例，没有写出剩下的是哪一件", "typed shares that do not name what is left"),
        (DIARY_LACKS, "走亲日记缺少的栏目", "things that diaries do not say"),
        (COUNTS_FOR_NO_PERIOD, "没有算进任何一期承诺的活动", "activities that count for no period of their commitment"),
        (
            BEFORE_WITHOUT_AFTER,
            "已销号、只有整改前照片的",
            "photographs of before without one of after, though it is closed",
        ),
    )
}
"""What is noted of what was recorded, in a reader's words. Other notes are told by name where their record is."""

TRANSLATED = Bilingual("译文齐全且不落后", "fully translated and up to date")


@dataclass(frozen=True)
class Behind:
    """A record whose English is not all there, or not up to date."""

    link: Link
    freshness: Freshness
    stale: int
    missing: int
    sample: bool


@dataclass(frozen=True)
class Kind:
    """How far the records of one kind are translated; those that are not are `behind`, what misleads a reader first."""

    kind: str
    name: Bilingual
    share: Share
    behind: tuple[Behind, ...]


@dataclass(frozen=True)
class Noted:
    name: Bilingual
    count: int


@dataclass(frozen=True)
class Checks:
    """`exceptions` is how many findings of the privacy guard are published all the same."""

    kinds: tuple[Kind, ...]
    notes: tuple[Noted, ...]
    exceptions: int


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    notes = tuple(Noted(name, site.notes[code]) for code, name in NOTES.items() if site.notes.get(code))
    context = Checks(kinds(site.records.values()), notes, len(site.settings.privacy.exceptions))
    yield Page(CHECKS.address, "checks.html", frame, CHECKS.title, context)


def kinds(records: Iterable[Record]) -> tuple[Kind, ...]:
    """Every kind of which there are records: by the worst of them, else in the order of the menu."""
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record)
    found = (_kind(name, by_kind[name]) for name in LISTS if name in by_kind)
    return tuple(sorted(found, key=lambda kind: _rank(kind.behind[0].freshness if kind.behind else Freshness.FRESH)))


def _kind(name: str, records: list[Record]) -> Kind:
    behind = sorted(
        (one for record in records if (one := _behind(record)).freshness is not Freshness.FRESH),
        key=lambda one: (_rank(one.freshness), one.link.address),
    )
    links = tuple(one.link for one in behind)
    share = Share(len(records), links, TRANSLATED, "条", f"{CHECKS.address}#{name}")
    return Kind(name, LISTS[name], share, tuple(behind))


def _behind(record: Record) -> Behind:
    found = completeness(record)
    link = Link(address(record.ref), record.title)
    return Behind(link, found.freshness, len(found.stale), len(found.missing), record.sample)


def _rank(freshness: Freshness) -> int:
    return list(Freshness).index(freshness)
