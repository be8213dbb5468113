"""Large print in Chromium: kept from page to page; on one page without scripts; in addresses if nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.serving import served

pytestmark = pytest.mark.slow

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


@pytest.fixture(scope="module")
def site(built_site: Path) -> Iterator[str]:
    with served(built_site) as address:
        yield address


def size(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    return found


def switch_on(page: Page) -> None:
    box = page.get_by_role("checkbox", name="大字版")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    assert size(page) == "24px"


def follow(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link").first.click()


def test_the_choice_is_kept_on_the_next_page_and_given_up_again(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site)
    assert size(page) == "17px"
    switch_on(page)
    follow(page)
    assert size(page) == "24px"
    assert "large" not in page.url
    page.get_by_role("checkbox", name="大字版").uncheck()
    page.reload()
    assert size(page) == "17px"
    assert page.context.cookies() == []


def test_without_scripts_it_works_on_its_page(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site)
    before = page.get_by_role("heading", level=1).bounding_box()
    page.get_by_role("checkbox", name="大字版").check()
    after = page.get_by_role("heading", level=1).bounding_box()
    assert before and after
    assert after["height"] > before["height"]


def test_where_nothing_may_be_stored_the_addresses_carry_it(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.add_init_script(REFUSED)
    page.goto(site)
    switch_on(page)
    follow(page)
    assert "large" in page.url
    assert size(page) == "24px"
    page.get_by_role("checkbox", name="大字版").uncheck()
    assert "large" not in page.url
    follow(page)
    assert size(page) == "17px"
