"""100 − 1 = 0 on every page of the site: no share without what is lacking, no count of the unresolved without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest

from minusone.pieces.share import NAMED
from minusone.reckoning.lifecycle import UNRESOLVED
from tests.built import Element, read

pytestmark = pytest.mark.slow

_SHARE = re.compile(
    r"\d\s*[%％]|百分之|[一二三四五六七八九]成|\d+\s*(?:of|out of|/|／|÷)\s*\d|\d+ [件个次条]中|per ?cent"
    r"|(?:平均|人均|average|mean)\D{0,12}\d",
    re.IGNORECASE,
)
_SAID_BY_OTHERS = {"reported", "body", "sheets"}
"""Where a figure is somebody's words: a source's or a unit's own, an editor's text (`check` notes shares typed there);
and the numbers of a list's pages."""

_SPOKEN = ("alt", "aria-label", "content", "title")
"""Attributes with words in them."""

_INLINE = {"a", "abbr", "b", "bdi", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time"}
_NOT_READ = {"script", "style"}

_UNIT = "[件个次条]"
_IN_A_SHARE = re.compile(rf"([\d,]+) {_UNIT}中 ([\d,]+) {_UNIT}|([\d,]+) of ([\d,]+)")


def shares(page: Element) -> list[Element]:
    return page.all(of_class="share")


def outside(page: Element) -> Iterator[str]:
    """What a page says that looks like a share or an average and stands in no share."""
    spoken = (one.attributes[name] for one in page.all() for name in _SPOKEN if name in one.attributes)
    for said in (*lines(page), *spoken):
        if _SHARE.search(said):
            yield " ".join(said.split())


def lines(element: Element) -> Iterator[str]:
    """What is said outside of shares and of others' words, line by line however that is marked up."""
    line = ""
    for part in element.holds:
        if part.tag == "#text":
            line += part.text
        elif {"share", *_SAID_BY_OTHERS} & set(part.classes):
            line += "…"
        elif part.tag in _INLINE:
            line += "".join(lines(part))
        elif part.tag not in _NOT_READ:
            yield line
            yield from lines(part)
            line = ""
    yield line


def test_a_share_stands_nowhere_but_in_one_that_says_what_is_lacking(site_pages: dict[str, Element]) -> None:
    assert {path: found for path, page in site_pages.items() if (found := list(outside(page)))} == {}


def test_every_share_names_and_links_each_one_lacking_or_leads_to_all(site_pages: dict[str, Element]) -> None:
    seen = 0
    for path, page in site_pages.items():
        for share in shares(page):
            numbers = _IN_A_SHARE.search(share.words)
            assert numbers, (path, share.words)
            zh_whole, zh_done, en_done, en_whole = (int(n.replace(",", "")) if n else 0 for n in numbers.groups())
            lacking = zh_whole - zh_done + en_whole - en_done
            links = [link for link in share.all("a") if link.words and link.attributes["href"]]
            assert len(links) == min(lacking, NAMED) + (lacking > NAMED), (path, share.words)
            seen += 1
    assert seen > 20


def test_whoever_counts_the_unresolved_lists_them_on_the_same_page(site_pages: dict[str, Element]) -> None:
    """A list that is longer than a page has nothing else on its first sheet, and leads on to the others."""
    seen = 0
    for path, page in site_pages.items():
        for said in page.all("p", "sum"):
            count = int(re.sub(r"\D", "", said.all("strong")[0].words))
            if not beside(page, "prev"):
                assert len(unresolved(page)) >= min(count, len(page.all("li", "row"))), (path, said.words)
                assert sum(len(unresolved(sheet)) for sheet in sheets(site_pages, path)) >= count, (path, said.words)
                seen += 1
    assert seen > 50


def unresolved(page: Element) -> list[Element]:
    open_ones = {group.value for group in UNRESOLVED}
    return [row for row in page.all("li", "row") if open_ones & set(row.classes)]


def beside(page: Element, which: str) -> list[str]:
    """Where the sheet before or after this one is, if there is one."""
    return [link.attributes["href"] for link in page.all("a") if link.attributes.get("rel") == which]


def sheets(pages: dict[str, Element], path: str) -> Iterator[Element]:
    """A page, and those after it to which a reader is led."""
    yield pages[path]
    for address in beside(pages[path], "next"):
        yield from sheets(pages, urljoin(path, f"{address}index.html"))


@pytest.mark.parametrize(
    "words",
    [
        "90% closed",
        "销号率 90％",
        "9 of 10 done",
        "9/10",
        "10 件中 9 件",
        "九成",
        "平均每件 12 天",
        "12 days: 3 on average 4",
    ],
)
def test_it_would_be_noticed(words: str) -> None:
    assert list(outside(read(f"<main><p>{words}</p></main>"))) == [words]
    assert list(outside(read(f'<main><p><span class="share">{words}</span></p></main>'))) == []


@pytest.mark.parametrize(
    "html",
    [
        "<td><b>9</b> of <a>10</a></td>",
        "<p>9<span>0</span><small>%</small></p>",
        "<title>9 of 10</title>",
        '<meta content="90%">',
        '<img alt="90%">',
        '<svg aria-label="9/10"></svg>',
    ],
)
def test_it_would_be_noticed_however_it_is_marked_up(html: str) -> None:
    assert len(list(outside(read(html)))) == 1


def test_two_cells_are_no_share() -> None:
    assert list(outside(read("<tr><td>9</td><td>/</td><td>10</td></tr>"))) == []
