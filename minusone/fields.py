"""Front matter as nearly every file has it, read line by line without a parser: names, lists, values of one line.

What YAML might read in another way, or would not read at all, is left to `frontmatter`; so both make the same of a
text, and see every part of it in the same place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from minusone.problems import Mark
from minusone.schema import Path

Data = str | list["Data"] | dict[str, "Data"] | None

_DEPTH = 8
"""What is nested further is rare, or too deep."""

_BEGINS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~]"
"""What begins a value without quotes: no sign that means something to YAML."""

_NAME = r"([A-Za-z_][A-Za-z0-9_]{,63}):"
_QUOTED = r"\"([^\"\\]*+)\"|'([^']*+)'"
_FIELD = re.compile(rf"{_NAME}(?: +(.*))?")
_VALUE = re.compile(rf"({_BEGINS}(?:[^:#]++|:(?! |$)|(?<! )#)*+)|{_QUOTED}")

# Inside brackets.
_KEY = re.compile(rf" *{_NAME} +")
_ITEM = re.compile(rf" *(?:([{{\[])|({_BEGINS}[^:#,?\[\]{{}}]*+)|{_QUOTED}) *")
_CLOSING = {"{": re.compile(r" *(}) *"), "[": re.compile(r" *(\]) *")}
_COMMA = re.compile(" *, *")


class Place(NamedTuple):
    """Where a field's name and its value begin."""

    key: Mark
    value: Mark


class _UnusualError(Exception):
    """It takes a parser."""


def fields(text: str) -> dict[str, Data] | None:
    """What a text says, every value a string; None where it takes a parser to tell.

    The text holds none of the characters that nobody sees, `unseen.UNSEEN`.
    """
    return None if "\t" in text else _Lines(text).fields()


def places(text: str, first_line: int) -> dict[Path, Place] | None:
    """Where each part of a text stands; None where it takes a parser to tell."""
    lines = _Placing(text, first_line)
    return lines.places if "\t" not in text and lines.fields() else None


_Line = tuple[int, int, str]
"""A line's number, its indent, and what it says from there on."""


class _Lines:
    """The lines of a text that are not empty; `at` is the one to be read."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        lines = ((number, line, line.strip(" ")) for number, line in enumerate(text.split("\n"), first_line))
        self.left: list[_Line] = [
            (number, len(line) - len(line.lstrip(" ")), said) for number, line, said in lines if said
        ]
        self.at = 0

    def fields(self) -> dict[str, Data] | None:
        """All of them; None where there is anything else."""
        try:
            data = self.mapping(0, (), _DEPTH)
        except _UnusualError:
            return None
        return data if self.at == len(self.left) else None

    def note(self, path: Path, line: int, column: int, name: tuple[int, int] | None = None) -> None:
        """A value begins there, and its name, if it has one; columns count from 0."""

    def mapping(self, indent: int, path: Path, depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        while self.at < len(self.left) and self.left[self.at][1] == indent:
            number, _, said = self.left[self.at]
            found = _FIELD.fullmatch(said)
            if not found or found[1] in data:
                raise _UnusualError
            self.at += 1
            inner, name = (*path, found[1]), (number, indent)
            if found[2]:
                self.note(inner, number, indent + found.start(2), name)
                data[found[1]] = self.value(found[2], inner, number, indent + found.start(2), depth)
            elif self.goes_on(indent):
                below, further, _ = self.left[self.at]
                self.note(inner, below, further, name)
                data[found[1]] = self.block(further, inner, depth - 1)
            else:
                self.note(inner, number, indent + found.end(), name)
                data[found[1]] = None
        return data

    def goes_on(self, indent: int) -> bool:
        """Whether what comes next belongs to a name without a value beside it; a list need not stand further in."""
        if self.at == len(self.left):
            return False
        _, below, said = self.left[self.at]
        return below > indent or (below == indent and said.startswith("- "))

    def block(self, indent: int, path: Path, depth: int) -> Data:
        if not depth:
            raise _UnusualError
        listed = self.left[self.at][2].startswith("- ")
        return self.sequence(indent, path, depth) if listed else self.mapping(indent, path, depth)

    def sequence(self, indent: int, path: Path, depth: int) -> list[Data]:
        items: list[Data] = []
        while self.at < len(self.left):
            number, below, line = self.left[self.at]
            if below != indent or not line.startswith("- "):
                break
            said, inner = line[2:].lstrip(" "), (*path, len(items))
            column = indent + len(line) - len(said)
            self.note(inner, number, column)
            if said.startswith("- ") or _FIELD.fullmatch(said):
                self.left[self.at] = number, column, said
                items.append(self.block(column, inner, depth - 1))
            else:
                self.at += 1
                items.append(self.value(said, inner, number, column, depth))
        return items

    def value(self, said: str, path: Path, line: int, column: int, depth: int) -> Data:
        """What stands in one line, from a column on."""
        if said[0] not in "{[":
            return _scalar(_VALUE.fullmatch(said))
        value, end = _Bracketed(self, said, line, column).value(1, said[0], path, depth - 1)
        if end < len(said):
            raise _UnusualError
        return value


class _Bracketed:
    """Lists and mappings in one line."""

    def __init__(self, lines: _Lines, text: str, line: int, column: int) -> None:
        self.lines, self.text, self.line, self.column = lines, text, line, column

    def value(self, at: int, opening: str, path: Path, depth: int) -> tuple[Data, int]:
        """What stands after an opening bracket, and where the text goes on."""
        if not depth:
            raise _UnusualError
        items: list[Data] = []
        data: dict[str, Data] = {}
        end = _CLOSING[opening].match(self.text, at)
        while not end:
            if opening == "[":
                item, at = self.item(at, (*path, len(items)), depth)
                items.append(item)
            else:
                key = _KEY.match(self.text, at)
                if not key or key[1] in data:
                    raise _UnusualError
                data[key[1]], at = self.item(key.end(), (*path, key[1]), depth, key.start(1))
            end, comma = _CLOSING[opening].match(self.text, at), _COMMA.match(self.text, at)
            if not end and not comma:
                raise _UnusualError
            at = comma.end() if comma else at
        return items if opening == "[" else data, end.end()

    def item(self, at: int, path: Path, depth: int, name: int | None = None) -> tuple[Data, int]:
        found = _ITEM.match(self.text, at)
        if not found:
            raise _UnusualError
        begins = at + len(found[0]) - len(found[0].lstrip(" "))
        named = None if name is None else (self.line, self.column + name)
        self.lines.note(path, self.line, self.column + begins, named)
        if found[1]:
            return self.value(found.end(1), found[1], path, depth - 1)
        return _scalar(found, plain=2), found.end()


class _Placing(_Lines):
    """Notes where everything stands."""

    def __init__(self, text: str, first_line: int) -> None:
        super().__init__(text, first_line)
        self.places: dict[Path, Place] = {}
        for number, indent, _ in self.left[:1]:
            self.note((), number, indent)

    def note(self, path: Path, line: int, column: int, name: tuple[int, int] | None = None) -> None:
        value = Mark(line, column + 1)
        self.places[path] = Place(Mark(name[0], name[1] + 1) if name else value, value)


def _scalar(found: re.Match[str] | None, plain: int = 1) -> str | None:
    """What was found in one of the groups from the `plain` one on, that without quotes."""
    if not found or not found.lastindex:
        raise _UnusualError
    said = found[found.lastindex]
    if found.lastindex > plain:
        return said
    return None if said == "null" else said.rstrip(" ")
