"""What a reader takes along from a page: its citation, its short address as a code, its feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built import Element, built, read
from tests.sites import BAISHA, record, rectification

ADDRESS = "address: https://small.example/\n"
SITE = (
    BAISHA
    + rectification("title: 路灯\nsample: true")
    + rectification("title: 河道", id="2014-002")
    + record("report", "march", "title: 三月通报")
    + "-- content/rectifications/2014-001.en.md --\n---\ntitle: Lamps\n---\n"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("site"), ADDRESS + SITE)


def keep(html: str) -> Element:
    (section,) = read(html).all("section", "keep")
    return section


def cited(html: str) -> str:
    (citation,) = keep(html).all("p", "citation")
    return citation.words


@pytest.mark.parametrize(
    ("file", "citation"),
    [
        (
            "rectifications/2014-001/index.html",
            "办公室：《路灯》（2014-001）（示例），小站，截至 2014年4月30日，https://small.example/rectifications/2014-001/",
        ),
        (
            "en/rectifications/2014-001/index.html",
            "The office, “Lamps” (2014-001) (sample), A small site, as of 30 April 2014, "
            "https://small.example/en/rectifications/2014-001/",
        ),
        (
            "reports/march/index.html",
            "办公室：《三月通报》，小站，截至 2014年4月30日，https://small.example/reports/march/",
        ),
        (
            "units/baisha/index.html",
            "办公室：《白沙街道》，小站，截至 2014年4月30日，https://small.example/units/baisha/",
        ),
        (
            "rectifications/index.html",
            "办公室：《整改台账》（示例），小站，截至 2014年4月30日，https://small.example/rectifications/",
        ),
    ],
)
def test_a_page_is_cited_with_its_host_its_day_and_its_address(file: str, citation: str, pages: dict[str, str]) -> None:
    assert cited(pages[file]) == citation


def test_words_that_fell_back_are_marked_in_a_citation_too(pages: dict[str, str]) -> None:
    (title,) = keep(pages["en/rectifications/2014-002/index.html"]).all("p", "citation")[0].all("span")

    assert (title.words, title.lang) == ("河道", "zh-CN")


def test_the_code_says_in_words_what_it_says(pages: dict[str, str]) -> None:
    (code,) = keep(pages["en/rectifications/2014-001/index.html"]).all("img")
    (link,) = keep(pages["en/rectifications/2014-001/index.html"]).all("figcaption")[0].all("a")

    assert code.attributes["src"] == "qr.svg"
    assert code.attributes["alt"] == "QR code of the short address https://small.example/en/r/2014-001/"
    assert (link.attributes["href"], link.words) == ("../../r/2014-001/", "https://small.example/en/r/2014-001/")


def test_only_a_rectification_has_a_code_and_only_where_there_is_news_there_are_feeds(pages: dict[str, str]) -> None:
    unit, report = keep(pages["units/baisha/index.html"]), keep(pages["reports/march/index.html"])

    assert unit.all("img") == report.all("img") == []
    assert [link.attributes["href"] for link in unit.all("a")] == ["../../feeds/units/baisha.xml", "../../subscribe/"]
    assert report.all("a") == []


def test_without_scripts_no_button_promises_to_copy(pages: dict[str, str]) -> None:
    (button,) = keep(pages["units/baisha/index.html"]).all("button")
    (citation,) = keep(pages["units/baisha/index.html"]).all("p", "citation")

    assert "hidden" in button.attributes
    assert button.attributes["data-copy"] == citation.attributes["id"]


def test_without_an_address_there_is_still_a_citation(tmp_path: Path) -> None:
    html = built(tmp_path, SITE)["rectifications/2014-002/index.html"]

    assert cited(html) == "办公室：《河道》（2014-002），小站，截至 2014年4月30日"
    assert keep(html).all("img") == []
    assert [link.attributes["href"] for link in keep(html).all("a")] == ["../../r/2014-002/"]


def test_its_script_is_small(project: Path) -> None:
    assert (project / "templates" / "assets" / "copy.js").stat().st_size <= 1000
