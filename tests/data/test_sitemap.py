"""What search engines and servers ask for beside the pages: sitemap, robots.txt, security.txt, `_headers`, 404."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from minusone import plan
from minusone.data import headers, robots, security, sitemap
from minusone.data.document import Document
from minusone.policy import HEADERS
from minusone.words import LANGS
from tests.built import linked, planned, published, read
from tests.sites import BAISHA, problems, rectification, site, where

BASE = "https://small.example/ledger/"
ADDRESS = f"address: {BASE}\n"
ENGLISH = "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
SITE = BAISHA + ENGLISH + rectification()
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def made(folder: Path, text: str, maker: plan.DocumentMaker) -> dict[str, str]:
    whole = linked(site(folder, text))
    return texts(maker.documents(whole, [*plan.pages(whole)]))


def texts(documents: Iterable[Document]) -> dict[str, str]:
    return {one.path.as_posix(): one.data.decode() for one in documents}


# --- sitemap ---------------------------------------------------------------------------------------------------------


def entries(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Of every address its last news, and its languages."""
    return {
        url.findtext(f"{_MAP}loc", ""): (
            url.findtext(f"{_MAP}lastmod", ""),
            {link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(f"{_XHTML}link")},
        )
        for url in Xml.fromstring(text)
    }


def test_every_page_that_is_to_be_found_is_in_the_sitemap_and_no_other(tmp_path: Path) -> None:
    pages = planned(tmp_path, ADDRESS + SITE)
    found = entries(made(tmp_path, ADDRESS + SITE, sitemap)["sitemap.xml"])
    every = {
        f"{BASE}{'en/' if lang == 'en' else ''}{page.address[1:]}"
        for page in pages.values()
        for lang in LANGS
        if not page.unlisted and not (lang == "en" and page.stub)
    }

    assert set(found) == every
    assert f"{BASE}en/units/baisha/" in found
    assert f"{BASE}en/rectifications/2014-001/" not in found
    assert not any("404" in address or "/r/" in address for address in found)


def test_the_sitemap_says_what_the_pages_say(tmp_path: Path) -> None:
    found = entries(made(tmp_path, ADDRESS + SITE, sitemap)["sitemap.xml"])
    pages = published(ADDRESS + SITE)

    for address, (_, named) in found.items():
        heard = read(pages[f"{address.removeprefix(BASE)}index.html"]).all("link")
        said = {link.attributes["hreflang"]: link.attributes["href"] for link in heard if "hreflang" in link.attributes}
        assert named == said


def test_a_record_is_as_new_as_its_news_and_a_list_as_the_site(tmp_path: Path) -> None:
    found = entries(made(tmp_path, ADDRESS + SITE, sitemap)["sitemap.xml"])

    assert found[f"{BASE}rectifications/2014-001/"][0] == "2014-04-01"
    assert found[f"{BASE}rectifications/"][0] == "2014-04-30"


@pytest.mark.parametrize(("count", "parts"), [(0, 0), (3, 0), (4, 2), (7, 3)])
def test_a_sitemap_that_grows_too_long_is_an_index_of_several(count: int, parts: int) -> None:
    listed = [f"<url><loc>{BASE}{n}/</loc></url>" for n in range(count)]
    found = {path: Xml.fromstring(text) for path, text in texts(sitemap.files(listed, BASE, most=3)).items()}
    first = found.pop("sitemap.xml")
    own = [url.text for file in (found or {"": first}).values() for url in file.iter(f"{_MAP}loc")]

    assert len(found) == parts
    assert own == [f"{BASE}{n}/" for n in range(count)]
    if parts:
        assert first.tag == f"{_MAP}sitemapindex"
        assert {place.text for place in first.iter(f"{_MAP}loc")} == {BASE + name for name in found}
        assert max(len(file) for file in found.values()) <= 3


# --- the others ------------------------------------------------------------------------------------------------------


def test_without_an_address_there_is_no_sitemap_and_nobody_is_sent_there(tmp_path: Path) -> None:
    assert made(tmp_path, SITE, sitemap) == {}
    assert "Sitemap" not in made(tmp_path, SITE, robots)["robots.txt"]


def test_robots_are_told_by_whole_paths_what_to_leave(tmp_path: Path) -> None:
    lines = made(tmp_path, ADDRESS + SITE, robots)["robots.txt"].split("\n")

    assert lines[0] == "User-agent: *"
    assert [line for line in lines if line.startswith("Disallow")] == ["Disallow: /ledger/*.pdf$"]
    assert f"Sitemap: {BASE}sitemap.xml" in lines


def test_whom_to_tell_of_a_hole_holds_for_a_year_from_the_sites_today(tmp_path: Path) -> None:
    text = ADDRESS + "security_contact: https://small.example/report\n" + SITE

    assert made(tmp_path, text, security)[".well-known/security.txt"].split("\n") == [
        "Contact: https://small.example/report",
        "Expires: 2015-04-30T00:00:00+08:00",
        "Preferred-Languages: zh, en",
        f"Canonical: {BASE}.well-known/security.txt",
        "",
    ]


def test_a_site_without_tls_has_no_canonical_word_on_it(tmp_path: Path) -> None:
    text = "address: http://small.example/\nsecurity_contact: https://small.example/report\n" + SITE

    assert "Canonical" not in made(tmp_path, text, security)[".well-known/security.txt"]


def test_nobody_is_named_whom_the_settings_do_not_name(tmp_path: Path) -> None:
    assert made(tmp_path, ADDRESS + SITE, security) == {}


@pytest.mark.parametrize(
    "contact", ["13800138000", "office@small.example", "mailto:office", "ftp://small.example/", "http://small.example/"]
)
def test_a_contact_is_a_page_or_a_mailbox(contact: str, tmp_path: Path) -> None:
    (problem, *_) = where(problems(tmp_path, f"security_contact: {contact}\n{SITE}"))

    assert problem.endswith("bad-link")


def test_a_mailbox_is_a_contact_where_it_is_public(tmp_path: Path) -> None:
    allowed = "security_contact: mailto:office@small.example\nprivacy: {office_lines: office@small.example}\n"

    assert (
        "Contact: mailto:office@small.example\n" in made(tmp_path, allowed + SITE, security)[".well-known/security.txt"]
    )


def test_hosts_of_static_sites_are_told_every_header(tmp_path: Path) -> None:
    lines = made(tmp_path, SITE, headers)["_headers"].split("\n")
    everywhere = lines[1 : lines.index("/assets/*")]

    assert lines[0] == "/*"
    assert everywhere == [f"  {name}: {said}" for name, said in HEADERS.items()]


# --- the page for an address that leads nowhere ----------------------------------------------------------------------


@pytest.mark.parametrize(("file", "half"), [("404.html", ""), ("en/404.html", "en/")])
def test_a_page_that_is_shown_anywhere_names_addresses_from_the_root(file: str, half: str) -> None:
    page = read(published(ADDRESS + SITE)[file])
    named = [
        one.attributes[name]
        for one in page.all()
        for name in ("href", "src", "action")
        if not one.attributes.get(name, "#").startswith("#")
    ]

    assert named
    assert all(address.startswith("/ledger/") for address in named)
    assert f"/ledger/{half}rectifications/" in named
    assert {part.attributes["lang"] for part in page.all("section")} == ({"en"} if not half else {"zh-CN"})
    assert [meta.attributes["content"] for meta in page.all("meta") if meta.attributes.get("name") == "robots"] == [
        "noindex"
    ]
    assert not [link for link in page.all("link") if link.attributes["rel"] in ("canonical", "alternate")]
