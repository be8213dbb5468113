"""Pages are rendered safely and lead to each other wherever the site is put."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from minusone import plan, rebuild
from minusone.render import BrokenTemplateError, Renderer
from tests.built import TEMPLATES, built, linked, read
from tests.sites import BAISHA, record, rectification, site

# --- templates -------------------------------------------------------------------------------------------------------


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "mine"))


def home(tmp_path: Path, templates: Path) -> str:
    """The home page of a site with one open record."""
    outputs = plan.outputs(plan.pages(linked(site(tmp_path / "site", BAISHA + rectification()))))
    return Renderer(templates)(outputs[0])[1].decode()


@pytest.mark.parametrize(
    "wrong", ["{{ here.nothing }}", "{{ nothing }}", "{% if %}", "{{ 1 | nothing }}", "{{ 1 / 0 }}"]
)
def test_a_template_that_asks_for_what_is_not_there_is_named_with_the_line(
    wrong: str, tmp_path: Path, templates: Path
) -> None:
    file = templates / "home.html"
    lines = file.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "<h1" in line)
    lines[number - 1] += wrong
    file.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(BrokenTemplateError, match=rf"^home\.html:{number}: "):
        home(tmp_path, templates)


def test_a_mistake_in_a_shared_piece_is_named_where_it_stands(tmp_path: Path, templates: Path) -> None:
    file = templates / "parts.html"
    before, macro, after = file.read_text("utf-8").partition("{%- macro row(row) -%}\n")
    file.write_text(f"{before}{macro}{{{{ row.nothing }}}}\n{after}", encoding="utf-8")
    number = before.count("\n") + 2

    with pytest.raises(BrokenTemplateError, match=rf"^parts\.html:{number}: "):
        home(tmp_path, templates)


def test_a_template_that_is_missing_is_named(tmp_path: Path, templates: Path) -> None:
    (templates / "home.html").unlink()

    with pytest.raises(BrokenTemplateError, match=r"^home\.html: "):
        home(tmp_path, templates)


# --- safety ----------------------------------------------------------------------------------------------------------

NASTY = """<script>alert("1")</script> & 'x' {% page %}"""


def test_words_are_words_in_the_body_in_the_title_and_in_attributes(tmp_path: Path) -> None:
    quoted = "'" + NASTY.replace("'", "''") + "'"
    nasty = rectification(
        f"title: {quoted}\nsummary: {quoted}\npictures: {{file: lamp.png, alt: {quoted}}}\ntarget: {quoted}"
    )
    pages = built(tmp_path, BAISHA + nasty + "-- content/rectifications/lamp.png --\n")
    shown = [read(html) for html in pages.values() if "lamp.png" in html]

    assert len(shown) == 2
    for page in shown:
        (title,), (heading,) = page.all("head")[0].all("title"), page.all("h1")
        (picture,) = page.all("img")
        (description,) = (meta for meta in page.all("meta") if meta.attributes.get("name", "").lower() == "description")
        assert title.words.startswith(NASTY)
        assert heading.words == NASTY
        assert picture.attributes["alt"] == NASTY
        assert description.attributes["content"].startswith(NASTY)
    for html in pages.values():
        scripts = (script.attributes for script in read(html).all("script"))
        assert all("src" in said or said["type"] == "application/ld+json" for said in scripts)


def test_links_to_records_in_a_body_lead_to_their_pages_in_the_pages_language(tmp_path: Path) -> None:
    about = record("page", "about", body="[路灯](rectification:2014-001#下一步)")
    english = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n[The lamp](rectification:2014-001)\n"
    pages = built(tmp_path, BAISHA + rectification(body="## 下一步") + about + english)

    assert 'href="../../rectifications/2014-001/#' in pages["pages/about/index.html"]
    assert 'href="../../rectifications/2014-001/"' in pages["en/pages/about/index.html"]


def test_a_portable_site_names_files_and_no_folders(tmp_path: Path) -> None:
    where = site(tmp_path, BAISHA + rectification())
    rebuild.build(type(where)(where.config, where.content, TEMPLATES, where.out), None, workers=1, portable=True)

    for file in where.out.rglob("*.html"):
        for link in read(file.read_text("utf-8")).all("a"):
            address = link.attributes["href"].partition("#")[0]
            assert not address or (file.parent / address).is_file()
