"""What is done to finished HTML: its addresses lead on from wherever it is put, its pictures have their sizes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from minusone.pictures import Size

_NAMED = r'(?:(?:href|src|action)="|content="0;[ ]url=)'
_ADDRESS = re.compile(
    rf"""
    (<[a-zA-Z] [^<>"'\s]*+ \s
        (?: (?!{_NAMED}/) [^<>"'\s]*+ (?: (?:"[^"]*+"|'[^']*+') [^<>"'\s]*+ )*+ \s )*+
        {_NAMED})
    (/[^"]*+)"
    """,
    re.VERBOSE,
)
"""The first address of the site in a tag; no element has two. Never one in a text, which only looks like it."""

_PICTURE = re.compile(r'<img(?=(?:[^<">]|"[^"]*")*? src="(/[^"]*)")')


def with_sizes(html: str, sizes: Mapping[str, Size]) -> str:
    """Every picture with a size says so, that a page does not jump when it arrives."""

    def one(found: re.Match[str]) -> str:
        size = sizes.get(found[1])
        return f'<img width="{size[0]}" height="{size[1]}"' if size else found[0]

    return _PICTURE.sub(one, html) if sizes else html


def relative(html: str, path: PurePosixPath, *, portable: bool) -> str:
    """Every address of the site, `href="/…"` and the like, made relative to the page: it works below any base path."""
    here = path.parts[:-1]
    ways = [("/".join(("", *here[:depth], "")), "../" * (len(here) - depth)) for depth in range(len(here), -1, -1)]
    return _ADDRESS.sub(lambda found: f'{found[1]}{_relative(found[2], ways, portable)}"', html)


def rooted(html: str, root: str) -> str:
    """The same addresses from the root of the host, for a page that is shown at any; `root` is the site's own path."""
    return _ADDRESS.sub(lambda found: f'{found[1]}{root}{found[2][1:]}"', html)


def _relative(address: str, ways: Iterable[tuple[str, str]], portable: bool) -> str:
    """`ways` are the folders around the page, the innermost first, each with the way up to it; the last is the root."""
    whole, hash_, fragment = address.partition("#")
    folder, up = next(way for way in ways if whole.startswith(way[0]))
    file = "index.html" if portable and whole.endswith("/") else ""
    return (up + whole[len(folder) :] + file or "./") + hash_ + fragment
