"""A pure function over many items, here or in worker processes. Knows nothing of sites."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

Progress = Callable[[str, int, int], None]
"""Told of a piece of work: its name, how many items are done, of how many."""

WORTH_A_WORKER = 1500
"""Items below which starting a process costs more than it saves (benchmarks will say it better)."""


def workers_for(items: int, wanted: int | None, worth: int = WORTH_A_WORKER) -> int:
    """How many processes to use: what was asked for, else as many as pay, if `worth` items pay for one."""
    if wanted is not None:
        return max(1, wanted)
    return max(1, min(os.cpu_count() or 1, items // worth))


def quietly(name: str, done: int, total: int) -> None:
    """Nobody is watching."""


def each(
    function: Callable[[A], B],
    items: Sequence[A],
    workers: int | None = None,
    progress: Progress = quietly,
    name: str = "",
    worth: int = WORTH_A_WORKER,
) -> Iterator[B]:
    """`function` of every item, in order. With several workers both must be picklable; they are spawned, not forked."""
    for done, answer in enumerate(_answers(function, items, workers, worth), 1):
        progress(name, done, len(items))
        yield answer


def _answers(function: Callable[[A], B], items: Sequence[A], workers: int | None, worth: int) -> Iterator[B]:
    count = workers_for(len(items), workers, worth)
    if count == 1 or len(items) < 2:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield from pool.map(function, items, chunksize=max(1, len(items) // (count * 8)))
