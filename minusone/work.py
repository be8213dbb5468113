"""A pure function over many items: here, in processes of this machine, or by the workers of any executor.

Processes are forked where that is safe, when function and items are there: they inherit both, and only numbers of items
and answers go to and fro. Otherwise, and to workers elsewhere, function and items are sent. Knows nothing of sites.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from concurrent.futures import BrokenExecutor, Executor, Future
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from threading import Thread, active_count
from typing import Any, TypeVar

from minusone.progress import Progress, quietly
from minusone.refusals import RefusalError
from minusone.words import Bilingual

A = TypeVar("A")
B = TypeVar("B")

FORKS = sys.platform == "linux"
"""Whether processes can be forked; macOS has frameworks that don't survive it, Windows has no such thing."""

WORTH_A_WORKER = 100 if FORKS else 1500
"""Items below which starting a process costs more than it saves."""

MOST = 32
"""Items of a batch: what goes to and fro for one is paid by many, and what waits to be written stays small.

Where fewer are worth a worker, as each takes its time, a batch has no more than these.
"""

AHEAD = 3
"""Batches for each worker that are under way: nobody waits for work, and no answers pile up."""

WINDOW = 2048 if FORKS else 16_384
"""Items that are there at a time, however many are still to come. Processes are begun anew for each window."""


@dataclass(frozen=True)
class Crew:
    """So many workers of an executor, wherever they are.

    `share` gives them once what each batch needs, and returns what stands for it there. `here` is how many processes
    work on what can't leave this machine.
    """

    executor: Executor
    workers: int
    share: Callable[[Any], Any] = lambda needed: needed
    here: int | None = None


Hands = int | Crew | None
"""Who does the work: so many processes of this machine, as many as pay, or a crew."""


def here(hands: Hands) -> int | None:
    """Who does what can't leave this machine, as it reads its files."""
    return hands.here if isinstance(hands, Crew) else hands


class LostWorkerError(RefusalError):
    """A process or a computer was gone before its work was done."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            "一个工作进程中途停掉了，多半是内存不够。原来的网站没有动；可以加 --workers 1 再试",
            "A worker was gone before its work was done, most often for lack of memory. "
            "The old site stays; --workers 1 needs less",
        )


def workers_for(items: int, wanted: int | None, worth: int = WORTH_A_WORKER) -> int:
    """How many processes to use: what was asked for, else as many as pay, if `worth` items pay for one."""
    if wanted is not None:
        return max(1, wanted)
    return max(1, min(_processors(), items // worth))


def _processors() -> int:
    """Those that this process may use, where the system says so."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def each(
    function: Callable[[A], B],
    items: Iterable[A],
    hands: Hands = None,
    progress: Progress = quietly,
    name: str = "",
    worth: int = WORTH_A_WORKER,
) -> Iterator[B]:
    """`function` of every item, in order. With several workers answers must be picklable, and what is sent to them too.

    Items that are still to come, as a generator's, are taken when there is time for them.
    Raises what `function` raises, and LostWorkerError.
    """
    total = len(items) if isinstance(items, Sized) else 0
    done = 0
    try:
        for done, answer in enumerate(_answers(function, items, hands, worth), 1):
            progress(name, done, total)
            yield answer
    except BrokenExecutor:
        raise LostWorkerError from None
    if done != total:
        progress(name, done, done)


def _answers(function: Callable[[A], B], items: Iterable[A], hands: Hands, worth: int) -> Iterator[B]:
    coming, most = iter(items), min(MOST, worth)
    if isinstance(hands, Crew):
        yield from _sent(hands, hands.share(function), coming, most)
        return
    while window := [*islice(coming, WINDOW)]:
        count = workers_for(len(window), hands, worth)
        if min(count, len(window)) == 1:
            yield from map(function, window)
        else:
            yield from _by_processes(count, function, window, most)


def _sent(crew: Crew, function: Any, items: Iterator[Any], most: int) -> Iterator[Any]:
    """The answers of a crew, who are sent every batch.

    Batches go as bytes, since some executors look into what they carry, and take a tuple for work to be done.
    """
    batches = iter(lambda: [*islice(items, most)], [])
    begun = (crew.executor.submit(_sent_batch, function, pickle.dumps(batch)) for batch in batches)
    return _in_order(begun, crew.workers * AHEAD)


def _by_processes(count: int, function: Callable[[A], B], items: Sequence[A], most: int) -> Iterator[B]:
    """The answers of so many processes of this machine."""
    # Most builds begin none, and have no use for what takes longer to import than they take.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if FORKS and active_count() == 1:  # A fork would inherit the locks that another thread holds, but not the thread.
        pool = ProcessPoolExecutor(count, get_context("fork"), _inherit, (function, items))
        begun = (pool.submit(_inherited_batch, some) for some in ranges(len(items), count, most))
        answers = _in_order(begun, count * AHEAD)
    else:
        pool = ProcessPoolExecutor(count, get_context("spawn"), _serve)
        answers = _sent(Crew(pool, count), function, iter(items), most)
    try:
        yield from answers
    finally:
        pool.shutdown(cancel_futures=True)  # What is not wanted any more is not begun.


def ranges(items: int, workers: int, most: int = MOST) -> Iterator[range]:
    """All of so many items, one after the other; the last are short, so that nobody waits long for the very last."""
    start = 0
    while start < items:
        some = range(start, start + max(1, min(most, (items - start) // (2 * workers))))
        yield some
        start = some.stop


def _in_order(begun: Iterator[Future[list[B]]], most: int) -> Iterator[B]:
    """The answers of all batches, of which so many at most are under way."""
    under_way = deque(islice(begun, most))
    while under_way:
        yield from under_way.popleft().result()
        under_way.extend(islice(begun, 1))


def _sent_batch(function: Callable[[Any], B], batch: bytes) -> list[B]:
    return [function(item) for item in pickle.loads(batch)]  # noqa: S301 - sent by this very program


# --- in a process of this machine ------------------------------------------------------------------------------------

_inheritance: ContextVar[tuple[Callable[[Any], Any], Sequence[Any]]] = ContextVar("inheritance")
"""What a forked worker works on; set in its own process only."""


def _inherit(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
    _inheritance.set((function, items))
    gc.freeze()  # What was inherited stays shared: a collection that looked at it would copy its memory.
    _serve()


def _inherited_batch(some: range) -> list[Any]:
    function, items = _inheritance.get()
    return [function(items[number]) for number in some]


def _serve() -> None:
    """Work for the process that began this one, as long as it is there; Ctrl-C ends this one at once, in silence."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
