"""What is withheld is not told by others: no public record repeats the title of a withheld one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import WITHHELD_TITLE
from minusone.kinds.rectification import Rectification, StepKind
from minusone.problems import Mark, Problem
from minusone.schema import Id, leaves
from minusone.words import Words

SHORT = 4
"""Characters below which a title is too common a word to be looked for."""


def no_title_of_a_withheld_record_stays(corpus: Corpus) -> Iterator[Problem]:
    taken = titles(corpus)
    any_of_them = re.compile("|".join(map(re.escape, taken)))
    for item in corpus.checked:
        if taken and not item.record.internal and not _is_withheld(item):
            yield from _told(item, taken, any_of_them)


def titles(corpus: Corpus) -> dict[str, Id]:
    """The titles of withheld records that are looked for, and whose they are."""
    return {title: item.record.id for item in corpus.checked if _is_withheld(item) for title in _titles(item)}


def _is_withheld(item: Checked) -> bool:
    return isinstance(item.record, Rectification) and any(s.step is StepKind.WITHHELD for s in item.record.progress)


def _titles(item: Checked) -> list[str]:
    title = item.record.title
    return [words for words in (title.zh, title.en) if words and len(words) >= SHORT]


def _told(item: Checked, titles: dict[str, Id], any_of_them: re.Pattern[str]) -> Iterator[Problem]:
    """In any words of the record, in its own file or in its translation's."""
    for leaf in leaves(item.record, Words):
        if leaf.about.internal:
            continue
        for words, source in ((leaf.value.zh, item.source), (leaf.value.en, item.translation)):
            if not words or not source or not any_of_them.search(words):
                continue
            for title in (title for title in titles if title in words):
                line = source.matter.body_line + words[: words.index(title)].count("\n")
                mark = Mark(line) if leaf.path == ("body",) else source.matter.mark(leaf.path)
                yield WITHHELD_TITLE.at(source.path, mark, id=titles[title])
