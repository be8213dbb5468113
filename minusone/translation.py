"""A translation laid over its source: only words may differ, and every missing one is known.

`<name>.en.md` has the shape of `<name>.zh.md` but holds only the translated words. What the source does not say can't
be translated; a fact is refused, unless it is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from minusone.expressions import Expression
from minusone.faults import (
    FACT_IN_TRANSLATION,
    NOTHING_TO_TRANSLATE,
    UNKNOWN_FIELD,
    WANT_FIELDS,
    WANT_TEXT,
    did_you_mean,
)
from minusone.fields import Data
from minusone.load import Source
from minusone.problems import Problem
from minusone.schema import Part, Path, Record, Term, has_words, nearest
from minusone.words import Bilingual, Words


def translated(record: Record, source: Source, translation: Source) -> tuple[Record, list[Problem]]:
    """The record with its English words in place, and what in the translation can't be used."""
    layer = _Layer(source, translation)
    data: dict[str, Data] = dict(translation.matter.data)
    record = cast(Record, layer.part(record, data, ()))
    if translation.matter.body.strip():
        record = layer.body(record, translation.matter.body)
    return record, layer.problems


@dataclass
class _Layer:
    source: Source
    translation: Source
    problems: list[Problem] = field(default_factory=list)

    def body(self, record: Record, text: str) -> Record:
        if record.body:
            return record.model_copy(update={"body": _translated(record.body, text)})
        self.problems.append(
            NOTHING_TO_TRANSLATE.at(
                self.translation.path,
                self.translation.matter.mark(()),
                field=Bilingual("正文", "text"),
            )
        )
        return record

    def part(self, part: Part, data: dict[str, Data], path: Path) -> Part:
        """A part of the source with its words laid over; its facts stay as they are."""
        fields = type(part).model_fields
        changed: dict[str, object] = {}
        for name, item in data.items():
            here, value = (*path, name), getattr(part, name, None)
            if name not in fields or name == "body":
                self.unknown(part, here)
            elif item is None:
                continue
            elif value in (None, ()):
                self.refuse(here)
            elif name in _translatable(type(part)):
                changed[name] = self.value(value, item, here)
            elif not _says(_reader(type(part), name), item, value):
                self.changes(here, value)
        return part.model_copy(update=changed)

    def value(self, value: object, data: Data, path: Path) -> object:
        """One value of the source, that has words somewhere, with its translation laid over."""
        match value, data:
            case _, None:
                return value
            case Words(), str():
                return _translated(value, data.strip())
            case Words(), _:
                mark = self.translation.matter.mark(path)
                self.problems.append(WANT_TEXT.at(self.translation.path, mark, field=_name(path)))
            case Part(), dict():
                return self.part(value, data, path)
            case Part(), str() if value.brief:
                return self.part(value, {value.brief: data}, path)
            case Part(), _:
                self.want_fields(value, data, path)
            case tuple(), _:
                return self.items(value, data if isinstance(data, list) else [data], path)
        return value

    def items(self, values: tuple[object, ...], data: list[Data], path: Path) -> tuple[object, ...]:
        """Item by item, in order; the source's own order is the only one."""
        if len(data) > len(values):
            self.refuse((*path, len(values)))
        given = [*data[: len(values)], *[None] * (len(values) - len(data))]
        return tuple(
            self.value(value, item, (*path, n)) for n, (value, item) in enumerate(zip(values, given, strict=True))
        )

    def changes(self, path: Path, value: object) -> None:
        """A fact may stand in a translation only if it says what the source says."""
        mark = self.translation.matter.mark(path, key=True)
        said = _written(_at(self.source.matter.data, path), value)
        self.problems.append(FACT_IN_TRANSLATION.at(self.translation.path, mark, field=_name(path), source=said))

    def refuse(self, path: Path) -> None:
        mark = self.translation.matter.mark(path, key=True)
        self.problems.append(NOTHING_TO_TRANSLATE.at(self.translation.path, mark, field=_name(path)))

    def want_fields(self, part: Part, data: Data, path: Path) -> None:
        mark = self.translation.matter.mark(path)
        example = next(iter(_translatable(type(part))))
        said = {"field": _name(path), "value": data, "example": example}
        self.problems.append(WANT_FIELDS.at(self.translation.path, mark, **said))

    def unknown(self, part: Part, path: Path) -> None:
        known = _translatable(type(part))
        near = nearest(_name(path), known)
        only = Bilingual("译文只写要翻译的文字", "A translation holds only words to be translated")
        mark = self.translation.matter.mark(path, key=True)
        said = {"known": ", ".join(known), "suggestion": did_you_mean(near) if near else only}
        self.problems.append(UNKNOWN_FIELD.at(self.translation.path, mark, field=_name(path), **said))


_CHINESE = Expression(r"[\u3400-\u9fff]")


def _translated(words: Words, said: str) -> Words:
    """With what a translation says of it, which is nothing where the Chinese was copied and left standing."""
    copied = said.strip() == words.zh.strip() and _CHINESE.compiled.search(said)
    return Words(words.zh, None if copied or not said else said)


@cache
def _translatable(part: type[Part]) -> Mapping[str, FieldInfo]:
    return {name: info for name, info in part.model_fields.items() if has_words(info) and name != "body"}


@cache
def _reader(part: type[Part], name: str) -> TypeAdapter[object]:
    """What reads the values of a field."""
    return TypeAdapter(part.model_fields[name].rebuild_annotation())


def _says(reader: TypeAdapter[object], data: Data, value: object) -> bool:
    """Whether data means a field's value, however it is written."""
    try:
        return bool(reader.validate_python(data) == value)
    except ValidationError:
        return False


def _written(said: Data, value: object) -> str:
    """What the source says, as it is written there; of a default, as it could be."""
    match said, value:
        case str(), _:
            return said
        case list(), _:
            return "、".join(str(item) for item in said)
        case _, Term():
            return str(value.value)
        case _, bool():
            return str(value).lower()
    return str(value)


def _name(path: Path) -> str:
    return next((key for key in reversed(path) if isinstance(key, str)), "-")


def _at(data: Data, path: Path) -> Data:
    """What the source's data says at a path; a lone item is the first of its list."""
    for key in path:
        if isinstance(data, dict) and isinstance(key, str):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        elif key != 0:
            return None
    return data
