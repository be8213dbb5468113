"""No name leads out of content or of the site, and no letter passes for another in one; what deceives is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minusone.problems import written
from minusone.unseen import UNSEEN
from tests.built import built, held
from tests.hostile.limited import checked
from tests.sites import BAISHA, PIXEL, problems, record, rectification, site

pytestmark = pytest.mark.slow

SECRET = "secret-7"

IDS = (
    *(
        "../x",
        "..",
        ".",
        "a/../b",
        "/etc/passwd",
        "a\\..\\b",
        "C:\\x",
        "a/b",
        "%2e%2e%2fx",
        "a%2fb",
        "..%c0%afx",
        "~root",
    ),
    *("con", "nul", "com1", "lpt9", "a" * 81, "A", "a b", "a--b", "-a", "a-", "a.b", "a:b", "a#b", "a?b", "a&b", "a;b"),
    *(
        "2014-0о3",
        "ｂａｉｓｈａ",
        "bаisha",
        "ba\u0131sha",
        "ſa",
        "ℌ",
        "é",
        "e\u0301",
        "中文",
        "１",
        "²",
        "a\u00adb",
        "a_b",
    ),
    *("a\nb", "a\tb", "<script>", '"a"', "'a'", "{{a}}", "$a", "`a`", "|a", "index.html", "*", "~"),
)
"""Paths, devices, and letters that look like others: none is an id, wherever one is asked for."""


@pytest.mark.parametrize("id", IDS)
def test_no_id_is_a_path_or_looks_like_another(id: str, tmp_path: Path) -> None:
    quoted = "'" + id.replace("'", "''").replace("\n", "\n\n  ") + "'"
    stated = {p.code for p in problems(tmp_path / "id", record("unit", "north", f"id: {quoted}"))}
    asked = {p.code for p in problems(tmp_path / "ref", BAISHA + rectification(f"unit: {quoted}")) if not p.note}

    assert stated & {"bad-id", "unseen-character"}
    assert asked & {"bad-reference", "wrong-kind", "dangling-reference", "unseen-character"}


PATHS = (
    *("../../secret.png", "/etc/passwd", "..\\..\\secret.png", "pictures/../../secret.png", "%2e%2e/secret.png"),
    *("file:///etc/passwd", "//a.cn/x.png", "https://a.cn/x.png", "data:image/png;base64,AA", "lamp.png/../../x.png"),
    *(
        "lamp.png\u202e",
        "lamp.png%00",
        "..",
        ".",
        "../units/lamp.png",
        "LAMP.PNG",
        "lamp.svg",
        "lamp.png?x",
        "lamp.png#x",
    ),
)


@pytest.mark.parametrize("path", PATHS)
def test_only_a_picture_beside_its_record_is_shown(path: str, tmp_path: Path) -> None:
    said = path.replace('"', '\\"')
    text = BAISHA + rectification(f'pictures: {{file: "{said}", alt: 灯}}'.replace("\\", "\\\\"))
    text += record("page", "about", body=f"![灯](<{path}>)") + "-- content/rectifications/lamp.png --\n"
    text += "-- content/pages/lamp.png --\n"
    where = {p.path for p in problems(tmp_path, text) if not p.note}

    assert where == {"content/rectifications/2014-001.zh.md", "content/pages/about.zh.md"}


LINKS = (
    *("../../../etc/passwd", "/admin/", "//a.cn", "\\\\a.cn\\x", "file:///etc/passwd", "page:../x", "page:about/../x"),
    *("page:%2e%2e", "unit:baishа", "javascript:ran(1)", "data:text/html,x", "ftp://a.cn/", "https:a.cn", "http:/a.cn"),
    *("mailto:a@b.cn", "tel:110", "x:y", "PAGE:about", "page:about#../x", "vbscript:x", "blob:x", "about:blank"),
)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_a_record_or_to_the_web(link: str, tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + record("page", "about", body=f"[x](<{link}>)"))

    assert {p.code for p in found} & {"bad-link", "dangling-reference", "private"}


def test_what_lies_outside_is_neither_read_nor_written(tmp_path: Path) -> None:
    """Links out of content, to files and to folders, hard names, and names that are no text."""
    here = site(tmp_path, BAISHA)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.zh.md").write_text(f"---\nid: out\ntitle: {SECRET}\ntype: street\n---\n")
    (outside / "a.png").write_bytes(PIXEL + SECRET.encode())
    before = held(outside)
    units = here.content / "units"
    links = {
        "file.zh.md": "a.zh.md",
        "a.png": "a.png",
        "b.en.md": "a.zh.md",
        "folder": ".",
        "up.zh.md": "../config.yaml",
    }
    for name, target in links.items():
        (units / name).symlink_to(outside / target)
    (units / "proc.zh.md").symlink_to("/proc/self/environ")
    (units / "zero.zh.md").symlink_to("/dev/zero")
    os.mkfifo(units / "pipe.zh.md")
    for odd in (b"\xff\xfe.zh.md", b"\x1b[2J.zh.md", "‮gnp.zh.md".encode(), b"folder\xff", b"\x1b]0;x"):
        path = os.path.join(os.fsencode(units), odd)  # noqa: PTH118 - Path has no names that are bytes
        if odd.endswith(b".md"):
            Path(os.fsdecode(path)).write_text("---\nid: odd\n---\n")
        else:
            Path(os.fsdecode(path)).mkdir()
            Path(os.fsdecode(path), "in.zh.md").write_text(f"---\nid: in\ntitle: {SECRET}\ntype: street\n---\n")
    found = checked(tmp_path)

    assert {code for some in found.values() for _, code in some} == {"only-a-link", "unreadable", "bad-file-name"}
    assert len(found) == len(links) + 3 + 5
    assert SECRET not in str(found)
    assert held(outside) == before


def test_nothing_that_is_quoted_does_anything_to_a_terminal(tmp_path: Path) -> None:
    text = BAISHA + record("unit", "north", '"\\e[2J\\e]0;owned\\a\\u202e": x\ntype: "\\e[31mstreet\\x9b2J\\r\\u2066"')
    found = problems(tmp_path, text)
    said = "".join(written(found, style, lang) for style in ("text", "json", "github") for lang in ("zh", "en"))

    assert "U+001B" in said
    assert UNSEEN.search(said) is None


# --- letters ---------------------------------------------------------------------------------------------------------

DECEIVE = {
    "directions": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "no width": "\u00ad\u034f\u180e\u200b\u200c\u2060\u2061\u2062\u2063\u2064\u206a\u206f\ufeff",
    "fillers": "\u115f\u1160\u17b4\u17b5\u3164\uffa0",
    "controls": "".join(chr(code) for code in (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))),
    "lines": "\u2028\u2029",
    "annotations and tags": "\ufff9\ufffa\ufffb\U000e0001\U000e0041\U000e007f",
    "no characters": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
}


@pytest.mark.parametrize("letters", DECEIVE.values(), ids=DECEIVE)
def test_what_deceives_is_refused_in_fields_in_texts_and_spelt_as_entities(letters: str, tmp_path: Path) -> None:
    for number, letter in enumerate(letters):
        entity = f"&#{ord(letter)};"
        texts = [record("unit", "north", f"title: 北{letter}街"), record("unit", "north", body=f"北{letter}街")]
        if letter not in "".join(map(chr, (*range(32), *range(128, 160), 0xFFFE, 0xFFFF))):
            texts.append(record("unit", "north", body=f"北{entity}街"))
        for which, text in enumerate(texts):
            found = problems(tmp_path / f"{number}-{which}", text)
            assert "unseen-character" in {p.code for p in found}, (hex(ord(letter)), which)


def test_entities_for_what_is_no_character_become_none(tmp_path: Path) -> None:
    entities = "".join(f"&#{code};" for code in (*range(9), *range(14, 32), *range(127, 160), 0xD800, 0xFFFE, 0xFFFF))
    found = problems(tmp_path, record("page", "about", body=f"北{entities}街"))

    assert {p.code for p in found} == {"unseen-character"}


def test_marks_are_no_flood(tmp_path: Path) -> None:
    few = record("unit", "north", "title: Tiếng Việt e\u0301\u0302 ก็")
    many = record("unit", "north", "title: 路" + "\u0301\u0316" * 50 + "灯")

    assert problems(tmp_path / "few", few) == ()
    assert [p.code for p in problems(tmp_path / "many", many)] == ["unseen-character"]


@pytest.mark.parametrize("text", ["葛\U000e0100城", "👩\u200d🌾", "❤\ufe0f", "\u0378", "\ue000", "Бaisha", "ﷺ", "１２"])
def test_what_only_looks_odd_is_shown_as_it_stands(text: str, tmp_path: Path) -> None:
    """Variants, emoji, private and unassigned code points, letters of other scripts: words, and nothing else."""
    pages = built(tmp_path, record("page", "about", f"title: 甲{text}乙"))

    assert f"甲{text}乙</h1>" in pages["pages/about/index.html"]
