"""Source → Record, or Problems with file, line and column.

The models of `kinds` do the judging; here what pydantic says of them is put into an editor's words, where it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from minusone.faults import (
    MISSING_FIELD,
    NOT_ONE_OF,
    UNKNOWN_FIELD,
    WANT_FIELDS,
    WANT_LIST,
    WANT_TEXT,
    Fault,
    did_you_mean,
)
from minusone.frontmatter import MOST, Matter
from minusone.hints import choices, raised
from minusone.load import Source, Sources
from minusone.problems import Mark, Problem
from minusone.schema import About, Part, Path, Record, Term, about, classes, nearest
from minusone.translation import translated
from minusone.words import Bilingual, Lang, Words


@dataclass(frozen=True, slots=True)
class Checked:
    """A record with the source it came from, and its translation's if there is one."""

    record: Record
    source: Source
    translation: Source | None

    @property
    def sources(self) -> Iterator[tuple[Lang, Source]]:
        """Each file with its language."""
        yield "zh", self.source
        if self.translation:
            yield "en", self.translation

    def at(self, fault: Fault, path: Path, **particulars: object) -> Problem:
        """A fault where the record's own file says the thing."""
        return fault.at(self.source.path, self.source.matter.mark(path), **particulars)

    def place(self, path: Path, lang: Lang) -> tuple[str, Mark]:
        """The file that says the thing in a language, and where; without a translation, the record's own."""
        source = (self.translation if lang == "en" else None) or self.source
        mark = Mark(source.matter.body_line) if path == ("body",) else source.matter.mark(path)
        return source.path, mark


def records(sources: Sources) -> tuple[list[Checked], list[Problem]]:
    """Every record that can be read; what stands in a file that can't is among the problems."""
    good: list[Checked] = []
    problems: list[Problem] = []
    for key, source in sources.zh.items():
        record, wrong = one(source)
        problems += wrong
        translation = sources.en.get(key)
        if record and translation:
            record, wrong = translated(record, source, translation)
            problems += wrong
        if record:
            good.append(Checked(record, source, translation))
    return good, problems


def one(source: Source) -> tuple[Record | None, list[Problem]]:
    """One Chinese source as a record. One that could not be read at all has said so already."""
    matter = source.matter
    if not matter.data:
        return None, []
    body = Words(matter.body) if matter.body.strip() else None
    if "body" in matter.data:
        mark = matter.mark(("body",), key=True)
        return None, [UNKNOWN_FIELD.at(source.path, mark, field="body", **_neighbours("body", source.kind))]
    try:
        return source.kind.model_validate({**matter.data, "body": body}), []
    except ValidationError as error:
        return None, [explained(source.path, source.kind, matter, detail) for detail in error.errors()[:MOST]]


def explained(path: str, model: type[BaseModel], matter: Matter, error: ErrorDetails) -> Problem:
    """One of pydantic's errors in an editor's words. One that no Fault names is a KeyError."""
    where = _known(matter, error["loc"])
    name = _name(error["loc"])
    mark = matter.mark(where, key=error["type"] == "extra_forbidden")
    holder, said = _declared(model, error["loc"])
    value = _shown(error.get("input"))
    field = Bilingual(f"{name}（{said.label.zh}）", name) if said else name
    match error["type"]:
        case "missing" if said:
            return MISSING_FIELD.at(path, mark, field=name, label=said.label, help=said.help)
        case "extra_forbidden":
            return UNKNOWN_FIELD.at(path, mark, field=name, **_neighbours(name, holder))
        case "enum":
            return NOT_ONE_OF.at(path, mark, field=field, value=value, **_choices(model, error["loc"], value))
        case "string_type":
            return WANT_TEXT.at(path, mark, field=field)
        case "tuple_type" | "list_type":
            return WANT_LIST.at(path, mark, field=field)
        case "model_type" | "dict_type":
            example = _first_field(model, error["loc"])
            return WANT_FIELDS.at(path, mark, field=field, value=value, example=example)
    fault, particulars = raised(error["type"], error.get("ctx", {}))
    return fault.at(path, mark, **{"field": field, "value": value} | particulars)


# --- where -----------------------------------------------------------------------------------------------------------


def _known(matter: Matter, loc: Path) -> Path:
    """The longest part of pydantic's location that the file has: it counts a lone item as the first of a list."""
    shorter = tuple(part for part in loc if part != 0)
    return loc if loc in matter.places or shorter not in matter.places else shorter


def _name(loc: Path) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "-")


def _shown(value: object) -> str:
    text = "、".join(value) if isinstance(value, dict) else str(value if value is not None else "")
    return text if len(text) <= 60 else text[:60] + "…"


# --- what is declared there ------------------------------------------------------------------------------------------


def _inner(holder: type[BaseModel] | None, name: str, wanted: type) -> Any:
    info = holder.model_fields.get(name) if holder else None
    return next((c for c in classes(info.annotation if info else None) if issubclass(c, wanted)), None)


def _declared(model: type[BaseModel], loc: Path) -> tuple[type[BaseModel], About | None]:
    """The model that holds the last field of a location, and what is said of that field there."""
    names = [part for part in loc if isinstance(part, str)]
    holder = model
    for name in names[:-1]:
        holder = _inner(holder, name, Part) or holder
    info = holder.model_fields.get(names[-1]) if names else None
    return holder, about(info) if info else None


def _first_field(model: type[BaseModel], loc: Path) -> str:
    """A field to begin with where fields belong: one that must be given, if there is any."""
    holder, _ = _declared(model, loc)
    fields: dict[str, FieldInfo] = _inner(holder, _name(loc), Part).model_fields
    return next((name for name, info in fields.items() if info.is_required()), next(iter(fields)))


def _neighbours(name: str, holder: type[BaseModel]) -> dict[str, object]:
    """The fields that may stand there, and the one that a misspelt one could have been."""
    fields = {field: info for field, info in holder.model_fields.items() if field != "body"}
    near = nearest(name, fields)
    delete = Bilingual("删掉这一行，或者写进正文", "Delete the line, or say it in the text")
    return {"known": ", ".join(fields), "suggestion": did_you_mean(near) if near else delete}


def _choices(model: type[BaseModel], loc: Path, value: str) -> dict[str, object]:
    """The terms that may stand there, and the one that is nearest."""
    holder, _ = _declared(model, loc)
    term = _inner(holder, _name(loc), Term)
    return choices(value, {str(one.value): one.label for one in term or ()})
