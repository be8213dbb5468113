"""Whoever reads while a site is built finds every page, and each as it was or as it is to be; and its log grows."""

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

from minusone import edition
from minusone.publication import manifest, sites
from minusone.publication.past import FOLDER
from minusone.transparency.log import Log
from tests.built import REGISTERED, TEMPLATES, places
from tests.e2e.killing import SITE, STATES, Office
from tests.e2e.serving import served
from tests.sites import BAISHA, CONFIG, progress, rectification, site
from tests.transparency.made import ORIGIN, SIGNER

BUILDS = 40
EDITIONS = 12

pytestmark = pytest.mark.slow


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


def test_no_reader_finds_a_log_that_does_not_fit_its_checkpoint_or_shrinks(
    tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    day = f"-- config.yaml --\n{CONFIG}".replace("2014-04-30", "2014-03-01")

    def publish(number: int) -> None:
        text = day + BAISHA + rectification(progress(REGISTERED), f"第 {number} 次去看，路灯不亮。")
        edition.publish(places(tmp_path, text), signer=SIGNER, workers=1)

    def publish_again_and_again() -> None:
        for number in range(1, EDITIONS):
            publish(number)

    publish(0)
    sizes: list[int] = []
    publishing = Thread(target=publish_again_and_again)
    with served(tmp_path / "site") as address:
        read = sites.opened(address)
        last = Log.open(sites.within(read, FOLDER), [SIGNER.verifier])
        publishing.start()
        while publishing.is_alive() or last.checkpoint.size <= EDITIONS:
            log = Log.open(sites.within(read, FOLDER), [SIGNER.verifier])
            log.continues(last)
            sizes.append(len([*log.entries()]))
            listed, note = read(manifest.FILE), read(manifest.NOTE)
            if read(manifest.FILE) == listed:
                manifest.refuse_another(listed, note, ORIGIN, [SIGNER.verifier])
            last = log
    publishing.join()
    record_property("grown", len(sizes))

    assert (sizes[-1], sizes) == (EDITIONS + 1, sorted(sizes))
    assert len(sizes) > EDITIONS, "it was read while it was published"
