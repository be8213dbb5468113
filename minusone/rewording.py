"""An edit of words alone: where only the prose of a body changed, only its own place in its record's pages does.

Whatever else could follow from a text is compared first: what it leads to, shows and asks, its headings, what is wrong
with it or noted of it, whether its English falls behind. Where any of that is not as it was, nothing is done here.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from pkgutil import resolve_name

from minusone import entries, memory, settings
from minusone.addresses import relative, rooted
from minusone.cache import SIZE, Before, Made, Standing, unpickled
from minusone.corpus import Alone
from minusone.digests import digest
from minusone.entries import Entry, Pair
from minusone.guarded import private
from minusone.indexing import index, is_index
from minusone.kinds.rectification import Rectification
from minusone.layout import Layout, address
from minusone.load import MEMORY, File, placed
from minusone.privacy.guard import find
from minusone.progress import Progress
from minusone.publish import change
from minusone.remaking import Changes
from minusone.request import Built, Request
from minusone.rules import broken_alone
from minusone.rules.privacy import published
from minusone.rules.typed import totals
from minusone.schema import Record, Ref
from minusone.settings import Settings
from minusone.slot import Body, slot
from minusone.stamps import moment, renewed, surface
from minusone.words import LANGS, Lang

UNKNOWN = bytes(SIZE)
"""Stands for what a page is made of, until a build looks at all of it again."""


@dataclass(frozen=True)
class Around:
    """What is to be known of a site beside the texts that changed."""

    standing: Standing
    settings: Settings
    as_of: date
    layout: Layout
    out: Path
    portable: bool


def build(request: Request, before: Before, progress: Progress) -> Built | None:
    """Put edited words in their place. None where more than words changed, and then nothing is touched."""
    then, places = before.cache.standing, request.places
    if not then or not before.here or request.extras.papers:
        return None
    said = settings.settings(places.config)
    layout = resolve_name(request.planned.layout)
    around = Around(then, said, settings.today(said, request.given), layout, places.out.resolve(), request.portable)
    remembered = memory.text(places.content)
    agreed: str | None = remembered
    pages: dict[PurePosixPath, bytes] = {}
    read: dict[str, bytes] = {}
    for pair in _pairs(places.content.resolve(), before, then):
        name = entries.name(pair, said.max_file_bytes) if pair else ""
        value = before.cache.entry(name)
        if pair is None or value is None:
            return None
        old, new = unpickled(value), entries.entry(pair, said.max_file_bytes)
        agreed = _agreed(agreed or "", old, new, around) if _only_words_differ(old, new, around) else None
        made = _pages(new.record.ref, old, new, around) if new.record and agreed is not None else None
        if made is None:
            return None
        pages |= made
        read[name] = pickle.dumps(new, pickle.HIGHEST_PROTOCOL)
    before.cache.keep(read.items())
    before.cache.unsettle()
    change(pages.items(), lambda: (), around.out)
    if agreed != remembered:
        memory.put(places.content, agreed or "")
    searched = request.extras.search and not request.portable
    changes = Changes(before.cache.outputs() if searched else {})
    changes.now.update({str(path): Made(UNKNOWN, digest(data)) for path, data in pages.items()})
    if searched:
        _index(around.out, changes, progress)
    sources = renewed(before.sources, places.content.resolve() / MEMORY, moment(before.cache.folder))
    files = len(changes.now) if searched else then.files
    standing = replace(then, inventory=sources, surface=surface(around.out), files=files)
    before.cache.settle(standing, changes.new(), map(str, changes.gone(is_index)))
    return Built(then.pages, standing.files)


def _index(out: Path, changes: Changes, progress: Progress) -> None:
    """The search index takes its time, and its place when the pages have theirs."""
    changes.now = {path: made for path, made in changes.known.items() if not is_index(path)} | changes.now
    made = changes.of(index(out, changes.now, changes.known, progress))
    change(made, lambda: changes.gone(is_index), out)


def _pairs(content: Path, before: Before, then: Standing) -> Iterator[Pair | None]:
    """The records whose files were edited, each once; None for what else was."""
    root, now = str(content), before.sources.files
    done: set[str] = set()
    for edited in sorted(before.edited or ()):
        stem, lang, ending = edited[:-6], edited[-6:-3], edited[-3:]
        there = edited in now and edited in then.inventory.files and edited.startswith(root)
        if not there or ending != ".md" or lang not in (".zh", ".en"):
            yield None
        elif stem not in done:
            done.add(stem)
            files = [_file(content, f"{stem}.{one}.md") for one in LANGS if f"{stem}.{one}.md" in now]
            yield Pair(files[0], files[1] if len(files) > 1 else None) if files[0] else None


def _file(content: Path, where: str) -> File | None:
    """A record's file, by where it lies."""
    file = placed(f"{content.name}/{Path(where).relative_to(content).as_posix()}", where)
    return file if isinstance(file, File) else None


def _only_words_differ(old: Entry, new: Entry, around: Around) -> bool:
    """Whether all that could show elsewhere is the same of both."""
    one, other = old.record, new.record
    if not one or not other or old.problems or new.problems or not one.body or not other.body or one.internal:
        return False
    if isinstance(one, Rectification) and one.withheld:
        return False
    plain = not any(html is None or html.queries or html.pictures for html in new.texts.values())
    same = _facts(one) == _facts(other) and _seen(old, around) == _seen(new, around)
    return plain and same and not _tells(new, around)


def _facts(record: Record) -> tuple[Record, bool]:
    """A record without its body, and whether that is translated."""
    return record.model_copy(update={"body": None}), bool(record.body and record.body.en)


def _seen(entry: Entry, around: Around) -> tuple[object, ...]:
    """What rules and other pages see of a record's texts."""
    texts = {lang: html for lang, html in entry.texts.items() if html}
    checked = entry.checked
    alone = broken_alone(Alone(checked, texts, around.as_of, around.settings)) if checked else ()
    sources = [source for source in (entry.source, entry.translation) if source]
    return (
        {lang: replace(html, html="") for lang, html in texts.items()},
        Counter((problem.code, problem.note) for problem in alone),
        [(typed.number, typed.query) for source in sources for typed in totals(source.matter.body, source.lang)],
        {found.fingerprint for one in sources for found in find(published(one.text, one.matter, one.kind))},
    )


def _tells(entry: Entry, around: Around) -> bool:
    """Whether a text says the title of a withheld record."""
    body = entry.record.body if entry.record else None
    said = f"{body.zh}\n{body.en}" if body else ""
    return any(title in said for title in around.standing.withheld)


def _agreed(remembered: str, old: Entry, new: Entry, around: Around) -> str | None:
    """The translation memory with what the body says now."""
    if not (old.record and old.record.body and new.record and new.record.body):
        return None
    return memory.reworded(remembered, new.record.ref, old.record.body, new.record.body, around.standing.behind)


def _pages(ref: Ref, old: Entry, new: Entry, around: Around) -> dict[PurePosixPath, bytes] | None:
    """The record's pages with the new words in the place of the old; None where that place can't be told."""
    made: dict[PurePosixPath, bytes] = {}
    for lang in LANGS:
        path = around.layout.path(address(ref), lang)
        was, now = (_place(entry, lang, path, around) for entry in (old, new))
        if was == now:
            continue
        page = (around.out / path).read_bytes()
        if page.count(was) != 1:
            return None
        made[path] = page.replace(was, now)
        if any(private(path, made[path], new.source.path, around.settings.privacy.allowed(around.as_of), set())):
            return None
    return made


def _place(entry: Entry, lang: Lang, path: PurePosixPath, around: Around) -> bytes:
    """What stands in a page where a record's text does."""
    html = str(slot(lang, Body({one: text.html for one, text in entry.texts.items() if text}), around.layout.leads_to))
    if around.layout.rooted and not around.portable:
        return rooted(html, around.settings.path).encode()
    return relative(html, path, portable=around.portable).encode()
