"""Records as feeds tell of them: each as it stands now, with what happened last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from minusone import formats
from minusone.formats import both
from minusone.kinds.activity import Activity
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.kinds.visit import Visit
from minusone.pages.context import Page
from minusone.pages.report import PeriodPage
from minusone.pages.short import short
from minusone.pieces.account import AccountView
from minusone.pieces.calendars import overdue
from minusone.pieces.feeds import News
from minusone.pieces.links import Link, address, link, who
from minusone.reckoning.lifecycle import Standing
from minusone.reckoning.recommendations import Stage
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


def entry(site: Site, record: News, accounts: Mapping[str, AccountView]) -> Entry:
    """`accounts` are those of the reports, by address."""
    match record:
        case Rectification():
            return _of_rectification(site, record)
        case Activity():
            return _of_activity(site, record)
        case Visit():
            return _of_visit(site, record)
        case Report():
            return _of_report(site, record, accounts[address(record.ref)])


def of_period(page: Page, context: PeriodPage) -> Entry:
    """A report that made itself: it is news on the last day of its period."""
    day, what = context.account.period.last, (Report.label, context.span.label)
    told = (_unresolved(context.account),)
    return Entry(page.address, Link(page.address, page.title), None, told, day, day, (), what, page.marks.sample)


def _of_rectification(site: Site, record: Rectification) -> Entry:
    standing, last = site.standings[record.id], record.progress[-1]
    words = last.note or last.reason
    return Entry(
        short(record),
        link(site, record.ref),
        overdue(standing.overdue_days) if standing.overdue_days else standing.state.label,
        ((both(formats.day, last.date), last.step.label, *_if(words)), *_alone(record.summary)),
        record.progress[0].date,
        max(site.told[record.ref].last, _fell_overdue(standing)),
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


def _of_report(site: Site, record: Report, account: AccountView) -> Entry:
    """It is news on the day that it came out; where nobody said which, when its period was over, or else began."""
    day = record.published or (account.period.first if account.running else account.period.last)
    return Entry(
        address(record.ref),
        link(site, record.ref),
        None,
        (_unresolved(account), *_alone(record.summary)),
        day,
        day,
        (),
        (Report.label, record.span.label),
        record.sample,
    )


def _unresolved(account: AccountView) -> Paragraph:
    zh, en = both(formats.day, account.until)
    return Bilingual(f"{zh}未了结", f"Unresolved on {en}"), both(formats.number, account.count.unresolved)


def _if(words: Words | None) -> Paragraph:
    return (words,) if words else ()


def _alone(words: Words | None) -> tuple[Paragraph, ...]:
    return ((words,),) if words else ()


def _names(site: Site, record: Rectification | Activity) -> tuple[Said, ...]:
    """Who answers for it, or took part."""
    named = who(site, record.unit if isinstance(record, Rectification) else record.units)
    return tuple(words for one in named for words in ((one.every,) if one.every else [on.title for on in one.links]))
