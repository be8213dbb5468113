"""What there are reports of: every week, month and quarter in which something happened, and every campaign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from minusone import formats
from minusone.history.accounts import SHAPES, chronicle
from minusone.kinds.programme import Programme, Scheme
from minusone.kinds.report import Report, Span
from minusone.periods import Period
from minusone.pieces.links import Link, link, list_address
from minusone.schema import Ref
from minusone.site import Site, once
from minusone.words import LANGS, Bilingual

BASE = list_address(Report)


@dataclass(frozen=True)
class Subject:
    """What there is a report of: a period, of some programmes or of everything; `record` is the office's own report."""

    span: Span
    period: Period
    link: Link
    programmes: tuple[Ref, ...] = ()
    record: Report | None = None


@once
def subjects(site: Site, span: Span) -> tuple[Subject, ...]:
    """In order of time; of one period the office's own report, if there is one, instead of ours."""
    own = [_of_record(site, record) for record in site.all(Report) if record.span is span]
    taken = {
        (subject.period.first, subject.period.last, ref) for subject in own for ref in subject.programmes or (None,)
    }
    ours = (
        _campaigns(site) if span is Span.CAMPAIGN else (_of_period(span, one) for one in chronicle(site).periods(span))
    )
    free = (one for one in ours if (one.period.first, one.period.last, *(one.programmes or (None,))) not in taken)
    return tuple(sorted([*own, *free], key=lambda one: (one.period, one.link.address)))


def _of_record(site: Site, record: Report) -> Subject:
    return Subject(record.span, record.period, link(site, record.ref), reported_on(record), record)


def reported_on(record: Report) -> tuple[Ref, ...]:
    """Only a campaign's report is narrowed to its programmes: that of a week, a month or a quarter is of everything."""
    return record.programme if record.span is Span.CAMPAIGN else ()


def _of_period(span: Span, period: Period) -> Subject:
    zh, en = (formats.period(period, lang) for lang in LANGS)
    return Subject(span, period, Link(f"{BASE}{period.form}/", Bilingual(f"{zh}进展通报", f"Progress report, {en}")))


def _campaigns(site: Site) -> Iterator[Subject]:
    """The campaigns that say from when to when, and have begun."""
    for one in site.all(Programme):
        if one.type is Scheme.CAMPAIGN and one.period and one.period.first <= site.as_of:
            title = replace(
                one.title, zh=f"{one.title.zh}进展通报", en=one.title.en and f"{one.title.en}: progress report"
            )
            yield Subject(Span.CAMPAIGN, one.period, Link(f"{BASE}{one.id}/", title), (one.ref,))


def addresses(site: Site) -> dict[tuple[date, date], str]:
    """Where the report of each week, month and quarter is, by its first and last day."""
    return {
        (subject.period.first, subject.period.last): subject.link.address
        for span in SHAPES
        for subject in subjects(site, span)
    }
