"""`python -m tests.e2e.killing FOLDER MOMENTS`: builds that are killed, and what is left of the site after each.

A program of its own, as processes are forked here. It prints one line of JSON: how often builds were killed, and what
went wrong then, if anything did.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random

from minusone import rebuild
from minusone.places import Places
from tests.built import DONE, TEMPLATES, held
from tests.sites import BAISHA, progress, record, rectification, site

SITE = (
    BAISHA
    + record("activity", "study", body="讲了[路灯](rectification:2014-001)。")
    + rectification("deadline: 2014-05-20", body="巷子里没有灯。")
    + rectification(progress(*DONE), id="2014-002", body="路灯修好了。")
    + record("page", "about", body="本站说明。")
)
DAY = date(2014, 4, 30)
RENAMES = frozenset({"os.rename", "ctypes.dlsym"})
CALLS = RENAMES | {"open", "os.link", "os.mkdir", "os.remove", "os.rmdir"}
"""What a build does to a disk, of which Python tells before it is done. The exchange is not told of, but looked up."""

MOST_CALLS, LONGEST = 500, 0.4
"""More than a build makes, and longer than it takes, in seconds."""

State = tuple[str, str, bool]
"""A word of a text, the title of a record, and whether another record is there."""

STATES: tuple[State, ...] = (
    ("没有灯", "背街路灯", True),
    ("少灯", "背街路灯", True),
    ("少灯", "小巷路灯", True),
    ("没有灯", "小巷路灯", False),
)


@dataclass
class Office:
    """A site, the next edit of its sources, and what it holds after each of them."""

    places: Places
    wanted: dict[State, dict[str, bytes]] = field(default_factory=dict)

    def edit(self, state: State) -> None:
        word, title, there = state
        lamp, about = (self.places.content / name for name in ("rectifications/2014-001.zh.md", "pages/about.zh.md"))
        fields = lamp.read_text("utf-8").split("---\n")[1]
        titled = "".join(f"title: {title}\n" if f.startswith("title:") else f"{f}\n" for f in fields.splitlines())
        lamp.write_text(f"---\n{titled}---\n巷子里{word}。\n", "utf-8")
        if there:
            about.write_text("---\nid: about\ntitle: 关于\n---\n本站说明。\n", "utf-8")
        else:
            about.unlink(missing_ok=True)

    def build(self) -> None:
        rebuild.build(self.places, DAY, 1)

    def from_nothing(self, state: State) -> dict[str, bytes]:
        if state not in self.wanted:
            out = self.places.out.with_name("fresh")
            rebuild.build(replace(self.places, out=out), DAY, 1)
            self.wanted[state] = held(out)
            for left in (out, *out.parent.glob(".fresh.*")):
                shutil.rmtree(left, ignore_errors=True)
        return self.wanted[state]


def forked(work: Callable[[], object]) -> int:
    """A process that does something and ends; its number."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def ended(child: int) -> bool:
    """Whether it came to its end by itself."""
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise ChildProcessError(f"what was not killed failed: {status}")
    return os.WIFEXITED(status)


def killed_at(work: Callable[[], object], number: int, calls: frozenset[str] = CALLS) -> bool:
    """A process that dies before its so manieth call, by a signal that nobody can hold off; False if it made fewer."""

    def counted() -> None:
        left = number

        def told(event: str, arguments: object) -> None:
            nonlocal left
            if event in calls:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(told)
        work()

    return not ended(forked(counted))


def killed_after(work: Callable[[], object], seconds: float) -> bool:
    """A process that is killed after a while, from outside; False if it was through."""
    child = forked(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return not ended(child)


def wrong(office: Office, before: State, after: State) -> Iterator[str]:
    """What a reader, and the next build, would not find as it should be."""
    served = held(office.places.out)
    old, new = office.from_nothing(before), office.from_nothing(after)
    if served not in (old, new):
        yield f"torn: {sorted(path for path in old.keys() | served.keys() if served.get(path) != old.get(path))}"
    if not ended(forked(office.build)) or held(office.places.out) != new:
        yield "the next build does not make it whole"
    left = {path.name for path in office.places.out.parent.glob(".site.*")}
    if left - {".site.cache", ".site.lock", ".site.twin", ".site.twin.json"}:
        yield f"left behind: {sorted(left)}"


def main(folder: Path, moments: int) -> None:
    office = Office(replace(site(folder, SITE), templates=TEMPLATES))
    chance, states = Random("moments"), cycle(STATES)
    before = next(states)
    office.edit(before)
    office.from_nothing(before)
    office.build()
    kills, found = {"renames": 0, "calls": 0, "moments": 0}, list[str]()

    def tried(kind: str, kill: Callable[[], bool]) -> bool:
        nonlocal before
        after = next(states)
        office.edit(after)
        hit = kill()
        kills[kind] += hit
        found.extend(f"{kind} {kills[kind]}, {before} → {after}: {one}" for one in wrong(office, before, after))
        before = after
        return hit

    number = 1
    hits = 1
    while hits:
        hits = sum(tried("renames", partial(killed_at, office.build, number, RENAMES)) for _ in STATES)
        number += 1
    while kills["calls"] < moments // 2:
        tried("calls", partial(killed_at, office.build, chance.randint(1, MOST_CALLS)))
    while kills["calls"] + kills["moments"] < moments:
        tried("moments", partial(killed_after, office.build, chance.uniform(0, LONGEST)))
    json.dump({"kills": kills, "wrong": found}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
