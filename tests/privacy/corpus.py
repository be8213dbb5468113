"""The corpus by which the privacy guard is measured: what must be found, and what must be left alone.

More than half of it is written by hand; the rest combines carriers, numbers and disguises. It was made without a look
at the guard. What the domain leaves open is in neither half: a surname alone (王姓居民), a numbered building on which
something is built (桃花苑12幢加装电梯), numbers that are masked already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

from tests.privacy import numbers
from tests.privacy.negatives import NEGATIVES
from tests.privacy.positives import POSITIVES


@dataclass(frozen=True)
class Snippet:
    """`private` are the stretches of the text that must be found, as (start, end); a negative has none.

    `number` counts within the family, and `by_hand` says that no generator made it.
    """

    family: str
    number: int
    text: str
    private: tuple[tuple[int, int], ...]
    by_hand: bool


@cache
def positives() -> tuple[Snippet, ...]:
    return tuple(_made(POSITIVES, _GENERATED_POSITIVES))


@cache
def negatives() -> tuple[Snippet, ...]:
    return tuple(_made(NEGATIVES, _GENERATED_NEGATIVES))


def content(folder: Path) -> Iterator[Snippet]:
    """Every line of the public files of a content folder: all of them are to be left alone."""
    for file in sorted(folder.rglob("*.md")):
        lines = file.read_text("utf-8").splitlines()
        if "internal: true" not in lines:
            yield from (
                Snippet(file.name, number, line.strip(), (), by_hand=True)
                for number, line in enumerate(lines, 1)
                if line.strip() and not line.startswith("memo:")
            )


# --- generated -------------------------------------------------------------------------------------------------------


def _each(carriers: tuple[str, ...], kind: str, *disguises: str) -> list[str]:
    """Every carrier with every disguise; `{}` is where the number goes."""
    return [
        carrier.replace("{}", f"{{{kind} {disguise}}}" if disguise else f"{{{kind}}}")
        for carrier, disguise in product(carriers, disguises)
    ]


def _some(count: int, *choices: tuple[str, ...]) -> list[str]:
    """So many of the combinations of one from each."""
    return Random("".join(map("".join, choices))).sample(["".join(one) for one in product(*choices)], count)


_SURNAMES = ("王", "李", "陈", "林", "徐", "沈", "裘", "翁", "虞", "邵", "司马")
_GIVEN = ("国平", "秀芬", "志强", "亚君", "阿狗", "雪", "立新", "桂香", "子轩", "佩")
_STREETS = ("湖畔路88弄", "文华路 6 弄", "大有南路155弄", "新桥巷十二弄")
_ESTATES = ("桃花苑", "怡景花园", "槐荫公寓", "永丰新村", "家住天禾家园")
_IDENTITY = ("", "full-width", "spaced", "hyphened", "numerals", "broken", "zero-width", "mixed", "one-by-one")
_PHONE = (*_IDENTITY, "+86", "+86 spaced", "yao")
_CARD = ("", "full-width", "spaced", "hyphened", "broken", "zero-width", "one-by-one")
_PLATE = ("", "dotted", "spaced", "full-width", "lower", "zero-width")

_GENERATED_POSITIVES = {
    "identity number": _each(
        ("身份证号{}", "（{}）已登记", "办证人证件 {}，住本社区", "ID card {} on file"), "id", *_IDENTITY
    )
    + _each(("老证{}",), "id-15", "", "full-width", "spaced", "zero-width"),
    "mobile number": _each(("电话{}", "请联系{}。", "来电 {} 反映油烟", "Phone {}, please"), "mobile", *_PHONE),
    "bank card": _each(("卡号{}", "退到 {} 即可", "Card {}"), "card", *_CARD),
    "number plate": _each(("{}乱停", "车牌{}，已劝离"), "plate", *_PLATE)
    + _each(("占位的是{}",), "plate-new", *_PLATE[:4]),
    "home address": _some(
        20, ("⟦",), _ESTATES, ("3幢", "12号楼", "B栋", "十七幢"), ("2单元402室⟧", "1101室⟧", "三单元⟧")
    )
    + _some(10, ("⟦",), _STREETS, ("9号302室⟧", "14号⟧", "7号楼501⟧")),
    "somebody 某": _some(12, ("⟦",), _SURNAMES, ("某⟧", "某某⟧"), ("称房屋渗水", "一家三口", "，女，退休", "等人来访")),
    "courtesy and kinship": _some(
        25,
        ("据⟦", "⟦", "昨天⟦"),
        _SURNAMES,
        ("大爷⟧", "阿姨⟧", "奶奶⟧", "先生⟧", "女士⟧", "大伯⟧", "师傅⟧"),
        ("反映", "家的水管", "表示感谢"),
    ),
    "full name": _some(
        25,
        ("居民⟦", "村民⟦", "联系人：⟦", "户主⟦", "申请人⟦", "姓名：⟦", "投诉人⟦"),
        _SURNAMES,
        _GIVEN,
        ("⟧要求答复", "⟧。", "⟧，退休工人"),
    ),
}

_GENERATED_NEGATIVES = {
    "documents and orders": _each(("订单号{}", "流水 {} 已核", "受理单{}"), "order", *[""] * 6)
    + _each(("工单{}", "交易 {}"), "order-18", *[""] * 6)
    + _each(("依据{}", "{}已印发"), "document", *[""] * 6),
    "dates and times": _each(("时间{}", "记录于 {}", "{}，现场察看"), "moment", *[""] * 10),
    "amounts and quantities": _each(("合计{}", "投资 {}", "Total {}"), "amount", *[""] * 8)
    + _each(("全年{}", "累计 {}", "达到{}，比上年多"), "quantity", *[""] * 8),
    "codes": _each(("统一社会信用代码{}", "信用代码：{}"), "uscc", *[""] * 10)
    + _each(("信用代码 {}", "机构代码{}"), "uscc-digits", *[""] * 6)
    + _each(("ISBN {}", "书号{}"), "isbn", "", "", "", "hyphens", "hyphens", "hyphens"),
    "words that look like names": _some(
        20,
        ("关于", "对于", "由于", "其余", "上周", "有时", "双方", "全程"),
        ("女士卫生间", "大妈舞", "阿姨厨房", "老人食堂", "大爷棋摊"),
        ("", "扰民", "改造", "太少"),
    ),
}


# --- made ------------------------------------------------------------------------------------------------------------


def _made(by_hand: dict[str, str], generated: dict[str, list[str]]) -> Iterator[Snippet]:
    for family, text in by_hand.items():
        own = text.strip("\n").split("\n")
        for number, line in enumerate([*own, *generated.get(family, [])], 1):
            yield _snippet(family, number, line, by_hand=number <= len(own))


_SLOT = re.compile(r"\{([a-z][^{}]*)\}")
_MARKED = re.compile("⟦|⟧")


def _snippet(family: str, number: int, line: str, *, by_hand: bool) -> Snippet:
    some = Random(f"{family} {number} {line}")
    private = family in POSITIVES

    def built(slot: re.Match[str]) -> str:
        made = numbers.written(slot[1], some)
        return f"⟦{made}⟧" if private and "⟦" not in line else made

    marked = _SLOT.sub(built, line).replace("⏎", "\n")
    # Every mark before it stands in the way of one.
    marks = [mark.start() - before for before, mark in enumerate(_MARKED.finditer(marked))]
    return Snippet(family, number, _MARKED.sub("", marked), tuple(zip(marks[::2], marks[1::2], strict=True)), by_hand)
