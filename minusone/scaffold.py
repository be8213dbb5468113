"""A new record, with every field of its kind explained: what `kinds` declares, written out for an editor to fill in.

What has to be filled in comes first. Lines that begin with `#` and a field's name are fields that may be left out; a
`#` and a space begin words for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from minusone import load, settings
from minusone.faults import BAD_ID, DUPLICATE_ID
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification
from minusone.load import Sources
from minusone.periods import Period
from minusone.places import Places
from minusone.problems import Mark, Problem
from minusone.refusals import MisuseError
from minusone.schema import Id, Part, Record, Term, To, about, has_words, pieces
from minusone.words import LANGS, Bilingual, Lang


class RefusedError(MisuseError):
    """Nothing was written; `words` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        self.said = Bilingual(zh, en)
        super().__init__(en)

    @property
    def words(self) -> Bilingual:
        return self.said


def create(places: Places, given: date | None, kind: str, name: str | None, lang: Lang) -> list[Path]:
    """Write a record's two files, the Chinese and its translation; returns their paths.

    `kind` is a kind's name, folder or label, `lang` the language of the explanations. A rectification without a name
    gets the next number of the year. Raises RefusedError for what can't be begun, and what `settings` raises.
    """
    said = settings.settings(places.config)
    today = settings.today(said, given)
    model = kind_of(kind)
    places.content.mkdir(exist_ok=True)
    known = load.sources(places.content, said.max_file_bytes)
    id = _checked_id(name, model, known) if name else _next_number(model, known, today)
    folder = places.content / model.folder
    files = {folder / f"{id}.{file}.md": Form(model, id, today, file, lang).text() for file in LANGS}
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
    known = Bilingual("、".join(f"{kind.kind}（{kind.label.zh}）" for kind in KINDS.values()), ", ".join(KINDS))
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
    "可以不写；要写时删去栏目行首的 #", "May be left out; to fill one in, delete the # before its lines"
)
_WORDS_ONLY = Bilingual("这里只写译文；日期、数字和编号只写在中文文件里", "Words only; facts stand in the Chinese file")
_KEPT = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Form:
    """One new file: `file` is the language of the record in it, `lang` that of the explanations."""

    model: type[Record]
    id: str
    today: date
    file: Lang
    lang: Lang

    def text(self) -> str:
        """The whole file. A translation has only the fields that hold words."""
        fields = {name: info for name, info in self._fields(self.model) if name != "body"}
        lines = ["---", *([f"# {_WORDS_ONLY.to(self.lang)}"] if self.file == "en" else [])]
        for title, live in ((_REQUIRED, True), (_OPTIONAL, False)):
            lines += ["", f"# === {title.to(self.lang)} ==="]
            for name, info in fields.items():
                if self._live(info) is live:
                    lines += ["", *self._field(name, info, live)]
        lines += ["", f"# {self._explained(self.model.model_fields['body'])}", "---"]
        return "\n".join(lines) + "\n"

    def _fields(self, model: type[Part]) -> list[tuple[str, FieldInfo]]:
        """The fields to be written, those that must be filled in first."""
        fields = [(name, info) for name, info in model.model_fields.items() if self.file == "zh" or has_words(info)]
        return sorted(fields, key=lambda field: not field[1].is_required())

    def _live(self, info: FieldInfo) -> bool:
        """Whether a field stands there to be filled in; what is translated item by item waits for the Chinese."""
        return info.is_required() and (self.file == "zh" or _part(info) is None)

    def _field(self, name: str, info: FieldInfo, live: bool) -> Iterator[str]:
        yield from (f"# {line}" for line in self._explanation(info))
        hidden = "" if live else "#"
        value = self.id if name == "id" else self._value(info)
        yield f"{hidden}{name}: {value}".rstrip()
        if part := _part(info):
            yield from self._nested(part, live, dash=tuple in pieces(info))

    def _nested(self, part: type[Part], live: bool, dash: bool) -> Iterator[str]:
        """The fields of a part, one level deep; in a list, as its first item."""
        for number, (name, info) in enumerate(self._fields(part)):
            indent = "    " if dash and number else "  "
            hidden = "" if live and info.is_required() else "#"
            yield from (f"{'' if live else '#'}{indent}# {line}" for line in self._explanation(info))
            value = self._value(info) or self._first_term(info)
            yield f"{hidden}{indent}{'- ' if dash and not number else ''}{name}: {value}".rstrip()

    def _explanation(self, info: FieldInfo) -> list[str]:
        return [self._explained(info), *self._references(info), *self._terms(info)]

    def _explained(self, info: FieldInfo) -> str:
        said = about(info)
        return f"{said.label.to(self.lang)}{'：' if self.lang == 'zh' else ': '}{said.help.to(self.lang)}"

    def _terms(self, info: FieldInfo) -> list[str]:
        """The words that may stand there, with what they mean; no line ends between the two."""
        meanings = [f"{term.value} {term.label.to(self.lang)}" for term in _term(info) or ()]
        lines = wrap("; ".join(meaning.replace(" ", _KEPT) for meaning in meanings), 80)
        return [line.replace(_KEPT, " ") for line in lines]

    def _references(self, info: FieldInfo) -> Iterator[str]:
        for to in (said for said in pieces(info) if isinstance(said, To)):
            first, *others = (KINDS[kind] for kind in to.kinds)
            zh = [f"填{first.label.zh}的编号", *(f"{kind.label.zh}写 {kind.kind}:编号" for kind in others)]
            en = [f"Write the id of a {first.label.en}", *(f"for a {k.label.en}, {k.kind}:id" for k in others)]
            yield "，".join(zh) if self.lang == "zh" else "; ".join(en)

    def _value(self, info: FieldInfo) -> str:
        """Today where a date is asked for, the default where there is one, else nothing."""
        if info.is_required():
            return self.today.isoformat() if {date, Period} & set(_types(info)) else ""
        match info.default:
            case Term():
                return str(info.default.value)
            case bool():
                return str(info.default).lower()
            case str() | int():
                return str(info.default)
        return ""

    def _first_term(self, info: FieldInfo) -> str:
        term = _term(info) if info.is_required() else None
        return str(next(iter(term)).value) if term else ""


# --- what a field's type says ----------------------------------------------------------------------------------------


def _types(info: FieldInfo) -> list[type]:
    return [said for said in pieces(info) if isinstance(said, type)]


def _part(info: FieldInfo) -> type[Part] | None:
    return next((type for type in _types(info) if issubclass(type, Part)), None)


def _term(info: FieldInfo) -> type[Term] | None:
    return next((type for type in _types(info) if issubclass(type, Term)), None)
