"""One way through: Source → Record → Site → Output → File."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minusone import check, link, load, plan, publish, rules, settings
from minusone.corpus import Corpus, bodies, body_html, unread
from minusone.problems import ContentError, Problem, ordered, parted
from minusone.render import Renderer
from minusone.settings import Places, Settings
from minusone.site import Site
from minusone.work import Progress, each, quietly


@dataclass(frozen=True)
class Built:
    """What a build made."""

    pages: int
    files: int


def build(
    places: Places,
    given: date | None,
    workers: int | None,
    portable: bool = False,
    progress: Progress = quietly,
) -> Built:
    """Check everything, then write the site. Raises ContentError and touches nothing if there is a problem."""
    publish.refuse_what_is_not_ours(places.out, places.config, places.content, places.templates)
    with publish.turn(places.out):
        publish.put_back(places.out)
        return _build(places, given, workers, portable, progress)


def _build(places: Places, given: date | None, workers: int | None, portable: bool, progress: Progress) -> Built:
    (places.templates / "assets").stat()  # FileNotFoundError now, rather than a site without a style.
    said = settings.settings(places.config)
    as_of = settings.today(said, given)
    whole, problems = corpus(places, said, as_of, workers, progress)
    stop_on(problems)
    outputs, copies = planned(link.site(whole), places)
    stop_on(list(plan.clashes([*outputs, *copies])))
    rendered = each(Renderer(places.templates.resolve(), portable), outputs, workers, progress, "pages")
    made = publish.files(rendered, ((copy.path, copy.file) for copy in copies), places.out)
    return Built(len(outputs), made)


def check_all(places: Places, given: date | None, workers: int | None) -> tuple[tuple[Problem, ...], int]:
    """Every problem and note of the settings and of the content, and how many records there are."""
    try:
        said = settings.settings(places.config)
    except ContentError as error:
        return error.problems, 0
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    if not parted(problems)[0]:
        outputs, copies = planned(link.site(whole), places)
        problems += plan.clashes([*outputs, *copies])
    return ordered(problems), len(whole.checked)


def corpus(
    places: Places, settings: Settings, as_of: date, workers: int | None, progress: Progress = quietly
) -> tuple[Corpus, list[Problem]]:
    """Everything that can be read, and everything that is wrong with it."""
    sources = load.sources(places.content, settings.max_file_bytes)
    checked, wrong = check.records(sources)
    texts = bodies(item.record for item in checked)
    rendered = zip(texts, each(body_html, texts, workers, progress, "texts"), strict=True)
    by_body = {(ref, lang): html for (ref, lang, *_), html in rendered if html}
    whole = Corpus(tuple(checked), by_body, as_of, settings, sources.pictures, unread(sources, checked))
    return whole, [*sources.problems, *wrong, *rules.broken(whole)]


def planned(site: Site, places: Places) -> tuple[list[plan.Output], list[plan.Copy]]:
    return plan.outputs(site), plan.copies(site, places.templates / "assets")


def stop_on(problems: list[Problem]) -> None:
    """Nothing is published of content that has problems; what is only noted stops nothing."""
    stopping, _ = parted(problems)
    if stopping:
        raise ContentError(stopping)
