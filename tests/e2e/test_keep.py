"""What one keeps of a page, in a real browser: the code read back, the citation copied, the short address tried."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from minusone import rebuild
from tests.built import places
from tests.e2e.serving import served
from tests.sites import BAISHA, rectification

pytestmark = pytest.mark.slow

SITE = (
    "address: https://a-rather-long-name.small.example/ledger/\n"
    + BAISHA
    + rectification("title: 路灯")
    + rectification("title: 河道", id="2014-a-longer-number-than-most-and-longer")
    + "-- content/rectifications/2014-001.en.md --\n---\ntitle: Lamps\n---\n"
)
WHOLE = "https://a-rather-long-name.small.example/ledger/"
PAGE = "rectifications/2014-001/"
LEAST_ON_PAPER = 2.5 / 2.54 * 96
"""Pixels of CSS."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = places(tmp_path_factory.mktemp("site"), SITE)
    rebuild.build(where, None, workers=1)
    return where.out


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, "/ledger/") as address:
        yield address


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["r/2014-001/", "en/r/2014-001/", "r/2014-a-longer-number-than-most-and-longer/"])
def test_the_code_is_read_back_from_screen_and_paper(
    path: str, scheme: Literal["light", "dark"], media: Literal["screen", "print"], browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    page.emulate_media(media=media)
    page.goto(address + path.replace("r/", PAGE.partition("/")[0] + "/", 1))
    code = page.locator(".keep img")
    size = code.bounding_box()
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    page.close()

    assert (read.format.name, read.text) == ("QRCode", WHOLE + path)
    assert size
    assert size["width"] >= LEAST_ON_PAPER * 45 / 37, "at least 2.5 cm beside the quiet zone, of a code of 37 modules"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("half", ["", "en/"])
def test_a_short_address_leads_on_at_once(half: str, scripts: bool, browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto(f"{address}{half}r/2014-001/")
    page.wait_for_url(f"{address}{half}{PAGE}")
    page.close()


def test_the_citation_is_copied_and_that_is_said(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}en/{PAGE}")
    page.get_by_role("button", name="Copy the citation").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()

    assert copied == f"The office, “Lamps” (2014-001), A small site, as of 30 April 2014, {WHOLE}en/{PAGE}"


def test_where_the_browser_does_not_let_it_the_citation_is_selected(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address + PAGE)
    page.get_by_role("button", name="复制引用").click()
    page.get_by_role("status").get_by_text("Ctrl+C").wait_for()
    selected = page.evaluate("String(getSelection())")
    page.close()

    assert selected == f"办公室：《路灯》（2014-001），小站，截至 2014年4月30日，{WHOLE}{PAGE}"


def test_without_scripts_there_is_no_button(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + PAGE)
    shown = page.locator(".keep button").is_visible(), page.locator(".keep .citation").is_visible()
    page.close()

    assert shown == (False, True)
