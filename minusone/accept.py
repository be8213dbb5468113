"""A translator's word that the English still says what the Chinese says: it is remembered as it is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from minusone import check, load, memory
from minusone.check import Checked
from minusone.places import Places
from minusone.problems import ContentError, Problem
from minusone.refusals import MisuseError
from minusone.settings import settings
from minusone.words import Bilingual


class NotARecordError(MisuseError):
    """Something to be accepted that is no file of a record with a translation."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(str(file))

    @property
    def words(self) -> Bilingual:
        return Bilingual(f"“{self.file}”不是有译文的记录", f"“{self.file}” is no record with a translation")


def accept(places: Places, files: Collection[Path]) -> int:
    """Remember the records of these files, all if there are none; returns how many passages were stale until now.

    A record goes by either of its files. Raises NotARecordError, or ContentError where a file can't be read.
    """
    then, damaged = memory.read(places.content)
    sources = load.sources(places.content, settings(places.config).max_file_bytes)
    every, wrong = check.records(sources)
    chosen, problems = _chosen(places.content, files, every, [*sources.problems, *wrong]) if files else (every, wrong)
    if damaged or problems:
        raise ContentError([*damaged, *problems])
    now = memory.pieces(item.record for item in every)
    accepted = memory.pieces(item.record for item in chosen)
    memory.write(places.content, {**then, **accepted})
    return len(memory.stale(now, then) & accepted.keys())


def _chosen(
    content: Path, files: Collection[Path], every: list[Checked], problems: list[Problem]
) -> tuple[list[Checked], list[Problem]]:
    """The translated records of the files, and what is wrong with the files themselves."""
    around = content.resolve().parent
    by_file = {around / one.path: item for item in every if item.translation for one in (item.source, item.translation)}
    named = {file.resolve(): file for file in files}
    wrong = [problem for problem in problems if around / problem.path in named]
    if not wrong and (lost := [file for path, file in named.items() if path not in by_file]):
        raise NotARecordError(lost[0])
    return [by_file[path] for path in named if path in by_file], wrong
