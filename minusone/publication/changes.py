"""What changed between two versions of a record, in words: each field by its label, texts word by word.

Versions may be of another program, which knew more fields or fewer: what has no label goes by its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby, zip_longest
from typing import Any

from pydantic.fields import FieldInfo

from minusone import formats
from minusone.figures import Figure
from minusone.periods import Period
from minusone.plain import Plain
from minusone.publication.facts import facts, is_words
from minusone.schema import Part, Ref, Term, about, classes
from minusone.words import LANGS, Bilingual, Lang, Words

Said = Words | Bilingual

Named = Callable[[str], Said | None]
"""What a record is called, by its kind and id; None if there is none."""

YES, NO = Bilingual("是", "yes"), Bilingual("否", "no")


class Fate(Enum):
    """What became of a stretch of a text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Edit:
    """A stretch of a text. Where much stays the same, only its ends are told."""

    fate: Fate
    text: str


@dataclass(frozen=True)
class Rewording:
    """How a text changed in one language, and how many words, in Chinese characters, were added and removed."""

    lang: Lang
    edits: tuple[Edit, ...]
    added: int
    removed: int


@dataclass(frozen=True)
class Change:
    """One difference: where, from what, to what. What was added has nothing before, what was removed nothing after.

    A text has neither, but how it was reworded.
    """

    place: tuple[Said, ...]
    before: Said | None = None
    after: Said | None = None
    rewording: Rewording | None = None


def changes(
    before: Mapping[str, Plain],
    after: Mapping[str, Plain],
    model: type[Part] | None,
    named: Named = lambda _: None,
    labels: Mapping[str, Bilingual] = {},
) -> tuple[Change, ...]:
    """What differs between two plain records, in the order of the model's fields.

    `named` says what records are called; `labels` what the fields are that no model declares.
    """
    return tuple(_Comparison(named, labels).of_parts((), before, after, model))


@dataclass(frozen=True)
class _Comparison:
    named: Named
    labels: Mapping[str, Bilingual]

    def of_parts(
        self, place: tuple[Said, ...], before: Mapping[str, Any], after: Mapping[str, Any], model: type[Part] | None
    ) -> Iterator[Change]:
        known = model.model_fields if model else {}
        for name in dict.fromkeys((*known, *before, *after)):
            old, new = before.get(name), after.get(name)
            if old != new:
                info = known.get(name)
                yield from self._of_values((*place, self._label(name, info)), old, new, info)

    def _label(self, name: str, info: FieldInfo | None) -> Bilingual:
        return about(info).label if info else self.labels.get(name, Bilingual(name, name))

    def _of_values(self, place: tuple[Said, ...], old: Any, new: Any, info: FieldInfo | None) -> Iterator[Change]:
        if (is_words(old) and (new is None or is_words(new))) or (is_words(new) and old is None):
            yield from _of_words(place, old or {}, new or {})
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self.of_parts(place, old, new, _part(info))
        elif all(one is None or (one and isinstance(one, list)) for one in (old, new)):
            yield from self._of_lists(place, old or [], new or [], info)
        else:
            yield Change(place, self._shown(old, info), self._shown(new, info))

    def _of_lists(
        self, place: tuple[Said, ...], old: list[Any], new: list[Any], info: FieldInfo | None
    ) -> Iterator[Change]:
        for was, is_ in _aligned(old, new):
            if was == is_:
                continue
            if isinstance(was, dict) and isinstance(is_, dict):
                yield from self._of_values((*place, self._summary(is_, _part(info))), was, is_, info)
            else:
                yield Change(place, self._summary(was, _part(info), info), self._summary(is_, _part(info), info))

    def _summary(self, item: Any, part: type[Part] | None, info: FieldInfo | None = None) -> Any:
        """An item of a list by what it can't do without: a step by its day and what it is."""
        if not isinstance(item, dict) or is_words(item):
            return self._shown(item, info)
        known = part.model_fields if part else {}
        needed = [name for name in known if known[name].is_required() and name in item] or [*item][:2]
        plain = ((item[name], known.get(name)) for name in needed if is_words(item[name]) or _is_scalar(item[name]))
        told = [self._shown(value, field) for value, field in plain] or [_as_written("…")]
        return Bilingual("，".join(_begun(one, "zh") for one in told), ", ".join(_begun(one, "en") for one in told))

    def _shown(self, value: Any, info: FieldInfo | None) -> Any:
        """A value as its field's type shows it; as it is written, if the type makes nothing of it."""
        if value is None:
            return None
        if is_words(value):
            return Words(value["zh"], value.get("en"))
        if isinstance(value, bool):
            return YES if value else NO
        if not isinstance(value, str):
            return _as_written(value)
        held = [*classes(info.annotation)] if info else []
        try:
            return self._typed(value, held) or _as_written(value)
        except ValueError:
            return _as_written(value)

    def _typed(self, value: str, held: Sequence[type]) -> Said | None:
        """Raises ValueError for what is none of the type."""
        for kind in held:
            if issubclass(kind, Term):
                return next((term.label for term in kind if term.value == value), None)
            if issubclass(kind, Ref):
                return self.named(value)
            if issubclass(kind, date | Period):
                return formats.both(formats.period, Period.read(value))
            if issubclass(kind, Figure):
                return formats.both(formats.figure, Figure.read(value))
        return None


def _part(info: FieldInfo | None) -> type[Part] | None:
    return next((one for one in classes(info.annotation) if issubclass(one, Part)), None) if info else None


def _is_scalar(value: object) -> bool:
    return not isinstance(value, dict | list)


def _as_written(value: object) -> Bilingual:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Bilingual(text, text)


SHOWN = 24
"""Characters of a text by which one knows it."""


def _begun(said: Said, lang: Lang) -> str:
    text = " ".join(str(said.to(lang)).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}……"


def _aligned(old: list[Any], new: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The items that are not the same, each beside what it became; what only has other words belongs together."""
    for some, others in _differing(old, new, _as_key):
        for was, is_ in _differing(some, others, lambda item: _as_key(facts(item)), also_equal=True):
            yield from zip_longest(was, is_)


def _as_key(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def _differing(
    old: list[Any], new: list[Any], key: Callable[[Any], str], *, also_equal: bool = False
) -> Iterator[tuple[list[Any], list[Any]]]:
    """The stretches of two lists that differ by their keys, side by side."""
    for tag, i, j, k, m in _opcodes([key(item) for item in old], [key(item) for item in new]):
        if tag != "equal" or also_equal:
            yield old[i:j], new[k:m]


# --- texts -----------------------------------------------------------------------------------------------------------


def _of_words(place: tuple[Said, ...], old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """Each language by itself."""
    for lang in LANGS:
        before, after = old.get(lang, ""), new.get(lang, "")
        if before != after:
            yield Change(place, rewording=reworded(before, after, lang))


def reworded(before: str, after: str, lang: Lang) -> Rewording:
    """By words, where there are such; by Chinese characters."""
    edits = _joined(_edits(before, after))
    return Rewording(lang, tuple(_shortened(edits)), _size(edits, Fate.NEW), _size(edits, Fate.GONE))


_LINE = re.compile(r"[^\n]*\n?")
_WORD = re.compile(r"[^\W\d_\u2e80-\uffff\U00020000-\U0003ffff]+|\d+|\s+|.", re.DOTALL)
"""A word in letters, a number, a space, or anything else by itself: so is every Chinese character."""


def _edits(before: str, after: str) -> Iterator[Edit]:
    """By lines, and what differs of those by words."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for tag, i, j, k, m in _opcodes(old, new):
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        if tag == "equal":
            yield Edit(Fate.SAME, gone)
            continue
        some, others = _WORD.findall(gone), _WORD.findall(come)
        for inner, a, b, c, d in _opcodes(some, others):
            if inner == "equal":
                yield Edit(Fate.SAME, "".join(some[a:b]))
            else:
                yield Edit(Fate.GONE, "".join(some[a:b]))
                yield Edit(Fate.NEW, "".join(others[c:d]))


_LARGEST = 1_000_000
"""Comparisons beyond which what differs is not looked at closely: it would take too long."""


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """As difflib has them."""
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - first
    ends = zip(reversed(old), reversed(new), strict=False)
    last = next((i for i, (a, b) in enumerate(ends) if a != b or i == rest), rest)
    some, others = old[first : len(old) - last], new[first : len(new) - last]
    if first:
        yield "equal", 0, first, 0, first
    if len(some) * len(others) > _LARGEST:
        yield "replace", first, first + len(some), first, first + len(others)
    elif some or others:
        for tag, i, j, k, m in SequenceMatcher(None, some, others, autojunk=False).get_opcodes():
            yield tag, first + i, first + j, first + k, first + m
    if last:
        yield "equal", len(old) - last, len(old), len(new) - last, len(new)


SHORT = 2
"""Characters that stay between others that change, and would only make confetti of them."""


def _joined(each: Iterator[Edit]) -> list[Edit]:
    """What went, then what came, between stretches that stay; none is empty."""
    found: list[Edit] = []
    every = [edit for edit in each if edit.text]
    for number, edit in enumerate(every):
        inside = 0 < number < len(every) - 1 and edit.fate is Fate.SAME and len(edit.text) <= SHORT
        found += [Edit(fate, edit.text) for fate in (Fate.GONE, Fate.NEW)] if inside else [edit]
    whole: list[Edit] = []
    for stays, some in groupby(found, key=lambda edit: edit.fate is Fate.SAME):
        stretch = [*some]
        for fate in (Fate.SAME,) if stays else (Fate.GONE, Fate.NEW):
            text = "".join(edit.text for edit in stretch if edit.fate is fate)
            whole += [Edit(fate, text)] if text else []
    return whole


KEPT = 20
"""Characters told of what stays the same, on each side of what does not."""


def _shortened(edits: list[Edit]) -> Iterator[Edit]:
    for number, edit in enumerate(edits):
        text = edit.text
        if edit.fate is Fate.SAME and len(text) > 3 * KEPT:
            head = text[:KEPT] if number else ""
            tail = text[-KEPT:] if number < len(edits) - 1 else ""
            yield Edit(Fate.SAME, f"{head}……{tail}")
        else:
            yield edit


def _size(edits: list[Edit], fate: Fate) -> int:
    """Words, and Chinese characters; marks and spaces count nothing."""
    return sum(word[0].isalnum() for edit in edits if edit.fate is fate for word in _WORD.findall(edit.text))
