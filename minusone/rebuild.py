"""What is to be done again: nothing, the one place of a text whose words changed, or all that is made of what changed.

This is the door of a build, and has to be light: whether anything changed at all is known before anything else of this
package is imported.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import blake2b
from pathlib import Path
from sysconfig import get_path
from typing import TYPE_CHECKING

from minusone import publish
from minusone.cache import Before, Cache
from minusone.places import PAGES_ALONE, Extras, Places
from minusone.progress import Progress, quietly
from minusone.request import DISCLOSURE, Built, Planned, Request
from minusone.stamps import changed, inventory, moment, stamp, surface
from minusone.trees import beside

if TYPE_CHECKING:
    from minusone.work import Hands


def build(
    places: Places,
    given: date | None = None,
    workers: Hands = None,
    portable: bool = False,
    progress: Progress = quietly,
    extras: Extras = PAGES_ALONE,
    planned: Planned = DISCLOSURE,
) -> Built:
    """Check everything, then write the site. Raises ContentError and touches nothing if there is a problem.

    What comes out is what a build from nothing makes, byte for byte.
    """
    request = Request(places, given, portable, extras, planned)
    publish.refuse_what_is_not_ours(places.out, places.config, places.content, places.templates)
    with publish.turn(places.out), uncollected():
        publish.put_back(places.out)
        publish.refuse_what_was_published(places.out)
        with _opened(places.out) as cache:
            sources = inventory(_sources(places), moment(cache.folder))
            then = cache.standing
            here = then and then.request == request.asked and then.surface == surface(places.out)
            edited = changed(then.inventory, sources) if then else None
            if then and here and not edited:
                return Built(then.pages, then.files)
            from minusone import rewording

            before = Before(cache, sources, edited, bool(here))
            if built := rewording.build(request, before, progress):
                return built
            from minusone import pipeline

            return pipeline.build(request, before, workers, progress)


@contextmanager
def uncollected() -> Iterator[None]:
    """Nearly all that a build makes or imports stays: to look through it for what went round costs a tenth and more."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _sources(places: Places) -> list[Path]:
    return [path.resolve() for path in (places.config, places.content, places.templates)]


@contextmanager
def _opened(out: Path) -> Iterator[Cache]:
    cache = Cache(beside(out.resolve(), "cache"), _salt())
    try:
        yield cache
    finally:
        cache.close()


def _salt() -> bytes:
    """This very program: its files, its interpreter, and when a package was last installed beside it."""
    package = Path(__file__).parent
    files = sorted((str(path.relative_to(package)), stamp(path)) for path in package.rglob("*.py"))
    installed = stamp(Path(get_path("purelib")))
    return blake2b(repr((sys.version, installed, files)).encode(), digest_size=32).digest()
