"""What a Chinese name is, where no dictionary says so: a surname that is no part of another word, and given names."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.expressions import Expression
from minusone.privacy.surnames import AMBIGUOUS, COMMON, COMPOUND, GIVEN, JOINED, ORDINARY, SURNAMES

HAN = "\u3400-\u9fff"
_HAN = Expression(f"[{HAN}]")
COMMON_SURNAME = f"[{''.join(sorted(COMMON))}]"
GIVEN_NAME = f"[{''.join(sorted(GIVEN))}]"
SURNAME = f"(?:[{''.join(sorted(SURNAMES))}]|{'|'.join(sorted(COMPOUND))})"
NAME = rf"(?:{COMMON_SURNAME}[{HAN}]|[{''.join(sorted(AMBIGUOUS))}]{GIVEN_NAME}|{'|'.join(sorted(COMPOUND))})"
"""As expressions; what `name_at` finds begins with a NAME."""

ENDS = Expression(
    rf"\Z|[^{HAN}]|[的家等反来不说称提向在因今曾及与和被于住患系是要求表示多诉所名也已就去将拿写打寄讲问到对把给让为有从自均都夫母父"
    "拒同签申举投补迟刚还又再先后受遭未愿想希认觉请求报找带送收交租买卖骑摔跌死病上下回]"
)
"""What may follow a name."""


def surname_at(words: str, place: int) -> int:
    """The length of a surname that stands there; 0 where there is none, or only in the middle of another word."""
    if words[place : place + 2] in COMPOUND:
        return 2
    if words[place : place + 1] not in SURNAMES or words[max(0, place - 1) : place + 1] in JOINED:
        return 0
    return 1


def name_at(words: str, place: int) -> int:
    """The length of a full name that stands right after a cue, else 0.

    A surname that is more often a word asks for more than one that is a surname only: given names throughout, and an
    end after them.
    """
    surname = surname_at(words, place)
    if not surname or words[place : place + 2] in ORDINARY:
        return 0
    sure = surname == 2 or words[place] in COMMON
    given = [words[at] if _HAN.compiled.match(words, at) else "" for at in (place + surname, place + surname + 1)]
    likely = [character in GIVEN for character in given]
    if given[1] and given[0] and _fits(words, place + surname + 2, all(likely), any(likely), sure=sure):
        return surname + 2
    if given[0] == "家":
        return 0  # A family, or what is named after one: 王家桥.
    if given[0] and _fits(words, place + surname + 1, likely[0], likely[0], sure=sure):
        return surname + 1
    return surname + 1 if sure and likely[0] else 0


def _fits(words: str, end: int, every: bool, some: bool, *, sure: bool) -> bool:
    """Whether given names that end there may be such, of which every one or some are often given."""
    ends = bool(ENDS.compiled.match(words, end))
    if sure:
        return every or (some and ends) or not _HAN.compiled.match(words, end)
    return every and ends


BARE = f"{COMMON_SURNAME}{GIVEN_NAME}{{2}}"
_BARE = Expression(BARE)


def bare_names(words: str) -> Iterator[tuple[int, int]]:
    """What could be a full name although no cue says so: only a reason to look closer."""
    for found in _BARE.compiled.finditer(words):
        if surname_at(words, found.start()) and found[0][:2] not in ORDINARY:
            yield found.span()


def is_unsure(words: str, place: int) -> bool:
    """Whether the surname that stands there is more often part of a word."""
    return words[place : place + 2] not in COMPOUND and words[place] in AMBIGUOUS
