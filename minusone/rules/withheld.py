"""What is withheld is not told by others: no public record repeats the title of a withheld one."""

from __future__ import annotations

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
    titles = {title: item.record.id for item in corpus.checked if _is_withheld(item) for title in _titles(item)}
    for item in corpus.checked:
        if titles and not item.record.internal and not _is_withheld(item):
            yield from _told(item, titles)


def _is_withheld(item: Checked) -> bool:
    return isinstance(item.record, Rectification) and any(s.step is StepKind.WITHHELD for s in item.record.progress)


def _titles(item: Checked) -> list[str]:
    title = item.record.title
    return [words for words in (title.zh, title.en) if words and len(words) >= SHORT]


def _told(item: Checked, titles: dict[str, Id]) -> Iterator[Problem]:
    """In any words of the record, in its own file or in its translation's."""
    for leaf in leaves(item.record):
        if not isinstance(leaf.value, Words) or leaf.about.internal:
            continue
        for words, source in ((leaf.value.zh, item.source), (leaf.value.en, item.translation)):
            for title, id_ in titles.items():
                if words and source and title in words:
                    line = source.matter.body_line + words[: words.index(title)].count("\n")
                    mark = Mark(line) if leaf.path == ("body",) else source.matter.mark(leaf.path)
                    yield WITHHELD_TITLE.at(source.path, mark, id=id_)
