"""Whatever is wrong with a published site is found, and nothing is where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import count
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds import KINDS
from minusone.layout import LEDGERS, STANDARD, address, shown
from minusone.places import Places
from minusone.publication import manifest
from minusone.publication.continuing import Leave
from minusone.publication.past import FOLDER, Files
from minusone.publication.verifying import Asked, Verdict, verified
from minusone.schema import Ref
from minusone.transparency.log import CHECKPOINT
from minusone.transparency.notes import Note, Verifier
from minusone.words import LANGS, Lang
from tests.built import TEMPLATES, linked
from tests.publication.made import DAY, LAMP, ROAD, Said, editions, lamp, published, road, whole
from tests.transparency.made import ORIGIN, SIGNER, reader

BEFORE, AFTER = editions()
LOG = FOLDER / CHECKPOINT
CORRECTION = Ref("correction", "gone")


def wrong(files: Files, key: Verifier | None = SIGNER.verifier, *, in_a_folder: bool = True) -> list[str]:
    listed = frozenset(map(str, files)) if in_a_folder else frozenset[str]()
    return told(verified(Asked(reader(files), lambda: listed, BEFORE[LOG], key)))


def told(verdict: Verdict) -> list[str]:
    return [words.en for words in verdict.wrong]


@pytest.mark.parametrize("in_a_folder", [True, False], ids=["in a folder", "at an address"])
def test_of_a_site_as_it_was_published_nothing_is_wrong(in_a_folder: bool) -> None:
    assert wrong(AFTER, in_a_folder=in_a_folder) == []
    assert wrong(whole(AFTER), in_a_folder=in_a_folder) == []


@given(st.sampled_from(sorted(KINDS)), st.from_regex("[0-9]{4}(-[a-z]{3})?", fullmatch=True), st.sampled_from(LANGS))
def test_of_which_record_a_page_is_its_address_says(kind: str, id: str, lang: Lang) -> None:
    ref = Ref(kind, id)
    file = STANDARD.path(address(ref), lang)

    assert shown(file) == (None if kind == "report" else ref)
    assert shown(file.with_name("other.html")) is shown(file.parent) is None


@pytest.mark.slow
def test_no_other_page_has_the_address_of_a_record(built_site: Path, project: Path) -> None:
    files = [PurePosixPath(file.relative_to(built_site)) for file in built_site.rglob("*")]
    records = linked(Places(project / "config.yaml", project / "content", TEMPLATES, built_site)).records

    assert {ref for ref in map(shown, files) if ref} == {ref for ref in records if ref.kind != "report"}
    assert {file.parts[-3:-1] for file in files if file.name == "index.html"} >= LEDGERS


# --- while it is published ---


class Replaced:
    """A site that is another one after so many reads."""

    def __init__(self, editions: Iterable[Files], reads: int) -> None:
        self.editions, self.reads, self.number = iter(editions), reads, 0
        self.files = next(self.editions)

    def __call__(self, path: PurePosixPath) -> bytes:
        if self.number == self.reads:
            self.files = next(self.editions)
        self.number += 1
        return reader(self.files)(path)

    def listed(self) -> set[str]:
        return {*map(str, self.files)}


def test_whenever_it_is_replaced_by_its_next_edition_nothing_is_found_wrong() -> None:
    for reads in count():
        site = Replaced([BEFORE, AFTER], reads)
        assert told(verified(Asked(site, site.listed, BEFORE[LOG], SIGNER.verifier))) == []
        if site.number <= reads:
            break

    assert reads > len(BEFORE)


def test_what_is_published_again_and_again_is_not_said_to_be_right() -> None:
    lists = count()

    def read(path: PurePosixPath) -> bytes:
        return reader(AFTER)(path) + (str(next(lists)).encode() if path == manifest.FILE else b"")

    assert told(verified(Asked(read)))[-1] == "It was published anew again and again meanwhile; verify it once more"


def test_a_folder_that_can_not_be_listed_is_told_of() -> None:
    def listed() -> frozenset[str]:
        raise PermissionError(13, "Permission denied", "site/units")

    assert told(verified(Asked(reader(AFTER), listed))) == ["“site/units” can't be read: Permission denied"]


# --- what somebody with the key might try ---


def test_a_log_of_which_the_signature_was_cut_off_is_not_merely_unsigned() -> None:
    cut = AFTER | {LOG: Note(Note.parse(AFTER[LOG]).text).data}

    assert wrong(whole(cut), None) == ["The list is signed in “SHA256SUMS.note”, but nobody signed the log"]
    unsigned = {path: data for path, data in whole(cut).items() if path != manifest.NOTE}
    assert wrong(unsigned, None) == []


def test_a_list_that_leaves_files_out_is_found_also_where_nobody_can_see_them() -> None:
    empty = AFTER | {manifest.FILE: b"", manifest.NOTE: manifest.signed(b"", ORIGIN, SIGNER).data}
    assert wrong(empty, in_a_folder=False) == ["“SHA256SUMS” does not list the log"]
    page = PurePosixPath("en/rectifications/2014-002/index.html")
    without = whole({path: data for path, data in AFTER.items() if path != page})

    for in_a_folder in (True, False):
        assert wrong(without, in_a_folder=in_a_folder) == [f"“{ROAD}” has no page “{page}”"]


def test_a_page_of_a_record_of_which_the_log_does_not_tell_is_named() -> None:
    page = PurePosixPath("en/rectifications/2014-009/index.html")
    lists = {PurePosixPath("rectifications/overdue/index.html"): b"", PurePosixPath("reports/2014-w09/index.html"): b""}

    for in_a_folder in (True, False):
        assert wrong(whole(AFTER | lists), in_a_folder=in_a_folder) == []
        found = wrong(whole(AFTER | {page: b""}), in_a_folder=in_a_folder)
        assert found == [f"The log tells of no record that “{page}” is of"]


@pytest.mark.parametrize("path", ["log/tile/0/000.p/1", "log/tile/entries/000.p/1"])
def test_a_tile_of_when_the_log_was_smaller_stays_what_it_was(path: str) -> None:
    old = PurePosixPath(path)
    assert old in AFTER
    assert wrong(whole(AFTER | {old: AFTER[old][:-1] + b"\0"})) == [f"“{path}” is not of this log"]
    ahead = PurePosixPath(f"{path}7")

    assert wrong(whole(AFTER | {ahead: b""})) == [f"“{ahead}” is not of this log"]
    stray = PurePosixPath("log/tile/0/000.p/01")
    assert wrong(whole(AFTER | {stray: b""})) == ["“tile/0/000.p/01” is no file of a log"]


@pytest.mark.parametrize(
    ("now", "leave"),
    [
        ({LAMP: lamp("整条街的路灯不亮")}, Leave({ROAD: "gone"})),
        ({LAMP: lamp("整条街的路灯不亮"), ROAD: road()}, Leave({}, {LAMP: {1: "gone"}})),
    ],
    ids=["removed", "erased"],
)
def test_what_was_lost_is_wrong_unless_a_correction_was_published_that_says_why(now: Said, leave: Leave) -> None:
    ref = ROAD if leave.removed else LAMP
    after = DAY + timedelta(2)
    silent = whole(published(AFTER, now, after, leave), LAMP, ROAD)
    assert wrong(silent) == [f"“{ref}”, version 1: removed or erased, and no correction was published that says why"]
    corrected = published(AFTER, {**now, CORRECTION: {"kind": "correction", "id": "gone"}}, after, leave)

    assert wrong(whole(corrected, LAMP, ROAD, CORRECTION)) == []
    stone = "rectifications/2014-002/index.html"
    assert wrong(whole(corrected, LAMP, CORRECTION)) == [
        f"“{ROAD}” has no page “{file}”" for file in (f"en/{stone}", stone)
    ]


def test_what_is_withheld_says_itself_why_nothing_of_it_stays() -> None:
    now = {LAMP: lamp("不公开"), ROAD: road()}
    withheld = published(AFTER, now, DAY + timedelta(2), Leave({}, {LAMP: {1: LAMP.id}}))

    assert wrong(whole(withheld, LAMP, ROAD)) == []
