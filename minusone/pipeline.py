"""One way through: Source → Record → Site → Output → File."""

from __future__ import annotations

from datetime import date

from minusone import check, load, rules, settings
from minusone.corpus import Corpus, bodies, body_html, unread
from minusone.problems import ContentError, Problem, ordered
from minusone.settings import Places, Settings
from minusone.work import each


def corpus(places: Places, settings: Settings, as_of: date, workers: int | None) -> tuple[Corpus, list[Problem]]:
    """Everything that can be read, and everything that is wrong with it."""
    sources = load.sources(places.content, settings.max_file_bytes)
    checked, wrong = check.records(sources)
    texts = bodies(item.record for item in checked)
    html = dict(zip(((ref, lang) for ref, lang, *_ in texts), each(body_html, texts, workers), strict=True))
    whole = Corpus(tuple(checked), html, as_of, sources.pictures, unread(sources, checked))
    return whole, [*sources.problems, *wrong, *rules.broken(whole)]


def stop_on(problems: list[Problem]) -> None:
    """Nothing is published of content that has problems."""
    if problems:
        raise ContentError(problems)


def check_all(places: Places, given: date | None, workers: int | None) -> tuple[tuple[Problem, ...], int]:
    """Every problem of the settings and of the content, and how many records there are."""
    try:
        said = settings.settings(places.config)
    except ContentError as error:
        return error.problems, 0
    whole, problems = corpus(places, said, settings.today(said, given), workers)
    return ordered(problems), len(whole.checked)
