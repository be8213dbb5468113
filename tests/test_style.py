"""The stylesheet's colours: every text on every ground that there is, in every look, and none outside its tokens."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.built import held

TEXTS = ("ink", "quiet", "link", "red", "amber", "green")
GROUNDS = ("paper", "card", "red-soft", "amber-soft", "green-soft", "grey-soft")
SHAPES = (*TEXTS, "edge")

LIGHT = ""
DARK = "(prefers-color-scheme: dark)"
MORE = "(prefers-contrast: more)"
PRINT = "print"
LARGE = r":root:is(.large, :has(#page\:large:checked))"

LOOKS = {
    "light": (LIGHT,),
    "dark": (LIGHT, DARK),
    "light, more contrast": (LIGHT, MORE),
    "dark, more contrast": (LIGHT, DARK, MORE),
    "light, large print": (LIGHT, LARGE),
    "dark, large print": (LIGHT, DARK, LARGE),
    "paper": (LIGHT, PRINT),
    "paper, large print": (LIGHT, PRINT, LARGE),
}
"""Each look by the blocks of tokens that make it, a later one before an earlier."""

_BLOCK = re.compile(r"(?:@media (?P<media>[^{]+?) \{\n  )?(?P<root>:root\S*(?: :has\(\S+\)\))?) \{(?P<tokens>[^}]*)\}")
_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|(?<![\w-])(?:black|white|red|gr[ae]y)(?![\w-])"
)


@pytest.fixture(scope="module")
def css(project: Path) -> str:
    assets = project / "templates" / "assets"
    text = "".join((assets / name).read_text() for name in ("style.css", "pictures.css"))
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def blocks(css: str) -> dict[str, dict[str, str]]:
    """The tokens by the media query, or the selector, under which they hold."""
    found: dict[str, dict[str, str]] = {}
    for block in _BLOCK.finditer(css):
        under = block["media"] or (block["root"] if block["root"] != ":root" else LIGHT)
        found.setdefault(under, {}).update(_TOKEN.findall(block["tokens"]))
    return found


def tokens(css: str, look: str) -> dict[str, str]:
    """Every token of a look, those that stand for others resolved."""
    found = blocks(css)
    merged = {name: value for under in LOOKS[look] for name, value in found[under].items()}

    def resolved(value: str) -> str:
        other = re.fullmatch(r"var\(--([\w-]+)\)", value)
        return resolved(merged[other[1]]) if other else value

    return {name: resolved(value) for name, value in merged.items()}


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb`, as WCAG 2.2 defines it: 0 for black, 1 for white."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(css: str, look: str, fronts: tuple[str, ...], least: float) -> dict[tuple[str, str], float]:
    colours = tokens(css, look)
    ratios = {pair: contrast(*(colours[name] for name in pair)) for pair in product(fronts, GROUNDS)}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000", "#ffffff") == 21
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("look", LOOKS)
def test_every_text_can_be_read_on_every_ground(css: str, look: str) -> None:
    assert too_weak(css, look, TEXTS, 7) == {}


@pytest.mark.parametrize("look", LOOKS)
def test_every_shape_can_be_seen_on_every_ground(css: str, look: str) -> None:
    assert too_weak(css, look, SHAPES, 3) == {}


@pytest.mark.parametrize("look", ["light, large print", "dark, large print"])
def test_large_print_is_18_points_at_least_with_large_targets_and_no_weaker_than_normal(css: str, look: str) -> None:
    large = tokens(css, look)
    assert large["text"] == "150%"
    assert all(float(large[name].removesuffix("rem")) >= 1 for name in ("small", "smallest", "h1", "h2", "h3"))
    assert float(large["target"].removesuffix("rem")) * 24 >= 44
    normal = tokens(css, look.partition(",")[0])
    assert contrast(large["quiet"], large["paper"]) > contrast(normal["quiet"], normal["paper"])


@pytest.mark.parametrize("token", ["quiet: #4e473e", "quiet: #ccc3b5", "red-soft: #fbe9e6", "paper: #171512"])
def test_a_token_that_is_changed_badly_is_found(css: str, token: str) -> None:
    assert f"--{token};" in css
    bad = css.replace(f"--{token};", f"--{token.partition(':')[0]}: #888;")
    assert any(too_weak(bad, look, TEXTS, 7) for look in LOOKS)


def test_no_colour_is_written_outside_the_tokens(css: str) -> None:
    assert _COLOUR.findall(_BLOCK.sub("", css)) == []


def test_what_says_a_colour_says_one_of_the_tokens(css: str) -> None:
    """So no rule can bring a pair of colours that was not compared."""
    said = dict.fromkeys(re.findall(r"(?<![\w-])(?:background|color|accent-color): ([^;]+);", _BLOCK.sub("", css)))
    free = {"inherit", "none", "currentcolor", "transparent", "var(--picture)"}
    assert set(said) - free - {f"var(--{name})" for name in (*TEXTS, *GROUNDS)} == set()


@pytest.mark.slow
def test_a_page_has_the_styles_of_what_it_draws(built_site: Path) -> None:
    pages = [data.decode() for path, data in held(built_site).items() if path.endswith(".html")]
    drawing = [page for page in pages if re.search(r'class="(?:turns|calendar|chart (?:life|strips)[^"]*)"', page)]

    assert len(drawing) > 50
    assert [page for page in drawing if "/pictures.css" not in page] == []
