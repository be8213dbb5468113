"""Every record has its page in both languages, and no file has two sources."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from minusone import layout, plan
from minusone.kinds import KINDS
from minusone.pipeline import check_all
from minusone.words import LANGS
from tests.built import linked
from tests.sites import BAISHA, FOLDERS, LEAST, problems, record, rectification, site, where

EVERY_KIND = "".join(record(kind, "baisha" if kind == "unit" else "province") for kind in LEAST)


def test_every_record_of_every_kind_has_a_page_in_both_languages(tmp_path: Path) -> None:
    public = linked(site(tmp_path, EVERY_KIND))
    made = {output.path.as_posix(): output for output in plan.outputs(plan.pages(public))}

    assert {ref.kind for ref in public.records} == set(KINDS)
    for ref in public.records:
        for half, lang in (("", "zh"), ("en/", "en")):
            output = made[f"{half}{FOLDERS[ref.kind]}/{ref.id}/index.html"]
            assert output.lang == lang
            assert output.source == f"content/{FOLDERS[ref.kind]}/{ref.id}.zh.md"


def test_a_worker_can_be_given_any_document(tmp_path: Path) -> None:
    """It is made there, to the same bytes."""
    public = linked(
        site(tmp_path, "address: https://small.example/\n" + EVERY_KIND + rectification("deadline: 2014-05"))
    )
    documents = plan.documents(public, [*plan.pages(public)])

    assert {one.path.suffix for one in documents} >= {".xml", ".ics", ".svg", ".txt"}
    for one in documents:
        assert pickle.loads(pickle.dumps(one)).data == one.data


def test_every_kind_has_its_list_and_every_page_its_like_in_the_other_language(tmp_path: Path) -> None:
    made = {output.path.as_posix() for output in plan.outputs(plan.pages(linked(site(tmp_path, EVERY_KIND))))}

    assert {f"{folder}/index.html" for folder in FOLDERS.values()} | {"index.html"} <= made
    assert {f"en/{path}" for path in made if not path.startswith("en/")} == {
        path for path in made if path.startswith("en/")
    }


def test_a_page_stands_below_its_language() -> None:
    assert [layout.path("/units/baisha/", lang).as_posix() for lang in LANGS] == [
        "units/baisha/index.html",
        "en/units/baisha/index.html",
    ]
    assert [layout.path("/", lang).as_posix() for lang in LANGS] == ["index.html", "en/index.html"]


@pytest.mark.parametrize("name", ["unresolved", "overdue", "open", "declined", "withheld", "closed", "merged"])
def test_a_record_that_would_take_the_place_of_a_list_is_a_problem_that_names_both(name: str, tmp_path: Path) -> None:
    (zh, en) = problems(tmp_path, BAISHA + rectification(id=name))

    assert where([zh, en]) == [f"content/rectifications/{name}.zh.md:1:1 two-for-one-path"] * 2
    assert {word.what.en.split("“")[1].rstrip("”") for word in (zh, en)} == {
        f"rectifications/{name}/index.html",
        f"en/rectifications/{name}/index.html",
    }
    assert "ledger.html" in zh.why.en


def test_the_record_is_what_has_to_change_whatever_the_folder_of_records_is_called(tmp_path: Path) -> None:
    here = site(tmp_path, (BAISHA + rectification(id="closed")).replace("-- content/", "-- records/"))
    found, _ = check_all(replace(here, content=tmp_path / "records"), None, workers=1)

    assert {problem.path for problem in found} == {"records/rectifications/closed.zh.md"}


@pytest.mark.parametrize("name", ["page", "pictures", "index", "en", "assets"])
def test_a_name_that_only_looks_like_the_sites_own_is_a_name_like_any_other(name: str, tmp_path: Path) -> None:
    pages = "".join(rectification(id=f"2014-{number:03}") for number in range(25))
    text = BAISHA + pages + rectification("pictures: {file: lamp.png, alt: 灯}", id=name)

    assert problems(tmp_path, text + "-- content/rectifications/lamp.png --\n") == ()


def test_two_pictures_whose_names_differ_only_in_case_are_a_problem_that_names_both(tmp_path: Path) -> None:
    lamps = rectification("pictures: [{file: lamp.png, alt: 灯}, {file: Lamp.png, alt: 灯}]")
    (found,) = problems(
        tmp_path, BAISHA + lamps + "-- content/rectifications/lamp.png --\n-- content/rectifications/Lamp.png --\n"
    )

    assert found.code == "two-for-one-path"
    assert "rectifications/Lamp.png" in found.to("en")
    assert "rectifications/pictures/lamp.png" in found.to("en")
    assert "rectifications/lamp.png" in found.to("zh")


def test_pictures_of_one_name_in_two_folders_are_a_problem_too(tmp_path: Path) -> None:
    text = "".join(
        record("unit", f"{name}/{name}", f"id: {name}", "![灯](lamp.png)") + f"-- content/units/{name}/lamp.png --\n"
        for name in ("baisha", "kongpu")
    )

    assert [found.code for found in problems(tmp_path, text)] == ["two-for-one-path"]


def test_assets_go_into_the_site_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "assets" / "fonts").mkdir(parents=True)
    (tmp_path / "assets" / "fonts" / "a.woff2").write_bytes(b"font")
    (copy,) = plan.copies(linked(site(tmp_path, BAISHA)), tmp_path / "assets")

    assert plan.copied(copy) == (PurePosixPath("assets/fonts/a.woff2"), b"font")


def test_only_the_icon_that_browsers_ask_for_unasked_lies_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "assets" / "old").mkdir(parents=True)
    for name in ("favicon.ico", "icon.png", "old/favicon.ico"):
        (tmp_path / "assets" / name).touch()
    copies = plan.copies(linked(site(tmp_path, BAISHA)), tmp_path / "assets")

    assert [copy.path.as_posix() for copy in copies] == ["favicon.ico", "assets/icon.png", "assets/old/favicon.ico"]
