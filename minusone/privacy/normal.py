"""A text as detectors read it, whatever was done to it so that it isn't seen; with the way back to where it stood.

Compatibility forms become plain ones (NFKC: full width, circled, superscript …), what nobody sees goes (zero width,
direction, combining marks), entities, percent-encoding and inline tags are resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from minusone.expressions import Expression

_COMPATIBLE = (
    *((0x00A0, 0x00BE), (0x2000, 0x200A), (0x202F, 0x205F), (0x2070, 0x209F), (0x2100, 0x218F), (0x2460, 0x24FF)),
    *((0x2776, 0x2793), (0x2E80, 0x2FDF), (0x3000, 0x3000), (0x3036, 0x303A), (0x3200, 0x33FF), (0xF900, 0xFAFF)),
    *((0xFB00, 0xFB06), (0xFE10, 0xFE6F), (0xFF01, 0xFFEE), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF)),
)
"""The blocks of Unicode in which characters with a plainer form stand."""

_PLAINER = {
    code: plain
    for first, last in _COMPATIBLE
    for code in range(first, last + 1)
    if (plain := normalize("NFKC", chr(code))) != chr(code)
}
# Dingbats' numbers have no compatibility form, though they are read as such.
_PLAINER |= {0x2776 + base + digit - 1: str(digit) for base in (0, 10, 20) for digit in range(1, 10)}
_ONE_FOR_ONE = {code: plain for code, plain in _PLAINER.items() if len(plain) == 1}

_UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_HIDDEN = Expression(f"[{_UNSEEN}{_MARKS}]+")

INLINE = (
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark"),
    *("q", "rb", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"),
)
"""Tags between which words run on."""

_HAN = "[\u3400-\u9fff]"
_LONE_HAN = rf"(?<={_HAN})[ \t]{{1,2}}(?={_HAN}[ \t]{{1,2}}{_HAN})|(?<=[ \t]{_HAN})[ \t]{{1,2}}(?={_HAN})"
"""Spaces around a character that stands alone: 张 小 明, as forms have it."""

_WIDER = "".join(re.escape(chr(code)) for code, plain in _PLAINER.items() if len(plain) > 1)
_ODD = Expression(
    f"[{_UNSEEN}{_MARKS}]+"
    rf"|</?(?i:{'|'.join(INLINE)})(?=[\s/>])[^<>]{{0,500}}>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
    r"|(?:%[0-9A-Fa-f]{2})+"
    f"|[{_WIDER}]"
    f"|{_LONE_HAN}"
)
_NUMERALS = str.maketrans(
    "〇○零壹贰貳叁參肆伍陆陸柒捌玖一二三四五六七八九幺两兩", "000122334566789" + "123456789" + "122"
)


def digit_class(some: str = "0123456789") -> str:
    """A class of characters: some digits, and the numerals that are read as one of them."""
    return f"[{some}{''.join(chr(code) for code, digit in _NUMERALS.items() if chr(digit) in some)}]"


@dataclass(frozen=True)
class Normal:
    """`text` reads plainly; `digits` is the same with Chinese numerals as digits, character for character.

    `at[n]` is where character n began in the source; one more says where the source ended.
    """

    text: str
    digits: str
    at: Sequence[int]


_OFTEN = {chr(code): plain for code, plain in _ONE_FOR_ONE.items() if chr(code) in "，：；（）！？　"}
"""What every Chinese text has: it takes less time to replace these few than to look each character up."""

_SELDOM = "".join(chr(code) for code in _PLAINER if chr(code) not in _OFTEN and code < 0x10000)
_CODED = (Expression("</?[A-Za-z]"), Expression("&[#A-Za-z]"), Expression("%[0-9A-Fa-f]{2}"))
_WRITTEN_ODDLY = (
    Expression(f"[{_SELDOM}{_UNSEEN}{_MARKS}\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]"),
    Expression(f"[ \\t]{_HAN}[ \\t]"),
)


def folded(text: str) -> str:
    """A text that reads plainly, character for character, but where `unfolded` says that it may not."""
    for wide, plain in _OFTEN.items():
        text = text.replace(wide, plain)
    return text


def unfolded(text: str) -> Iterator[re.Match[str]]:
    """Where a folded text may not read plainly."""
    for expression in _CODED if text.isascii() else (*_CODED, *_WRITTEN_ODDLY):
        yield from expression.compiled.finditer(text)


def normal(source: str) -> Normal:
    text, at = source.translate(_ONE_FOR_ONE), range(len(source) + 1)
    return _unfolded(text) if _ODD.compiled.search(text) else Normal(text, text.translate(_NUMERALS), at)


def _unfolded(text: str) -> Normal:
    """Where characters come and go, so that places have to be counted."""
    parts: list[str] = []
    at: list[int] = []
    done = 0
    for odd in _ODD.compiled.finditer(text):
        plain = _plain(odd[0])
        parts += [text[done : odd.start()], plain]
        at += [*range(done, odd.start()), *[odd.start()] * len(plain)]
        done = odd.end()
    parts.append(text[done:])
    at += range(done, len(text) + 1)
    whole = "".join(parts)
    return Normal(whole, whole.translate(_NUMERALS), at)


def _plain(odd: str) -> str:
    if odd[0] in "< \t":
        return ""
    read = unquote(unescape(odd), errors="replace") if odd[0] in "&%" else odd
    return _HIDDEN.compiled.sub("", read.translate(_PLAINER))
