"""One way through: Source → Record → Site → Output → File."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from minusone import check, link, load, memory, plan, publish, rules, search, settings, worklist
from minusone.corpus import Corpus, bodies, body_html, unread
from minusone.data.document import Document
from minusone.guarded import Guard, cleared
from minusone.paper import PAPERS_WORTH_A_WORKER, Paper, refuse_without_a_press
from minusone.problems import ContentError, Problem, ordered, parted
from minusone.render import Renderer
from minusone.schema import Record
from minusone.settings import PAGES_ALONE, Extras, Places, Settings, config
from minusone.site import Site
from minusone.work import Progress, each, quietly


@dataclass(frozen=True)
class Built:
    """What a build made; `remembered` says whether the translation memory could be kept."""

    pages: int
    files: int
    remembered: bool = True


def build(
    places: Places,
    given: date | None,
    workers: int | None,
    portable: bool = False,
    progress: Progress = quietly,
    extras: Extras = PAGES_ALONE,
) -> Built:
    """Check everything, then write the site. Raises ContentError and touches nothing if there is a problem."""
    publish.refuse_what_is_not_ours(places.out, places.config, places.content, places.templates)
    with publish.turn(places.out):
        publish.put_back(places.out)
        return _build(places, given, workers, portable, progress, extras)


def _build(
    places: Places, given: date | None, workers: int | None, portable: bool, progress: Progress, extras: Extras
) -> Built:
    if extras.papers:
        refuse_without_a_press()
    (places.templates / "assets").stat()  # FileNotFoundError now, rather than a site without a style.
    said = settings.settings(places.config)
    as_of = settings.today(said, given)
    whole, problems = corpus(places, said, as_of, workers, progress)
    stop_on(problems)
    extras = replace(extras, search=extras.search and not portable)  # A browser reads no index from a disk.
    outputs, papers, documents, copies = planned(link.site(whole, parted(problems)[1]), places, extras)
    stop_on(list(plan.clashes([*outputs, *papers, *documents, *copies])))
    renderer = Renderer(places.templates.resolve(), portable, plan.sizes(copies))
    allowed = said.privacy.allowed(as_of)
    rendered = each(Guard(renderer, allowed), outputs, workers, progress, "pages")
    copied = each(Guard(plan.copied, allowed), copies, workers, progress, "files")
    searched = Guard(replace(renderer, portable=False), allowed)  # Paper leads to the published site, not to a disk.
    press = Paper(searched, said.address, renderer.templates / "paper", tuple(copies))
    printed = each(press, papers, workers, progress, "PDFs", PAPERS_WORTH_A_WORKER)
    written = each(Guard(plan.documented, allowed), documents, workers, progress, "documents")
    complete = partial(indexed, progress, len(outputs)) if extras.search else publish.as_it_is
    made = publish.files(cleared(chain(rendered, written, copied, printed)), places.out, complete)
    return Built(len(outputs), made, memory.renew(places.content, _records(whole)))


def indexed(progress: Progress, pages: int, folder: Path) -> None:
    """Index the pages in a folder, as a piece of work of its own. Raises search.NoIndexError."""
    progress("search index", 0, pages)
    search.index(folder)
    progress("search index", pages, pages)


def check_all(places: Places, given: date | None, workers: int | None) -> tuple[tuple[Problem, ...], int]:
    """Every problem and note of the settings and of the content, and how many records there are."""
    try:
        said = settings.settings(places.config)
    except ContentError as error:
        return error.problems, 0
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    if not parted(problems)[0]:
        outputs, papers, documents, copies = planned(link.site(whole), places, Extras(papers=True))
        problems += plan.clashes([*outputs, *papers, *documents, *copies])
        problems += memory.behind(places.content, _records(whole))
    return ordered(problems), len(whole.checked)


def to_translate(
    places: Places, given: date | None, workers: int | None
) -> tuple[tuple[Problem, ...], worklist.Worklist]:
    """Every problem of the content, and what there is to translate in what can be read."""
    said = settings.settings(places.config)
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    return parted(problems)[0], worklist.worklist(whole, problems)


def corpus(
    places: Places, settings: Settings, as_of: date, workers: int | None, progress: Progress = quietly
) -> tuple[Corpus, list[Problem]]:
    """Everything that can be read, and everything that is wrong with it."""
    sources = load.sources(places.content, settings.max_file_bytes)
    remembered, damaged = memory.read(places.content)
    checked, wrong = check.records(sources)
    marked = memory.marked((item.record for item in checked), remembered)
    checked = [replace(item, record=record) for item, record in zip(checked, marked, strict=True)]
    texts = bodies(item.record for item in checked)
    rendered = zip(texts, each(body_html, texts, workers, progress, "texts"), strict=True)
    by_body = {(ref, lang): html for (ref, lang, *_), html in rendered if html}
    whole = Corpus(
        tuple(checked),
        by_body,
        as_of,
        settings,
        sources.pictures,
        unread(sources, checked),
        sources,
        config(places.config),
    )
    return whole, [*sources.problems, *damaged, *wrong, *rules.broken(whole)]


def _records(whole: Corpus) -> list[Record]:
    return [item.record for item in whole.checked]


def planned(
    site: Site, places: Places, extras: Extras = PAGES_ALONE
) -> tuple[list[plan.Output], list[plan.Output], list[Document], list[plan.Copy]]:
    """Pages, what goes on paper, and the other files."""
    pages = plan.pages(site, extras)
    papers = plan.papers(site, pages) if extras.papers else []
    return plan.outputs(pages), papers, plan.documents(site, pages), plan.copies(site, places.templates / "assets")


def stop_on(problems: list[Problem]) -> None:
    """Nothing is published of content that has problems; what is only noted stops nothing."""
    stopping, _ = parted(problems)
    if stopping:
        raise ContentError(stopping)
