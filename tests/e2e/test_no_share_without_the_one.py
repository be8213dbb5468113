"""100 − 1 = 0 on every page of the site: no share without what is lacking, no count of the unresolved without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from minusone.pages.share import NAMED
from minusone.reckoning.lifecycle import UNRESOLVED
from tests.built import Element, read

pytestmark = pytest.mark.slow

_SHARE = re.compile(
    r"\d\s*[%％]|百分之|[一二三四五六七八九]成|\d+\s*(?:of|out of|/)\s*\d|\d+ [件个次条]中|per ?cent", re.IGNORECASE
)
_SAID_BY_OTHERS = {"reported", "body", "sheets"}
"""Where a figure is somebody's words: a source's or a unit's own, an editor's text (`check` notes shares typed there);
and the numbers of a list's pages."""

_UNIT = "[件个次条]"
_IN_A_SHARE = re.compile(rf"([\d,]+) {_UNIT}中 ([\d,]+) {_UNIT}|([\d,]+) of ([\d,]+)")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Element]:
    files = sorted(built_site.rglob("*.html"))
    return {file.relative_to(built_site).as_posix(): read(file.read_text("utf-8")) for file in files}


def shares(page: Element) -> list[Element]:
    return page.all(of_class="share")


def outside(page: Element) -> Iterator[str]:
    """What a page says that looks like a share and stands in none."""
    for main in page.all("main"):
        for text in main.all("#text"):
            classes = {name for element in text.around for name in element.classes}
            if _SHARE.search(text.text) and not classes & {"share", *_SAID_BY_OTHERS}:
                yield text.text.strip()


def test_a_share_stands_nowhere_but_in_one_that_says_what_is_lacking(pages: dict[str, Element]) -> None:
    assert {path: found for path, page in pages.items() if (found := list(outside(page)))} == {}


def test_every_share_names_and_links_each_one_lacking_or_leads_to_all(pages: dict[str, Element]) -> None:
    seen = 0
    for path, page in pages.items():
        for share in shares(page):
            numbers = _IN_A_SHARE.search(share.words)
            assert numbers, (path, share.words)
            zh_whole, zh_done, en_done, en_whole = (int(n.replace(",", "")) if n else 0 for n in numbers.groups())
            lacking = zh_whole - zh_done + en_whole - en_done
            links = [link for link in share.all("a") if link.words and link.attributes["href"]]
            assert len(links) == min(lacking, NAMED) + (lacking > NAMED), (path, share.words)
            seen += 1
    assert seen > 20


def test_whoever_counts_the_unresolved_lists_them_on_the_same_page(pages: dict[str, Element]) -> None:
    open_ones = {group.value for group in UNRESOLVED}
    seen = 0
    for path, page in pages.items():
        for said in page.all("p", "sum"):
            count = int(re.sub(r"\D", "", said.all("strong")[0].words))
            rows = [row for row in page.all("li", "row") if open_ones & set(row.classes)]
            assert len(rows) >= count, (path, said.words)
            seen += 1
    assert seen > 50


@pytest.mark.parametrize("words", ["90% closed", "销号率 90％", "9 of 10 done", "9/10", "10 件中 9 件", "九成"])
def test_it_would_be_noticed(words: str) -> None:
    assert list(outside(read(f"<main><p>{words}</p></main>"))) == [words]
    assert list(outside(read(f'<main><p><span class="share">{words}</span></p></main>'))) == []
