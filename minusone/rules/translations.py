"""English that no longer says what the Chinese says is noted where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Corpus
from minusone.faults import TRANSLATION_STALE
from minusone.freshness import public_words
from minusone.problems import Problem
from minusone.schema import called


def what_is_behind(corpus: Corpus) -> Iterator[Problem]:
    for item in corpus.checked:
        for path, words in public_words(item.record) if item.translation else ():
            if words.stale:
                file, mark = item.place(path, "en")
                yield TRANSLATION_STALE.at(file, mark, field=called(path), words=words.begun, file=file)
