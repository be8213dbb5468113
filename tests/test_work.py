"""The same answers in the same order, here or in other processes."""

from __future__ import annotations

import os

import pytest

from minusone.work import WORTH_A_WORKER, each, workers_for


def process_of(item: str) -> int:
    return os.getpid()


ITEMS = [f"条目{number}" for number in range(50)]


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_every_item_is_answered_in_order_however_many_work_on_them(workers: int | None) -> None:
    assert list(each(str.upper, ITEMS, workers)) == [item.upper() for item in ITEMS]


def test_several_workers_are_other_processes() -> None:
    assert set(each(process_of, ITEMS, 1)) == {os.getpid()}
    assert os.getpid() not in set(each(process_of, ITEMS, 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_in_the_work_is_the_callers_to_see(workers: int) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(each(int, ["1", "x", "3"], workers))


def test_who_watches_is_told_of_every_item() -> None:
    told: list[tuple[str, int, int]] = []
    list(each(len, ["a", "bc"], 1, lambda *news: told.append(news), "pages"))

    assert told == [("pages", 1, 2), ("pages", 2, 2)]


def test_few_items_are_worth_no_worker_unless_one_is_asked_for() -> None:
    assert workers_for(WORTH_A_WORKER - 1, None) == 1
    assert workers_for(10**6, None) == (os.cpu_count() or 1)
    assert workers_for(0, 3) == 3
    assert workers_for(0, 0) == 1
