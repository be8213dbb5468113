"""The search index as files of the site: made after the pages, and again only where one of them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from minusone import digests, search
from minusone.cache import Made
from minusone.progress import Progress
from minusone.remaking import Remade


def index(site: Path, now: Mapping[str, Made], known: Mapping[str, Made], progress: Progress) -> Iterator[Remade]:
    """The index of the pages in a folder: `now` are the files there, `known` what there was before them.

    Raises search.NoIndexError.
    """
    pages = sorted((path, made.holds) for path, made in now.items() if path.endswith(".html"))
    made_of = digests.of(pages)
    before = {path: made for path, made in known.items() if is_index(path)}
    if before and all(made.made_of == made_of for made in before.values()):
        yield from (Remade(PurePosixPath(path), made_of) for path in before)
        return
    progress("search index", 0, len(pages))
    for path, data in search.index(site):
        yield Remade(path, made_of, data)
    progress("search index", len(pages), len(pages))


def is_index(path: str) -> bool:
    return path.startswith(f"{search.FOLDER}/")
