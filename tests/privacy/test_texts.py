"""Whatever the format, what a reader sees is read, and what else a file holds; figures of two cells stay two."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from minusone.privacy.guard import find
from minusone.privacy.texts import texts

MOBILE = "13800138000"


def found(name: str, data: str) -> set[str]:
    """What is found in a file, without what stands between its digits."""
    return {one.key for text in texts(PurePosixPath(name), data.encode()) for one in find(text)}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<p>{MOBILE}</p>"),
        ("a.html", "<p>138<b>0013</b><span>8000</span></p>"),
        ("a.html", "<p>138<br>x<p>1380<!-- hidden -->013<wbr>8000"),
        ("a.html", f"<!-- {MOBILE} --><p>x</p>"),
        ("a.html", f'<img src="x.png" alt="致电{MOBILE}">'),
        ("a.html", f'<meta name="Description" content="{MOBILE}">'),
        ("a.html", f'<a href="tel:+86{MOBILE}">电话</a>'),
        ("a.html", f"<p title='{MOBILE}'>x"),
        ("a.html", f"<script>let a = '{MOBILE}'</script>"),
        ("a.html", f"<p>&#49;{MOBILE[1:]}</p>"),
        ("a.svg", f"<svg><text>138<tspan>{MOBILE[3:]}</tspan></text></svg>"),
        ("a.xml", f"<content><![CDATA[<p>{MOBILE}</p>]]></content>"),
        ("a.xml", f"<content>&lt;p&gt;138&lt;b&gt;{MOBILE[3:]}&lt;/b&gt;</content>"),
        ("a.json", f'{{"a": ["\\u0031{MOBILE[1:]}"]}}'),
        ("a.json", f'{{"a": {MOBILE}}}'),
        ("a.json", f"{{broken {MOBILE}"),
        ("a.ics", f"DESCRIPTION:{MOBILE[:5]}\r\n {MOBILE[5:]}\r\n"),
        ("a.csv", f'a,"x {MOBILE}"\n'),
        ("a.js", f"'\\u0031{MOBILE[1:]}'"),
        ("a.css", f"/* {MOBILE} */"),
        ("a.unknown", f"… {MOBILE} …"),
        (f"{MOBILE}.html", ""),
        ("%31" + MOBILE[1:] + ".png", ""),
    ],
)
def test_it_is_found_wherever_a_format_can_hold_it(name: str, data: str) -> None:
    assert any(key.endswith(MOBILE) for key in found(name, data))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<tr><td>138</td><td>0013</td><td>8000</td></tr>"),
        ("a.html", "<ul><li>138<li>00138000</ul>"),
        ("a.html", "138<br>00138000"),
        ("a.csv", "138,0013,8000\n"),
        ("a.json", "[138, 138000, 0]"),
        ("a.ics", "X:138\r\nY:00138000\r\n"),
        ("a.png", MOBILE),
    ],
)
def test_figures_that_stand_apart_are_not_one_number(name: str, data: str) -> None:
    assert found(name, data) == set()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<dl><dt>联系人</dt>\n<dd>张建国</dd></dl>"),
        ("a.json", '{"电话": "87654321"}'),
        ("a.csv", "电话,87654321\n"),
    ],
)
def test_a_value_is_read_with_its_label(name: str, data: str) -> None:
    assert len(found(name, data)) == 1


def test_bytes_that_are_no_text_do_not_stop_the_search() -> None:
    assert list(texts(PurePosixPath("a.html"), b"\xff<p>\x00")) != []


def test_a_table_with_an_enormous_cell_is_searched_all_the_same() -> None:
    assert MOBILE in found("a.csv", f'a,"{"一" * 140_000} {MOBILE}"\n')


def test_a_line_end_in_a_cell_joins_no_figures() -> None:
    assert found("a.csv", '"138001\n\n38000"\n') == set()
