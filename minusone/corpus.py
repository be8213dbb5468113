"""All records together, checked one by one but not yet against each other; with their bodies as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from minusone.check import Checked
from minusone.load import Source, Sources
from minusone.markup import Html, to_html
from minusone.pictures import Sized
from minusone.schema import Id, Record, Ref
from minusone.settings import Config, Settings
from minusone.words import LANGS, Lang

Texts = Mapping[tuple[Ref, Lang], Html]


@dataclass(frozen=True)
class Corpus:
    """What the rules look at. A body that could not be rendered is not among the texts.

    `unread` are the ids of files that have problems of their own; `sources` and `config` are the files as written.
    """

    checked: tuple[Checked, ...]
    texts: Texts
    as_of: date
    settings: Settings
    pictures: Mapping[str, Sized | None] = field(default_factory=dict)
    unread: frozenset[Ref] = frozenset()
    sources: Sources = field(default_factory=Sources)
    config: Config = field(default=Config("config.yaml"))

    @cached_property
    def by_ref(self) -> dict[Ref, Checked]:
        """The first record of each kind and id."""
        return {item.record.ref: item for item in reversed(self.checked)}

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
    """One body as HTML, None if it is nested too deeply; a function of its own, so that a worker can be given it."""
    _, lang, folder, text = body
    try:
        return to_html(text, folder, lang)
    except RecursionError:
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
