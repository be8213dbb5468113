"""A site as it is published: made whole, with the log of all that was ever published, and a signed list of its files.

It continues the log of the site that it replaces, and takes its place together with the log, in one step. What changes
nothing gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from minusone import memory, pipeline
from minusone.kinds.correction import FIGURES, Correction, What
from minusone.pieces.settled import figures
from minusone.pipeline import Kept
from minusone.places import PAGES_ALONE, Extras, Places
from minusone.plain import plain
from minusone.progress import Progress, quietly
from minusone.publication import keys, manifest, sites, versions
from minusone.publication.continuing import Leave, continued
from minusone.publication.events import Entry
from minusone.publication.keys import Salts
from minusone.publication.past import Past
from minusone.publication.silence import erasures, grants, objections
from minusone.publish import Written, files, put_back, refuse_what_is_not_ours, turn, was_published
from minusone.rebuild import uncollected
from minusone.refusals import RefusalError
from minusone.remaking import Changes
from minusone.request import Request
from minusone.schema import Ref
from minusone.settings import Settings
from minusone.site import Site
from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log
from minusone.transparency.notes import Signer, Verifier
from minusone.words import Bilingual
from minusone.work import Hands

NAMELESS = "minusone"
"""The log of a site that has neither a key nor an address."""


@dataclass(frozen=True)
class Edition:
    """What was published: so many pages, and the log as it is now, with so many new entries.

    `begun` says that there was no log before; `remembered` whether the translation memory could be kept.
    """

    pages: int
    log: Checkpoint
    new: int
    begun: bool
    remembered: bool


class NothingBeforeError(RefusalError):
    """A log would begin anew, and who keeps a checkpoint of the one that there was could not go on from it."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            "手边没有发布过的网站，日志接不上：发布过的，用 --since 写上它的网址；从来没有发布过，第一次加 --begin",
            "There is no published site here whose log could be continued: if there is one, give its address with"
            " --since; if nothing was ever published, begin with --begin",
        )


def publish(
    places: Places,
    given: date | None = None,
    since: str | None = None,
    signer: Signer | None = None,
    begin: bool = True,
    workers: Hands = None,
    progress: Progress = quietly,
    extras: Extras = PAGES_ALONE,
) -> Edition:
    """Continue the log of the site in a folder or at the address `since`, else of the one in its place, else begin one.

    Raises ContentError, LogError for a log that may not be continued, and NothingBeforeError where none may be begun,
    and then touches nothing.
    """
    request = Request(places, given, extras=extras)
    refuse_what_is_not_ours(places.out, places.config, places.content, places.templates)
    with turn(places.out), uncollected():
        put_back(places.out)
        said = pipeline.asked(request)
        verifier = Verifier.parse(said.verifier_key) if said.verifier_key else None
        keys.refuse_another(signer, verifier)
        before = _before(places.out, since)
        if not (before or begin):
            raise NothingBeforeError
        if before:
            keys.refuse_unvouched(before.log, signer, verifier)
        past = before or Past.begun(signer.name if signer else _origin(said.address))

        site, kept, entries = _now(request, said, workers, progress, past, keys.salts(signer))
        log = past.continued(entries, signer)

        with TemporaryDirectory() as compiled:
            changes = Changes({})
            making = pipeline.made(request, said, site, changes, Path(compiled), workers, progress)
            readable, printable = changes.of(making.readable()), changes.of(making.printable())

            def more(fresh: Path) -> Iterator[Written]:
                yield from changes.of(making.searchable(fresh, changes.now))
                yield from _listed(fresh, log, signer)

            files(chain(readable, printable, past.files(log).items(), _histories(site)), places.out, more, durably=True)
        remembered = memory.renew(places.content, kept.pieces)
    return Edition(making.pages, log.checkpoint, len(entries), before is None, remembered)


def _before(out: Path, since: str | None) -> Past | None:
    """What is to be continued. Raises LogError if that is not what lies in `out` with nothing but more entries."""
    here = _past(str(out)) if was_published(out) else None
    past = _past(since) if since else here
    if past and here:
        past.log.continues(here.log)
    return past


def _past(where: str) -> Past:
    """Raises LogError, saying where."""
    try:
        return Past.read(sites.opened(where))
    except LogError as error:
        raise error.about(where) from error


def _origin(address: str) -> str:
    """The name of a site's log, which a key can have too: its address without scheme."""
    return address.partition("://")[2].removesuffix("/").replace("+", "%2B") or NAMELESS


def _now(
    request: Request, said: Settings, workers: Hands, progress: Progress, past: Past, salts: Salts
) -> tuple[Site, Kept, tuple[Entry, ...]]:
    """The site with all that was ever published of it, and what the log is to tell of it.

    Raises ContentError for whatever may not become of it in silence.
    """
    whole, notes = pipeline.sound(request, said, workers, progress)
    site, kept = pipeline.linked(whole, notes)
    now = {ref: plain(record) for ref, record in site.records.items()} | figures(site)
    corrections = site.all(Correction)
    pipeline.stop_on(objections(past.histories, past.removed, now, corrections, whole.where))
    granted = grants(past.histories, corrections)
    removed = {ref: one.id for (ref, what), one in granted.items() if what is _removing(ref)}
    leave = Leave(removed, erasures(past.histories, now, granted))
    after = continued(past, now, site.as_of, salts, leave)
    return replace(site, histories=after.histories), kept, after.entries


def _removing(ref: Ref) -> What:
    """What a correction has to be with which something goes: that of a report's figures says that they change."""
    return What.FIGURES if ref.kind == FIGURES else What.REMOVED


def _histories(site: Site) -> Iterator[Written]:
    return ((versions.path(ref), versions.written(history)) for ref, history in site.histories.items())


def _listed(fresh: Path, log: Log, signer: Signer | None) -> Iterator[Written]:
    """The list of all files of a finished site, and its note."""
    data = manifest.written(manifest.of_folder(fresh))
    yield manifest.FILE, data
    if signer:
        yield manifest.NOTE, manifest.signed(data, log.checkpoint.origin, signer).data
