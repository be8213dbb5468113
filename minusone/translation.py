"""A translation laid over its source: only words may differ, and every missing one is known.

`<name>.en.md` has the shape of `<name>.zh.md` but holds only the translated words. What the source does not say can't
be translated; a fact is refused, unless it is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from minusone.faults import FACT_IN_TRANSLATION, NOTHING_TO_TRANSLATE, UNKNOWN_FIELD, WANT_TEXT
from minusone.frontmatter import Data
from minusone.load import Source
from minusone.problems import Problem
from minusone.schema import Part, Path, Record, leaves
from minusone.words import Bilingual, Words


def translated(record: Record, source: Source, translation: Source) -> tuple[Record, list[Problem]]:
    """The record with its English words in place, and what in the translation can't be used."""
    layer = _Layer(source, translation)
    data: dict[str, Data] = dict(translation.matter.data)
    record = cast(Record, layer.part(record, data, ()))
    if translation.matter.body.strip():
        record = layer.body(record, translation.matter.body)
    return record, layer.problems


def untranslated(record: Record) -> tuple[Path, ...]:
    """Where the record's public words have no English."""
    return tuple(
        leaf.path
        for leaf in leaves(record)
        if isinstance(leaf.value, Words) and leaf.value.en is None and not leaf.about.internal
    )


@dataclass
class _Layer:
    source: Source
    translation: Source
    problems: list[Problem] = field(default_factory=list)

    def body(self, record: Record, text: str) -> Record:
        if record.body:
            return record.model_copy(update={"body": Words(record.body.zh, text)})
        self.problems.append(
            NOTHING_TO_TRANSLATE.at(
                self.translation.path,
                self.translation.matter.mark(()),
                field=Bilingual("正文", "text"),
            )
        )
        return record

    def value(self, value: object, data: Data, path: Path) -> object:
        """One value of the source with its translation laid over."""
        match value, data:
            case _, None:
                return value
            case Words(), str():
                return Words(value.zh, data.strip() or None)
            case Words(), _:
                self.problems.append(
                    WANT_TEXT.at(self.translation.path, self.translation.matter.mark(path), field=_name(path))
                )
                return value
            case Part(), dict():
                return self.part(value, data, path)
            case Part(), str() if value.brief:
                return self.part(value, {value.brief: data}, path)
            case tuple(), _:
                return self.items(value, data if isinstance(data, list) else [data], path)
            case None, _:
                return self.refuse(path, value)
        return self.fact(value, data, path)

    def part(self, part: Part, data: dict[str, Data], path: Path) -> Part:
        changed: dict[str, object] = {}
        for name, item in data.items():
            if name not in type(part).model_fields or name == "body":
                self.unknown(part, (*path, name))
            else:
                changed[name] = self.value(getattr(part, name), item, (*path, name))
        return part.model_copy(update=changed)

    def items(self, values: tuple[object, ...], data: list[Data], path: Path) -> tuple[object, ...]:
        """Item by item, in order; the source's own order is the only one."""
        if len(data) > len(values):
            self.refuse((*path, len(values)), None)
        given = [*data[: len(values)], *[None] * (len(values) - len(data))]
        return tuple(
            self.value(value, item, (*path, n)) for n, (value, item) in enumerate(zip(values, given, strict=True))
        )

    def fact(self, value: object, data: Data, path: Path) -> object:
        """A fact may stand in a translation only if it says what the source says."""
        said = _at(self.source.matter.data, path)
        if data != said:
            self.problems.append(
                FACT_IN_TRANSLATION.at(
                    self.translation.path,
                    self.translation.matter.mark(path, key=True),
                    field=_name(path),
                    source=said if isinstance(said, str) else "…",
                )
            )
        return value

    def refuse(self, path: Path, value: object) -> object:
        mark = self.translation.matter.mark(path, key=True)
        self.problems.append(NOTHING_TO_TRANSLATE.at(self.translation.path, mark, field=_name(path)))
        return value

    def unknown(self, part: Part, path: Path) -> None:
        known = [name for name in type(part).model_fields if isinstance(getattr(part, name), Words | Part | tuple)]
        suggestion = Bilingual("译文只写要翻译的文字", "A translation holds only words to be translated")
        mark = self.translation.matter.mark(path, key=True)
        self.problems.append(
            UNKNOWN_FIELD.at(
                self.translation.path, mark, field=_name(path), known=", ".join(known), suggestion=suggestion
            )
        )


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
