"""Content is read whatever an office's computers put there, and what is unfit is named."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from minusone.load import Sources, sources
from minusone.pictures import FORMATS, Sized
from tests.pixels import quartered, written
from tests.sites import BAISHA, PIXEL, record, site

LIMIT = 1_000_000
GOOD = "---\nid: north\ntitle: 北街\ntype: street\n---\n正文\n"


def loaded(folder: Path, text: str = "") -> Sources:
    return sources(site(folder, text).content, LIMIT)


def of_bytes(folder: Path, data: bytes) -> Sources:
    file = folder / "content" / "units" / "north.zh.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return sources(folder / "content", LIMIT)


def said(found: Sources) -> list[str]:
    return [f"{p.path}:{p.mark.line} {p.code}" for p in found.problems]


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["plain", "BOM", "CRLF", "CR", "BOM and CRLF"],
)
def test_a_byte_order_mark_and_any_line_end_are_read_alike(data: bytes, tmp_path: Path) -> None:
    found = of_bytes(tmp_path, data)
    matter = found.zh["content/units/north"].matter

    assert found.problems == []
    assert matter.data == {"id": "north", "title": "北街", "type": "street"}
    assert matter.body == "正文\n"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (GOOD.encode("gbk"), "3 gbk"),
        (GOOD.encode("utf-16"), "1 not-utf8"),
        (GOOD.encode()[:-3], "6 not-utf8"),
        (GOOD.encode().replace("街".encode(), "街".encode()[:2]), "3 not-utf8"),
        (GOOD.replace("正文", "正文很长，中间坏了一个字").encode().replace("坏".encode(), b"\xe5\x9d"), "6 not-utf8"),
        (b"\xff\xfe\x00", "1 not-utf8"),
        (b"", "1 empty-file"),
        (b"\xef\xbb\xbf", "1 empty-file"),
        (b" \r\n\t\r\n", "1 empty-file"),
        (b"-" * (LIMIT + 1), "1 too-large"),
    ],
    ids=["GBK", "UTF-16", "cut off", "broken", "broken late", "binary", "empty", "only a BOM", "blank", "large"],
)
def test_a_file_that_is_no_utf8_text_says_what_it_is(data: bytes, problem: str, tmp_path: Path) -> None:
    assert said(of_bytes(tmp_path, data)) == [f"content/units/north.zh.md:{problem}"]


def test_each_file_knows_its_kind_its_language_and_its_partner(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        record("unit", "baisha")
        + record("page", "about")
        + "-- content/units/baisha.en.md --\n---\ntitle: Baisha\n---\n",
    )

    assert list(found.zh) == ["content/pages/about", "content/units/baisha"]
    assert list(found.en) == ["content/units/baisha"]
    assert found.zh["content/units/baisha"].kind.kind == "unit"
    assert found.en["content/units/baisha"].lang == "en"


def test_files_are_read_in_an_order_that_no_file_system_decides(tmp_path: Path) -> None:
    found = loaded(tmp_path, "".join(record("unit", name) for name in ("c", "a", "d", "b")))

    assert [source.name for source in found.zh.values()] == ["a", "b", "c", "d"]


def test_a_kind_may_be_kept_in_folders_of_its_own(tmp_path: Path) -> None:
    found = loaded(tmp_path, record("unit", "baisha").replace("units/", "units/streets/"))

    assert found.zh["content/units/streets/baisha"].kind.kind == "unit"


def test_pictures_lie_beside_records_and_hidden_files_are_not_looked_at(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        BAISHA
        + "-- content/units/tree.png --\n"
        + "-- content/units/.DS_Store --\n"
        + "-- content/units/Thumbs.db --\n"
        + "-- content/Desktop.ini --\n"
        + "-- content/.git/config --\n"
        + "-- content/units/~$baisha.zh.md --\n",
    )

    assert list(found.pictures) == ["content/units/tree.png"]
    assert found.problems == []


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("content/units/Aux.zh.md", "bad-file-name"),
        ("content/units/lpt1.png", "bad-file-name"),
        ("content/units/a#1.png", "bad-file-name"),
        ("content/units/99%.png", "bad-file-name"),
        ("content/units/a:b.zh.md", "bad-file-name"),
        ("content/units/a?.zh.md", "bad-file-name"),
        ("content/units/a.zh.md.", "bad-file-name"),
        ("content/units/a.docx", "stray-file"),
        ("content/units/a.svg", "stray-file"),
        ("content/units/a.fr.md", "stray-file"),
        ("content/README.md", "loose-file"),
        ("content/整改/a.zh.md", "unknown-folder"),
        ("content/units/a.zh.md -> ../../outside.md", "only-a-link"),
        ("content/units/a.zh.md -> nowhere.zh.md", "only-a-link"),
        ("content/units/a.zh.md -> a.zh.md", "only-a-link"),
        ("content/elsewhere -> ../outside", "only-a-link"),
        ("content/units/round -> ../units", "only-a-link"),
    ],
)
def test_what_is_no_record_of_the_office_is_refused_by_name(header: str, code: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, f"-- {header} --\n" + "-- outside.md --\n---\n" + "-- outside/a.md --\n---\n")

    assert said(found) == [f"{header.split(' ')[0]}:1 {code}"]
    assert not found.zh


def test_a_link_to_another_file_inside_content_is_that_file(tmp_path: Path) -> None:
    found = loaded(tmp_path, BAISHA + "-- content/units/same.zh.md -> baisha.zh.md --\n")

    assert found.problems == []
    assert found.zh["content/units/same"].matter.data == found.zh["content/units/baisha"].matter.data


def test_a_source_that_can_not_be_read_is_still_its_translations_source(tmp_path: Path) -> None:
    found = loaded(tmp_path, "-- content/units/a.zh.md --\n" + "-- content/units/a.en.md --\n---\ntitle: A\n---\n")

    assert said(found) == ["content/units/a.zh.md:1 empty-file"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="content"):
        sources(tmp_path / "content", LIMIT)


def test_content_has_its_own_name_also_when_it_is_only_pointed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site(tmp_path, BAISHA + "-- content/units/a.zh.md --\n").content)
    found = sources(Path(), LIMIT)

    assert list(found.zh) == ["content/units/a", "content/units/baisha"]
    assert said(found) == ["content/units/a.zh.md:1 empty-file"]


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("notes.md", "Rename it to notes.zh.md"),
        ("notes.TXT", "Rename it to notes.zh.md"),
        ("notes.docx", "Move it out of content"),
        ("notes", "Move it out of content"),
    ],
)
def test_only_what_could_be_a_record_is_to_be_called_one(name: str, fix: str, tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, f"-- content/units/{name} --\n").problems

    assert problem.code == "stray-file"
    assert problem.fix.en.startswith(fix)


# --- pictures --------------------------------------------------------------------------------------------------------


def picture(folder: Path, name: str, data: bytes) -> Sources:
    file = site(folder, BAISHA).content / "units" / name
    file.write_bytes(data)
    return sources(folder / "content", LIMIT)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_is_what_its_name_says(ending: str, tmp_path: Path) -> None:
    path, data = f"content/units/照片一{ending}", written(quartered((60, 40)), ending)
    good = picture(tmp_path / "good", f"照片一{ending}", data)
    bad = picture(tmp_path / "bad", f"照片一{ending}", b"BM" + data)

    assert good.problems == []
    assert good.pictures == {path: Sized(tmp_path / "good" / path, (60, 40))}
    assert said(bad) == [f"{path}:1 bad-image"]
    assert bad.pictures == {path: None}


@pytest.mark.parametrize("name", ["a b.png", "a\u3000b.png", "a#1.png", "a%20b.png", "a?.png"])
def test_a_pictures_name_becomes_an_address_and_says_how_to_be_one(name: str, tmp_path: Path) -> None:
    (problem,) = picture(tmp_path, name, PIXEL).problems

    assert (problem.path, problem.code) == (f"content/units/{name}", "bad-file-name")
    assert problem.fix.en == "Rename it with letters, digits, Chinese characters and hyphens"


# --- what the machine can't read -------------------------------------------------------------------------------------


def test_every_folder_and_file_that_can_not_be_read_is_told_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(record("unit", name) for name in ("open", "shut")) + record("page", "about") + record("team", "a")
    content = site(tmp_path, text + "-- content/units/shut.en.md --\n---\ntitle: Shut\n---\n").content
    listing, opening = os.scandir, io.open

    def scandir(path: Any) -> Any:
        return refused(path) if Path(path).name in {"pages", "teams"} else listing(path)

    def open_(file: Any, *rest: Any, **more: Any) -> Any:
        return refused(file) if Path(file).name == "shut.zh.md" else opening(file, *rest, **more)

    def refused(path: Any) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(io, "open", open_)
    found = sources(content, LIMIT)

    assert sorted(said(found)) == [
        "content/pages:1 unreadable",
        "content/teams:1 unreadable",
        "content/units/shut.zh.md:1 unreadable",
    ]
    assert {problem.why.en for problem in found.problems} == {"Permission denied"}
    assert [source.matter.data["id"] for source in found.zh.values() if source.matter.data] == ["open"]


def test_what_is_neither_file_nor_folder_can_not_be_read(tmp_path: Path) -> None:
    os.mkfifo(site(tmp_path, BAISHA).content / "units" / "pipe.zh.md")

    found = sources(tmp_path / "content", LIMIT)

    assert said(found) == ["content/units/pipe.zh.md:1 unreadable"]
    assert found.problems[0].to("zh").startswith("content/units/pipe.zh.md:1:1: “pipe.zh.md”读不出来。它既不是文件")
