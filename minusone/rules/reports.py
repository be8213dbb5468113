"""A public report of a week, a month or a quarter is of one whole one, and of each there is one report."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Alone, Corpus
from minusone.faults import REPORT_SPAN, TWO_REPORTS
from minusone.kinds.report import Report, Span
from minusone.problems import Problem


def every_report_is_of_a_whole_period(one: Alone) -> Iterator[Problem]:
    """However the period is written; a campaign's may be any."""
    report = one.item.record
    if not isinstance(report, Report) or report.internal:
        return
    whole = report.span.around(report.period.first)
    if whole and (whole.first, whole.last) != (report.period.first, report.period.last):
        period, span = report.period.form, report.span.label
        yield one.item.at(REPORT_SPAN, ("period",), period=period, span=span, whole=whole.form)


def each_period_has_one_report(corpus: Corpus) -> Iterator[Problem]:
    """Campaigns may run at the same time: of those each has one report for the programmes that it is about."""
    first: dict[tuple[object, ...], Checked] = {}
    public = ((item, report) for item, report in corpus.of(Report) if not report.internal)
    for item, report in public:
        about = frozenset(report.programme) if report.span is Span.CAMPAIGN else None
        other = first.setdefault((report.span, report.period.first, report.period.last, about), item)
        if other is not item:
            yield item.at(TWO_REPORTS, ("period",), period=report.period.form, other=other.source.path)
