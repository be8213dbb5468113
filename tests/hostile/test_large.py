"""Nothing that is written into a text takes the machine: it is read, or refused with a problem, in bounded time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.limited import TooLongError, checked, within
from tests.sites import BAISHA, problems, record, site

pytestmark = pytest.mark.slow

LONG = 24_000
"""Characters of each of these texts."""

SECONDS = 4
"""Of processor time for each, where most take a tenth of one, and none more than one."""

AGAIN = (
    *("[", "![", "](", "[a](", "[a](<", "[a](b ", "[a][", "[^a]", "[]("),
    *("*", "_", "**a", "*_", "`", "``a ", "`a` ", "\\", "<", "<a", "<http://", "<https://a.b> ", "</", "<!--"),
    *("&", "&#", "&amp;", "&#x41;", "%41", "{{", "{{a", "｛｛a}}", "{{ count(a) }} ", "(", "“", "~~~\n", "```\na\n"),
    *("> ", "- ", "1. ", "> - ", "> a\n", "- a\n", "    ", "# a\n", "a\n---\n", "---\n", "===\n", "a\n: b\n"),
    *("[a]: b\n", "[^a]: b\n\n", "[TOC]\n\n", "| a |\n", "|a\n|-|\n", "|", "a\n\n", "- a\n\n", "\n", "  \n", "\\\n"),
    *("13800000000 ", "1 ", "1,", "1/", "3-", "0574-", "a@", "@", "a1"),
    *("号", "电话", "住", "李", "某", "共1", "完成1%"),
    *("1 of ", "total ", "closed ", "one in ten ", "微信号", "残疾", "\u2460", "\uff11", "字，", "\u0301a"),
)
"""What Markdown, our own expressions and the privacy guard's could go back on, over and over."""

DEEP = {
    "lists": "".join("    " * depth + "- a\n" for depth in range(200)),
    "quotes": "> " * 1000 + "a",
    "lists in quotes": "> - " * 1000 + "a",
    "one list": "- " * 1000 + "a",
    "numbers": "1. " * 1000 + "a",
    "brackets": "[" * 3000 + "a" + "](page:a)" * 3000,
    "emphasis": "*_" * 3000 + "a" + "_*" * 3000,
    "definitions": "a\n: b\n" * 3000,
}
REFUSED = {"[", "![", "> ", "- ", "1. ", "> - ", "---\n", "# a\n", *DEEP} - {"emphasis", "brackets"}


def test_no_text_takes_long_however_it_repeats_itself(
    tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    texts = {text: (text * LONG)[:LONG] + "!" for text in AGAIN} | DEEP
    codes = {text: told(tmp_path / str(n), body) for n, (text, body) in enumerate(texts.items())}
    record_property("endless", len(texts))

    assert {text for text in texts if codes[text] == {"too long"}} == set()
    assert {text for text in REFUSED if "too-tangled" not in codes[text]} == set()
    assert {text for text in ("字，", "a\n\n", "- a\n", "| a |\n", "- a\n\n") if codes[text]} == set()


def told(folder: Path, body: str) -> set[str]:
    """The codes of what is told of a text, if it does not take too long."""
    folder.mkdir()
    try:
        with within(SECONDS):
            return {problem.code for problem in problems(folder, BAISHA + record("page", "p", body=body))}
    except TooLongError:
        return {"too long"}


@pytest.mark.parametrize("again", ["13800000000 ", "1 2 ", "a@", "6222 "])
def test_of_as_much_as_may_be_read_everything_private_is_found_in_good_time(again: str, tmp_path: Path) -> None:
    site(tmp_path, BAISHA + record("page", "long", body=(again * 990_000)[:990_000]))
    found = checked(tmp_path, seconds=30)

    assert {path: len(some) for path, some in found.items()} == (
        {"content/pages/long.zh.md": 100} if again == "13800000000 " else {}
    )


def test_a_text_of_ten_megabytes_is_refused_unread(tmp_path: Path) -> None:
    site(tmp_path, BAISHA + record("page", "long", body="[" * 10_000_000))

    assert checked(tmp_path, memory=1 << 30) == {"content/pages/long.zh.md": [(1, "too-large")]}


def test_many_problems_of_one_text_are_told_in_good_time(tmp_path: Path) -> None:
    links = "".join(f"[a](b{n})\n\n" for n in range(8000))
    site(tmp_path, BAISHA + record("page", "links", body=links) + record("page", "html", body="<b>\n\n" * 8000))
    found = checked(tmp_path)

    assert {path: len(some) for path, some in found.items()} == {
        "content/pages/links.zh.md": 100,
        "content/pages/html.zh.md": 100,
    }
