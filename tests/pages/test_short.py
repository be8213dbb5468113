"""A short address leads on at once, wherever the site is put, and no search engine keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone import rebuild
from tests.built import held, places, published, read
from tests.sites import BAISHA, rectification

SITE = BAISHA + rectification("title: 路灯") + "-- content/rectifications/2014-001.en.md --\n---\ntitle: Lamps\n---\n"


@pytest.mark.parametrize(("half", "title"), [("", "路灯"), ("en/", "Lamps")])
def test_it_leads_to_the_record_in_the_same_language(half: str, title: str) -> None:
    page = read(published(SITE)[f"{half}r/2014-001/index.html"])
    said = {
        meta.attributes.get("http-equiv") or meta.attributes.get("name"): meta.attributes for meta in page.all("meta")
    }
    (link,) = page.all("a")

    assert said["refresh"]["content"] == "0; url=../../rectifications/2014-001/"
    assert said["robots"]["content"] == "noindex"
    assert (link.attributes["href"], link.words) == ("../../rectifications/2014-001/", title)
    assert page.all("html")[0].lang == ("en" if half else "zh-CN")


def test_it_names_the_record_as_the_real_one() -> None:
    pages = published("address: https://small.example/\n" + SITE)
    canonical = read(pages["en/r/2014-001/index.html"]).all("link")

    assert [one.attributes["href"] for one in canonical] == ["https://small.example/en/rectifications/2014-001/"]


def test_in_a_portable_copy_it_leads_to_the_file(tmp_path: Path) -> None:
    where = places(tmp_path, SITE)
    rebuild.build(where, None, workers=1, portable=True)

    assert b'content="0; url=../../rectifications/2014-001/index.html"' in held(where.out)["r/2014-001/index.html"]
