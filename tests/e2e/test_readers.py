"""Whoever reads while a site is built finds every page, and each as it was or as it is to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from tests.built import TEMPLATES
from tests.e2e.killing import SITE, STATES, Office
from tests.e2e.serving import served
from tests.sites import site

BUILDS = 40


@pytest.mark.slow
def test_no_reader_finds_a_torn_or_missing_page(tmp_path: Path, record_property: Callable[[str, int], None]) -> None:
    office = Office(replace(site(tmp_path, SITE), templates=TEMPLATES))
    for state in STATES:
        office.edit(state)
        office.from_nothing(state)
    office.build()
    always = set.intersection(*({*held} for held in office.wanted.values()))
    found: Counter[str] = Counter()

    def save_again_and_again() -> None:
        for state in islice(cycle(STATES), BUILDS):
            office.edit(state)
            office.build()

    saving = Thread(target=save_again_and_again)
    with served(office.places.out) as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        saving.start()
        while saving.is_alive():
            for path in sorted(always):
                connection.request("GET", f"/{path}")
                answer = connection.getresponse()
                whole = answer.read() in {held[path] for held in office.wanted.values()}
                found["whole" if whole else f"{answer.status} {path}"] += 1
    saving.join()
    record_property("builds", BUILDS)
    record_property("readings", found.total())
    record_property("missing", found.total() - found["whole"])

    assert [*found] == ["whole"]
    assert found["whole"] > 2 * BUILDS
