"""What goes on paper: every rectification on one, every report on its own."""

from __future__ import annotations

from pathlib import Path

from minusone import plan
from minusone.pages.papers import LedgerPaper, papers
from tests.built import linked
from tests.sites import BAISHA, site
from tests.test_site import LEDGER

SITE = "per_page: 2\n" + BAISHA + LEDGER


def test_the_ledger_on_paper_has_every_rectification_once_the_unresolved_first(tmp_path: Path) -> None:
    whole = linked(site(tmp_path, SITE))
    found = [one for one in papers(whole, plan.pages(whole)) if isinstance(one.context, LedgerPaper)]

    (ledger,) = (one.context for one in found if isinstance(one.context, LedgerPaper))
    assert [row.id for section in ledger.sections for row in section.rows] == [one.id for one in whole.ledger()]
    assert [section.size for section in ledger.sections] == [len(section.rows) for section in ledger.sections]
    assert ledger.count.found == len(whole.ledger())


def test_every_report_has_its_paper_in_both_languages_beside_its_page(tmp_path: Path) -> None:
    whole = linked(site(tmp_path, SITE))
    made = [*plan.pages(whole)]
    reports = {one.address for one in made if one.template in {"report.html", "period.html"}}
    beside = {f"{half}{address}report.pdf" for half in ("", "/en") for address in reports}

    assert {f"/{one.path}" for one in plan.papers(whole, made)} == beside | {
        "/rectifications/ledger.pdf",
        "/en/rectifications/ledger.pdf",
    }
    assert len(reports) > 3
