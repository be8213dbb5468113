"""One way through: Source → Record → Site → Output → File."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from pkgutil import resolve_name
from typing import NamedTuple

from minusone import entries, link, load, memory, plan, publish, rules, settings, worklist
from minusone.cache import Before, Standing
from minusone.corpus import Corpus, unread
from minusone.indexing import is_index
from minusone.judging import judged
from minusone.making import Making
from minusone.paper import refuse_without_a_press
from minusone.places import Extras, Places
from minusone.problems import ContentError, Problem, ordered, parted
from minusone.progress import Progress, quietly
from minusone.publish import Written
from minusone.remaking import Changes
from minusone.request import Built, Request
from minusone.rules.withheld import titles as withheld_titles
from minusone.settings import Settings, config
from minusone.site import Site
from minusone.stamps import moment, renewed, surface
from minusone.work import Hands


def build(request: Request, before: Before, workers: Hands, progress: Progress) -> Built:
    """Check everything, then write what is not what it was.

    Raises ContentError and touches nothing if there is a problem.
    """
    places = request.places
    said = asked(request)
    site, kept = _linked(request, said, workers, progress, before)
    changes = Changes(before.cache.outputs() if before.here else {})
    making = made(request, said, site, changes, before.cache.folder / "templates", workers, progress)
    if changes.known:
        _change(making, changes, before, places.out)
    else:
        _write(making, changes, before, places.out)
    remembered = memory.renew(places.content, kept.pieces)
    return _settled(making, changes, before, request, kept, remembered)


def asked(request: Request) -> Settings:
    """The settings, when all is there that a build needs besides. Raises ContentError, FileNotFoundError."""
    if request.extras.papers:
        refuse_without_a_press()
    (request.places.templates / "assets").stat()  # FileNotFoundError now, rather than a site without a style.
    return settings.settings(request.places.config)


def made(
    request: Request,
    said: Settings,
    site: Site,
    changes: Changes,
    compiled: Path,
    workers: Hands,
    progress: Progress,
) -> Making:
    """What makes the files of a site."""
    # A browser reads no index from a disk.
    extras = replace(request.extras, search=request.extras.search and not request.portable)
    return Making(
        resolve_name(request.planned.plan),
        resolve_name(request.planned.layout),
        site,
        request.places.templates,
        request.portable,
        extras,
        said.privacy.allowed(site.as_of),
        changes.known,
        compiled,
        workers,
        progress,
    )


class Kept(NamedTuple):
    """What is still asked of the records' files when there is a Site: the titles that nothing may say, what is
    translated, and of that what is behind."""

    withheld: tuple[str, ...]
    pieces: memory.Memory
    stale: frozenset[str]


def _linked(request: Request, said: Settings, workers: Hands, progress: Progress, before: Before) -> tuple[Site, Kept]:
    """All else that was read goes, so that there is room for pages. Raises ContentError if there is a problem."""
    return linked(*sound(request, said, workers, progress, before))


def sound(
    request: Request, said: Settings, workers: Hands, progress: Progress, before: Before | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """All that was read, with what is noted. Raises ContentError if there is a problem."""
    whole, problems = corpus(request.places, said, settings.today(said, request.given), workers, progress, before)
    stop_on(problems)
    return whole, parted(problems)[1]


def linked(whole: Corpus, notes: Iterable[Problem]) -> tuple[Site, Kept]:
    """The public site, and what is still asked of what was read."""
    kept = Kept(tuple(withheld_titles(whole)), whole.pieces, whole.stale)
    return link.site(whole, notes), kept


def _write(making: Making, changes: Changes, before: Before, out: Path) -> None:
    """A whole site takes the place of whatever was there."""
    written = chain(changes.of(making.readable()), changes.of(making.printable()))
    publish.files(_unsettling(before, written), out, lambda fresh: changes.of(making.searchable(fresh, changes.now)))


def _change(making: Making, changes: Changes, before: Before, out: Path) -> None:
    """What changed takes its place: first what is read, then what takes its time."""
    readable = _unsettling(before, changes.of(making.readable()))
    publish.change(readable, lambda: changes.gone(making.is_readable), out)
    publish.change(changes.of(making.printable()), lambda: changes.gone(making.is_printable), out)
    publish.change(changes.of(making.searchable(out, changes.now)), lambda: changes.gone(is_index), out)


def _unsettling(before: Before, written: Iterator[Written]) -> Iterator[Written]:
    """When all is made and nothing is wrong, what the last build left begins to change."""
    yield from written
    before.cache.unsettle()


def _settled(making: Making, changes: Changes, before: Before, request: Request, kept: Kept, remembered: bool) -> Built:
    """What the next build is to know."""
    places, cache = request.places, before.cache
    sources = renewed(before.sources, places.content.resolve() / load.MEMORY, moment(cache.folder))
    built = Built(making.pages, len(changes.now), remembered)
    behind = frozenset(kept.pieces[key] for key in kept.stale)
    standing = Standing(request.asked, sources, surface(places.out), built.pages, built.files, kept.withheld, behind)
    gone = map(str, changes.gone(lambda _: True)) if changes.known else None
    cache.settle(standing, changes.new(), gone)
    return built


def check_all(places: Places, given: date | None, workers: Hands) -> tuple[tuple[Problem, ...], int]:
    """Every problem and note of the settings and of the content, and how many records there are."""
    try:
        said = settings.settings(places.config)
    except ContentError as error:
        return error.problems, 0
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    if not parted(problems)[0]:
        problems += _clashes(link.site(whole), places)
        problems += memory.behind(places.content, whole.pieces)
    return ordered(problems), len(whole.checked)


def _clashes(site: Site, places: Places) -> Iterator[Problem]:
    """Two for one path, whatever of them a build would make."""
    pages = list(plan.pages(site, Extras(papers=True)))
    papers, documents = plan.papers(site, pages), plan.documents(site, pages)
    copies = plan.copies(site, places.templates / "assets")
    return plan.clashes([*plan.outputs(pages), *papers, *documents, *copies])


def to_translate(places: Places, given: date | None, workers: Hands) -> tuple[tuple[Problem, ...], worklist.Worklist]:
    """Every problem of the content, and what there is to translate in what can be read."""
    said = settings.settings(places.config)
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    return parted(problems)[0], worklist.worklist(whole, problems)


def corpus(
    places: Places,
    settings: Settings,
    as_of: date,
    workers: Hands,
    progress: Progress = quietly,
    before: Before | None = None,
) -> tuple[Corpus, list[Problem]]:
    """Everything that can be read, and everything that is wrong with it."""
    listing = load.listed(places.content)
    read = entries.entries(entries.pairs(listing.files), settings.max_file_bytes, before, workers, progress)
    sources = entries.sources(listing, read, settings.max_file_bytes)
    remembered, damaged = memory.read(places.content)
    pieces = {key: pair for one in read for key, pair in one.pieces.items()}
    stale = memory.stale(pieces, remembered)
    unmarked = (item for one in read if (item := one.checked))
    checked = [replace(item, record=memory.marked(item.record, stale)) for item in unmarked]
    whole = Corpus(
        tuple(checked),
        {(one.record.ref, lang): html for one in read if one.record for lang, html in one.texts.items() if html},
        as_of,
        settings,
        sources.pictures,
        unread(sources, checked),
        sources,
        config(places.config),
        pieces,
        stale,
    )
    return whole, [*sources.problems, *damaged, *judged(whole, before, workers), *rules.broken(whole)]


def stop_on(problems: list[Problem]) -> None:
    """Nothing is published of content that has problems; what is only noted stops nothing."""
    stopping, _ = parted(problems)
    if stopping:
        raise ContentError(stopping)
