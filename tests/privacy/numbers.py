"""Numbers as the corpus needs them: built with valid check digits, never copied, and disguised as people write them.

Nobody has these identity numbers: their order number is 000, which is never given.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

Groups = tuple[str, ...]
"""A number as its customary groups: `("138", "0000", "1234")`."""

_PLATE = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _digits(some: Random, count: int) -> str:
    return "".join(some.choices("0123456789", k=count))


# --- private ones ----------------------------------------------------------------------------------------------------


def _born(some: Random) -> date:
    return date(1931, 1, 1) + timedelta(days=some.randrange(27_000))


def _region(some: Random) -> str:
    return some.choice(("330205", "330203", "330226", "330282", "310104", "341204", "360423", "422802"))


def identity(some: Random) -> Groups:
    """GB 11643: region, day of birth, order number, check character by MOD 11-2."""
    front = f"{_region(some)}{_born(some):%Y%m%d}000"
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(front))
    return front[:6], front[6:14], front[14:] + "10X98765432"[total % 11]


def identity_x(some: Random) -> Groups:
    while not (made := identity(some))[-1].endswith("X"):
        pass
    return made


def identity_15(some: Random) -> Groups:
    return _region(some), f"{_born(some):%y%m%d}", "000"


def mobile(some: Random) -> Groups:
    start = some.choice(("130", "135", "138", "139", "150", "158", "159", "177", "180", "187", "189", "199"))
    return start, f"{some.randrange(10):04}", _digits(some, 4)


def landline(some: Random) -> Groups:
    return "0574", f"87{some.randrange(10):02}", f"00{_digits(some, 2)}"


def card(some: Random) -> Groups:
    """A bank card of 16 or 19 digits, the last by Luhn."""
    front = some.choice(("622848", "621700", "622202", "623052", "621483")) + "0" * 6
    front += _digits(some, some.choice((15, 18)) - len(front))
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(front))]
    whole = front + str(-sum(one // 10 + one % 10 for one in doubled) % 10)
    return tuple(whole[at : at + 4] for at in range(0, len(whole), 4))


def plate(some: Random, place: str = "浙B") -> Groups:
    signs = [*some.choices("0123456789", k=3), *some.choices(_PLATE, k=2)]
    some.shuffle(signs)
    return place, "".join(signs)


def plate_far(some: Random) -> Groups:
    return plate(some, some.choice(("皖K", "赣E", "豫S", "沪C", "苏A", "川Q")))


def plate_new(some: Random) -> Groups:
    """Of a car with new energy: one sign more."""
    return some.choice(("浙B", "沪A")), some.choice("DF") + _digits(some, 5)


# --- public ones -----------------------------------------------------------------------------------------------------


def credit_code(some: Random, signs: str = _CREDIT) -> Groups:
    """A unified social credit code, GB 32100, with its check character."""
    front = some.choice(("113302", "123302", "913302")) + _digits(some, 2)
    front += "".join(some.choices(signs, k=9))
    total = sum(_CREDIT.index(sign) * 3**place for place, sign in enumerate(front))
    return (front + _CREDIT[-total % 31],)


def isbn(some: Random) -> Groups:
    front = ("978", "7", _digits(some, 4), _digits(some, 4))
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate("".join(front)))
    return *front, str(-total % 10)


def order(some: Random) -> Groups:
    """A second, then three more digits, as shops number their orders."""
    return (f"2014{some.randrange(1, 13):02}{some.randrange(1, 29):02}{_digits(some, 9)}",)


def order_18(some: Random) -> Groups:
    return (f"{order(some)[0]}{_digits(some, 1)}",)


def amount(some: Random) -> Groups:
    return (f"{some.randrange(10**9, 10**11):,}.{some.randrange(100):02} 元",)


def quantity(some: Random) -> Groups:
    return (f"1{some.choice('35789')}{_digits(some, 9)} {some.choice(('元', '千瓦时', '立方米', '吨', '平方米'))}",)


def number_of_a_document(some: Random) -> Groups:
    return (f"甬北{some.choice(('政', '委', '建', '城管', '民'))}发〔2014〕{some.randrange(1, 200)}号",)


def moment(some: Random) -> Groups:
    day = date(2014, 1, 1) + timedelta(days=some.randrange(365))
    form = some.choice(("%Y%m%d%H%M%S", "%Y-%m-%d %H:%M:%S", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d %H:%M"))
    return (f"{day:{form}}",)


KINDS: dict[str, Callable[[Random], Groups]] = {
    "id": identity,
    "id-x": identity_x,
    "id-15": identity_15,
    "mobile": mobile,
    "landline": landline,
    "card": card,
    "plate": plate,
    "plate-far": plate_far,
    "plate-new": plate_new,
    "plate-coach": lambda some: ("浙B", f"{_digits(some, 4)}学"),
    "plate-hk": lambda some: ("粤Z", f"{_digits(some, 4)}港"),
    "uscc": credit_code,
    "uscc-digits": lambda some: credit_code(some, "0123456789"),
    "isbn": isbn,
    "order": order,
    "order-18": order_18,
    "amount": amount,
    "quantity": quantity,
    "document": number_of_a_document,
    "moment": moment,
}


# --- disguises -------------------------------------------------------------------------------------------------------

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_SPOKEN = str.maketrans("0123456789", "零幺二三四五六七八九")
_FINANCIAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")


def _mixed(number: Groups) -> str:
    return "".join(sign.translate(_FULL_WIDTH) if place % 2 else sign for place, sign in enumerate("".join(number)))


DISGUISES: dict[str, Callable[[Groups], str]] = {
    "": "".join,
    "plain": "".join,
    "spaced": " ".join,
    "hyphened": "-".join,
    "hyphens": "-".join,
    "dotted": lambda number: ("·" if len(number) == 2 else ".").join(number),
    "bracketed": lambda number: f"（{number[0]}）{' '.join(number[1:])}",
    "one-by-one": lambda number: " ".join("".join(number)),
    "broken": lambda number: f"{number[0]}\n{''.join(number[1:])}",
    "zero-width": lambda number: "\u200b".join(number),
    "full-width": lambda number: "".join(number).translate(_FULL_WIDTH),
    "mixed": _mixed,
    "lower": lambda number: "".join(number).lower(),
    "numerals": lambda number: "".join(number).translate(_NUMERALS),
    "yao": lambda number: "".join(number).translate(_SPOKEN),
    "financial": lambda number: "".join(number).translate(_FINANCIAL),
    "+86": lambda number: f"+86{''.join(number).lstrip('0')}",
    "+86 spaced": lambda number: f"+86 {' '.join(number)}",
    "0086": lambda number: f"0086{''.join(number)}",
    "(86)": lambda number: f"(86){''.join(number)}",
}


def written(what: str, some: Random) -> str:
    """A number of a kind in a disguise, `mobile +86 spaced`."""
    kind, _, disguise = what.partition(" ")
    number = KINDS[kind](some)
    return f"{number[0]}-{''.join(number[1:])}" if what == "landline" else DISGUISES[disguise](number)
