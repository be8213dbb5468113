"""What `check` says on a terminal: what stops a build; once nothing does, what to know and to do, under headings.

A note is one line there, and what to do about it is said once for all of which it is the same. Every problem with all
its words is in the forms for programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minusone.faults import (
    BEFORE_WITHOUT_AFTER,
    COMMITMENT_MISSED,
    COMMITMENT_SHORT,
    COUNTS_FOR_NO_PERIOD,
    DIARY_LACKS,
    DUE_SOON,
    EXCEPTION_UNUSED,
    FOLLOW_UP_DUE_SOON,
    FOLLOW_UP_MISSED,
    MEMORY_BEHIND,
    ONE_NOT_TAKEN_UP,
    OVERDUE,
    PARTS_DIFFER,
    RECOMMENDATION_DUE_SOON,
    RECOMMENDATION_OVERDUE,
    REPORTED_DIFFERS,
    REVIEW_OVERDUE,
    SILENT,
    TOTAL_DIFFERS,
    TRANSLATION_STALE,
    TYPED_SHARE,
    TYPED_TOTAL,
    Fault,
)
from minusone.problems import Format, Problem, parted, sentence, written
from minusone.words import Bilingual, Lang

HEADINGS: dict[Bilingual, tuple[Fault, ...]] = {
    Bilingual("已经逾期", "Overdue"): (OVERDUE, REVIEW_OVERDUE, FOLLOW_UP_MISSED, RECOMMENDATION_OVERDUE),
    Bilingual("承诺未做或不足", "Commitments not kept"): (COMMITMENT_MISSED, COMMITMENT_SHORT, COUNTS_FOR_NO_PERIOD),
    Bilingual("没有下文", "Nothing heard since"): (SILENT, ONE_NOT_TAKEN_UP, BEFORE_WITHOUT_AFTER),
    Bilingual("快要到期", "Due soon"): (DUE_SOON, FOLLOW_UP_DUE_SOON, RECOMMENDATION_DUE_SOON),
    Bilingual("数字对不上", "Figures that do not agree"): (
        TOTAL_DIFFERS,
        PARTS_DIFFER,
        REPORTED_DIFFERS,
        TYPED_TOTAL,
        TYPED_SHARE,
    ),
    Bilingual("日记没有写全", "Diaries that lack something"): (DIARY_LACKS,),
    Bilingual("译文", "Translation"): (TRANSLATION_STALE, MEMORY_BEHIND),
    Bilingual("隐私检查", "Privacy"): (EXCEPTION_UNUSED,),
}
"""The notes, the most pressing first: every one has its heading."""


def told(problems: Iterable[Problem], style: Format, lang: Lang) -> str:
    """Every problem as JSON for programs or as annotations for a GitHub workflow; for people the list above."""
    errors, notes = parted(problems)
    if style != "text":
        return written((*errors, *notes), style, lang)
    return written(errors, style, lang) if errors else "\n".join(_lines(notes, lang))


def _lines(notes: Iterable[Problem], lang: Lang) -> Iterator[str]:
    alike: dict[tuple[str, Bilingual], list[Problem]] = {}
    for note in notes:
        alike.setdefault((note.code, note.fix), []).append(note)
    for heading, faults in HEADINGS.items():
        groups = [group for fault in faults for (code, _), group in alike.items() if code == fault.code]
        if not groups:
            continue
        yield f"{heading.to(lang)} [{sum(map(len, groups))}]"
        for group in groups:
            yield from (f"  {note.place}: {note.what.to(lang)}" for note in group)
            yield f"    → {sentence(group[0].fix.to(lang), lang)}"
        yield ""
