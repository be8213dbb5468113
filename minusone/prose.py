"""Bodies that are nothing but paragraphs, flat lists and links, as most are: HTML without a parser.

Whatever Markdown might read in another way is left to `markup`, so that both make the same of a body.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from minusone.kinds import KINDS

SCHEMES = frozenset({"http", "https", *KINDS})
"""What an address may begin with."""


class Prose(NamedTuple):
    """A body as HTML, and the addresses that it leads to, as written."""

    html: str
    links: tuple[str, ...]


# Controls, tabs, the space that HTML writes as an entity, and every sign by which markup can begin inside a line.
_SIGNS = r"\x00-\x1f\x7f-\xa0`{｛\\\[<&*_|"
_ADDRESS = rf"(?:{'|'.join(sorted(SCHEMES))}):[\w.~/?#@!$+,;=%:-]++"
_LINK = re.compile(rf"(?<!!)\[([^\]{_SIGNS}]++)\]\(({_ADDRESS})\)")

# What begins with a letter begins no list, heading, quote, code or definition; two spaces at the end break a line.
_LINE = rf"(?=[^\W\d_]|[\[“‘《（(])(?:[^{_SIGNS}]++|{_LINK.pattern})++(?<! )"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+"
_LIST = rf"- {_LINE}(?:\n- {_LINE})*+(?!\n\n+- )"  # Two in a row are one list to Markdown, with more space.
_BODY = re.compile(rf"\n*+(?:{_PARAGRAPH}|{_LIST})(?:\n\n++(?:{_PARAGRAPH}|{_LIST}))*+\n*+")
_BETWEEN = re.compile(r"\n\n+")


def prose(text: str) -> Prose | None:
    """A body, if it is nothing else. It needs no making safe: no sign in it begins a tag, and its links are whole."""
    if not _BODY.fullmatch(text):
        return None
    html = "\n".join(map(_block, _BETWEEN.split(text.strip("\n").replace(">", "&gt;"))))
    links = tuple(found[2] for found in _LINK.finditer(text))
    return Prose(_LINK.sub(r'<a href="\2" rel="noopener">\1</a>', html) if links else html, links)


def _block(block: str) -> str:
    if not block.startswith("- "):
        return f"<p>{block}</p>"
    items = "\n".join(f"<li>{item}</li>" for item in block[2:].split("\n- "))
    return f"<ul>\n{items}\n</ul>"
