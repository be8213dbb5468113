"""All records together, checked one by one but not yet against each other; with their bodies as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from minusone.check import Checked
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.kinds.unit import Unit
from minusone.load import Source, Sources
from minusone.markup import Html, TangledError, to_html
from minusone.memory import Memory
from minusone.pictures import Sized
from minusone.problems import Mark
from minusone.reckoning.commitments import Promise, promises
from minusone.reckoning.lifecycle import Standing, Wrong, follow
from minusone.reckoning.units import Tree
from minusone.schema import Id, Path, Record, Ref
from minusone.settings import Config, Settings
from minusone.words import LANGS, Lang

Texts = Mapping[tuple[Ref, Lang], Html]
R = TypeVar("R", bound=Record)


class Life(NamedTuple):
    """A rectification, where its steps leave it today, and which of them are wrong."""

    record: Rectification
    standing: Standing
    wrong: tuple[Wrong, ...]


class Written(NamedTuple):
    """A body in one language, with the file that it stands in."""

    lang: Lang
    source: Source
    html: Html


@dataclass(frozen=True)
class Alone:
    """One record with its bodies as HTML: what the rules look at that need no other record."""

    item: Checked
    texts: Mapping[Lang, Html]
    as_of: date
    settings: Settings

    @cached_property
    def life(self) -> Life | None:
        record = self.item.record
        return Life(record, *follow(record, self.as_of)) if isinstance(record, Rectification) else None

    @property
    def written(self) -> Iterator[Written]:
        """Every body that could be rendered."""
        for lang, source in self.item.sources:
            if html := self.texts.get(lang):
                yield Written(lang, source, html)


@dataclass(frozen=True)
class Corpus:
    """What the rules look at. A body that could not be rendered is not among the texts.

    `unread` are the ids of files that have problems of their own; `sources` and `config` are the files as written.
    `pieces` are the translated ones, as they are now, of which those that are `stale` say so.
    """

    checked: tuple[Checked, ...]
    texts: Texts
    as_of: date
    settings: Settings
    pictures: Mapping[str, Sized | None] = field(default_factory=dict)
    unread: frozenset[Ref] = frozenset()
    sources: Sources = field(default_factory=Sources)
    config: Config = field(default=Config("config.yaml"))
    pieces: Memory = field(default_factory=dict)
    stale: frozenset[str] = frozenset()

    @cached_property
    def each(self) -> tuple[Alone, ...]:
        """Every record by itself."""
        return tuple(Alone(item, self._texts(item.record.ref), self.as_of, self.settings) for item in self.checked)

    def _texts(self, ref: Ref) -> dict[Lang, Html]:
        return {lang: html for lang in LANGS if (html := self.texts.get((ref, lang)))}

    def of(self, kind: type[R]) -> tuple[tuple[Checked, R], ...]:
        """Every record of a kind, with the files that it came from."""
        return self._of_kind.get(kind, ())

    @cached_property
    def _of_kind(self) -> dict[type[Record], tuple[tuple[Checked, Any], ...]]:
        found: dict[type[Record], list[tuple[Checked, Any]]] = {}
        for item in self.checked:
            found.setdefault(type(item.record), []).append((item, item.record))
        return {kind: tuple(items) for kind, items in found.items()}

    @cached_property
    def by_ref(self) -> dict[Ref, Checked]:
        """The first record of each kind and id."""
        return {item.record.ref: item for item in reversed(self.checked)}

    def where(self, ref: Ref, path: Path) -> tuple[str, Mark]:
        """The file and the line that say something of a record; of one that is not there, the folder of its kind.

        Figures that were computed are a report's.
        """
        if item := self.by_ref.get(ref):
            return item.place(path, "zh")
        return f"content/{KINDS.get(ref.kind, Report).folder}", Mark()

    @cached_property
    def standings(self) -> dict[Id, Standing]:
        """Where each rectification stands, the first of each id."""
        return {one.life.record.id: one.life.standing for one in reversed(self.each) if one.life}

    @cached_property
    def tree(self) -> Tree:
        """All units, internal ones among them."""
        return Tree({item.record.id: item.record for item in self.by_ref.values() if isinstance(item.record, Unit)})

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every commitment as the public will see it: nothing internal counts."""
        public = [item.record for item in self.by_ref.values() if not item.record.internal]
        units = Tree({record.id: record for record in public if isinstance(record, Unit)})
        return promises(public, units, self.as_of)

    @cached_property
    def kinds_by_id(self) -> dict[Id, list[str]]:
        found: dict[Id, list[str]] = {}
        for ref in [*self.by_ref, *self.unread]:
            found.setdefault(ref.id, []).append(ref.kind)
        return found


Body = tuple[Ref, Lang, str, str]
"""Whose body, in which language, in which folder, and its Markdown."""


def bodies(records: Iterable[Record]) -> list[Body]:
    """Every body to be rendered. Where there is no translation, the Chinese serves for both."""
    return [
        (record.ref, lang, record.folder, text.plain)
        for record in records
        if record.body
        for lang in LANGS
        if not (text := record.body.to(lang)).lang
    ]


def body_html(body: Body) -> Html | None:
    """One body as HTML, None if it is too tangled; a function of its own, so that a worker can be given it."""
    _, lang, folder, text = body
    try:
        return to_html(text, folder, lang)
    except TangledError:
        return None


def unread(sources: Sources, checked: Iterable[Checked]) -> frozenset[Ref]:
    """What the files that could not be made records may call themselves: a link to one is not the thing to mend."""
    read = {item.source.path for item in checked}
    broken = (source for source in sources.zh.values() if source.path not in read)
    return frozenset(Ref(source.kind.kind, name) for source in broken for name in _names(source))


def _names(source: Source) -> list[str]:
    """The id that a file states, else those that its name may begin with: `2014-003` of `2014-003-parking`."""
    stated = source.matter.data.get("id")
    words = source.name.split("-")
    return [stated] if isinstance(stated, str) else ["-".join(words[:end]) for end in range(1, len(words) + 1)]
