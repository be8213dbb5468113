"""A public report of a week, a month or a quarter is of one whole one, and of each there is one report."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import REPORT_SPAN, TWO_REPORTS
from minusone.kinds.report import Report, Span
from minusone.problems import Problem


def every_report_is_of_a_whole_period(corpus: Corpus) -> Iterator[Problem]:
    """However the period is written; a campaign's may be any."""
    for item, report in _reports(corpus):
        whole = report.span.around(report.period.first)
        if whole and (whole.first, whole.last) != (report.period.first, report.period.last):
            period, span = report.period.form, report.span.label
            yield item.at(REPORT_SPAN, ("period",), period=period, span=span, whole=whole.form)


def each_period_has_one_report(corpus: Corpus) -> Iterator[Problem]:
    """Campaigns may run at the same time: of those each has one report for the programmes that it is about."""
    first: dict[tuple[object, ...], Checked] = {}
    for item, report in _reports(corpus):
        about = frozenset(report.programme) if report.span is Span.CAMPAIGN else None
        other = first.setdefault((report.span, report.period.first, report.period.last, about), item)
        if other is not item:
            yield item.at(TWO_REPORTS, ("period",), period=report.period.form, other=other.source.path)


def _reports(corpus: Corpus) -> Iterator[tuple[Checked, Report]]:
    for item in corpus.checked:
        if isinstance(item.record, Report) and not item.record.internal:
            yield item, item.record
