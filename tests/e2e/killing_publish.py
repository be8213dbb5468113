"""`python -m tests.e2e.killing_publish FOLDER MOMENTS`: publications that are killed, and what is left of the site.

A program of its own, like `killing`, and its answer is of the same kind.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from unittest.mock import patch

from minusone import edition
from minusone.publication.verifying import asked, verified
from tests.built import REGISTERED, held, places
from tests.e2e.killing import RENAMES, ended, forked, killed_after, killed_at
from tests.sites import BAISHA, CONFIG, progress, record, rectification
from tests.transparency.made import SIGNER

LAMP = rectification(progress(REGISTERED), "路灯不亮。")
LAMPS = LAMP.replace("路灯不亮。", "整条街的路灯不亮。")
ROAD = rectification(progress(REGISTERED), "路面破损。", "2014-002")
ENGLISH = "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
GONE = "".join(
    record("correction", what, f"of: rectification:2014-001\nwhat: {what}\n{more}date: 2014-03-02")
    for what, more in (("removed", ""), ("erased", "versions: 1\n"))
)

PAIRS = {
    "more": (BAISHA + LAMP, BAISHA + ENGLISH + LAMPS + ROAD),
    "less": (BAISHA + LAMP + ROAD, BAISHA + ROAD + GONE),
}
"""What was published, and what is next: a record, a version and a translation more; a record and all its words less."""

MOST_CALLS, LONGEST = 1500, 1.2
"""More than a publication makes, and longer than it takes, in seconds."""


@dataclass(frozen=True)
class Pair:
    """A published site with the sources of its next edition, `kept` in a folder to be copied to that where it is done;
    and what the site holds before and after, and the sources after.

    `step_by_step` is how two folders change places on systems that know no exchange: for a moment there is no site.
    """

    kept: Path
    work: Path
    compiled: Path
    text: str
    before: dict[str, bytes]
    after: dict[str, bytes]
    sources: dict[str, bytes]
    step_by_step: bool = False

    @property
    def site(self) -> Path:
        return self.work / "site"

    @property
    def is_done(self) -> bool:
        return (held(self.site), held(self.work / "content")) == (self.after, self.sources)

    def begin(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.kept, self.work)

    def publish(self) -> None:
        with patch("minusone.publish.exchange", lambda *_: False) if self.step_by_step else nullcontext():
            published(self.work, self.text, self.compiled)


def published(folder: Path, text: str, compiled: Path) -> None:
    """Templates are compiled once for all: that takes longer than all the rest, and touches nothing of a site."""
    with patch("minusone.edition.TemporaryDirectory", lambda: nullcontext(str(compiled))):
        edition.publish(places(folder, text), signer=SIGNER, workers=1)


def made(folder: Path, name: str) -> Pair:
    """Both editions as they are made by nobody who is killed."""
    kept, work, compiled = folder / name, folder / "work", folder / "compiled"
    compiled.mkdir(exist_ok=True)
    texts = [f"-- config.yaml --\n{CONFIG}".replace("2014-04-30", "2014-03-02") + text for text in PAIRS[name]]
    ended(forked(lambda: published(kept, texts[0], compiled)))
    shutil.rmtree(kept / "content" / "rectifications")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(kept, work)
    ended(forked(lambda: published(work, texts[1], compiled)))
    return Pair(kept, work, compiled, texts[1], held(kept / "site"), held(work / "site"), held(work / "content"))


def wrong(pair: Pair) -> Iterator[str]:
    """What a reader, a sceptic with the old checkpoint, and the next publication would not find as it should be."""
    if pair.site.exists() or not pair.step_by_step:
        if (served := held(pair.site)) not in (pair.before, pair.after):
            yield f"torn: {sorted(path for path in served if served[path] != pair.before.get(path))}"
        yield from unverified(pair)
    if not ended(forked(pair.publish)) or not pair.is_done:
        yield "the next does not publish what it would have"
    yield from unverified(pair)
    left = {path.name for path in pair.work.glob(".site.*")} - {".site.lock", ".site.twin", ".site.twin.json"}
    if left:
        yield f"left behind: {sorted(left)}"


def unverified(pair: Pair) -> Iterator[str]:
    old = str(pair.kept / "site" / "log" / "checkpoint")
    yield from (words.en for words in verified(asked(str(pair.site), old, SIGNER.verifier.text)).wrong)


def main(folder: Path, moments: int) -> None:
    more, less = (made(folder, name) for name in PAIRS)
    pairs = (more, less, replace(more, step_by_step=True))
    chance, turns = Random("moments"), cycle(pairs)
    kills, found = {"renames": 0, "calls": 0, "moments": 0}, list[str]()

    def tried(pair: Pair, kind: str, kill: Callable[[], bool]) -> bool:
        pair.begin()
        hit = kill()
        kills[kind] += hit
        found.extend(f"{pair.kept.name}, {kind} {kills[kind]}: {one}" for one in wrong(pair))
        return hit

    for pair in pairs:
        number = 1
        while tried(pair, "renames", partial(killed_at, pair.publish, number, RENAMES)):
            number += 1
    while kills["calls"] < moments // 2:
        pair = next(turns)
        tried(pair, "calls", partial(killed_at, pair.publish, chance.randint(1, MOST_CALLS)))
    while kills["calls"] + kills["moments"] < moments:
        pair = next(turns)
        tried(pair, "moments", partial(killed_after, pair.publish, chance.uniform(0, LONGEST)))
    json.dump({"kills": kills, "wrong": found}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
