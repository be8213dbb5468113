"""Addresses lead to the same wherever the site is put; what only looks like one is left alone."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.addresses import relative, rooted, with_sizes
from minusone.markup import to_html

NAME = st.sampled_from(["en", "units", "baisha", "page", "2", "整改", "index.html"])
FOLDER = st.lists(NAME, max_size=4).map(lambda names: "".join(f"{name}/" for name in names))
FILE = st.builds(str.__add__, FOLDER, st.sampled_from(["style.css", "lamp.png"]))
ATTRIBUTES = ['href="', 'src="', 'action="', 'content="0; url=']
FRAGMENT = st.sampled_from(["", "#main", "#下一步/二"])


@given(FOLDER, st.one_of(FOLDER, FILE), FRAGMENT, FOLDER, st.booleans(), st.sampled_from(ATTRIBUTES))
def test_a_relative_address_leads_where_the_absolute_one_did_below_any_base(
    here: str, target: str, fragment: str, base: str, portable: bool, attribute: str
) -> None:
    html = relative(f'<a {attribute}/{target}{fragment}">', PurePosixPath(here, "index.html"), portable=portable)
    said = re.fullmatch(rf'<a {attribute}([^"]+)">', html)
    assert said
    file = "index.html" if portable else ""
    page = f"https://a.cn/{base}{here}{file}"

    assert not said[1].startswith("/")
    assert (
        urljoin(page, said[1])
        == f"https://a.cn/{base}{target}" + (file if target == "" or target.endswith("/") else "") + fragment
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#main">',
        '<a href="https://a.cn/x/">',
        '<a href="../x/">',
        '<a data-href="/x/">',
        '<p>href="/x/" and src="/y.png"</p>',
        '<code>&lt;a href="/x/"&gt;</code>',
        '3 < 5 and href="/x/"',
    ],
)
@pytest.mark.parametrize("portable", [False, True])
def test_what_is_no_address_of_the_site_stays_as_it_is(html: str, portable: bool) -> None:
    assert relative(html, PurePosixPath("units/index.html"), portable=portable) == html


@given(
    st.lists(st.sampled_from(["`", "```\n", '<a href="/x/">', 'src="/y"', ' href="/z/"', "<", ">", "'", "文", "\n"]))
)
def test_text_that_only_looks_like_a_tag_is_untouched_however_it_is_written(pieces: list[str]) -> None:
    code = "    " + "".join(pieces).replace("\n", "\n    ")
    html = to_html(code, "units", "zh").html

    assert relative(html, PurePosixPath("units/index.html"), portable=False) == html


# --- the plain way: tag by tag, then attribute by attribute ----------------------------------------------------------

TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
ADDRESS = re.compile(r'(?<=\s)((?:href|src|action)="|content="0; url=)/([^"]*)"')
ATTRIBUTE = st.sampled_from(
    [
        "hidden",
        'class="a b"',
        "title='5 > 3'",
        'title="x < y > z"',
        "alt='href=\"/x/\"'",
        "alt=\"src='/y'\"",
        'data-href="/no/"',
        'href="https://a.cn/"',
        'href="#main"',
        'content="5; url=/no/"',
    ]
)
OWN = st.sampled_from(['href="/en/x/"', 'src="/y.png"', 'action="/search/?q=a"', 'content="0; url=/z/#a"', "hidden"])
SPACE = st.sampled_from([" ", "  ", "\n"])
WITH_ONE = st.tuples(st.lists(ATTRIBUTE), OWN, st.lists(ATTRIBUTE)).map(lambda some: [*some[0], some[1], *some[2]])
A_TAG = st.builds(
    lambda name, space, attributes: f"<{space.join([name, *attributes])}>",
    st.sampled_from(["a", "img", "META", "h1", "p"]),
    SPACE,
    WITH_ONE,
)
BETWEEN = st.sampled_from(["", "文", ' href="/text/" ', "3 < 5 > 4", "</p>", "<br>", "'", '"', "&lt;a href="])


@given(st.lists(st.tuples(BETWEEN, A_TAG, BETWEEN)).map(lambda some: "".join(map("".join, some))))
def test_every_address_in_a_tag_and_no_other_is_led_on(html: str) -> None:
    plain = TAG.sub(lambda tag: ADDRESS.sub(r'\1/site/\2"', tag[0]), html)

    assert rooted(html, "/site/") == plain


def test_a_picture_has_the_size_that_is_known_of_it() -> None:
    html = '<img src="/a.png" alt="a"><img alt=">" src="/b.png"><img src="/c.png">'

    assert with_sizes(html, {}) == html
    assert with_sizes(html, {"/a.png": (3, 4), "/b.png": (1, 2)}) == (
        '<img width="3" height="4" src="/a.png" alt="a"><img width="1" height="2" alt=">" src="/b.png">'
        '<img src="/c.png">'
    )
