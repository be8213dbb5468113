"""The same answers in the same order, whoever works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from multiprocessing import current_process
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone import work
from minusone.work import (
    AHEAD,
    MOST,
    WINDOW,
    WORTH_A_WORKER,
    Crew,
    Hands,
    LostWorkerError,
    each,
    here,
    ranges,
    workers_for,
)

ROOT = Path(__file__).parents[1]
ITEMS = [f"条目{number}" for number in range(150)]


def process_of(item: str) -> int:
    return os.getpid()


def end(item: str) -> str:
    os._exit(1)


PROCESSES = [pytest.param(how, marks=pytest.mark.slow) for how in ("forked", "spawned")]


@pytest.fixture(params=["none", "one", *PROCESSES, "crew"])
def hands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Everybody who can be asked to work."""
    match request.param:
        case "none":
            yield None
        case "one":
            yield 1
        case "crew":
            with ThreadPoolExecutor(3) as pool:
                yield Crew(pool, 3)
        case how:
            if how == "forked" and not work.FORKS:
                pytest.skip("no process is forked on this system")
            monkeypatch.setattr(work, "FORKS", how == "forked")
            yield 2


def test_every_item_is_answered_in_order_whoever_works_on_them(hands: Hands) -> None:
    assert list(each(str.upper, ITEMS, hands)) == [item.upper() for item in ITEMS]
    assert list(each(str.upper, [], hands)) == []


def test_a_failure_in_the_work_is_the_callers_to_see(hands: Hands) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(each(int, ["1", "x", "3"], hands))


def test_who_wants_no_more_answers_waits_for_none(hands: Hands) -> None:
    answers = each(str.upper, ITEMS, hands)

    assert next(answers) == "条目0"
    answers.close()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_several_workers_are_other_processes() -> None:
    assert set(each(process_of, ITEMS, 1)) == {os.getpid()}
    assert os.getpid() not in set(each(process_of, ITEMS, 2))


FORKED = """
from minusone.work import each

print([*each(lambda item: item(), [lambda number=number: number for number in range(100)], 2)] == [*range(100)])
"""


@pytest.mark.slow
@pytest.mark.skipif(not work.FORKS, reason="what is sent has to be picklable")
def test_a_forked_worker_has_what_cant_be_sent() -> None:
    """In a process of its own: whatever threads other tests have left, nothing is forked beside one."""
    assert subprocess.check_output([sys.executable, "-c", FORKED], cwd=ROOT) == b"True\n"


def how_it_began(item: str) -> str:
    return type(current_process()).__name__


@pytest.mark.slow
def test_nothing_is_forked_beside_another_thread() -> None:
    """It would inherit the locks that the thread holds, and wait for them for ever."""
    over = Event()
    beside = Thread(target=over.wait)
    beside.start()
    try:
        assert set(each(how_it_began, ITEMS, 2)) == {"SpawnProcess"}
    finally:
        over.set()
        beside.join()


@pytest.mark.slow
@pytest.mark.parametrize("forks", {work.FORKS, False})
def test_a_worker_that_is_gone_is_told_of_in_words(forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "FORKS", forks)
    with pytest.raises(LostWorkerError) as lost:
        list(each(end, ITEMS, 2))

    assert "内存" in lost.value.words.zh
    assert "memory" in lost.value.words.en


def test_who_watches_is_told_of_every_item() -> None:
    told: list[tuple[str, int, int]] = []
    list(each(len, ["a", "bc"], 1, lambda *news: told.append(news), "pages"))

    assert told == [("pages", 1, 2), ("pages", 2, 2)]


def test_of_how_many_is_told_at_the_end_where_nobody_knows_before() -> None:
    told: list[tuple[str, int, int]] = []
    list(each(len, iter(["a", "bc"]), 1, lambda *news: told.append(news), "pages"))
    list(each(len, iter([]), 1, lambda *news: told.append(news), "pages"))

    assert told == [("pages", 1, 0), ("pages", 2, 0), ("pages", 2, 2)]


def test_few_items_are_worth_no_worker_unless_one_is_asked_for() -> None:
    assert workers_for(WORTH_A_WORKER - 1, None) == 1
    assert 1 <= workers_for(10**6, None) <= (os.cpu_count() or 1)
    assert workers_for(0, 3) == 3
    assert workers_for(0, 0) == 1


@given(st.integers(0, 5000), st.integers(1, 40), st.integers(1, MOST))
def test_batches_are_all_items_in_order_and_the_last_are_short(items: int, workers: int, most: int) -> None:
    batches = [*ranges(items, workers, most)]
    sizes = [len(batch) for batch in batches]

    assert [number for batch in batches for number in batch] == [*range(items)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(size <= most for size in sizes)
    assert sizes[-workers:] == [1] * min(workers, items)


@pytest.mark.slow
def test_items_that_are_still_to_come_are_taken_when_there_is_time_for_them(hands: Hands) -> None:
    taken = 0

    def coming() -> Iterator[int]:
        nonlocal taken
        for number in range(3 * WINDOW):
            taken = number
            yield number

    if work.WINDOW > 5000:
        pytest.skip("more than is wise to be sent in a test")
    answers = each(str, coming(), hands)

    assert next(answers) == "0"
    assert taken <= WINDOW
    assert [*answers] == [str(number) for number in range(1, 3 * WINDOW)]


class Watched(Executor):
    """Works at once, and knows how many answers nobody has asked for yet."""

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, function, /, *args, **named):  # type: ignore[no-untyped-def]
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future: Future[object] = _Asked(self)
        future.set_result(function(*args, **named))
        return future


class _Asked(Future[object]):
    def __init__(self, of: Watched) -> None:
        super().__init__()
        self.of = of

    def result(self, timeout: float | None = None) -> object:
        self.of.waiting -= 1
        return super().result(timeout)


def test_no_answers_pile_up_while_somebody_is_slow_to_take_them() -> None:
    executor = Watched()
    list(each(str, range(10_000), Crew(executor, 2)))

    assert executor.most == 2 * AHEAD


def test_what_all_batches_need_is_shared_once() -> None:
    shared: list[object] = []

    def share(needed: object) -> object:
        shared.append(needed)
        return needed

    with ThreadPoolExecutor(2) as pool:
        assert list(each(str.upper, ITEMS, Crew(pool, 2, share))) == [item.upper() for item in ITEMS]
    assert shared == [str.upper]


def test_what_reads_files_stays_on_this_machine() -> None:
    assert [here(hands) for hands in (None, 3, Crew(Watched(), 9), Crew(Watched(), 9, here=2))] == [None, 3, None, 2]


SLOW = """
import time
from minusone.work import each

if __name__ == "__main__":
    for _ in each(time.sleep, [0.02] * 100_000, 2):
        print("working", flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_no_worker_outlives_who_began_it_and_none_complains(number: signal.Signals) -> None:
    """Like Ctrl-C on a terminal, an interrupt reaches the workers too."""
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        # They hold what this process reads, so the end of it is the end of them all.
        said = process.stderr.read()

    assert said.count(b"Traceback") == (number == signal.SIGINT), "its own, of who was interrupted"
    with pytest.raises(ProcessLookupError):
        _in_group(process.pid)


def _in_group(leader: int) -> None:
    """Raises ProcessLookupError when nobody of a group is left."""
    for _ in range(100):
        os.killpg(leader, 0)
        time.sleep(0.05)
