"""The main pages look as they did when somebody last looked: a screen of each, in both languages, on phone and desk."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from minusone.words import LANGS, Lang
from tests.e2e.axe import enlarge
from tests.e2e.serving import served

pytestmark = pytest.mark.slow

PAGES = {
    "home": "",
    "ledger": "rectifications/",
    "rectification": "rectifications/2014-008/",
    "report": "reports/2014-W11/",
    "unit": "units/zhuangqiao/",
}
WIDTHS = {"phone": 360, "desk": 1280}
COLOURS = 32
"""In a stored picture, so that it stays small."""

SQUARE = 8
"""Pixels in a row and in a column of what is compared: about a letter, so that how its edges are drawn makes little."""

STEP = 10
"""How much darker or lighter a square may be than it was, of 255."""

SQUARES = 6
"""How many squares may differ by more: another version of the browser draws some letter elsewhere by a pixel."""


@dataclass(frozen=True)
class Look:
    """One screen of a page, and how it is shown."""

    page: str
    lang: Lang
    width: str
    way: str = ""

    @property
    def name(self) -> str:
        return ".".join(part for part in (self.page, self.lang, self.width, self.way) if part)


LOOKS = [
    *(Look(page, lang, width) for page in PAGES for lang in LANGS for width in WIDTHS),
    *(Look("rectification", "zh", "phone", way) for way in ("dark", "large", "print")),
]


@pytest.fixture(scope="module")
def site(built_site: Path) -> Iterator[str]:
    with served(built_site) as address:
        yield address


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_the_page_looks_as_it_did(look: Look, browser: Browser, site: str, project: Path, tmp_path: Path) -> None:
    stored = project / "tests" / "looks" / f"{look.name}.png"
    now = shot(browser, site, look)
    if os.environ.get("LOOKS") == "1":
        stored.parent.mkdir(exist_ok=True)
        now.save(stored, optimize=True)
    with Image.open(stored) as before:
        squares = changed(before, now)
    now.save(tmp_path / stored.name)
    assert squares <= SQUARES, (
        f"{stored.name}: {squares} squares have changed; now it looks like {tmp_path / stored.name}. "
        "If it should: LOOKS=1 pytest tests/e2e/test_looks.py"
    )


@pytest.mark.parametrize(
    "style",
    [
        "main a { color: #b00020 !important }",
        ".title a { color: #555 !important }",
        "main { padding-top: 3rem !important }",
        "h2 { font-size: 1rem !important }",
    ],
)
def test_a_changed_style_is_noticed(style: str, browser: Browser, site: str) -> None:
    look = Look("home", "zh", "phone")
    assert changed(shot(browser, site, look), shot(browser, site, look, style)) > SQUARES


def shot(browser: Browser, site: str, look: Look, style: str = "") -> Image.Image:
    """What one screen shows, when its letters are there and nothing moves."""
    context = browser.new_context(
        viewport={"width": WIDTHS[look.width], "height": 640},
        device_scale_factor=1,
        color_scheme="dark" if look.way == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(site + ("" if look.lang == "zh" else "en/") + PAGES[look.page])
    if look.way == "large":
        enlarge(page, look.lang)
    if look.way == "print":
        page.emulate_media(media="print")
    if style:
        page.add_style_tag(content=style)
    try:
        return still(page)
    finally:
        context.close()


def still(page: Page) -> Image.Image:
    page.evaluate("() => document.fonts.ready.then(() => scrollTo(0, 0))")
    data = page.screenshot(animations="disabled", caret="hide", scale="css")
    return Image.open(io.BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def changed(before: Image.Image, now: Image.Image) -> int:
    """How many squares differ in any of their mean colours."""
    if before.size != now.size:
        return before.width * before.height
    size = (before.width // SQUARE, before.height // SQUARE)
    small = (picture.convert("RGB").resize(size, Image.Resampling.BOX) for picture in (before, now))
    red, green, blue = ImageChops.difference(*small).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[STEP:])
