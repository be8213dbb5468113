"""Reports of a period: one for every week, month, quarter and campaign in which something happened.

Where the office wrote a report of the period, that is its page, with the office's words and with what its sources
reported, marked as such. Everything else on it is computed, as on the pages that make themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minusone.history.accounts import SHAPES, chronicle
from minusone.kinds.report import Report, Reported, Span
from minusone.pages.context import Frame, Page, body, record_page
from minusone.periods import Period
from minusone.pieces.account import AccountView, account_view
from minusone.pieces.answer import Answer, answer
from minusone.pieces.count import Count
from minusone.pieces.found import period_found_by
from minusone.pieces.links import LISTS, REPORTED, Link, link, links, trail
from minusone.pieces.published import published
from minusone.pieces.rows import Mentions, mentions
from minusone.pieces.settled import named
from minusone.pieces.subjects import BASE, Subject, subjects
from minusone.queries import query
from minusone.site import Site
from minusone.slot import Body

PAPER = "report"
"""What a report's PDF is called."""


@dataclass(frozen=True)
class ReportedView:
    """A figure of the source; `recorded` is what this site's records answer, where somebody asked them."""

    reported: Reported
    programme: Link | None
    recorded: Answer | None


@dataclass(frozen=True)
class Beside:
    """The reports of the same shape before and after."""

    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class ReportPage:
    """A report that the office wrote."""

    record: Report
    body: Body
    programmes: tuple[Link, ...]
    figures: tuple[ReportedView, ...]
    account: AccountView
    beside: Beside
    mentions: Mentions


@dataclass(frozen=True)
class PeriodPage:
    """A report that made itself, of the whole ledger or of one campaign."""

    span: Span
    programme: Link | None
    account: AccountView
    beside: Beside


@dataclass(frozen=True)
class Entry:
    """A report in the list of reports, with what was unresolved when its period ended, which its title may say."""

    link: Link
    period: Period | None
    running: bool
    count: Count
    sample: bool


@dataclass(frozen=True)
class Reports:
    """All reports by what they are of, the newest first."""

    parts: tuple[tuple[Span, tuple[Entry, ...]], ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    if not {ref.kind for ref in site.records} & {Report.kind, *REPORTED}:
        return
    entries: dict[Span, list[Entry]] = {span: [] for span in (Span.CAMPAIGN, *SHAPES)}
    for span, listed in entries.items():
        for subject, beside in _beside(subjects(site, span)):
            view = _account(site, subject)
            listed.append(_entry(subject, view))
            yield _page(site, frame, subject, view, beside)
    context = Reports(tuple((span, tuple(reversed(listed))) for span, listed in entries.items() if listed))
    yield Page(BASE, "reports.html", frame, LISTS[Report.kind], context)


def _entry(subject: Subject, account: AccountView) -> Entry:
    record = subject.record
    says_when = record is None and subject.span is not Span.CAMPAIGN
    period = None if says_when else subject.period
    return Entry(subject.link, period, account.running, account.count, sample=record is not None and record.sample)


def _beside(some: Sequence[Subject]) -> Iterator[tuple[Subject, Beside]]:
    """Each with those before and after it; campaigns are not in a row."""
    row = (None, *(None if one.span is Span.CAMPAIGN else one.link for one in some), None)
    return zip(some, map(Beside, row, row[2:]), strict=False)


def _account(site: Site, subject: Subject) -> AccountView:
    """Of some programmes, with how many unresolved are left out."""
    whole, part = chronicle(site), chronicle(site, subject.programmes)
    outside = whole.left(subject.period.last) - part.left(subject.period.last)
    return account_view(part, subject.span, subject.period, outside)


def period_page(site: Site, frame: Frame, subject: Subject) -> Page:
    """A report that made itself, as if it were the only one of its shape."""
    return _page(site, frame, subject, _account(site, subject), Beside(None, None))


def _page(site: Site, frame: Frame, subject: Subject, account: AccountView, beside: Beside) -> Page:
    record = subject.record
    if record is None:
        programme = link(site, subject.programmes[0]) if subject.programmes else None
        context = PeriodPage(subject.span, programme, account, beside)
        return Page(
            subject.link.address,
            "period.html",
            frame,
            subject.link.title,
            context,
            trail=trail(Report),
            updated=min(subject.period.last, site.as_of),
            covers=subject.period,
            found=period_found_by(subject.period, subject.programmes),
            paper=PAPER,
            published=published(site, named(subject)),
        )
    own = ReportPage(
        record,
        body(site, record),
        links(site, record.programme),
        tuple(_reported(site, one) for one in record.figures),
        account,
        beside,
        mentions(site, record),
    )
    page = record_page(site, frame, record, own, template="report.html", covers=record.period)
    return replace(page, paper=PAPER, published=(*page.published, *published(site, named(subject))))


def _reported(site: Site, one: Reported) -> ReportedView:
    programme = link(site, one.programme) if one.programme else None
    return ReportedView(one, programme, answer(site, query(one.records)) if one.records else None)
