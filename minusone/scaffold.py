"""A new record, with every field of its kind explained: what `kinds` declares, written out for an editor to fill in.

What has to be filled in comes first. Lines that begin with `#` and a field's name are fields that may be left out; a
`#` and a space begin words for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin

from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from minusone import load, settings
from minusone.faults import BAD_ID, DUPLICATE_ID
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification
from minusone.load import Sources
from minusone.periods import Period
from minusone.problems import Mark, Problem
from minusone.schema import Id, Part, Record, Term, To, about
from minusone.settings import Places
from minusone.words import LANGS, Bilingual, Lang, Words

T = TypeVar("T")


class RefusedError(Exception):
    """Nothing was written; `words` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        self.words = Bilingual(zh, en)
        super().__init__(en)


def create(places: Places, given: date | None, kind: str, name: str | None, lang: Lang) -> list[Path]:
    """Write a record's two files, the Chinese and its translation; returns their paths.

    `kind` is a kind's name, folder or label, `lang` the language of the explanations. A rectification without a name
    gets the next number of the year. Raises RefusedError for what can't be begun, and what `settings` raises.
    """
    said = settings.settings(places.config)
    today = settings.today(said, given)
    model = kind_of(kind)
    known = load.sources(places.content, said.max_file_bytes)
    id = _checked_id(name, model, known) if name else _next_number(model, known, today)
    folder = places.content / model.folder
    files = {folder / f"{id}.{each}.md": text(model, id, today, each, lang) for each in LANGS}
    for file in files:
        if file.exists():
            raise RefusedError(f"{file} 已经有了，不会覆盖", f"{file} is there already and won't be replaced")
    folder.mkdir(parents=True, exist_ok=True)
    for file, words in files.items():
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(words)
    return list(files)


# --- which record ----------------------------------------------------------------------------------------------------


def kind_of(word: str) -> type[Record]:
    """The kind that is called so. Raises RefusedError with the nearest name."""
    names = {name: kind for kind in KINDS.values() for name in (*kind.label, kind.folder, kind.kind)}
    if word in names:
        return names[word]
    known = Bilingual(
        "、".join(f"{kind.kind}（{kind.label.zh}）" for kind in KINDS.values()), ", ".join(KINDS)
    )
    near = get_close_matches(word, names, n=1, cutoff=0.5)
    guess = Bilingual(f"是不是“{near[0]}”？", f"Did you mean “{near[0]}”? ") if near else Bilingual("", "")
    raise RefusedError(
        f"没有“{word}”这类记录。{guess.zh}可以是：{known.zh}",
        f"There is no kind of record called “{word}”. {guess.en}It may be: {known.en}",
    )


def _checked_id(name: str, model: type[Record], known: Sources) -> str:
    try:
        id: str = TypeAdapter(Id).validate_python(name)
    except ValidationError:
        raise _refused(BAD_ID.at("", Mark(), value=name)) from None
    for source in known.zh.values():
        if source.kind is model and source.matter.data.get("id") == id:
            raise _refused(DUPLICATE_ID.at("", Mark(), id=id, other=source.path))
    return id


def _refused(problem: Problem) -> RefusedError:
    said = (problem.what, problem.why, problem.fix)
    return RefusedError("。".join(words.zh for words in said), ". ".join(words.en for words in said))


def _next_number(model: type[Record], known: Sources, today: date) -> str:
    """One more than the year's highest: a gap may be a number that was used once, and none is used again."""
    if model is not Rectification:
        raise RefusedError(
            f"请在种类后面写上编号，例如 new {model.kind} baisha-visit-0306",
            f"Give an id after the kind, for example: new {model.kind} baisha-visit-0306",
        )
    names = [
        str(name)
        for source in known.zh.values()
        if source.kind is model
        for name in (source.name, source.matter.data.get("id"))
    ]
    numbers = [int(found[1]) for name in names if (found := re.match(rf"{today.year}-(\d+)", name, re.ASCII))]
    return f"{today.year}-{max(numbers, default=0) + 1:03}"


# --- what is written -------------------------------------------------------------------------------------------------

_REQUIRED = Bilingual("必须填写", "To be filled in")
_OPTIONAL = Bilingual(
    "可以不写；要写时删去栏目行首的 #", "May be left out; to fill one in, delete the # that its lines begin with"
)
_TRANSLATION = Bilingual("这里只写译文；日期、数字和编号只在中文文件里写", "Words only; facts stand in the Chinese file")


def text(model: type[Record], id: str, today: date, file: Lang, lang: Lang) -> str:
    """The whole of a new file: `file` is the language of the record, `lang` that of its explanations."""
    form = _Form(id, today, lang, words_only=file == "en")
    fields = {name: info for name, info in model.model_fields.items() if name != "body" and form.has(info)}
    required = [line for name, info in fields.items() if info.is_required() for line in form.field(name, info)]
    optional = [line for name, info in fields.items() if not info.is_required() for line in form.field(name, info)]
    return "\n".join(
        [
            "---",
            *([f"# {_TRANSLATION.to(lang)}"] if form.words_only else []),
            f"# === {_REQUIRED.to(lang)} ===",
            *required,
            "",
            f"# === {_OPTIONAL.to(lang)} ===",
            *optional,
            "---",
            "",
        ]
    )
