"""What a detector finds: its kind, its place, and as much of it as may be said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b

from minusone.schema import Term
from minusone.words import Bilingual


class Kind(Term):
    IDENTITY = "identity", "证件号码", "identity number"
    PHONE = "phone", "电话号码", "telephone number"
    CARD = "card", "银行卡号", "bank card number"
    PLATE = "plate", "车牌号", "vehicle plate"
    EMAIL = "email", "电子邮箱", "e-mail address"
    CHAT = "chat", "即时通信账号", "messaging account"
    ADDRESS = "address", "住址", "home address"
    PERSON = "person", "个人姓名", "personal name"
    MINOR = "minor", "未成年人信息", "detail of a minor"
    SENSITIVE = "sensitive", "与个人或住址相连的敏感情况", "sensitive fact about a person or an address"
    SECRECY = "secrecy", "密级或内部标志", "mark of secrecy"


INSTEAD = {
    Kind.IDENTITY: Bilingual("删去号码", "Delete the number"),
    Kind.PHONE: Bilingual(
        "删去号码；公开的办公电话写进 config.yaml 的 privacy.office_lines",
        "Delete the number; put a public office line on the list privacy.office_lines in config.yaml",
    ),
    Kind.CARD: Bilingual("删去卡号", "Delete the number"),
    Kind.PLATE: Bilingual("删去车牌，写“一辆小客车”", "Delete the plate, write “a car”"),
    Kind.EMAIL: Bilingual(
        "删去邮箱；公开的办公邮箱写进 config.yaml 的 privacy.office_lines",
        "Delete the address; put a public office mailbox on the list privacy.office_lines in config.yaml",
    ),
    Kind.CHAT: Bilingual("删去账号", "Delete the account"),
    Kind.ADDRESS: Bilingual(
        "只写到街道、村或社区，例如“某小区一户居民”",
        "Say only the street, village or community: “a home in the estate”",
    ),
    Kind.PERSON: Bilingual(
        "不写姓名，写“一位居民”；干部写职务", "Write no name but “a resident”; of an official write the post"
    ),
    Kind.MINOR: Bilingual("不写姓名和年龄，写“一名学生”", "Write neither name nor age but “a pupil”"),
    Kind.SENSITIVE: Bilingual(
        "只说有几户、几人，不和某个人、某处住址连在一起", "Say how many there are, and of no person or address"
    ),
    Kind.SECRECY: Bilingual(
        "这份材料不能公开，移出 content；或者先解密、去掉标志",
        "Such a paper can't be published: move it out of content, or have it released first",
    ),
}
"""What to write in place of each kind."""

NUMBERS = frozenset({Kind.IDENTITY, Kind.PHONE, Kind.CARD})
LINES = frozenset({Kind.PHONE, Kind.EMAIL})
"""What an office may have of its own, and publish."""

_NOTHING = re.compile(r"[\W_]+")
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百零〇两]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a normalised text."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text as it was given; `normal` is what stands there once normalised, and is never shown."""

    kind: Kind
    start: int
    end: int
    normal: str = field(repr=False)

    @property
    def key(self) -> str:
        """What is the same however it is written: `0574-8765 4321` and `0574 87654321`."""
        return _NOTHING.sub("", self.normal).casefold()

    @property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that tell a finding from others, however it is written.

        All but the last two follow from what is shown anyway. What is hidden is short, and whoever reads a log could
        otherwise find it by trying: the five digits of a mobile number have few values.
        """
        shown = f"{self.kind.value}:{_masked(self.kind, self.key)}"
        return _digest(shown, 3) + _digest(f"{self.kind.value}:{self.key}", 1)

    @property
    def masked(self) -> str:
        """Enough to find it by: `3302************1X`, `张**`, `**幢*单元***室`."""
        return _masked(self.kind, " ".join(self.normal.split()))


def _masked(kind: Kind, said: str) -> str:
    if kind in NUMBERS:
        bare = _NOTHING.sub("", said)
        first, last = min(4, len(bare) // 3), 2
        return bare[:first] + "*" * (len(bare) - first - last) + bare[-last:]
    if kind is Kind.ADDRESS:
        return _COUNTED.sub(lambda number: "*" * len(number[0]), said)
    shown = 1 + len(said) // 8
    return said[:shown] + "*" * min(len(said) - shown, 12)


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()
