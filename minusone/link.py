"""Corpus → Site: only what is public, with derived state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from minusone.corpus import Corpus
from minusone.kinds.activity import Picture
from minusone.kinds.rectification import Rectification, State, Step, StepKind
from minusone.kinds.unit import Unit
from minusone.pictures import Sized
from minusone.problems import Problem
from minusone.reckoning.lifecycle import Standing, follow
from minusone.reckoning.units import Tree
from minusone.schema import Record, Ref, parts
from minusone.site import Site
from minusone.words import LANGS, Words

WITHHELD = Words("不予公开的事项", "A withheld item")


def site(corpus: Corpus, notes: Iterable[Problem] = ()) -> Site:
    """The public site of a corpus in which no rule is broken; of the notes on public files only how many of a kind."""
    public = {
        item.record.ref: item.record.public()
        for item in sorted(corpus.checked, key=lambda item: item.record.ref)
        if not item.record.internal
    }
    standings = {
        record.id: _told(follow(record, corpus.as_of)[0])
        for record in public.values()
        if isinstance(record, Rectification)
    }
    records = {ref: _shown(record, standings) for ref, record in public.items()}
    return Site(
        corpus.settings.public(corpus.as_of),
        corpus.as_of,
        records,
        standings,
        texts={key: html for key, html in corpus.texts.items() if (record := records.get(key[0])) and record.body},
        tree=Tree({record.id: record for record in records.values() if isinstance(record, Unit)}),
        sources={item.record.ref: item.source.path for item in corpus.checked},
        pictures=_shown_pictures(corpus, records),
        notes=_counted(corpus, notes),
    )


def _counted(corpus: Corpus, notes: Iterable[Problem]) -> Counter[str]:
    internal = {
        source.path
        for item in corpus.checked
        if item.record.internal
        for source in (item.source, item.translation)
        if source
    }
    return Counter(note.code for note in notes if note.path not in internal)


def _told(standing: Standing) -> Standing:
    """What may be said of where a record stands: of a withheld one no reasons, which are words of its text."""
    if standing.state is not State.WITHHELD:
        return standing
    return standing._replace(reason=None, moves=tuple(replace(move, reason=None) for move in standing.moves))


def _shown_pictures(corpus: Corpus, records: Mapping[Ref, Record]) -> dict[str, Sized]:
    """Those that a public record shows; one that only lies beside it stays unpublished."""
    shown: dict[str, Sized] = {}
    for item in corpus.checked:
        record = records.get(item.record.ref)
        if record is None:
            continue
        texts = [corpus.texts.get((record.ref, lang)) for lang in LANGS] if record.body else []
        names = [name for html in texts if html for name, _ in html.pictures]
        names += [picture.file for _, picture in parts(record, Picture)]
        for name in names:
            path = f"{item.source.folder}/{name}"
            if picture := corpus.pictures[path]:
                shown[path] = picture
    return shown


def _shown(record: Record, standings: Mapping[str, Standing]) -> Record:
    if isinstance(record, Rectification) and standings[record.id].state is State.WITHHELD:
        return tombstone(record)
    return record


def tombstone(record: Rectification) -> Rectification:
    """What stays of a withheld record: its id, who answered for it, when its steps led where, and the legal basis."""
    steps = tuple(
        Step(
            date=step.date,
            step=step.step,
            state=step.state,
            deadline=step.deadline,
            verdict=step.verdict,
            basis=step.basis if _withholds(step) else None,
        )
        for step in record.progress
    )
    stays = {
        "id",
        "sample",
        "nature",
        "area",
        "topic",
        "unit",
        "lead",
        "supporting",
        "programme",
        "track",
        "deadline",
        "workdays",
    }
    gone = {name: info.get_default() for name, info in type(record).model_fields.items() if name not in stays}
    found = record.found.model_copy(update={"prompt": None, "channel": None}) if record.found else None
    return record.model_copy(update={**gone, "title": WITHHELD, "found": found, "progress": steps})


def _withholds(step: Step) -> bool:
    return step.step is StepKind.WITHHELD or step.state is State.WITHHELD
