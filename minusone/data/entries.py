"""Records as feeds tell of them: each as it stands now, with what happened last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from minusone import formats
from minusone.formats import both
from minusone.history.accounts import chronicle
from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.kinds.visit import Visit
from minusone.layout import address
from minusone.pages.context import Page
from minusone.pages.short import short
from minusone.periods import Period
from minusone.pieces.calendars import overdue
from minusone.pieces.feeds import News
from minusone.pieces.links import Link, link, who
from minusone.pieces.subjects import Subject, reported_on
from minusone.reckoning.lifecycle import Standing
from minusone.reckoning.recommendations import Stage
from minusone.schema import Ref
from minusone.site import Site
from minusone.words import Bilingual, Words

Said = Words | Bilingual
Paragraph = tuple[Said, ...]
"""Words with those that they are said of before them: “4月20日：延期：管线须先迁移”."""


@dataclass(frozen=True)
class Entry:
    """What a feed tells of one record. `id` is the address that never changes: the short one, where there is one.

    `state` is how it stands, where that can change; `authors` are left out where they are the site's own host.
    """

    id: str
    link: Link
    state: Bilingual | None
    news: tuple[Paragraph, ...]
    published: date
    updated: date
    authors: tuple[Said, ...]
    categories: tuple[Bilingual, ...]
    sample: bool


class Latest(NamedTuple):
    """By when a record or a report was last news, and the id of its entry: the latest sorts last."""

    updated: date
    id: str


def latest(site: Site, record: News) -> Latest:
    """What is told by `entry` of a record."""
    match record:
        case Rectification():
            last = max(site.told[record.ref].last, _fell_overdue(site.standings[record.id]))
            return Latest(last, short(record))
        case Report():
            return Latest(_came_out(site, record), address(record.ref))
    return Latest(site.told[record.ref].last, address(record.ref))


def latest_of_period(subject: Subject) -> Latest:
    """A report that made itself is news on the last day of its period."""
    return Latest(subject.period.last, subject.link.address)


def entry(site: Site, record: News) -> Entry:
    match record:
        case Rectification():
            return _of_rectification(site, record)
        case Activity():
            return _of_activity(site, record)
        case Visit():
            return _of_visit(site, record)
        case Report():
            return _of_report(site, record)


def of_period(site: Site, subject: Subject, page: Page) -> Entry:
    """A report that made itself, whose period is over; it is news on the last day of that."""
    day, id = latest_of_period(subject)
    told, what = (_unresolved(site, subject.period, subject.programmes),), (Report.label, subject.span.label)
    return Entry(id, subject.link, None, told, day, day, (), what, page.marks.sample)


def _of_rectification(site: Site, record: Rectification) -> Entry:
    standing, last = site.standings[record.id], record.progress[-1]
    words = last.note or last.reason
    return Entry(
        short(record),
        link(site, record.ref),
        overdue(standing.overdue_days) if standing.overdue_days else standing.state.label,
        ((both(formats.day, last.date), last.step.label, *_if(words)), *_alone(record.summary)),
        record.progress[0].date,
        latest(site, record).updated,
        _names(site, record),
        (Rectification.label, record.topic.label, standing.group.label),
        record.sample,
    )


def _fell_overdue(standing: Standing) -> date:
    """That a deadline went by is news too, though nobody took a step."""
    late = standing.deadline if standing.overdue_days else None
    return late.last + timedelta(days=1) if late else date.min


def _of_activity(site: Site, record: Activity) -> Entry:
    what = record.form.label
    return Entry(
        address(record.ref),
        link(site, record.ref),
        None,
        ((both(formats.period, record.date), what), *_alone(record.summary)),
        record.date.first,
        site.told[record.ref].last,
        _names(site, record),
        (Activity.label, what),
        record.sample,
    )


def _of_visit(site: Site, record: Visit) -> Entry:
    """How its recommendations stand comes first, and the worst of them before all."""
    stages = [one.stage for one in site.asked_on(record.ref)]
    counts = ((stage.label, both(formats.number, stages.count(stage))) for stage in Stage if stage in stages)
    worst = min(stages, key=lambda stage: stage.rank, default=Stage.DONE)
    answers = [answer for said in record.recommendations for answer in said.answer]
    last = max(answers, key=lambda answer: answer.date, default=None)
    answered = ((both(formats.day, last.date), Bilingual("答复", "Answer"), last.text),) if last else ()
    return Entry(
        address(record.ref),
        link(site, record.ref),
        None if worst is Stage.DONE else worst.label,
        (*counts, *answered, (both(formats.period, record.date), *_if(record.theme)), *_alone(record.summary)),
        record.date.first,
        site.told[record.ref].last,
        (site.records[record.team].title,),
        (Visit.label, *(method.label for method in record.methods)),
        record.sample,
    )


def _came_out(site: Site, record: Report) -> date:
    """Where nobody said on which day it came out, when its period was over, or else began."""
    return record.published or (record.period.first if site.as_of < record.period.last else record.period.last)


def _of_report(site: Site, record: Report) -> Entry:
    day = _came_out(site, record)
    return Entry(
        address(record.ref),
        link(site, record.ref),
        None,
        (_unresolved(site, record.period, reported_on(record)), *_alone(record.summary)),
        day,
        day,
        (),
        (Report.label, record.span.label),
        record.sample,
    )


def _unresolved(site: Site, period: Period, programmes: tuple[Ref, ...]) -> Paragraph:
    """What a report says first."""
    until = min(period.last, site.as_of)
    zh, en = both(formats.day, until)
    return Bilingual(f"{zh}未了结", f"Unresolved on {en}"), both(
        formats.number, chronicle(site, programmes).left(until)
    )


def _if(words: Words | None) -> Paragraph:
    return (words,) if words else ()


def _alone(words: Words | None) -> tuple[Paragraph, ...]:
    return ((words,),) if words else ()


def _names(site: Site, record: Rectification | Activity) -> tuple[Said, ...]:
    """Who answers for it, or took part."""
    named = who(site, record.unit if isinstance(record, Rectification) else record.units)
    return tuple(words for one in named for words in ((one.every,) if one.every else [on.title for on in one.links]))
