"""How good the privacy guard is: `python -m tests.privacy.measure`; with `--write` docs/privacy.md says so."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from minusone.privacy import guard
from tests.privacy.corpus import Snippet, content, negatives, positives

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "privacy.md"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"


@dataclass(frozen=True)
class Measured:
    """What was missed of what has to be found, and what was found where there is nothing."""

    missed: tuple[Snippet, ...]
    alarms: tuple[Snippet, ...]
    alarms_in_content: tuple[Snippet, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / len(positives())

    @property
    def precision(self) -> float:
        found = len(positives()) - len(self.missed)
        return found / (found + len(self.alarms))


def measured() -> Measured:
    """A snippet is found when a finding overlaps every private stretch of it; an alarm is any finding in a negative."""
    return Measured(
        tuple(one for one in positives() if not _found(one)),
        tuple(one for one in negatives() if guard.find(one.text)),
        tuple(one for one in content(ROOT / "content") if guard.find(one.text)),
    )


def _found(snippet: Snippet) -> bool:
    findings = guard.find(snippet.text)
    return all(any(one.start < end and one.end > start for one in findings) for start, end in snippet.private)


# --- as Markdown -----------------------------------------------------------------------------------------------------


def tables(result: Measured) -> str:
    return "\n".join(
        [
            f"### To be found: {len(positives())} snippets, {_by_hand(positives())} of them written by hand",
            "",
            *_table(("family", "snippets", "found", "missed"), _families(positives(), result.missed)),
            "",
            f"Recall {result.recall:.3f}. " + _named("Missed", result.missed),
            "",
            f"### To be left alone: {len(negatives())} snippets, {_by_hand(negatives())} of them written by hand",
            "",
            *_table(("family", "snippets", "left alone", "false alarms"), _families(negatives(), result.alarms)),
            "",
            f"Precision {result.precision:.3f}. " + _named("False alarms", result.alarms),
            "",
            "### The sample content, line by line",
            "",
            _named("False alarms", result.alarms_in_content),
            "",
        ]
    )


def _by_hand(snippets: Iterable[Snippet]) -> int:
    return sum(snippet.by_hand for snippet in snippets)


def _families(snippets: Iterable[Snippet], wrong: tuple[Snippet, ...]) -> Iterator[tuple[object, ...]]:
    """Each family with how many snippets went right and wrong, then all together."""
    whole = list(snippets)
    for family, some in groupby(whole, key=lambda snippet: snippet.family):
        count, amiss = len(list(some)), sum(snippet.family == family for snippet in wrong)
        yield family, count, count - amiss, amiss
    yield "**all**", len(whole), len(whole) - len(wrong), len(wrong)


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(("---", *["---:"] * (len(head) - 1)))
    yield from map(_row, rows)


def _row(cells: tuple[object, ...]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _named(what: str, wrong: tuple[Snippet, ...]) -> str:
    """Not one is lost in a total."""
    if not wrong:
        return f"{what}: none."
    return f"{what}:\n\n" + "\n".join(f"- {one.family} {one.number}: `{_visible(one.text)}`" for one in wrong)


def _visible(text: str) -> str:
    return text.replace("\n", "⏎").replace("\u200b", "·").replace("`", "'")


# --- on the page -----------------------------------------------------------------------------------------------------


def on_page(text: str) -> str:
    """The tables that a page holds between its two marks."""
    return text.partition(BEGIN)[2].partition(END)[0]


def renewed(text: str, made: str) -> str:
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return before + begin + made + end + after


def main() -> None:
    made = tables(measured())
    if "--write" in sys.argv[1:]:
        PAGE.write_text(renewed(PAGE.read_text("utf-8"), made), "utf-8")
    else:
        sys.stdout.write(made)


if __name__ == "__main__":
    main()
