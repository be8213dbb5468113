"""Numbers that nobody has, with the check digits that real ones have; and ways to write them unseen."""

from __future__ import annotations

from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric

Pieces = tuple[str, ...]
"""A number as the groups that it is written in."""

_PLACES = st.sampled_from(("330205", "330203", "110105", "420106", "510104", "650102"))
_DIGITS = st.integers(0, 9).map(str)


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.lists(_DIGITS, min_size=count, max_size=count).map("".join)


def _identity(place: str, born: str, order: str) -> Pieces:
    number = place + born + order
    return place, born, order + ric.calc_check_digit(number + "0")


IDENTITIES: st.SearchStrategy[Pieces] = st.builds(
    _identity, _PLACES, st.dates().map(lambda day: f"{1950 + day.year % 60}{day:%m}{min(day.day, 28):02}"), _digits(3)
)
MOBILES: st.SearchStrategy[Pieces] = st.tuples(
    st.builds(str.__add__, st.sampled_from(("13", "15", "17", "18")), _digits(1)), _digits(4), _digits(4)
)
CARDS: st.SearchStrategy[Pieces] = st.builds(
    lambda body: (
        "6222",
        body[:4],
        body[4:8],
        body[8:] + luhn.calc_check_digit("6222" + body),
    ),
    _digits(11),
)

_FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
_BANKERS = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
_CIRCLED = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")

DISGUISES = {
    "plain": "".join,
    "full width": lambda pieces: "".join(pieces).translate(_FULL_WIDTH),
    "Chinese": lambda pieces: "".join(pieces).translate(_CHINESE),
    "bankers' Chinese": lambda pieces: "".join(pieces).translate(_BANKERS),
    "circled": lambda pieces: "".join(pieces).translate(_CIRCLED),
    "grouped": " ".join,
    "hyphenated": "-".join,
    "dotted": "·".join,
    "digit by digit": lambda pieces: " ".join("".join(pieces)),
    "broken over lines": "\n".join,
    "broken and indented": "\n    ".join,
    "zero width": lambda pieces: "\u200b".join("".join(pieces)),
    "soft hyphens": lambda pieces: "\u00ad".join("".join(pieces)),
    "bold in the middle": "**".join,
    "inline tags": lambda pieces: f"{pieces[0]}<b>{pieces[1]}</b>{''.join(pieces[2:])}",
    "entities": lambda pieces: "".join(f"&#{ord(digit)};" for digit in "".join(pieces)),
    "percent-encoded": lambda pieces: "".join(f"%{ord(digit):02X}" for digit in "".join(pieces)),
}
"""Each writes a number's groups."""
