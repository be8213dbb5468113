"""Texts on which a regular expression may go back for ever, made from its own parse tree.

Each of its repeats is reached as shortly as can be, then fed with what it takes, and then with what ends the match: so
are two repeats that share a character, a repeat in a repeat, and one that is tried anew from each place of a text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # The only ones who know how re reads.
from typing import Any, NamedTuple

_Item = tuple[Any, Any]
"""An operation of `re`, and what it is done with."""

_FEW = 5
"""Texts that are tried of what an item of an expression takes."""

_PROBES = "a1 -\n.,，:：/\"'号A１_\t\0"
"""Characters which stand for those of a class."""

_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}
_CLASSES = {_constants.IN, _constants.ANY, _constants.NOT_LITERAL}
_OFTEN = 16
"""What repeats no more often than this makes a search slower, but never for ever."""


class Attack(NamedTuple):
    before: str
    again: str
    after: str

    def text(self, length: int) -> str:
        """Of about that many characters."""
        return self.before + self.again * (length // len(self.again)) + self.after


def attacks(pattern: re.Pattern[str]) -> list[Attack]:
    """Each once."""
    return list(dict.fromkeys(_Reading(pattern).attacks()))


class _Repeat(NamedTuple):
    """What stands before it, what it takes, and what comes after it, as texts."""

    before: str
    taken: Sequence[str]
    after: str


class _Reading:
    """One expression, and which characters are most common in it: they can be read in the most ways."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.flags = pattern.flags
        self.tree = _parser.parse(pattern.pattern, pattern.flags)
        self.groups: dict[int, str] = {}
        self.classes: dict[str, str] = {}
        literals = [chr(arg) for op, arg in _all(self.tree) if op is _constants.LITERAL]
        often = [char for char, _ in Counter(literals).most_common(12)]
        bounds = [char for op, arg in _all(self.tree) if op is _constants.IN for char in _named(arg)]
        self.probes = "".join(dict.fromkeys([*_PROBES, *often, *bounds[:12]]))
        self.common = Counter({char: literals.count(char) for char in self.probes})
        for op, arg in _all(self.tree):
            if op in _CLASSES:
                self.common.update(self._members(op, arg))

    def attacks(self) -> Iterator[Attack]:
        for before, taken, after in self.repeats(self.tree, "", ""):
            for text in filter(None, taken):
                for end in ("\0", after, f"{after}\0"):
                    yield Attack(before, text, end)
                yield Attack("", text, "\0")
                if before:
                    yield Attack("", before, "\0")
                    yield Attack("", before + text, "\0")
                yield Attack("", before + text + after, "\0")

    def repeats(self, items: Iterable[_Item], before: str, after: str) -> Iterator[_Repeat]:
        """Every repeat in a sequence, however deep."""
        items = list(items)
        shortest = [self.texts([item])[0] for item in items]
        for n, (op, arg) in enumerate(items):
            here, rest = before + "".join(shortest[:n]), "".join(shortest[n + 1 :]) + after
            if op in _REPEATS and int(arg[1]) > _OFTEN:
                yield _Repeat(here, self.texts(arg[2]), rest)
            for inner in _inner(op, arg):
                yield from self.repeats(inner, here, rest)

    def texts(self, items: Iterable[_Item]) -> list[str]:
        """Some that a sequence takes, the shortest first: each item in each way, the others in their first."""
        each = [self.item(op, arg) for op, arg in items]
        shortest = [some[0] for some in each]
        ways = [[*shortest[:n], other, *shortest[n + 1 :]] for n, some in enumerate(each) for other in some[1:]]
        return list(dict.fromkeys("".join(way) for way in [shortest, *ways]))[:_FEW]

    def item(self, op: Any, arg: Any) -> list[str]:
        if op in _REPEATS:
            least, _, inner = arg
            some = self.texts(inner)
            return [text * least for text in some] if least else ["", *some]
        if op in _CLASSES:
            some = [char for char, _ in self.common.most_common() if char in self._members(op, arg)][: _FEW - 1]
            return [*some, "".join(some[:2])] if some else [""]
        match op:
            case _constants.LITERAL:
                some = [chr(arg)]
            case _constants.SUBPATTERN:
                some = self.texts(arg[3])
                self.groups[arg[0]] = some[0]
            case _constants.ATOMIC_GROUP:
                some = self.texts(arg)
            case _constants.BRANCH:
                some = list(dict.fromkeys(self.texts(branch)[0] for branch in arg[1]))[:_FEW]
            case _constants.ASSERT if arg[0] < 0:
                some = self.texts(arg[1])
            case _constants.GROUPREF:
                some = [self.groups.get(arg, "")]
            case _:
                some = [""]
        return some

    def _members(self, op: Any, arg: Any) -> str:
        """Those of the probes that a class has."""
        if (key := repr((op, arg))) not in self.classes:
            one = _compiler.compile(_parser.SubPattern(self.tree.state, [(op, arg)]), self.flags)
            self.classes[key] = "".join(filter(one.fullmatch, self.probes))
        return self.classes[key]


def _inner(op: Any, arg: Any) -> list[Iterable[_Item]]:
    """What a group, a repeat, a look around or an alternative holds."""
    if op in _REPEATS:
        return [arg[2]]
    match op:
        case _constants.SUBPATTERN:
            return [arg[3]]
        case _constants.ATOMIC_GROUP:
            return [arg]
        case _constants.BRANCH:
            return list(arg[1])
        case _constants.ASSERT | _constants.ASSERT_NOT:
            return [arg[1]]
    return []


def _all(items: Iterable[_Item]) -> Iterator[_Item]:
    for op, arg in items:
        yield op, arg
        for inner in _inner(op, arg):
            yield from _all(inner)


def _named(members: Iterable[_Item]) -> Iterator[str]:
    """The characters that a class is written with."""
    for op, arg in members:
        if op is _constants.LITERAL:
            yield chr(arg)
        elif op is _constants.RANGE:
            yield from map(chr, arg)
