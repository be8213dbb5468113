"""What PDFs are made of: each report as it is, and the whole ledger on as many sheets as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from minusone.pages.context import Page
from minusone.pages.ledger import Ledger
from minusone.pieces.count import Count
from minusone.pieces.rows import Section, rows, sections
from minusone.pieces.share import Share
from minusone.site import Site


@dataclass(frozen=True)
class LedgerPaper:
    """Every rectification, the unresolved first."""

    count: Count
    stayed: Share | None
    sections: tuple[Section, ...]


def papers(site: Site, made: Iterable[Page]) -> Iterator[Page]:
    """What of the pages goes on paper, each at the address of its page."""
    for page in made:
        if page.paper:
            ledger = page.context if isinstance(page.context, Ledger) else None
            yield _ledger(site, page, ledger) if ledger else replace(page, base="paper/base.html")


def _ledger(site: Site, page: Page, ledger: Ledger) -> Page:
    whole = LedgerPaper(ledger.count, ledger.stayed, sections(rows(site, site.ledger())))
    return replace(page, template="paper/ledger.html", context=whole)
