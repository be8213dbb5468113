"""Every page says where it is, in which other language, and what it is about; none leads to a page that is none."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from minusone import rebuild
from minusone.head.card import Card
from minusone.head.elements import Head, head
from minusone.pages.context import Frame, Page
from minusone.pieces.links import whole
from minusone.places import Extras
from minusone.settings import Footer, Settings
from minusone.words import LANGS, Bilingual, Lang, Words
from tests.built import TEMPLATES, held, places, planned, published, read
from tests.sites import BAISHA, record, rectification

BASE = "https://small.example/ledger/"
ADDRESS = f"address: {BASE}\n"
FOOTER = Footer(host=Bilingual("办公室", "The office"), site_code="3302050001")
SETTINGS = Settings(
    title=Bilingual("小站", "A small site"), tagline=Bilingual("一件也不少", "Not one less"), footer=FOOTER
)
ENGLISH = "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
REPORT = record("report", "march", "published: 2014-04-02\nsources: 某报\nsample: yes") + (
    "-- content/reports/march.en.md --\n---\ntitle: The report of March\n---\n"
)
SITE = BAISHA + ENGLISH + rectification() + REPORT


def frame(base: str = BASE) -> Frame:
    return Frame(SETTINGS.model_copy(update={"address": base}), date(2014, 4, 30), (), ())


def of(pages: dict[str, Page], address: str, lang: Lang = "zh") -> Head:
    return head(pages[address], lang)


def alternates(found: Head) -> dict[str, str]:
    return {tag: address for rel, tag, address in found.links if rel == "alternate"}


def canonical(found: Head) -> str:
    (address,) = (address for rel, _, address in found.links if rel == "canonical")
    return address


# --- addresses -------------------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.builds(
            Page,
            address=st.from_regex(r"/([a-z]{1,3}/){0,2}", fullmatch=True),
            template=st.just("page.html"),
            frame=st.sampled_from([frame(), frame("")]),
            title=st.sampled_from([Words("一"), Words("一", "One"), Bilingual("一", "One")]),
            context=st.none(),
            unlisted=st.booleans(),
        ),
        unique_by=lambda page: page.address,
    )
)
def test_languages_name_each_other_and_nobody_names_a_page_that_is_none(made: list[Page]) -> None:
    heads = {Card(page, lang).at(page.address): head(page, lang) for page in made for lang in LANGS}
    hidden = {
        Card(page, lang).at(page.address)
        for page in made
        for lang in LANGS
        if page.unlisted or (lang == "en" and page.stub)
    }

    for address, found in heads.items():
        named = alternates(found)
        if address in hidden:
            assert ("robots", "noindex") in found.named
            assert named == {}
        else:
            assert ("robots", "noindex") not in found.named
            assert canonical(found) == address
            assert address in named.values()
            assert named["x-default"] == named["zh-CN"]
            assert not hidden & set(named.values())
            assert all(alternates(heads[other]) == named for other in named.values())


def test_the_english_of_a_page_without_any_is_found_in_chinese(tmp_path: Path) -> None:
    found = of(planned(tmp_path, ADDRESS + SITE), "/rectifications/2014-001/", "en")

    assert canonical(found) == f"{BASE}rectifications/2014-001/"


def test_without_an_address_a_page_says_where_it_is_from_where_it_is() -> None:
    page = read(published(SITE)["en/units/baisha/index.html"])
    (own,) = (link for link in page.all("link") if link.attributes["rel"] == "canonical")
    named = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in page.all("link")
        if "hreflang" in link.attributes
    }

    assert own.attributes["href"] == "./"
    assert named == {"zh-CN": "../../../units/baisha/", "en": "./", "x-default": "../../../units/baisha/"}
    assert not [script for script in page.all("script") if "type" in script.attributes]
    assert not [meta for meta in page.all("meta") if meta.attributes.get("property") in ("og:url", "og:image")]


def test_the_sheets_of_a_list_lead_to_each_other_and_each_is_its_own(tmp_path: Path) -> None:
    many = "".join(record("activity", f"walk-{n}") for n in range(5))
    pages = planned(tmp_path, ADDRESS + "per_page: 2\n" + BAISHA + many)
    second = of(pages, "/activities/page/2/", "en")

    assert canonical(second) == f"{BASE}en/activities/page/2/"
    beside = {rel: address for rel, _, address in second.links if rel in ("prev", "next")}
    assert beside == {"prev": f"{BASE}en/activities/", "next": f"{BASE}en/activities/page/3/"}


# --- what it is about ------------------------------------------------------------------------------------------------


def test_what_has_no_words_of_its_own_here_is_described_by_its_title_and_the_tagline() -> None:
    page = Page("/a/", "page.html", frame(), Words("甲", "A"), None, description=Words("甲\n是甲"))

    assert Card(page, "zh").description == "甲 是甲"
    assert Card(page, "en").description == "A: Not one less"


def test_whoever_shares_it_shows_what_it_is_and_that_it_is_made_up(tmp_path: Path) -> None:
    said = dict(of(planned(tmp_path, ADDRESS + SITE), "/reports/march/", "en").properties)

    assert said["og:type"] == "article"
    assert said["og:title"] == "[Sample] The report of March"
    assert said["og:url"] == f"{BASE}en/reports/march/"
    assert said["og:image"] == f"{BASE}assets/card.png"
    assert (said["og:locale"], said["og:locale:alternate"]) == ("en_GB", "zh_CN")
    assert said["article:published_time"] == "2014-04-02"


@pytest.mark.parametrize(
    ("name", "size"), [("card.png", (1200, 630)), ("icon.png", (32, 32)), ("touch.png", (180, 180))]
)
def test_the_pictures_are_as_large_as_is_said_of_them(name: str, size: tuple[int, int]) -> None:
    with Image.open(TEMPLATES / "assets" / name) as picture:
        assert picture.size == size


def test_home_column_and_article_have_the_tags_of_the_guideline(tmp_path: Path) -> None:
    pages = planned(tmp_path, ADDRESS + SITE)
    home, column, article = (dict(of(pages, address).named) for address in ("/", "/reports/", "/reports/march/"))

    assert (home["SiteName"], home["SiteDomain"]) == ("小站", "small.example")
    assert not any(name.startswith(("Column", "Article")) for name in home)
    assert column["ColumnName"] == "进展通报"
    assert {"ColumnDescription", "ColumnKeywords", "ColumnType"} <= set(column)
    assert article["ColumnName"] == "进展通报"
    assert article["ArticleTitle"] == "[示例] 三月通报"
    assert article["PubDate"] == "2014-04-02"
    assert article["ContentSource"] == "某报"
    assert article["Url"] == f"{BASE}reports/march/"
    assert {"Keywords", "Author", "Description"} <= set(article)


def test_every_sheet_of_a_list_is_in_its_column(tmp_path: Path) -> None:
    many = "".join(record("activity", f"walk-{n}") for n in range(3))
    pages = planned(tmp_path, ADDRESS + "per_page: 2\n" + BAISHA + many)

    for address in ("/activities/", "/activities/page/2/", "/activities/walk-0/"):
        assert dict(of(pages, address).named)["ColumnName"] == "活动"


def test_the_site_code_is_said_where_there_is_one() -> None:
    page = Page("/", "home.html", frame(), Bilingual("小站", "A small site"), None)

    assert dict(head(page, "zh").named)["SiteIDCode"] == "3302050001"


def test_no_name_is_said_twice_however_it_is_written(tmp_path: Path) -> None:
    for page in planned(tmp_path, ADDRESS + SITE).values():
        for lang in LANGS:
            names = [name.lower() for name, _ in head(page, lang).named]
            assert len(names) == len(set(names))


# --- linked data -----------------------------------------------------------------------------------------------------

REQUIRED = {
    "GovernmentOrganization": {"@id", "name", "url"},
    "WebSite": {"@id", "name", "url", "inLanguage", "publisher"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url", "inLanguage", "isPartOf", "publisher"},
    "WebPage": {"name", "url", "inLanguage", "isPartOf", "publisher"},
    "Report": {"name", "description", "url", "inLanguage", "publisher", "dateModified"},
    "Dataset": {"name", "description", "url", "creator", "temporalCoverage", "isAccessibleForFree", "distribution"},
}
"""What every node of a type has to say at least."""


def nodes(found: Head) -> dict[str, dict[str, object]]:
    said = json.loads(str(found.linked))
    assert said["@context"] == "https://schema.org"
    return {node["@type"]: node for node in said["@graph"]}


@pytest.mark.parametrize("lang", LANGS)
def test_every_node_says_what_its_type_requires(lang: Lang, tmp_path: Path) -> None:
    seen = set()
    for page in planned(tmp_path, ADDRESS + SITE).values():
        if not page.unlisted:
            for type_, node in nodes(head(page, lang)).items():
                seen.add(type_)
                assert REQUIRED[type_] <= set(node), page.address
                assert "Person" not in json.dumps(node)
                assert "ating" not in json.dumps(list(node))

    assert seen == set(REQUIRED)


def test_the_ledger_is_data_that_can_be_had(tmp_path: Path) -> None:
    page = planned(tmp_path, ADDRESS + SITE)["/rectifications/"]
    printed = replace(page, frame=replace(page.frame, extras=Extras(papers=True)))
    data, more = (nodes(head(one, "en"))["Dataset"] for one in (page, printed))

    assert data["temporalCoverage"] == "2014-03-01/2014-04-30"
    assert 50 <= len(str(data["description"])) <= 5000
    assert formats(data) == {"application/atom+xml"}
    assert formats(more) == {"application/atom+xml", "application/pdf"}


def formats(data: dict[str, object]) -> set[str]:
    files = data["distribution"]
    assert isinstance(files, list)
    assert all(file["contentUrl"].startswith(f"{BASE}en/") for file in files)
    return {file["encodingFormat"] for file in files}


def test_the_way_there_is_told_step_by_step(tmp_path: Path) -> None:
    way = nodes(of(planned(tmp_path, ADDRESS + SITE), "/units/baisha/", "en"))["BreadcrumbList"]
    steps = way["itemListElement"]

    assert isinstance(steps, list)
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "A small site", f"{BASE}en/"),
        (2, "Units", f"{BASE}en/units/"),
        (3, "Baisha Street", f"{BASE}en/units/baisha/"),
    ]


def test_a_search_is_told_of_where_there_is_one() -> None:
    home = Page("/", "home.html", frame(), Bilingual("小站", "A small site"), None)
    searched = replace(home, frame=replace(home.frame, extras=Extras(search=True)))

    assert "potentialAction" not in nodes(head(home, "zh"))["WebSite"]
    assert f"{BASE}search/?q=" in json.dumps(nodes(head(searched, "zh"))["WebSite"]["potentialAction"])


@given(st.text())
def test_nothing_that_a_page_is_called_ends_its_data(title: str) -> None:
    page = Page("/a/", "page.html", frame(), Bilingual(title, title), None)
    data = head(page, "zh").linked

    assert data is not None
    assert "<" not in data
    assert nodes(head(page, "zh"))["CollectionPage"]["name"] == " ".join(title.split())


# --- as it is written out --------------------------------------------------------------------------------------------


def test_the_policy_comes_before_all_that_it_is_about() -> None:
    page = published(ADDRESS + SITE)["index.html"]
    inside = re.search(r"<head>\s*<meta charset=\S+>\s*<meta http-equiv=\"Content-Security-Policy\"", page)

    assert inside


def test_a_copy_on_a_disk_is_held_to_no_policy_that_its_browser_may_read_otherwise(tmp_path: Path) -> None:
    """What “itself” is on a disk, browsers don't agree on; and a page without its style is worth little."""
    site = places(tmp_path, ADDRESS + SITE)
    rebuild.build(site, None, workers=1, portable=True)
    pages = {path: data.decode() for path, data in held(site.out).items() if path.endswith(".html")}

    assert not [path for path, html in pages.items() if "Content-Security-Policy" in html]
    assert 'href="assets/style.css"' in pages["404.html"]
    assert 'href="../assets/style.css"' in pages["en/404.html"]


def test_whole_addresses_are_left_whole() -> None:
    page = read(published(ADDRESS + SITE)["units/baisha/index.html"])
    (own,) = (link for link in page.all("link") if link.attributes["rel"] == "canonical")

    assert own.attributes["href"] == whole(BASE, "/units/baisha/", "zh")
