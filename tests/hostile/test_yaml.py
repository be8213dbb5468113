"""No front matter explodes, runs anything, or takes longer than it takes to say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from minusone.frontmatter import MOST, read
from tests.hostile.limited import checked
from tests.sites import BAISHA, CONFIG, site

pytestmark = pytest.mark.slow

DEEP = 100_000
LETTERS = "abcdefghij"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 10)}]\n" for before, after in pairwise(LETTERS)
)
TWO = "title: x\nmemo: y\n"
OWNED = "!!python/object/apply:os.system ['touch {owned}']"

REFUSED = {
    "bomb": (BOMB, "no-aliases"),
    "object": (f"title: {OWNED}", "no-aliases"),
    "object-key": (f"? {OWNED}\n: x", "no-aliases"),
    "object-new": ("title: !!python/object/new:subprocess.Popen [['touch', '{owned}']]", "no-aliases"),
    "module": ("title: !!python/module:antigravity", "no-aliases"),
    "binary": ("title: !!binary PHNjcmlwdD4=", "no-aliases"),
    "include": ("title: !include /etc/passwd", "no-aliases"),
    "env": ("title: !ENV $HOME", "no-aliases"),
    "set": ("title: !!set {x, y}", "no-aliases"),
    "verbatim": ("title: !<tag:yaml.org,2002:python/name:os.system> x", "no-aliases"),
    "merge": ("title: x\n<<: {type: street}", "unknown-field"),
    "merge-alias": ("base: &b {type: street}\n<<: *b", "no-aliases"),
    "around": ("title: &a [*a]", "no-aliases"),
    "twice": (f"{TWO}title: z", "duplicate-key"),
    "twice-deep": (f"{TWO}title: " + "[" * DEEP, "too-deep"),
    "twice-deep-mappings": (f"{TWO}title: " + "{a: " * DEEP, "too-deep"),
    "deep-lists": ("title: " + "[" * DEEP, "too-deep"),
    "deep-closed": ("title: " + "[" * DEEP + "]" * DEEP, "too-deep"),
    "deep-mappings": ("title: " + "{a: " * DEEP, "too-deep"),
    "deep-block": ("title:\n  " + "- " * DEEP + "x", "too-deep"),
    "deep-indent": ("".join(" " * n + "a:\n" for n in range(900)), "too-deep"),
    "deep-key": ("[" * DEEP + ": x", "too-deep"),
    "questions": ("? " * DEEP, "not-fields"),
    "tags": ("title: " + "! " * DEEP, "no-aliases"),
    "anchors": ("title: [" + "&a b, " * 60_000 + "]", "no-aliases"),
    "aliases": ("title: [" + "*a, " * 100_000 + "]", "no-aliases"),
    "many-twice": ("title: x\n" * 60_000, "duplicate-key"),
    "many-unknown": ("".join(f"k{n}: x\n" for n in range(60_000)), "unknown-field"),
    "many-unseen": ("# \u202e\n" * 60_000, "unseen-character"),
    "many-tabs": ("title:\n" + "\t- x\n" * 60_000, "tab-indent"),
    "many-colons": ("title：x\n" * 40_000, "full-width-colon"),
    "many-steps": ("progress:\n" + "- {date: x, step: y}\n" * 20_000, "unknown-field"),
    "long-key": ("x" * 500_000 + ": y", "bad-yaml"),
    "long-open": ('title: "' + "x" * 500_000, "bad-yaml"),
    "zero": ("title: a\0b", "unseen-character"),
    "zero-escaped": ('title: "a\\0b"', "unseen-character"),
    "escape": ('"\\e[2J\\a": x', "unseen-character"),
    "surrogate": ('title: "\\ud800"', "bad-yaml"),
    "surrogates": ('title: "\\ud83d\\ude00"', "bad-yaml"),
    "beyond": ('title: "\\U00110000"', "bad-yaml"),
    "no-character": ('title: "\\uFDD0"', "unseen-character"),
    "mark-inside": ("title: a\ufeffb", "unseen-character"),
    "version": ("%YAML 9.9", "bad-yaml"),
    "directive": ("%TAG ! tag:x.cn,2014:\ntitle: x", "bad-yaml"),
    "documents": ("title: x\n...\ntitle: y", "bad-yaml"),
    "next-line": ("title: a\x85b: c", "unseen-character"),
    "line-separator": ("title: a\u2028b: c", "unseen-character"),
}


def test_every_trick_of_yaml_is_a_problem_with_its_place_in_bounded_time_and_memory(
    tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    site(tmp_path, BAISHA)
    owned = tmp_path / "owned"
    for name, (front, _) in REFUSED.items():
        text = f"---\n{front.replace('{owned}', str(owned))}\n---\n"
        (tmp_path / "content" / "units" / f"{name}.zh.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    found = checked(tmp_path, seconds=90)
    told = {path.removeprefix("content/units/").removesuffix(".zh.md"): some for path, some in found.items()}
    record_property("tricks", len(REFUSED))

    assert {name: code for name, (_, code) in REFUSED.items() if code not in {one for _, one in told[name]}} == {}
    assert all(line > 1 for name in REFUSED for line, _ in told[name])
    assert max(map(len, told.values())) <= 3 * MOST
    assert not owned.exists()


def test_line_ends_and_one_mark_of_byte_order_are_no_trick(tmp_path: Path) -> None:
    site(tmp_path, "")
    (tmp_path / "content" / "units").mkdir(parents=True)
    whole = "---\r\nid: north\r\ntitle: 北街\r\ntype: street\r\n---\r\n".encode("utf-8-sig")
    (tmp_path / "content" / "units" / "north.zh.md").write_bytes(whole)

    assert checked(tmp_path) == {}


@pytest.mark.parametrize("front", [BOMB, OWNED, "[" * DEEP, "a: \0"], ids=["bomb", "object", "deep", "nul"])
def test_the_settings_are_read_like_a_record(front: str, tmp_path: Path) -> None:
    site(tmp_path, BAISHA)
    (tmp_path / "config.yaml").write_text(CONFIG + front, "utf-8")

    assert set(checked(tmp_path)) == {"config.yaml"}


def test_settings_of_any_size_are_refused_unread(tmp_path: Path) -> None:
    site(tmp_path, BAISHA)
    with (tmp_path / "config.yaml").open("r+b") as config:
        config.truncate(5 << 30)

    assert checked(tmp_path, memory=1 << 30) == {"config.yaml": [(1, "settings-too-large")]}


def test_no_more_is_told_of_one_file_than_anybody_reads() -> None:
    assert len(read("a.md", "title: &a b\n" * 1000).problems) == MOST
