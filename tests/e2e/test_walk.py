"""Every page of both languages, reached by following links in Chromium, in the three ways in which the site is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from minusone.settings import settings
from tests.e2e.serving import served
from tests.e2e.walk import Place, Walk, counterpart, walk

pytestmark = pytest.mark.slow

PHONE = 320
"""The narrowest there is, and as wide as 1280 pixels are at 400 %."""

DESKTOP = 1280


def walked(browser: Browser, place: Place, width: int = PHONE, scripts: bool = True) -> Walk:
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    try:
        return walk(context, place)
    finally:
        context.close()


def faults(found: Walk, project: Path) -> list[str]:
    as_of = settings(project / "config.yaml").as_of
    assert as_of
    assert {"index.html", "en/index.html"} <= found.pages.keys()
    return found.faults(as_of.isoformat())


def report(found: list[str]) -> str:
    return "\n".join([f"{len(found)} faults", *found[:60]])


def test_the_whole_site_can_be_walked_on_a_phone(browser: Browser, built_site: Path, project: Path) -> None:
    """Under a sub-path, where an address that begins at the root of the host would lead out of the site."""
    with served(built_site, "/some/base/") as address:
        found = faults(walked(browser, Place.on_server(address, built_site)), project)
    assert not found, report(found)


def test_a_portable_copy_can_be_walked_without_server_and_scripts(
    browser: Browser, portable_site: Path, project: Path
) -> None:
    found = faults(walked(browser, Place.on_disk(portable_site), DESKTOP, scripts=False), project)
    assert not found, report(found)


def test_the_walk_notices_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "index.html").write_text(
        "<!DOCTYPE html><html lang=en><h1>One</h1><h1>Two</h1><div style='width:500px'>Wide</div><main></main>"
        "<a href=/outside/>Out</a><a href=gone/>Gone</a><a href=en/#nowhere>Elsewhere</a><img src=gone.png>"
        "<a href=javascript:0>Script</a><script src=http://other.invalid/x.js></script>"
        "<script>throw Error('oh')</script>"
    )
    (tmp_path / "en" / "index.html").write_text(
        "<!DOCTYPE html><html lang=en><meta name=viewport content='width=device-width'>"
        "<header><label><input type=checkbox> Large print</label></header><style>"
        ":has(:checked) h1 { width: 400px }</style><main><h1>One</h1></main>"
        "<footer><time datetime=2014-04-30>30 April</time><a hreflang=zh-CN href=../>中文</a></footer>"
    )
    (tmp_path / "forgotten.html").touch()
    with served(tmp_path, "/base/") as address:
        said = "\n".join(walked(browser, Place.on_server(address, tmp_path)).faults("2014-04-30"))
    for expected in (
        "a request to http://other.invalid/x.js",
        "404",
        ": oh",
        "forgotten.html: nothing leads there",
        "index.html: lang is “en”",
        "index.html: 2 h1 and 1 main",
        "index.html: does not show the day",
        "pixels wider than the window",
        "index.html: does not lead to en/index.html",
        "broken link to http://127.0.0.1:",
        "#nowhere: there is no such place",
        "leads out of the site, to http://127.0.0.1:",
        "leads out of the site, to javascript:0",
    ):
        assert expected in said
    assert [line for line in said.splitlines() if line.startswith("en/index.html:")] == [
        "en/index.html: 88 pixels wider than the window in large print"
    ]


def test_a_page_and_its_counterpart_are_each_others() -> None:
    assert counterpart("units/baisha/index.html") == "en/units/baisha/index.html"
    assert counterpart("en/units/baisha/index.html") == "units/baisha/index.html"
