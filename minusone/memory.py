"""The translation memory: what Chinese and English said when they last agreed, so that English left behind is known.

For every translated piece `content/translations.json` keeps short digests of both languages. A build judges each piece
by them and renews them. An office that edits both files in one go has nothing else to do; no dates are needed, and no
history of the files:

| since they last agreed | the piece is |
|---|---|
| nothing is remembered, or the Chinese is the same | fresh |
| both were edited | fresh: it was done in one go |
| only the Chinese was edited | stale, until the English is edited too, or somebody says that it still fits |

A body is one piece: paragraphs move, and a translator need not keep their number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path as File
from typing import Any, NamedTuple, cast
from unicodedata import normalize

from minusone.faults import MEMORY_BEHIND, MEMORY_CONFLICT, MEMORY_DAMAGED
from minusone.freshness import public_words
from minusone.load import MEMORY
from minusone.problems import Mark, Problem
from minusone.schema import Part, Path, Record, Ref
from minusone.words import Words


class Pair(NamedTuple):
    """Digests of a piece's Chinese and of its English."""

    zh: str
    en: str


Memory = Mapping[str, Pair]
"""Translated pieces by record and place, `rectification:2014-003/measures.0.text`; a file may be renamed."""


# --- judging ---------------------------------------------------------------------------------------------------------


def pieces(records: Iterable[Record]) -> dict[str, Pair]:
    """Every public piece that is in both languages, as it is now; what is internal or withheld is not among them."""
    return {
        _key(record.ref, path): Pair(digest(words.zh), digest(words.en))
        for record in records
        for path, words in public_words(record)
        if words.en is not None
    }


def digest(text: str) -> str:
    """Ten hexadecimal digits that change with the words, not with their line ends, spaces or width (，or ,)."""
    plain = text if text.isascii() else normalize("NFKC", text)
    return blake2b("".join(plain.split()).encode(), digest_size=5).hexdigest()


def stale(now: Memory, then: Memory) -> frozenset[str]:
    """The pieces whose English still says what the Chinese no longer does.

    Where items of a list changed places, a pair that agrees elsewhere agrees here too.
    """
    left = {key for key, pair in now.items() if (old := then.get(key)) and old.zh != pair.zh and old.en == pair.en}
    agreed = {*then.values(), *(pair for key, pair in now.items() if key not in left)}
    return frozenset(key for key in left if now[key] not in agreed)


def renewed(now: Memory, then: Memory) -> dict[str, Pair]:
    """What is to be remembered from now on: of a stale piece still what last agreed, of what is gone nothing."""
    kept = stale(now, then)
    return {key: then[key] if key in kept else pair for key, pair in now.items()}


def marked(record: Record, found: frozenset[str]) -> Record:
    """A record with its stale words saying so."""
    return _marked(record, found) if found else record


def _marked(record: Record, found: frozenset[str]) -> Record:
    for path, words in public_words(record):
        if _key(record.ref, path) in found:
            record = cast(Record, _put(record, path, replace(words, stale=True)))
    return record


def _put(value: object, path: Path, words: Words) -> object:
    """The value with other words at a path in it."""
    match value, path:
        case Part(), (str(name), *rest):
            return value.model_copy(update={name: _put(getattr(value, name), tuple(rest), words)})
        case tuple(), (int(n), *rest):
            return (*value[:n], _put(value[n], tuple(rest), words), *value[n + 1 :])
    return words


def _key(ref: Ref, path: Path) -> str:
    return f"{ref}/{'.'.join(map(str, path))}"


# --- the file --------------------------------------------------------------------------------------------------------

_ABOUT = (
    "译文与原文最近一次相符时的摘要，由 build 写入并更新，请与记录一起提交，不要手改。 "
    "What both languages said when they last agreed; made and renewed by build. "
    "Commit it with the records, and do not edit it."
)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)
_PAIR = re.compile(r"([0-9a-f]{10}) ([0-9a-f]{10})")


def text(content: File) -> str:
    """The file as it is; empty where it can't be read."""
    try:
        return (content / MEMORY).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""


def reworded(text: str, ref: Ref, old: Words, new: Words, behind: Collection[tuple[str, str]]) -> str | None:
    """The file with what a body says now in both languages, which still agree.

    None if they don't, or if that follows not from this body alone; `behind` are the pieces that are stale elsewhere.
    """
    if old.en is None or new.en is None:
        return text if old.en == new.en else None
    before, after = (Pair(digest(words.zh), digest(words.en or "")) for words in (old, new))
    line, said = f'"{_key(ref, ("body",))}": "{" ".join(before)}"', f'"{" ".join(after)}"'
    if before == after:
        return text
    alone = text.count(line) == text.count(f'"{" ".join(before)}"') == 1 and said not in text and after not in behind
    follows = before.zh == after.zh or before.en != after.en
    return text.replace(line, f'"{_key(ref, ("body",))}": {said}') if alone and follows else None


def read(content: File) -> tuple[dict[str, Pair], list[Problem]]:
    """What is remembered, which is nothing before the first build; or why the file can't be understood."""
    try:
        text = (content / MEMORY).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError):
        return {}, [MEMORY_DAMAGED.at(_shown(content), Mark())]
    if conflict := _CONFLICT.search(text):
        return {}, [MEMORY_CONFLICT.at(_shown(content), Mark(text.count("\n", 0, conflict.start()) + 1))]
    try:
        return _read(json.loads(text)), []
    except json.JSONDecodeError as error:
        return {}, [MEMORY_DAMAGED.at(_shown(content), Mark(error.lineno, error.colno))]
    except (ValueError, RecursionError):
        return {}, [MEMORY_DAMAGED.at(_shown(content), Mark())]


def behind(content: File, pieces: Memory) -> list[Problem]:
    """A note if a build would have something to remember: until then, what was edited is only presumed to agree."""
    then, _ = read(content)
    now = renewed(pieces, then)
    new = sum(then.get(key) != pair for key, pair in now.items())
    return [MEMORY_BEHIND.at(_shown(content), Mark(), count=new, file=_shown(content))] if new else []


def renew(content: File, pieces: Memory) -> bool:
    """Remember the pieces as they are now. False where that can't be written, which is no reason not to build."""
    then, _ = read(content)
    now = renewed(pieces, then)
    try:
        if now != then:
            write(content, now)
    except OSError:
        return False
    return True


def _shown(content: File) -> str:
    return f"{content.resolve().name}/{MEMORY}"


def _read(data: Any) -> dict[str, Pair]:
    """Raises ValueError for anything that `write` does not write."""
    match data:
        case {"pieces": dict(found)}:
            read = {key: _PAIR.fullmatch(said) for key, said in found.items() if isinstance(said, str)}
            pairs = {key: Pair(*pair.groups()) for key, pair in read.items() if pair}
            if len(pairs) == len(found):
                return pairs
    raise ValueError(data)


def write(content: File, memory: Memory) -> None:
    """One piece a line, so that merges work."""
    said = {"about": _ABOUT, "pieces": {key: " ".join(memory[key]) for key in sorted(memory)}}
    put(content, json.dumps(said, ensure_ascii=False, indent=0) + "\n")


def put(content: File, text: str) -> None:
    """Write the file; the old one stays until the new one is whole."""
    fresh = content / f".{MEMORY}~"
    fresh.write_bytes(text.encode())
    fresh.replace(content / MEMORY)
