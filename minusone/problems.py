"""A Problem: where something is wrong, what, why it matters, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from minusone.words import Bilingual, Lang

Format = Literal["text", "json", "github"]


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place. `path` is what an editor sees, with forward slashes.

    A `note` stops nothing: the source says so itself and is published as printed, or something is to be done.
    """

    path: str
    mark: Mark
    code: str
    what: Bilingual
    why: Bilingual
    fix: Bilingual
    note: bool = False

    @property
    def place(self) -> str:
        """`path:line:column`, which editors and terminals open."""
        return f"{self.path}:{self.mark.line}:{self.mark.column}"

    def to(self, lang: Lang) -> str:
        """`path:line:column: what, why, what to do`, on one line."""
        words = (self.what, self.why, self.fix)
        said = ("" if lang == "zh" else " ").join(sentence(one.to(lang), lang) for one in words)
        # A value that is shown may have line ends of its own.
        return " ".join(f"{self.place}: {said}".splitlines())


def sentence(words: str, lang: Lang) -> str:
    return words if words.endswith(("?", "？")) else words + ("。" if lang == "zh" else ".")


class ContentError(Exception):
    """The content has problems; nothing was published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = ordered(problems)
        super().__init__(f"{len(self.problems)} problems")


def parted(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What stops a build, and what is only noted; each ordered."""
    every = ordered(problems)
    return tuple(p for p in every if not p.note), tuple(p for p in every if p.note)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column, each said once."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.mark, p.code, p.what)))


def written(problems: Iterable[Problem], style: Format, lang: Lang) -> str:
    """The problems as text for people, JSON for programs, or annotations for a GitHub workflow."""
    match style:
        case "json":
            return json.dumps([_as_data(p, lang) for p in problems], ensure_ascii=False, indent=2)
        case "github":
            return "\n".join(_annotation(p, lang) for p in problems)
        case "text":
            return "\n".join(p.to(lang) for p in problems)


def _as_data(problem: Problem, lang: Lang) -> dict[str, Any]:
    words = {"what": problem.what, "why": problem.why, "fix": problem.fix}
    place = {"path": problem.path, "line": problem.mark.line, "column": problem.mark.column, "code": problem.code}
    place["severity"] = "note" if problem.note else "error"
    return place | {name: said.to(lang) for name, said in words.items()}


def _annotation(problem: Problem, lang: Lang) -> str:
    """GitHub's workflow command syntax: % and line ends are escaped, in properties also `:` and `,`."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    place = f"file={value(problem.path)},line={problem.mark.line},col={problem.mark.column}"
    said = "\n".join(words.to(lang) for words in (problem.what, problem.why, problem.fix))
    return f"::{'notice' if problem.note else 'error'} {place},title={value(problem.code)}::{data(said)}"
