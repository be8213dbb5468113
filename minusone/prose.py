"""Bodies that are nothing but paragraphs, headings, links, flat lists and plain tables: HTML without a parser.

Most are. Whatever Markdown might read in another way is left to `markup`, so that both make the same of a body.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown.extensions.toc import slugify_unicode, unique

from minusone.expressions import Expression
from minusone.kinds import KINDS
from minusone.words import Bilingual, Lang

SCHEMES = frozenset({"http", "https", *KINDS})
"""What an address may begin with."""

WIDE = Bilingual("表格", "Table")
"""What a table's box is called, in which it scrolls."""


class Prose(NamedTuple):
    """A body as HTML, the addresses that it leads to, as written, and what can be led to in it."""

    html: str
    links: tuple[str, ...]
    anchors: tuple[str, ...]


_WIDE_BRACE = "｛"
"""Looked for by itself: a class of characters in which it is takes Python a millisecond to compile."""

# Controls, tabs, the space that HTML writes as an entity, and every sign by which markup can begin inside a line.
_SIGNS = r"\x00-\x1f\x7f-\xa0`{\\\[<&*_|"
_REST = r"[\w.~/?#@!$+,;=%:-]*+"
_LABEL = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*+"
# Numbers, large ports, encoded names: whether there can be such a host is for the sanitiser to tell.
_WEB = rf"https?://(?:{_LABEL}\.)++[A-Za-z]+(?::[0-9]{{1,4}})?(?![^/?#)]){_REST}"
_ADDRESS = rf"(?:{_WEB}|(?:{'|'.join(sorted(KINDS))}):\w{_REST})"
_LINK = Expression(rf"(?<!!)\[([^\]>{_SIGNS}]++)\]\(({_ADDRESS})\)")

# What begins with a letter begins no list, heading, quote, code or definition; two spaces at the end break a line.
_LINE = rf"(?=[^\W\d_]|[\[“‘《（(])(?:[^{_SIGNS}]++|{_LINK.pattern})++(?<! )"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+"
_LIST = rf"- {_LINE}(?:\n- {_LINE})*+(?!\n\n+- )"  # Two in a row are one list to Markdown, with more space.
_HEADING = rf"\#{{1,6}}(?=[^\n]*\w)[^#>{_SIGNS}]++"
_ROW = rf"\|(?:[^{_SIGNS}]*+\|)++"
_TABLE = rf"{_ROW}\n\|(?: *-+ *\|)++(?:\n{_ROW})++"
_BLOCK = rf"(?:{_PARAGRAPH}|{_LIST}|{_HEADING}|{_TABLE})"
_BODY = Expression(rf"\n*+{_BLOCK}(?:\n\n++{_BLOCK})*+\n*+")
_BETWEEN = re.compile(r"\n\n+")


def prose(text: str, lang: Lang) -> Prose | None:
    """A body, if it is nothing else. It needs no making safe: no sign in it begins a tag, and its links are whole."""
    if _WIDE_BRACE in text or not _BODY.compiled.fullmatch(text):
        return None
    anchors = _Anchors()
    blocks = [_block(block, lang, anchors) for block in _BETWEEN.split(text.strip("\n").replace(">", "&gt;"))]
    if None in blocks:
        return None
    html = "\n".join(map(str, blocks))
    links = tuple(found[2] for found in _LINK.compiled.finditer(text))
    if links:
        html = _LINK.compiled.sub(r'<a href="\2" rel="noopener">\1</a>', html)
    return Prose(html, links, tuple(anchors.found))


class _Anchors:
    """What headings are led to by, each another."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.taken: set[str] = set()
        self.counted: dict[str, int] = {}

    def of(self, words: str) -> str:
        slug = slugify_unicode(" ".join(words.split()), "-")
        self.found.append(unique(slug, self.taken, self.counted))  # type: ignore[call-arg]  # The stubs are behind.
        return self.found[-1]


def _block(block: str, lang: Lang, anchors: _Anchors) -> str | None:
    match block[0]:
        case "-":
            items = "\n".join(f"<li>{item}</li>" for item in block[2:].split("\n- "))
            return f"<ul>\n{items}\n</ul>"
        case "#":
            return _heading(block, anchors)
        case "|":
            return _table(block, lang)
    return f"<p>{block}</p>"


def _heading(block: str, anchors: _Anchors) -> str:
    """The highest is the second: the first is the page's own."""
    words = block.lstrip("#")
    tag = f"h{max(2, len(block) - len(words))}"
    return f'<{tag} id="{anchors.of(words)}">{words.strip()}</{tag}>'


def _table(block: str, lang: Lang) -> str | None:
    """Nothing, unless all rows are of the same length."""
    head, rule, *rows = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in block.split("\n")]
    if any(len(row) != len(head) for row in (rule, *rows)):
        return None
    names = "\n".join(f'<th scope="col">{name}</th>' for name in head)
    cells = ("\n".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    body = "\n".join(f"<tr>\n{row}\n</tr>" for row in cells)
    table = f"<table>\n<thead>\n<tr>\n{names}\n</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div aria-label="{WIDE.to(lang)}" class="wide-table" role="region" tabindex="0">{table}</div>'
