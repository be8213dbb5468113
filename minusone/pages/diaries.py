"""Where did the time go 时间都去哪儿了: all diaries' hours, and every “1” that their writers found in their work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minusone.drawing.charts import Chart, Datum, bars
from minusone.kinds.activity import Activity, Diary, Form, Work
from minusone.pages.context import Frame, Page
from minusone.periods import Period
from minusone.pieces.links import Link, Who, link, trail, who
from minusone.pieces.rows import Item, Row, items, newest_first, rows
from minusone.pieces.share import Share
from minusone.reckoning.timeuse import TimeUse, by_unit, time_use
from minusone.site import Site
from minusone.words import Bilingual, Words

ADDRESS = "/time/"
NAME = Bilingual("时间都去哪儿了", "Where did the time go")
LINK = Link(ADDRESS, NAME)


@dataclass(frozen=True)
class One:
    """The “1” of a diary, where its writer starts to mend it, and the rectifications that were found by it."""

    diary: Link
    who: tuple[Who, ...]
    when: Period
    one: Words
    start: Words | None
    became: tuple[Row, ...]
    sample: bool


@dataclass(frozen=True)
class UnitTime:
    unit: Link
    time: TimeUse


@dataclass(frozen=True)
class Diaries:
    """`untaken` are the ones that no rectification came of, oldest first; `taken` the rest, the worst first.

    `silent` are the diaries that don't name a “1”, and those whose hours are not published.
    """

    share: Share | None
    untaken: tuple[One, ...]
    taken: tuple[One, ...]
    time: TimeUse
    picture: Chart
    units: tuple[UnitTime, ...]
    silent: tuple[Item, ...]
    diaries: tuple[Item, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    if kept := diaries(site):
        yield Page(ADDRESS, "diaries.html", frame, NAME, _context(site, kept), trail=trail(Activity))


def diaries(site: Site) -> tuple[Activity, ...]:
    """Every activity that is a diary in form or holds one, newest first."""
    return newest_first(a for a in site.all(Activity) if a.form is Form.DIARY or a.diary)


def time_of(activities: Iterable[Activity]) -> TimeUse | None:
    """The hours of the diaries among some activities, if there are any."""
    kept = [activity.diary for activity in activities if activity.diary]
    return time_use(kept) if kept else None


def _one(site: Site, activity: Activity) -> One | None:
    """The “1” that a diary names, if it does."""
    if activity.diary is None or activity.diary.one is None:
        return None
    return One(
        link(site, activity.ref),
        who(site, activity.units),
        activity.date,
        activity.diary.one,
        activity.diary.start,
        rows(site, site.found_by(activity.ref)),
        activity.sample,
    )


def _context(site: Site, kept: tuple[Activity, ...]) -> Diaries:
    ones = [found for activity in reversed(kept) if (found := _one(site, activity))]
    untaken = tuple(found for found in ones if not found.became)
    taken = tuple(sorted((found for found in ones if found.became), key=_worst))
    return Diaries(
        _share(len(ones), untaken),
        untaken,
        taken,
        time_use(activity.diary for activity in kept if activity.diary),
        picture(site, kept),
        _units(site, kept),
        items(site, (activity for activity in kept if not activity.diary or not activity.diary.one)),
        items(site, kept),
    )


SERIES = (
    Bilingual("那个“1”尚未登记整改的日记", "in diaries whose “1” nobody took up"),
    Bilingual("没有写“1”的日记", "in diaries that name none"),
    Bilingual("那个“1”已登记整改的日记", "in diaries whose “1” was taken up"),
)


def picture(site: Site, kept: Iterable[Activity]) -> Chart:
    """The hours by what they went on, in the order of publication; those of what nobody took up come first in each."""
    parted: tuple[list[Diary], ...] = ([], [], [])
    for activity in kept:
        if activity.diary:
            parted[_taken_up(site, activity)].append(activity.diary)
    uses = [dict(time_use(some).work) for some in parted]
    return bars(
        SERIES, (Datum(work.label, tuple(use[work] for use in uses)) for work in Work if any(u[work] for u in uses))
    )


def _taken_up(site: Site, activity: Activity) -> int:
    """The number of the series to which its hours belong."""
    one = _one(site, activity)
    return 1 if one is None else 2 if one.became else 0


def _share(ones: int, untaken: Iterable[One]) -> Share | None:
    lacking = tuple(found.diary for found in untaken)
    outcome = Bilingual("已登记整改", "have become rectifications")
    return Share(ones, lacking, outcome, unit="个", everyone=f"{ADDRESS}#ones") if ones else None


def _worst(found: One) -> int:
    """A “1” that was taken up is as far as the worst of its rectifications."""
    return min(row.group.rank for row in found.became)


def _units(site: Site, kept: Iterable[Activity]) -> tuple[UnitTime, ...]:
    """Every unit that kept a diary, in the order of publication."""
    each = by_unit((a.diary, site.tree.all_members(a.units)) for a in kept if a.diary)
    return tuple(UnitTime(link(site, u.ref), each[u.id]) for u in site.tree.ordered() if u.id in each)
