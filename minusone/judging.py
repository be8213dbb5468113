"""What rules say of each record by itself: asked side by side, and only of those that were not judged so before.

It follows from a record's files, the settings and the day, and is remembered under the digest of all that.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import NamedTuple

from minusone import digests
from minusone.cache import Before, unpickled
from minusone.corpus import Alone, Corpus
from minusone.problems import Problem
from minusone.rules import broken_alone
from minusone.work import Hands, each, here


class Judgement(NamedTuple):
    """What is wrong with a record by itself, and the digest of all that this follows from."""

    by: bytes
    problems: tuple[Problem, ...]


def judged(corpus: Corpus, before: Before | None, workers: Hands) -> list[Problem]:
    """Every problem that any record has by itself."""
    laws = digests.of((corpus.settings, corpus.as_of))
    by = {_name(one): _by(one, laws) for one in corpus.each}
    known = dict(_known(by, before))
    new = [one for one in corpus.each if _name(one) not in known]
    made = each(broken_alone, new, here(workers))
    found = {_name(one): Judgement(by[_name(one)], tuple(problems)) for one, problems in zip(new, made, strict=True)}
    if before:
        before.cache.keep((name, pickle.dumps(one, pickle.HIGHEST_PROTOCOL)) for name, one in found.items())
    return [problem for name in by for problem in (known.get(name) or found[name]).problems]


def _name(one: Alone) -> str:
    """By what its judgement is remembered, beside what was read of it."""
    return f"judged {one.item.source.path}"


def _by(one: Alone, laws: bytes) -> bytes:
    files = (part.encode() for _, source in one.item.sources for part in (source.path, source.text))
    return digests.digest(laws, *files)


def _known(by: dict[str, bytes], before: Before | None) -> Iterator[tuple[str, Judgement]]:
    for name, value in before.cache.entries(by) if before else ():
        judgement = unpickled(value)
        if judgement.by == by[name]:
            yield name, judgement
