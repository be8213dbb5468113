"""The page that says how to stay informed leads to every feed and to every calendar."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from minusone import rebuild
from tests.built import held, places, read
from tests.sites import BAISHA, record, rectification

SITE = (
    "address: https://small.example/\n"
    + BAISHA
    + record("team", "province")
    + record("programme", "five")
    + rectification("deadline: 2014-05-01\nprogramme: five")
    + record("activity", "night")
    + record("visit", "march")
)


@pytest.mark.parametrize("half", ["", "en/"])
def test_it_leads_to_all_that_there_is_in_its_language(half: str, tmp_path: Path) -> None:
    where = places(tmp_path, SITE)
    rebuild.build(where, None, workers=1)
    files = held(where.out)
    page = f"{half}subscribe/index.html"
    led = {urljoin(f"/{page}", link.attributes["href"]).lstrip("/") for link in read(files[page].decode()).all("a")}
    made = {file for file in files if file.startswith((f"{half}feeds/", f"{half}calendars/"))}

    assert made
    assert made <= led


def test_every_page_leads_there(tmp_path: Path) -> None:
    where = places(tmp_path, SITE)
    rebuild.build(where, None, workers=1)
    html = held(where.out)["en/units/baisha/index.html"].decode()

    assert "../../subscribe/" in [link.attributes["href"] for link in read(html).all("footer")[0].all("a")]
