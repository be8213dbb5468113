"""No page is hard to use for people with disabilities, as far as a program can tell: every kind of page, every look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from minusone import layout, plan
from minusone.places import Places
from minusone.words import LANGS, Lang
from tests.built import linked
from tests.e2e.axe import Print, Scheme, enlarge, prepared, violations
from tests.e2e.serving import served

pytestmark = pytest.mark.slow

LEADS_ON = "short.html"
"""The kind of page that nobody reads: the browser is led on at once."""


@pytest.fixture(scope="module")
def specimens(project: Path, built_site: Path) -> dict[str, str]:
    """Of every kind of page the longest, which has most of what there can be: its address by its template."""
    places = Places(project / "config.yaml", project / "content", project / "templates", built_site)
    pages = sorted(plan.pages(linked(places)), key=lambda page: (built_site / _file(page.address, "zh")).stat().st_size)
    return {page.template: page.address for page in pages if page.template != LEADS_ON}


def _file(address: str, lang: Lang) -> str:
    return layout.path(address, lang).as_posix()


@pytest.fixture(scope="module")
def site(built_site: Path) -> Iterator[str]:
    with served(built_site) as address:
        yield address


LOOKS: list[tuple[Print, Scheme]] = [("normal", "light"), ("normal", "dark"), ("large", "dark"), ("large", "light")]


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing(lang: Lang, browser: Browser, project: Path, site: str, specimens: dict[str, str]) -> None:
    """In every look, one after the other on the same page: axe takes longer to begin than to look again."""
    assert len(specimens) > 15
    found = {}
    with prepared(browser, project) as context:
        page = context.new_page()
        for template, address in sorted(specimens.items()):
            page.goto(site + _file(address, lang).removesuffix("index.html"))
            for size, scheme in LOOKS:
                show(page, lang, size, scheme)
                if wrong := violations(page):
                    found[f"{template} {page.url} {size} {scheme}"] = wrong
    assert not found, "\n".join(line for where, wrong in found.items() for line in (where, *wrong[:10]))


def show(page: Page, lang: Lang, size: Print, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    enlarge(page, lang, size)


PLANTED = """<!doctype html><html lang="en"><title>Planted</title><style>
@media (prefers-color-scheme: dark) { p { color: #444; background: #222 } }
html:has(:checked) h1 { color: #ddd }
</style><main><h1>Planted</h1><p>Words</p><label><input type="checkbox"> Large print</label>%s</main>"""


@pytest.mark.parametrize(("fault", "rules"), [("", []), ("<img src=x>", ["image-alt"])])
def test_axe_finds_what_is_wrong(fault: str, rules: list[str], browser: Browser, project: Path, tmp_path: Path) -> None:
    """Also what is wrong in one look alone: the words in the dark, the heading in large print."""
    (tmp_path / "index.html").write_text(PLANTED % fault)
    found = {}
    with served(tmp_path) as address, prepared(browser, project) as context:
        page = context.new_page()
        page.goto(address)
        for look in LOOKS:
            show(page, "en", *look)
            found[look] = [one.partition(":")[0] for one in violations(page)]
    contrast = ["color-contrast"]
    assert found == {
        ("normal", "light"): rules,
        ("normal", "dark"): contrast + rules,
        ("large", "dark"): contrast * 2 + rules,
        ("large", "light"): contrast + rules,
    }
