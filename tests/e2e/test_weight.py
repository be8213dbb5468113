"""Light and locked: the first page weighs little, asks nobody else for anything, and no page holds code of its own."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.built import Element, read
from tests.e2e.serving import served

pytestmark = pytest.mark.slow

MOST = 60_000
"""Bytes of the first page with its style, scripts and icon, as they are before any compression."""


@pytest.mark.parametrize("address", ["", "en/"])
def test_the_first_page_weighs_little_and_asks_nobody_else(address: str, built_site: Path, browser: Browser) -> None:
    answers: list[Response] = []
    said: list[str] = []
    with served(built_site) as root:
        page = browser.new_page()
        page.on("response", lambda answer: answers.append(answer))
        page.on("console", lambda message: said.append(message.text))
        page.goto(root + address, wait_until="networkidle")
        weights = {answer.url.removeprefix(root): len(answer.body()) for answer in answers}
        hosts = {urlsplit(answer.url).netloc for answer in answers}
        page.close()

    assert hosts == {urlsplit(root).netloc}
    assert said == []
    assert "assets/style.css" in weights
    assert sum(weights.values()) <= MOST, weights


def test_no_page_holds_a_script_or_a_style_of_its_own(site_pages: dict[str, Element]) -> None:
    wrong = [f"{path}: {fault}" for path, page in site_pages.items() for fault in inline(page)]

    assert len(site_pages) > 100
    assert wrong == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<script type="text/javascript">alert(1)</script>',
        "<style>p { color: red }</style>",
        '<p style="color: red"></p>',
        '<svg><a onclick="alert(1)"></a></svg>',
        '<a href="javascript:alert(1)"></a>',
    ],
)
def test_what_is_inline_is_seen(html: str) -> None:
    assert len(list(inline(read(html)))) == 1


def inline(page: Element) -> list[str]:
    """What the policy would not let a browser run, as it stands in a page."""
    wrong = []
    for one in page.all():
        given = one.attributes
        if one.tag == "style" or (
            one.tag == "script" and "src" not in given and given.get("type") != "application/ld+json"
        ):
            wrong.append(f"<{one.tag}>")
        wrong += [name for name in given if name == "style" or name.startswith("on")]
        wrong += [said for said in given.values() if said.strip().lower().startswith("javascript:")]
    return wrong


def test_what_stands_in_a_page_all_the_same_is_not_run(built_site: Path, browser: Browser) -> None:
    """A browser is asked to run a script and to take a style that somebody got into a page, and refuses both."""
    with served(built_site) as root:
        page = browser.new_page()
        page.goto(root)
        page.evaluate(
            """() => {
                document.body.insertAdjacentHTML('beforeend', '<p id="painted" style="color: rgb(1, 2, 3)">1</p>');
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.body.append(script);
            }"""
        )

        assert page.evaluate("window.ran") is None
        assert page.evaluate("getComputedStyle(document.getElementById('painted')).color") != "rgb(1, 2, 3)"
        page.close()
