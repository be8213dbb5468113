"""Every whole address that the site gives of itself leads to a page of it, and languages point at each other."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from minusone.settings import settings
from tests.built import Element, held, read

pytestmark = pytest.mark.slow

_TEXTS = (".html", ".xml", ".ics", ".txt", ".json", ".svg")


@pytest.fixture(scope="module")
def base(project: Path) -> str:
    base = settings(project / "config.yaml").address
    assert base
    return base


@pytest.fixture(scope="module")
def files(built_site: Path) -> dict[str, bytes]:
    return held(built_site)


def named(text: str, base: str) -> Iterator[str]:
    """The files that a text names by whole addresses; a calendar's lines are folded, an entry's words escaped."""
    unfolded = html.unescape(text.replace("\r\n ", ""))
    for address in re.findall(re.escape(base) + r"[^\s\"'<>\\,;，；。）)]*", unfolded):
        path = unquote(re.split("[?#]", address.removeprefix(base))[0])
        yield f"{path}index.html" if not path or path.endswith("/") else path


def gone(files: Mapping[str, bytes], base: str) -> list[str]:
    """Whole addresses that lead nowhere, and where they stand."""
    texts = {path: data.decode() for path, data in files.items() if path.endswith(_TEXTS)}
    return sorted(
        {f"{path}: {file}" for path, text in texts.items() for file in named(text, base) if file not in files}
    )


def alternates(page: Element) -> dict[str, str]:
    """The same page in other languages, and in its own, by language."""
    links = [link.attributes for link in page.all("link")]
    return {link["hreflang"]: link["href"] for link in links if link.get("rel") == "alternate" and "hreflang" in link}


def one_sided(pages: Mapping[str, Element], base: str) -> list[str]:
    """Pages that name another as the same in a language, without being named by it in theirs."""
    said = {path: alternates(page) for path, page in pages.items()}
    return sorted(
        f"{path}: {lang}"
        for path, others in said.items()
        for lang, address in others.items()
        for file in named(address, base)
        if said.get(file) != others or "x-default" not in others
    )


def test_every_whole_address_leads_to_a_file_of_the_site(files: dict[str, bytes], base: str) -> None:
    assert sum(base.encode() in data for data in files.values()) > 100
    assert gone(files, base) == []


def test_pages_in_two_languages_name_each_other(site_pages: dict[str, Element], base: str) -> None:
    assert sum(bool(alternates(page)) for page in site_pages.values()) > 100
    assert one_sided(site_pages, base) == []


def test_a_wrong_address_is_noticed() -> None:
    base = "https://small.example/"
    files = {
        "index.html": b'<a href="https://small.example/">Home</a>',
        "gone.html": b'<link rel="canonical" href="https://small.example/gone/?q=1#there">',
        "all.xml": b"<id>https://small.example/feeds/all.xml</id>",
        "days.ics": b"URL:https://small.exam\r\n ple/r/1/\r\n",
    }
    assert gone(files, base) == [
        "all.xml: feeds/all.xml",
        "days.ics: r/1/index.html",
        "gone.html: gone/index.html",
    ]
    zh, en = (
        "".join(f'<link rel="alternate" hreflang="{lang}" href="{base}{half}">' for lang, half in links)
        for links in ([("zh-CN", ""), ("en", "en/"), ("x-default", "")], [("en", "en/"), ("x-default", "")])
    )
    assert one_sided({"index.html": read(zh), "en/index.html": read(zh)}, base) == []
    assert one_sided({"index.html": read(zh), "en/index.html": read(en)}, base) == [
        "en/index.html: x-default",
        "index.html: en",
    ]
