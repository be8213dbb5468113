"""The texts in a file of the site, whatever its format: what a reader sees, and what else it holds.

Cells, items and paragraphs are texts of their own, so that their figures don't become one number; inline tags part
nothing.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from io import StringIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from minusone.privacy.normal import INLINE

_UNREAD = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".gz", ".br"}
)
"""Pictures, fonts and packed copies: the first are made anew without what cameras write, the last hold what is read."""


def texts(path: PurePosixPath, data: bytes) -> list[str]:
    """Every text in the file, its name among them."""
    kind = path.suffix.lower()
    name = unquote(path.as_posix())
    return [name] if kind in _UNREAD else [name, *_texts(kind, data)]


def _texts(kind: str, data: bytes) -> Iterable[str]:
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    match kind:
        case ".html" | ".htm" | ".xhtml" | ".svg" | ".xml" | ".rss" | ".atom" | ".xsl":
            return _marked_up(text)
        case ".json" | ".geojson" | ".jsonld" | ".webmanifest":
            return _json(text)
        case ".ics" | ".vcf":
            return _folded(text)
        case ".csv" | ".tsv":
            return _cells(text, "\t" if kind == ".tsv" else ",")
        case ".js" | ".mjs" | ".css":
            return [_ESCAPE.sub(lambda code: chr(int(code[code.lastindex or 1], 16)), text)]
        case _:
            return [text]


# --- HTML and XML ----------------------------------------------------------------------------------------------------

_REST = r"[^<>\"']*+(?:\"[^\"]*+\"[^<>\"']*+|'[^']*+'[^<>\"']*+)*+>"
_TAG = re.compile(
    rf"(<(?:(?![!sſ]){_REST}"
    r"|!--.*?(?:-->|\Z)"
    r"|!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|script\b[^<>]*+>.*?(?:</script\s*>|\Z)"
    r"|style\b[^<>]*+>.*?(?:</style\s*>|\Z)"
    rf"|{_REST}))",
    re.DOTALL | re.IGNORECASE,
)
_CODE = re.compile(r"<(script|style)\b(?P<attributes>[^>]*)>(?P<code>.*?)(?:</\1\s*>)?", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"</?([A-Za-z0-9:]*)")
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BLOCK, _ASIDE = "\ud800", "\ud801"
"""What no text that was read from a file holds: the edge of a block, and that of what stands in it but is no part."""

_LABEL = re.compile(
    r"\s*+(?:姓名|联系人|户主|经办人|申请人|监护人|家长|车主|学生|患者|电话|联系电话|手机|固话|身份证号?码?|证件号码?|银行卡号?|账号|微信号?|"
    r"QQ号?|住址|家庭住址|密级|(?i:name|contact|phone|tel|telephone|id number|account|wechat|address))"
    r"\s*+(?:[:：]\s*+)?"
)
_LONGEST_LABEL = 24


def _marked_up(text: str) -> list[str]:
    """Text between block tags, comments, code and attributes; and markup that was escaped into a text, as feeds do."""
    pieces = _TAG.split(text)
    tags = {tag: _read(tag) for tag in dict.fromkeys(pieces[1::2])}
    pieces[1::2] = [tags[tag].instead for tag in pieces[1::2]]
    blocks = [block for block in _blocks("".join(pieces)) if block and not block.isspace()]
    found = [*_with_labels(blocks), *dict.fromkeys([value for tag in tags.values() for value in tag.values])]
    if "&lt;" in text:
        for block in blocks:
            if "&lt;" in block:
                found += _marked_up(unescape(block))
    return found


class _Tag(NamedTuple):
    """What stands instead of a tag in its text, and what stands in the tag."""

    instead: str
    values: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 12)
def _read(tag: str) -> _Tag:
    if tag.startswith("<!--"):
        return _Tag(_ASIDE + tag[4:].removesuffix("-->") + _ASIDE)
    if tag[:9].upper() == "<![CDATA[":
        return _Tag(tag[9:].removesuffix("]]>"))
    if code := _CODE.fullmatch(tag):
        return _Tag(_ASIDE + code["code"] + _ASIDE, _values_in(code["attributes"]))
    name = _NAME.match(tag)
    return _Tag("" if name and name[1].lower() in INLINE else _BLOCK, _values_in(tag))


def _values_in(tag: str) -> tuple[str, ...]:
    return tuple(map("".join, _ATTRIBUTE.findall(tag)))


def _blocks(text: str) -> list[str]:
    """The texts in order; what stands aside in a block comes before it."""
    blocks = text.split(_BLOCK)
    if _ASIDE not in text:
        return blocks
    return [part for block in blocks for part in (_asides_first(block) if _ASIDE in block else (block,))]


def _asides_first(block: str) -> list[str]:
    parts = block.split(_ASIDE)
    return [*parts[1::2], "".join(parts[::2])]


def _with_labels(blocks: list[str]) -> list[str]:
    """Each once; a value after its label, `<dt>联系人<dd>…`, is read with it too."""
    distinct = dict.fromkeys(blocks)
    labels = {block for block in distinct if len(block) < _LONGEST_LABEL and _LABEL.fullmatch(block)}
    labelled = pairwise(blocks if labels else ())
    pairs = [f"{label.strip().rstrip(':：')}：{value.strip()}" for label, value in labelled if label in labels]
    return [*distinct, *pairs]


# --- the others ------------------------------------------------------------------------------------------------------

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,5})\}|\\x([0-9a-fA-F]{2})")


def _json(text: str) -> list[str]:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except ValueError:
        return [text]
    return _with_labels(list(_values(found)))


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
                yield from _marked_up(value.encode(errors="replace").decode())


def _folded(text: str) -> Iterator[str]:
    """RFC 5545 folds long lines and escapes line ends and commas. An event's own name only looks like an address, and
    is left out: it is made of a record's id, which is its file's name too, and of the site's host.
    """
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        if line.startswith("UID:"):
            continue
        yield re.sub(r"\\([nN,;\\])", lambda code: "\n" if code[1] in "nN" else code[1], line)


def _cells(text: str, delimiter: str) -> list[str]:
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        cells = [cell for row in rows for cell in row]
    except csv.Error:  # A cell of more than 128 KiB, say.
        return [text]
    return _with_labels(cells)
