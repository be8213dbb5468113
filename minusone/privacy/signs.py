"""What gives a finding away before it is looked for: most texts hold nothing, and one look at them together says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from minusone.expressions import Expression
from minusone.privacy.findings import Hit
from minusone.privacy.normal import Normal


class Sign(NamedTuple):
    """An expression that matches in every text in which something is found, and seldom in others.

    It is tried in many texts at once, one after the other as they read plainly (`Normal.text`): so a text's beginning
    and end are nothing to it, and it takes at least a character. If it needs one of some `words`, in small letters,
    they are looked for first. `chinese`: no text of ASCII alone has it.
    """

    expression: Expression
    words: tuple[str, ...] = ()
    chinese: bool = False


def signs_in(text: str, small: str, signs: Iterable[Sign]) -> Iterator[re.Match[str]]:
    """Where any of some signs stands in a text, which is given in small letters too."""
    for expression, words, _ in signs:
        if not words or any(map(small.__contains__, words)):
            yield from expression.compiled.finditer(text)


def anywhere(pattern: str, *words: str) -> Sign:
    """One that texts in any language may have."""
    return Sign(Expression(pattern), words)


def chinese(pattern: str, *words: str) -> Sign:
    return Sign(Expression(pattern), words, chinese=True)


def opening(characters: str, pattern: str) -> str:
    """An expression for a word's first character where a pattern matches: one of some, so that others cost little."""
    return rf"[{characters}](?<![A-Za-z].)(?<=(?={pattern}).)"


@dataclass(frozen=True)
class Detector:
    """Finds what is private in one way, wherever one of its signs stands."""

    detect: Callable[[Normal], Iterable[Hit]]
    signs: tuple[Sign, ...]
