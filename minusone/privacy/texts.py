"""The texts in a file of the site, whatever its format: what a reader sees, and what else it holds.

Cells, items and paragraphs are texts of their own, so that their figures don't become one number; inline tags part
nothing.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote

from minusone.privacy.normal import INLINE

_UNREAD = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".gz", ".br"}
)
"""Pictures, fonts and packed copies: the first are made anew without what cameras write, the last hold what is read."""


def texts(path: PurePosixPath, data: bytes) -> Iterator[str]:
    """Every text in the file, its name among them."""
    yield unquote(path.as_posix())
    kind = path.suffix.lower()
    if kind in _UNREAD:
        return
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    match kind:
        case ".html" | ".htm" | ".xhtml" | ".svg" | ".xml" | ".rss" | ".atom" | ".xsl":
            yield from _marked_up(text)
        case ".json" | ".geojson" | ".jsonld" | ".webmanifest":
            yield from _json(text)
        case ".ics" | ".vcf":
            yield from _folded(text)
        case ".csv" | ".tsv":
            yield from _cells(text, "\t" if kind == ".tsv" else ",")
        case ".js" | ".mjs" | ".css":
            yield _ESCAPE.sub(lambda code: chr(int(code[code.lastindex or 1], 16)), text)
        case _:
            yield text


# --- HTML and XML ----------------------------------------------------------------------------------------------------

_PIECES = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)"
    r"|<(?P<raw>script|style)\b(?P<attributes>[^>]*)>(?P<code>.*?)(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<tag>[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*)>",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"/?([A-Za-z0-9:]*).*", re.DOTALL)
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LABEL = re.compile(
    r"\s*(?:姓名|联系人|户主|经办人|申请人|监护人|家长|车主|学生|患者|电话|联系电话|手机|固话|身份证号?码?|证件号码?|银行卡号?|账号|微信号?|"
    r"QQ号?|住址|家庭住址|密级|(?i:name|contact|phone|tel|telephone|id number|account|wechat|address))\s*[:：]?\s*"
)
_LONGEST_LABEL = 24


def _marked_up(text: str) -> Iterator[str]:
    """Text between block tags, comments, code and attributes; and markup that was escaped into a text, as feeds do."""
    blocks, tags = _parted(text)
    yield from _with_labels(blocks)
    yield from {"".join(values): None for tag in tags for values in _ATTRIBUTE.findall(tag)}
    for block in blocks:
        if "&lt;" in block:
            yield from _marked_up(unescape(block))


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The texts in order, and what stands in the tags."""
    blocks: list[str] = []
    tags: dict[str, bool] = {}
    block: list[str] = []
    done = 0
    for piece in _PIECES.finditer(text):
        block.append(text[done : piece.start()])
        done = piece.end()
        tag = piece["tag"]
        if tag is not None:
            if tag not in tags:
                tags[tag] = _NAME.sub(r"\1", tag, count=1).lower() in INLINE
            if not tags[tag]:
                blocks.append("".join(block))
                block = []
        elif piece["data"] is not None:
            block.append(piece["data"])
        else:
            blocks += filter(None, (piece["comment"], piece["code"]))
            tags[piece["attributes"] or ""] = False
    blocks.append("".join([*block, text[done:]]))
    return [block for block in blocks if block and not block.isspace()], list(tags)


def _with_labels(blocks: list[str]) -> Iterator[str]:
    """Each once; a value after its label, `<dt>联系人<dd>…`, is read with it too."""
    yield from dict.fromkeys(blocks)
    for label, value in pairwise(blocks):
        if len(label) < _LONGEST_LABEL and _LABEL.fullmatch(label):
            yield f"{label.strip().rstrip(':：')}：{value.strip()}"


# --- the others ------------------------------------------------------------------------------------------------------

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,5})\}|\\x([0-9a-fA-F]{2})")


def _json(text: str) -> Iterator[str]:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except ValueError:
        yield text
    else:
        yield from _with_labels(list(_values(found)))


def _values(value: object) -> Iterator[str]:
    """Every name and value, in order."""
    match value:
        case dict():
            for name, item in value.items():
                yield str(name)
                yield from _values(item)
        case list():
            for item in value:
                yield from _values(item)
        case str():
            yield value
            if "<" in value:
                yield from _marked_up(value)


def _folded(text: str) -> Iterator[str]:
    """RFC 5545 folds long lines and escapes line ends and commas. An event's own name, which only looks like an address,
    is left out: it is made of a record's id, which is its file's name too, and of the site's host.
    """
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        if line.startswith("UID:"):
            continue
        yield re.sub(r"\\([nN,;\\])", lambda code: "\n" if code[1] in "nN" else code[1], line)


def _cells(text: str, delimiter: str) -> Iterator[str]:
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        cells = [cell for row in rows for cell in row]
    except csv.Error:  # A cell of more than 128 KiB, say.
        yield text
    else:
        yield from _with_labels(cells)
