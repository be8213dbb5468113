"""Identity numbers, telephone numbers and bank cards: digits in groups, told apart by length, checksum and context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stdnum import luhn, numdb
from stdnum.cn import ric

from minusone.privacy.findings import Hit, Kind
from minusone.privacy.normal import Normal, digit_class
from minusone.privacy.signs import Detector, anywhere, chinese, opening

_BETWEEN = r"[\s\-‐‑‒–—―−_.·•・*`~\\/()]"
GAP = rf"(?!\n[ \t]*(?:\n|[-*+][ \t])){_BETWEEN}"
"""What may stand between the digits of one number: no comma, which parts thousands, no new paragraph, no new item."""

_RUN = re.compile(rf"[0-9](?:{GAP}{{0,8}}[0-9]){{6,}}(?:{GAP}{{0,2}}[Xx](?![A-Za-z0-9]))?")
_LONGEST = 19
_PHONE_CUES = "电话|座机|固话|宅电|家电|传真|热线|手机|来电|致电|拨打|联系方式"
_ENGLISH_PHONE_CUES = "tel|phone|telephone|call|fax|line"


@dataclass(frozen=True)
class Run:
    """Digits that stand together: `at` is each one's place, `starts` those that begin a group."""

    of: Normal
    digits: str
    at: list[int]
    starts: list[int]

    def groups(self, first: int, last: int) -> list[str]:
        """The digits from `first` up to `last` as they are grouped."""
        inner = self.starts[bisect_right(self.starts, first) : bisect_left(self.starts, last)]
        cuts = [first, *inner, last]
        return [self.digits[a:b] for a, b in pairwise(cuts)]

    def is_edge(self, place: int) -> bool:
        """Whether a group begins or ends there."""
        return place in (0, len(self.digits)) or self.at[place - 1] + 1 < self.at[place]

    def hit(self, kind: Kind, first: int, last: int) -> Hit:
        return Hit(kind, self.at[first], self.at[last - 1] + 1)

    def before(self, first: int, reach: int = 24) -> str:
        end = self.at[first]
        return self.of.text[max(0, end - reach) : end]

    def after(self, last: int, reach: int = 8) -> str:
        start = self.at[last - 1] + 1
        return self.of.text[start : start + reach]


def runs(text: Normal) -> Iterator[Run]:
    for found in _RUN.finditer(text.digits):
        at = [place for place in range(found.start(), found.end()) if text.digits[place] in "0123456789Xx"]
        starts = [n for n, place in enumerate(at) if n == 0 or at[n - 1] + 1 < place]
        yield Run(text, "".join(text.digits[place] for place in at).upper(), at, starts)


def numbers(text: Normal) -> Iterator[Hit]:
    for run in runs(text):
        yield from _identities(run)
        yield from _windows(run, _card, _MAY_BE_CARD, range(15, 20))
        yield from _windows(run, _phone, _MAY_BE_PHONE, range(7, 17))


_DIGIT = digit_class()
_MORE = f"(?:{_BETWEEN}{{0,8}}{_DIGIT})"
_LINE = rf"[^0-9，,。;；\n]{{0,8}}{digit_class('2345678')}{_MORE}{{6}}"
_DAY = "20[0-9]{2}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_PERIOD = rf"{_DAY}/{_DAY}(?!{_BETWEEN}{{0,8}}(?:{_DIGIT}|[Xx]))"
"""As machines write it. Neither from its first year nor from its first month or day on is it somebody's number."""

_IN_PERIOD = "|".join(rf"(?<=(?={_PERIOD}).{{{passed}}})" for passed in (1, 6, 9))
DIGITS = Detector(
    numbers,
    (
        anywhere(
            rf"{_DIGIT}(?<!{_DIGIT}.)(?={_MORE}{{9}})(?:(?<={digit_class('018')})|(?={_MORE}{{13}}))(?!{_IN_PERIOD})"
        ),
        chinese(rf"(?:{_PHONE_CUES}){_LINE}"),
        anywhere(opening("TtPpCcFfLl", f"(?i:{_ENGLISH_PHONE_CUES}){_LINE}")),
    ),
)
"""Ten digits and more are a telephone number with its area, fourteen an identity, seven a line after a word for it."""

Judge = Callable[[Run, int, int], Kind | None]


def _windows(run: Run, judge: Judge, begins: re.Pattern[str], lengths: Collection[int]) -> Iterator[Hit]:
    """What `judge` takes from whole groups of a run; the longest first, each digit in one.

    It is asked only of what `begins` so and has one of some lengths: there are texts of digits and nothing else.
    """
    free = 0
    ends = [*run.starts[1:], len(run.digits)]
    for position, first in enumerate(run.starts):
        if first < free or not begins.match(run.digits, first):
            continue
        near = [end for end in ends[position : position + _LONGEST] if end - first in lengths]
        for last in reversed(near):
            if kind := judge(run, first, last):
                yield run.hit(kind, first, last)
                free = last
                break


# --- identity numbers ------------------------------------------------------------------------------------------------

_PLACE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}"
_MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_IDENTITY = re.compile(rf"(?={_PLACE}(?:18|19|20)[0-9]{{2}}{_MONTH_DAY}[0-9]{{3}}[0-9X])")
_OLD_IDENTITY = re.compile(rf"{_PLACE}[0-9]{{2}}{_MONTH_DAY}[0-9]{{3}}")
_MAY_BE_IDENTITY = re.compile(rf"{_OLD_IDENTITY.pattern}|\A[0-9]{{14}}")
_IDENTITY_CUE = re.compile(
    r"(?:身份证|身份证明|证件号|证号|公民身份|(?i:\bID(?:\s?(?:card|no|number))?\b|identity))[^0-9，,。;；\n]{0,12}\Z",
    re.ASCII,
)


def _identities(run: Run) -> Iterator[Hit]:
    """GB 11643: place, date of birth, number, check character; with a cue also one that was mistyped."""
    free = 0
    for found in _IDENTITY.finditer(run.digits):
        first = found.start()
        if first >= free and _whole(run, first, first + 18) and _is_identity(run.digits[first : first + 18]):
            free = first + 18
            yield run.hit(Kind.IDENTITY, first, free)
    if not free:
        yield from _windows(run, _old_or_cued, _MAY_BE_IDENTITY, (15, 17, 18))


def _whole(run: Run, first: int, last: int) -> bool:
    """Unbroken, or made of whole groups: the middle of a list of dates is no number."""
    return len(run.groups(first, last)) == 1 or (run.is_edge(first) and run.is_edge(last))


def _is_identity(digits: str) -> bool:
    return digits[17] == ric.calc_check_digit(digits) and _is_day(digits[6:14])


def _is_day(digits: str) -> bool:
    try:
        return bool(date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])))
    except ValueError:
        return False


def _old_or_cued(run: Run, first: int, last: int) -> Kind | None:
    """The fifteen digits of before 2013, which have no check digit: the place has to be one that there was."""
    digits = run.digits[first:last]
    if first == 0 and _IDENTITY_CUE.search(run.before(first)):
        return Kind.IDENTITY
    old = len(digits) == 15 and len(run.groups(first, last)) <= 5 and _OLD_IDENTITY.fullmatch(digits)
    if not old or not _is_day(f"19{digits[6:12]}") or _touches_letters(run, first, last):
        return None
    return Kind.IDENTITY if numdb.get("cn/loc").info(digits[:6])[0][1] else None


# --- bank cards ------------------------------------------------------------------------------------------------------

_UNIONPAY = re.compile(r"(?:62[0-9]{14,17}|9558[0-9]{12,15})")
_OTHER_CARD = re.compile(r"4[0-9]{15}|5[1-5][0-9]{14}|35[0-9]{14}|3[47][0-9]{13}|6[0-9]{15,18}")
_MAY_BE_CARD = re.compile(f"{_UNIONPAY.pattern}|{_OTHER_CARD.pattern}")
_CARD_CUE = re.compile(
    r"(?:卡号?|账号|帐号|账户|帐户|存折|开户|汇款|转账|银行|[工农中建交]行|(?i:card|account))\D{0,12}\Z",
    re.ASCII,
)
_ORDER_CUE = re.compile(
    r"(?:订单|工单|单号|流水|文号|批号|条码|货号|合同|编号|编码|代码|序列号|发票|凭证|受理号|案件|"
    r"(?i:\b(?:order|serial|invoice|tracking|project|code|case|contract)(?:\s?(?:no\.?|number|code|id))?))"
    r"(?:号码?|编号|代码)?[:：#为是\s]{0,3}\Z"
)


def _card(run: Run, first: int, last: int) -> Kind | None:
    """A card that Luhn's check digit fits: of UnionPay, or of others where something says that it is a card."""
    digits = run.digits[first:last]
    if "X" in digits or len(set(digits)) == 1 or not luhn.is_valid(digits):
        return None
    before = run.before(first)
    cued = bool(_CARD_CUE.search(before))
    groups = [len(group) for group in run.groups(first, last)]
    fours = len(groups) > 3 and set(groups[:-1]) == {4} and groups[-1] <= 4
    if not cued and (_ORDER_CUE.search(before) or _touches_letters(run, first, last)):
        return None
    if _UNIONPAY.fullmatch(digits) or ((cued or fours) and _OTHER_CARD.fullmatch(digits)):
        return Kind.CARD
    return None


# --- telephones ------------------------------------------------------------------------------------------------------

_MOBILE = re.compile(r"(?:0086|86|0)?1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(?:(?:0086|86)0?|0)(?P<area>10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}")
_LOCAL = re.compile(r"[2-8][0-9]{6,7}")
_MAY_BE_PHONE = re.compile(rf"{_MOBILE.pattern}|{_LANDLINE.pattern}|\A{_LOCAL.pattern}")
_PHONE_CUE = re.compile(
    rf"(?:{_PHONE_CUES}|(?i:\b(?:{_ENGLISH_PHONE_CUES})\b))"
    r"[^0-9，,。;；\n]{0,8}\Z",
    re.ASCII,
)
_COUNTED = re.compile(
    r"\s?(?:[多余]?(?:元|万|亿|千|吨|公斤|斤|平方|立方|米|亩|公顷|公里|度|人|户|次|株|棵|件|个|项|份|条|字|台|套|天|年|月|升|克|瓦|伏|秒|分|盏|辆|艘|头|只|本|册|页|张|票|笔|单|起)"
    r"|%|‰|(?i:(?:yuan|rmb|cny|kwh|tons?|tonnes?|square|cubic|bytes?|people|persons?|residents?|households?|items?|"
    r"times|m2|km|kg)\b))",
    re.ASCII,
)
_MONEY = re.compile(r"(?:[¥￥$€£]|(?i:rmb|cny|usd)|人民币|金额|投资|造价)[^0-9，,。;；\n]{0,3}\Z")
_DATE = re.compile(r"\b(?:19|20)[0-9]{2} (?:0?[1-9]|1[0-2]) (?:0?[1-9]|[12][0-9]|3[01])\b")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _phone(run: Run, first: int, last: int) -> Kind | None:
    """A mobile number, or a landline with its area code or a cue: which are public, only the office's list says."""
    digits = run.digits[first:last]
    mobile, line = _MOBILE.fullmatch(digits), _LANDLINE.fullmatch(digits)
    local = first == 0 and _LOCAL.fullmatch(digits) and _PHONE_CUE.search(run.before(first))
    if not (mobile or line or local) or not _is_free(run, first, last):
        return None
    groups = run.groups(first, last)
    if mobile and _fits(groups, most=5):
        return Kind.PHONE
    if line and _begins_with_its_area(groups, line["area"]):
        return None if _is_day(digits[line.end("area") :]) else Kind.PHONE
    return Kind.PHONE if local and not _is_day(digits) and _fits(groups, most=3) else None


def _fits(groups: list[str], most: int) -> bool:
    """A number is written in a few groups or digit by digit; a year in front is that of a date."""
    if len(groups) == 1 or all(len(group) == 1 for group in groups):
        return True
    return len(groups) <= most and not _YEAR.fullmatch(groups[0]) and not _DATE.search(" ".join(groups))


def _begins_with_its_area(groups: list[str], area: str) -> bool:
    if len(groups) <= 2 or all(len(group) == 1 for group in groups):
        return True
    heads = {"", "0", "86", "860", "0086", "00860"}
    return any("".join(groups[:n]).removesuffix(area) in heads for n in (1, 2, 3)) and len(groups) <= 5


_LETTER_BEFORE = re.compile(r"[A-Za-z_]\Z")
_NAMED = re.compile(r"(?i:(?<![a-z])(?:tel|phone|mobile|mob|cell|call|hp|t|m|p|wechat|wx|vx|v|qq|at|to|on))\Z")
_LETTER_AFTER = re.compile(r"[A-Za-z_](?<!_)")


def _touches_letters(run: Run, first: int, last: int) -> bool:
    """Part of a code: `SN13800138000`. A word for telephone in front is no part of it."""
    before = run.before(first)
    in_code = _LETTER_BEFORE.search(before) and not _NAMED.search(before)
    return bool(in_code or _LETTER_AFTER.match(run.after(last)))


def _is_free(run: Run, first: int, last: int) -> bool:
    """No part of a decimal, of an amount, of a code or of an order's number."""
    before, after = run.before(first), run.after(last)
    in_number = re.search(r"[0-9][.,]\Z", before) or re.match(r"[.,][0-9]", after)
    in_number = in_number or re.fullmatch(r"[0-9]+\.[0-9]+", run.of.digits[run.at[first] : run.at[last - 1] + 1])
    counted = _COUNTED.match(after) or _MONEY.search(before) or _ORDER_CUE.search(before)
    return not (in_number or counted or _touches_letters(run, first, last))
