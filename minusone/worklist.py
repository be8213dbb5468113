"""What is left to translate, as a list of things to do; and of each kind of record, which are not fully translated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from minusone.corpus import Corpus
from minusone.faults import TRANSLATION_ALONE
from minusone.freshness import Freshness, completeness, public_words
from minusone.pages.checks import Kind, kinds
from minusone.privacy.guard import masked
from minusone.problems import Format, Mark, Problem, written
from minusone.schema import Term, called
from minusone.words import Bilingual, Lang


class Work(Term):
    """What there is to do, what misleads a reader first."""

    STALE = (
        "stale",
        "译文落后：改好英文；不用改的，运行 build.py translated 文件",
        "Translation behind: edit the English; where it still fits, run build.py translated FILE",
    )
    ORPHAN = "orphan", "译文没有原文：补上中文，或者删除译文", "No source: add the Chinese, or delete the translation"
    MISSING = "missing", "没有译文：写一份 .en.md", "Not translated: write an .en.md"
    PARTIAL = "partial", "部分未译：在 .en.md 里补上", "Partly translated: add what is lacking to the .en.md"


@dataclass(frozen=True)
class Item:
    """One thing to do: where it is, in which field, and the first words of its Chinese; of a whole file neither."""

    work: Work
    path: str
    mark: Mark
    field: Bilingual | None = None
    words: str = ""

    def said(self, lang: Lang) -> str:
        return f"{self.field.to(lang)} “{self.words}”" if self.field else ""


@dataclass(frozen=True)
class Worklist:
    """Things to do, by what there is to do and then by file; and how far each kind is translated."""

    items: tuple[Item, ...]
    kinds: tuple[Kind, ...]


def worklist(corpus: Corpus, problems: Iterable[Problem]) -> Worklist:
    """Of the records that can be read; the translations without a source are among the problems."""
    orphans = (Item(Work.ORPHAN, p.path, p.mark) for p in problems if p.code == TRANSLATION_ALONE.code)
    items = sorted([*_left(corpus), *orphans], key=lambda one: (list(Work).index(one.work), one.path, one.mark))
    return Worklist(tuple(items), kinds(item.record for item in corpus.checked if not item.record.internal))


def _left(corpus: Corpus) -> Iterator[Item]:
    """Of a record without any English only its name: all of it is to be done."""
    for item in corpus.checked:
        found = completeness(item.record)
        words = dict(public_words(item.record))
        whole = found.freshness is Freshness.MISSING
        for path in found.stale:
            yield Item(Work.STALE, *item.place(path, "en"), called(path), words[path].begun)
        for path in found.missing[:1] if whole else found.missing:
            work = Work.MISSING if whole else Work.PARTIAL
            yield Item(work, *item.place(path, "zh"), called(path), words[path].begun)


# --- as text ---------------------------------------------------------------------------------------------------------

_NOTHING = Bilingual("没有要翻译的。", "There is nothing to translate.")
_WHY = Bilingual("英文读者看到的与中文不同，或者只有中文", "Who reads English is told something else, or only Chinese")


def told(found: Worklist, style: Format, lang: Lang) -> str:
    """The list as text for people, JSON for programs, or annotations for a GitHub workflow.

    What must not be published is masked: the words that it quotes have not been let through by the guard yet.
    """
    match style:
        case "json":
            return masked(json.dumps(_data(found, lang), ensure_ascii=False, indent=2))
        case "github":
            return masked(written((_annotated(item) for item in found.items), style, lang))
        case "text":
            return masked("\n".join(_lines(found, lang)))


def _lines(found: Worklist, lang: Lang) -> Iterator[str]:
    for work, group in groupby(found.items, key=lambda item: item.work):
        items = list(group)
        yield f"{work.label.to(lang)} [{len(items)}]"
        for item in items:
            yield f"  {item.path}:{item.mark.line}:{item.mark.column}: {item.said(lang)}".rstrip(": ")
        yield ""
    if not found.items:
        yield from (_NOTHING.to(lang), "")
    colon = "：" if lang == "zh" else ": "
    for kind in found.kinds:
        yield f"{kind.name.to(lang)}{colon}{kind.share.plain(lang)}"


def _data(found: Worklist, lang: Lang) -> dict[str, object]:
    items = [
        {"state": item.work.value, "path": item.path, "line": item.mark.line, "column": item.mark.column}
        | ({"field": item.field.to(lang), "words": item.words} if item.field else {})
        for item in found.items
    ]
    lacking = {
        kind.kind: [{"address": one.link.address, "state": one.freshness.value} for one in kind.behind]
        for kind in found.kinds
    }
    return {
        "items": items,
        "kinds": {kind.kind: {"records": kind.share.whole, "lacking": lacking[kind.kind]} for kind in found.kinds},
    }


def _annotated(item: Item) -> Problem:
    what = Bilingual(item.said("zh") or item.path, item.said("en") or item.path)
    return Problem(item.path, item.mark, f"translation-{item.work.value}", what, _WHY, item.work.label, note=True)
