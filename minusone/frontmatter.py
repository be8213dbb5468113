"""The front matter of a file: YAML read as strings, lists and mappings, each with its line and column.

Read from the parser's events rather than through a loader: that way no scalar is guessed at, two equal keys are seen,
and anchors, aliases and tags (the ways in which YAML explodes or runs code) are refused where they stand. What `fields`
can read without a parser has none of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import yaml

from minusone.faults import (
    BAD_YAML,
    DUPLICATE_KEY,
    FULL_WIDTH_COLON,
    NO_ALIASES,
    NO_FRONT_MATTER,
    NOT_FIELDS,
    TAB_INDENT,
    TOO_DEEP,
    UNCLOSED_FRONT_MATTER,
    UNSEEN_CHARACTER,
)
from minusone.fields import Data, Place, fields, places
from minusone.problems import Mark, Problem
from minusone.schema import Path
from minusone.unseen import UNSEEN, code
from minusone.words import Bilingual

DEPTH = 12
"""Deeper than any field of any kind goes."""

MOST = 100
"""Problems of one sort that are told of one file. Whoever has mended these is told of the next."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_FULL_WIDTH = re.compile(r"[\s-]*(?P<field>[A-Za-z_]\w*)：", re.ASCII)

# libyaml's words, from its scanner and parser, in those of an editor.
_REASONS = {
    "could not find expected ':'": Bilingual("少了冒号", "a colon is missing"),
    "mapping values are not allowed": Bilingual(
        "同一行有两个“: ”，或缩进不对", "two “: ” in one line, or a wrong indent"
    ),
    "did not find expected key": Bilingual(
        "缩进没有对齐，或引号没有成对", "the indent is off, or a quote has no partner"
    ),
    "did not find expected '-' indicator": Bilingual("列表里有一行没有“- ”", "a line of the list lacks its “- ”"),
    "did not find expected ',' or ']'": Bilingual("方括号没有合上", "a square bracket is not closed"),
    "did not find expected ',' or '}'": Bilingual("花括号没有合上", "a curly bracket is not closed"),
    "found unexpected end of stream": Bilingual("引号没有合上", "a quote is not closed"),
    "found character that cannot start any token": Bilingual(
        "这个符号不能放在开头，请给整段加双引号", "no value begins with this character; quote it"
    ),
    "found invalid Unicode character escape code": Bilingual(
        "没有这样编号的字", "there is no character of this number"
    ),
    "found undefined tag handle": Bilingual("以 ! 开头的写法不能用", "nothing may begin with !"),
    "block sequence entries are not allowed": Bilingual("“- ”要另起一行", "a “- ” begins a line of its own"),
}


@dataclass(slots=True)
class Matter:
    """A file's `text` in two parts: its front matter, and the body below; each with its first line.

    `front` says from where to where the front matter goes, `body_at` where the body begins. What it says, and where
    each value stands, is read when it is asked for: kept are the words alone.
    """

    path: str = ""
    text: str = ""
    front: tuple[int, int] = (0, 0)
    front_line: int = 1
    body_at: int | None = None
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "" if self.body_at is None else self.text[self.body_at :]

    @property
    def data(self) -> dict[str, Data]:
        """What stands between the fences; nothing, if it can't be read."""
        front = self.text[slice(*self.front)]
        return _plain(front) or parsed(self.path, front, self.front_line).fields

    @property
    def places(self) -> Mapping[Path, Place]:
        return _places(self.path, self.text[slice(*self.front)], self.front_line)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Where a value stands; one that is not there has the place of what should hold it.

        An item written without its list is the first of it.
        """
        places = self.places
        at: Path = ()
        for step in path:
            if (*at, step) in places:
                at = (*at, step)
            elif step != 0:
                key = True
                break
        place = places.get(at)
        return (place.key if key else place.value) if place else Mark()


def split(path: str, text: str, *, bare: bool = False) -> Matter:
    """Part a file into its front matter and its text. Problems are in the Matter, never raised.

    A `bare` file may have a text only, with nothing between its fences.
    """
    opening = _FENCE.match(text)
    if not opening:
        return Matter(path, text, problems=[NO_FRONT_MATTER.at(path, Mark())])
    begin = opening.end() + 1
    closing = _FENCE.search(text, begin)
    if not closing:
        return Matter(path, text, problems=[UNCLOSED_FRONT_MATTER.at(path, Mark())])
    end = max(begin, closing.start() - 1)
    matter = read(path, text[begin:end], first_line=2, bare=bare)
    matter.text, matter.front = text, (begin, end)
    matter.body_at, matter.body_line = closing.end() + 1, text.count("\n", 0, closing.start()) + 2
    matter.problems += islice(_unseen(path, matter.body, matter.body_line), MOST)
    return matter


def read(path: str, text: str, first_line: int = 1, *, bare: bool = False) -> Matter:
    """Read one YAML document of fields; a `bare` one may have none."""
    matter = Matter(path, text, (0, len(text)), first_line)
    if not _plain(text):
        matter.problems += _wrong(path, text, first_line, bare)
    return matter


def _wrong(path: str, text: str, first_line: int, bare: bool) -> list[Problem]:
    """What is wrong with a front matter, if anything."""
    found = parsed(path, text, first_line)
    problems = [*islice(_unseen(path, text, first_line), MOST), *found.problems]
    if found.error:
        problems += islice(_slips(path, text, first_line), MOST)
        return problems or [_unreadable(path, found.error, first_line)]
    if found.fields or (bare and found.data in (None, {})):
        return problems
    problems += islice(_slips(path, text, first_line), MOST)
    return problems or [NOT_FIELDS.at(path, Mark(first_line, 1))]


@lru_cache(16)
def _plain(text: str) -> dict[str, Data] | None:
    """What needs no parser. Files are asked one after another, each several times."""
    return None if UNSEEN.search(text) else fields(text)


@lru_cache(16)
def _places(path: str, text: str, first_line: int) -> Mapping[Path, Place]:
    found = None if UNSEEN.search(text) else places(text, first_line)
    return found or parsed(path, text, first_line).places


class Parsed(NamedTuple):
    """What a parser makes of a front matter, as far as it can read it."""

    data: Data
    places: Mapping[Path, Place]
    problems: tuple[Problem, ...]
    error: yaml.YAMLError | None

    @property
    def fields(self) -> dict[str, Data]:
        return self.data if isinstance(self.data, dict) else {}


@lru_cache(16)
def parsed(path: str, text: str, first_line: int) -> Parsed:
    """Any front matter."""
    reader = _Reader(path, first_line, seen=frozenset(UNSEEN.findall(text)))
    data, error = None, None
    try:
        data = reader.document(iter(yaml.parse(text, Loader=_Loader)))
    except yaml.YAMLError as found:
        error = found
    return Parsed(data, reader.places, tuple(reader.problems), error)


def _unseen(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """What a paste brings along that nobody can see; some of it YAML takes for the end of a line."""
    if not UNSEEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), first_line):
        if found := UNSEEN.search(line):
            yield UNSEEN_CHARACTER.at(path, Mark(number, found.start() + 1), code=code(found[0]))


def _slips(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """What a Chinese keyboard or a tab key slips in: the likely cause where YAML finds no fields."""
    for number, line in enumerate(text.split("\n"), first_line):
        if found := _FULL_WIDTH.match(line):
            yield FULL_WIDTH_COLON.at(path, Mark(number, found.end()), field=found["field"])
        if line[: len(line) - len(line.lstrip())].count("\t"):
            yield TAB_INDENT.at(path, Mark(number, line.index("\t") + 1))


def _unreadable(path: str, error: yaml.YAMLError, first_line: int) -> Problem:
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    reason = next((words for begin, words in _REASONS.items() if said.startswith(begin)), Bilingual(said, said))
    mark = getattr(error, "problem_mark", None)
    place = Mark(mark.line + first_line, mark.column + 1) if mark else Mark(first_line, 1)
    return BAD_YAML.at(path, place, reason=reason)


class _Reader:
    """Builds data from parser events, noting where each part began. `seen` was found wrong with the text already."""

    def __init__(self, path: str, first_line: int, seen: frozenset[str]) -> None:
        self.path, self.first_line, self.seen = path, first_line, seen
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Data:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                data = self.value(event, events, ())
                # The rest is read too, so that what is wrong with it is said.
                self.rest(events)
                return data
        return None

    def rest(self, events: Iterable[yaml.Event]) -> None:
        if any(isinstance(event, yaml.NodeEvent) for event in events):
            self.problems.append(NOT_FIELDS.at(self.path, Mark(self.first_line, 1)))

    def mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        return Mark(start.line + self.first_line, start.column + 1) if start else Mark(self.first_line, 1)

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Data:
        self.refuse_tricks(event)
        self.places.setdefault(path, Place(self.mark(event), self.mark(event)))
        if len(path) > DEPTH:
            self.refuse_depth(event)
        match event:
            case yaml.MappingStartEvent():
                return self.mapping(events, path)
            case yaml.SequenceStartEvent():
                return self.sequence(events, path)
            case yaml.ScalarEvent():
                self.refuse_unseen(event)
                empty = not event.style and event.value in {"", "~", "null"}
                return None if empty else event.value
        return None

    def mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Data]:
        data: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, mark = self.key(event, events, path), self.mark(event)
            following = next(events)
            if key in data:
                first = self.places[(*path, key)].key.line
                self.tell(DUPLICATE_KEY.at(self.path, mark, field=key, line=first))
                self.skip(following, events)
                continue
            self.places[(*path, key)] = Place(mark, self.mark(following))
            data[key] = self.value(following, events, (*path, key))
        return data

    def key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str:
        self.refuse_tricks(event)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_unseen(event)
            return str(event.value)
        self.problems.append(NOT_FIELDS.at(self.path, self.mark(event)))
        raise yaml.YAMLError("a key that is not a name")

    def sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Data]:
        data: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            data.append(self.value(event, events, (*path, len(data))))
        return data

    def refuse_unseen(self, event: yaml.ScalarEvent) -> None:
        """By escapes such as `\\u202e` come characters that the text itself doesn't hold."""
        for character in sorted(set(UNSEEN.findall(event.value)) - self.seen)[:1]:
            self.tell(UNSEEN_CHARACTER.at(self.path, self.mark(event), code=code(character)))

    def refuse_tricks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.trick(event, Bilingual("引用", "alias"), f"*{event.anchor}")
        elif anchor := getattr(event, "anchor", None):
            self.trick(event, Bilingual("锚点", "anchor"), f"&{anchor}")
        elif tag := getattr(event, "tag", None):
            self.trick(event, Bilingual("标签", "tag"), tag)

    def trick(self, event: yaml.Event, what: Bilingual, name: str) -> None:
        self.tell(NO_ALIASES.at(self.path, self.mark(event), what=what, name=name))

    def refuse_depth(self, event: yaml.Event) -> None:
        self.tell(TOO_DEEP.at(self.path, self.mark(event)))
        raise yaml.YAMLError("too deep")

    def tell(self, problem: Problem) -> None:
        """One problem more; of a text with so many the rest is not read."""
        self.problems.append(problem)
        if len(self.problems) >= MOST:
            raise yaml.YAMLError("too many problems")

    def skip(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        """Pass over one value."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            if depth > DEPTH:
                self.refuse_depth(event)
            event = next(events)
