"""What gives a finding away before it is looked for: most texts hold nothing, and one look at them together says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from minusone.privacy.findings import Hit
from minusone.privacy.normal import Normal


class Expression:
    """A regular expression that is compiled when it is first needed: they are long, and few texts need all of them."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)


class Sign(NamedTuple):
    """An expression that matches in every text in which something is found, and seldom in others.

    It is tried in many texts that stand one after the other as they read plainly (`Normal.text`): so it needs nothing
    but what it matches, and looks around only for characters or for none. Where it needs one of some `words`, in small
    letters, they are looked for first. `chinese`: no text of ASCII alone has it.
    """

    expression: Expression
    words: tuple[str, ...] = ()
    chinese: bool = False

    def places(self, text: str, small: str) -> Iterator[re.Match[str]]:
        """Where it stands in a text, which is given in small letters too."""
        if not self.words or any(word in small for word in self.words):
            yield from self.expression.compiled.finditer(text)


def sign(pattern: str, *words: str) -> Sign:
    return Sign(Expression(pattern), words)


def chinese(pattern: str) -> Sign:
    return Sign(Expression(pattern), chinese=True)


@dataclass(frozen=True)
class Detector:
    """Finds what is private in one way, wherever one of its signs stands."""

    detect: Callable[[Normal], Iterable[Hit]]
    signs: tuple[Sign, ...]

    def hits(self, read: Normal) -> Iterator[Hit]:
        small = read.text.lower()
        if any(any(one.places(read.text, small)) for one in self.signs):
            yield from self.detect(read)


def opening(characters: str, pattern: str) -> str:
    """An expression that stands where another would begin, with one of some characters; the rest is passed by quickly."""
    return f"[{characters}](?<=(?={pattern}).)"
