"""A site is published, changed, and published again; what was published stays on record."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from minusone import edition, rebuild
from minusone.edition import Edition
from minusone.places import Places
from minusone.problems import ContentError
from minusone.publication import manifest
from minusone.publication.events import Entry, Event
from minusone.publication.verifying import asked, verified
from minusone.publish import InTheWayError
from minusone.serve import serve
from minusone.transparency import reading
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log
from minusone.transparency.notes import Note, Signer
from tests.built import held, places
from tests.e2e.serving import served
from tests.sites import BAISHA, CONFIG, progress, record, rectification
from tests.transparency.made import ORIGIN, OTHER, SIGNER

pytestmark = pytest.mark.slow

REGISTERED = "date: 2014-03-01, step: registered"
ASSIGNED = "date: 2014-03-02, step: assigned"
LAMP = rectification(progress(REGISTERED), "路灯不亮。")
ROAD = rectification(
    f"found: {{date: 2014-03-02}}\n{progress(ASSIGNED.replace('assigned', 'registered'))}", id="2014-002"
)
BOTH = BAISHA + LAMP.replace("路灯不亮。", "整条街的路灯不亮。") + ROAD


def on(day: str, more: str = "") -> str:
    """The settings of a site on a day. In its first two no report is over, so that no figures are published."""
    return f"-- config.yaml --\n{CONFIG}{more}".replace("2014-04-30", day)


FIRST, SECOND = on("2014-03-01") + BAISHA + LAMP, on("2014-03-02") + BOTH
KEYED = on("2014-03-01", f"verifier_key: {SIGNER.verifier.text}\n") + BAISHA + LAMP
HISTORY = "log/records/rectification/2014-001.json"


def publish(folder: Path, text: str, signer: Signer | None = SIGNER, since: str | None = None) -> Edition:
    return edition.publish(places(folder, text), since=since, signer=signer, workers=1)


def put(files: Mapping[str, bytes], folder: Path) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def opened(site: Path) -> Log:
    return Log.open(reading.folder(site / "log"), [SIGNER.verifier])


def wrong(site: Path | str, old: Path | None = None, key: Signer | None = SIGNER) -> list[str]:
    """What verifying a site finds wrong."""
    verdict = verified(asked(str(site), str(old) if old else None, key.verifier.text if key else None))
    return [words.en for words in verdict.wrong]


@lru_cache
def _twice() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """A site as it was first published, and as it is now."""
    with TemporaryDirectory() as folder:
        publish(Path(folder), FIRST)
        before = held(Path(folder, "site"))
        publish(Path(folder), SECOND)
        return before, held(Path(folder, "site"))


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return put(_twice()[0], tmp_path / "first")


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return put(_twice()[1], tmp_path / "second")


# --- publishing ---


def test_a_log_begins_and_is_continued_with_what_changed(tmp_path: Path) -> None:
    begun = publish(tmp_path, FIRST)
    assert (begun.begun, begun.log.origin, begun.log.size, begun.new) == (True, ORIGIN, 2, 2)
    continued = publish(tmp_path, SECOND)
    assert (continued.begun, continued.log.size, continued.new) == (False, 4, 2)
    said = json.loads((tmp_path / "site" / HISTORY).read_bytes())["versions"]

    assert [(one["version"], one["day"], one["record"]["body"]["zh"].strip()) for one in said] == [
        (1, "2014-03-01", "路灯不亮。"),
        (2, "2014-03-02", "整条街的路灯不亮。"),
    ]


def test_what_changes_nothing_gives_the_same_bytes(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = held(tmp_path / "site")

    assert publish(tmp_path, FIRST).new == 0
    assert held(tmp_path / "site") == before


def test_whose_witnesses_signed_it_too_are_kept_as_long_as_nothing_is_new(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    checkpoint = tmp_path / "site" / "log" / "checkpoint"
    checkpoint.write_bytes(witnessed := Note.parse(checkpoint.read_bytes()).signed(OTHER).data)
    publish(tmp_path, FIRST)
    names = [one.name for one in Note.parse(checkpoint.read_bytes()).signatures]
    publish(tmp_path, SECOND)

    assert Note.parse(witnessed).text.splitlines()[1] == "2"
    assert names == [OTHER.name, ORIGIN]
    assert [one.name for one in Note.parse(checkpoint.read_bytes()).signatures] == [ORIGIN]


def test_what_others_put_into_the_folder_stays_and_is_not_vouched_for(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "site" / "theirs.txt").write_text("1")
    publish(tmp_path, SECOND)

    assert wrong(tmp_path / "site") == ["“theirs.txt” is not in the list: it was not published"]


def test_a_site_elsewhere_is_continued_from_its_folder_or_its_address(first: Path, tmp_path: Path) -> None:
    old = first / "log" / "checkpoint"
    with served(first, "/ledger/") as address:
        for since in (str(first), address, address.removesuffix("/")):
            assert not publish(tmp_path, SECOND, since=since).begun
            assert held(tmp_path / "site") == _twice()[1]
            assert wrong(tmp_path / "site", old) == []
            shutil.rmtree(tmp_path / "site")


def test_a_published_site_is_replaced_only_by_what_continues_it(first: Path, tmp_path: Path) -> None:
    publish(tmp_path, SECOND, since=str(first))
    after = held(tmp_path / "site")
    with pytest.raises(LogError, match="The log shrank: it had 4 entries, and now has 2"):
        publish(tmp_path, SECOND, since=str(first))
    publish(tmp_path / "other", on("2014-03-02") + BAISHA + ROAD)
    with pytest.raises(LogError, match="The log forked: from entry 0 on"):
        publish(tmp_path, SECOND, since=str(tmp_path / "other" / "site"))

    assert held(tmp_path / "site") == after


@pytest.mark.parametrize("path", ["log/checkpoint", "log/tile/0/000.p/2", "log/tile/entries/000.p/2", HISTORY])
def test_what_was_tampered_with_is_not_continued(path: str, tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    file = tmp_path / "site" / path
    file.write_bytes(file.read_bytes()[:-3] + b"=\n")
    before = held(tmp_path / "site")
    with pytest.raises(LogError):
        publish(tmp_path, SECOND)

    assert held(tmp_path / "site") == before


def test_what_may_not_become_of_a_record_in_silence_stops_it(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = held(tmp_path / "site")
    (tmp_path / "content" / "rectifications" / "2014-001.zh.md").unlink()
    with pytest.raises(ContentError) as error:
        publish(tmp_path, on("2014-03-02") + BAISHA)

    assert [problem.code for problem in error.value.problems] == ["vanished"]
    assert held(tmp_path / "site") == before


def test_the_figures_of_a_report_that_is_over_are_published_too_and_change_in_no_silence(tmp_path: Path) -> None:
    publish(tmp_path, on("2014-04-30") + BAISHA + LAMP)
    assert (tmp_path / "site" / "log" / "records" / "figures" / "2014-03.json").exists()
    assert wrong(tmp_path / "site") == []
    with pytest.raises(ContentError) as error:
        publish(tmp_path, on("2014-04-30") + BOTH)

    assert {problem.code for problem in error.value.problems} == {"figures-changed"}


def test_with_a_correction_a_record_goes_and_with_another_all_that_it_said(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "content" / "rectifications" / "2014-001.zh.md").unlink()
    gone = record("correction", "gone", "of: rectification:2014-001\nwhat: removed\ndate: 2014-03-02")
    publish(tmp_path, on("2014-03-02") + BAISHA + gone)
    assert "路灯不亮" in (tmp_path / "site" / HISTORY).read_text("utf-8")
    assert wrong(tmp_path / "site") == []
    erased = record("correction", "erased", "of: rectification:2014-001\nwhat: erased\nversions: 1\ndate: 2014-03-02")
    publish(tmp_path, on("2014-03-02") + BAISHA + gone + erased)

    assert "路灯不亮" not in "".join(data.decode(errors="ignore") for data in held(tmp_path / "site").values())
    assert wrong(tmp_path / "site") == []
    told = [(entry.event, entry.why) for entry in map(Entry.parse, opened(tmp_path / "site").entries()) if entry.why]
    assert told == [(Event.REMOVED, "gone"), (Event.ERASED, "erased")]


def test_the_figures_of_reports_that_are_no_more_go_with_a_correction_that_the_log_names(tmp_path: Path) -> None:
    publish(tmp_path, on("2014-04-30") + BAISHA + LAMP)
    figures = [file.stem for file in (tmp_path / "site" / "log" / "records" / "figures").iterdir()]
    (tmp_path / "content" / "rectifications" / "2014-001.zh.md").unlink()
    named = ", ".join(f"figures:{name}" for name in figures)
    corrections = record("correction", "gone", "of: rectification:2014-001\nwhat: removed\ndate: 2014-04-30")
    corrections += record("correction", "none", f"of: [{named}]\nwhat: figures\ndate: 2014-04-30")
    publish(tmp_path, on("2014-04-30") + BAISHA + corrections)
    gone = [entry for entry in map(Entry.parse, opened(tmp_path / "site").entries()) if entry.event is Event.REMOVED]

    assert {(entry.ref.kind, entry.why) for entry in gone} == {("rectification", "gone"), ("figures", "none")}
    assert len(gone) == 1 + len(figures)
    assert wrong(tmp_path / "site") == []


def test_of_what_is_withheld_nothing_is_left_in_its_history(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    withheld = progress(REGISTERED, "date: 2014-03-02, step: withheld, basis: 条例第十五条")
    publish(tmp_path, on("2014-03-02") + BAISHA + rectification(withheld, "路灯不亮。"))

    assert "路灯不亮" not in "".join(data.decode(errors="ignore") for data in held(tmp_path / "site").values())
    assert wrong(tmp_path / "site") == []


# --- keys ---


def test_without_a_key_it_is_published_and_may_be_signed_from_then_on(tmp_path: Path) -> None:
    addressed = on("2014-03-01", "address: https://small.example/ledger\n") + BAISHA + LAMP
    publish(tmp_path, addressed, signer=None)
    assert "SHA256SUMS.note" not in held(tmp_path / "site")
    assert wrong(tmp_path / "site", key=None) == []
    assert wrong(tmp_path / "site", key=SIGNER)[0] == "No known key has signed it"
    own = Signer("small.example/ledger", bytes(32))
    publish(tmp_path, addressed, own)

    assert wrong(tmp_path / "site", key=own) == []


def test_a_site_that_names_its_key_is_published_with_no_other(tmp_path: Path) -> None:
    for signer in (None, OTHER):
        with pytest.raises(LogError):
            publish(tmp_path, KEYED, signer)
    publish(tmp_path, KEYED)

    assert wrong(tmp_path / "site") == []


# --- previews ---


def test_a_preview_does_not_take_the_place_of_a_published_site(first: Path, tmp_path: Path) -> None:
    into: Places = replace(places(tmp_path, FIRST), out=first)
    before = held(first)
    with pytest.raises(InTheWayError, match="a published site"):
        rebuild.build(into, workers=1)
    with pytest.raises(InTheWayError, match="a published site"):
        serve(into, None, 1, 0)

    assert held(first) == before


def test_a_preview_may_be_published_and_is_then_no_preview(tmp_path: Path) -> None:
    rebuild.build(where := places(tmp_path, FIRST), workers=1)
    publish(tmp_path, FIRST)

    assert held(tmp_path / "site") == _twice()[0]
    with pytest.raises(InTheWayError, match="a published site"):
        rebuild.build(where, workers=1)


def test_a_published_site_that_lost_its_log_is_begun_again_by_nobody(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    kept = shutil.copytree(tmp_path / "site", tmp_path / "kept")
    for lost in (tmp_path / "site" / "log" / "checkpoint", tmp_path / "site" / "log"):
        shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
        before = held(tmp_path / "site")
        with pytest.raises(LogError, match="“checkpoint” can't be read"):
            publish(tmp_path, SECOND)
        with pytest.raises(InTheWayError, match="a published site"):
            rebuild.build(places(tmp_path, SECOND), workers=1)
        assert held(tmp_path / "site") == before
    shutil.rmtree(tmp_path / "site")
    publish(tmp_path, SECOND, since=str(kept))

    assert held(tmp_path / "site") == _twice()[1]


# --- verifying ---


def test_a_site_as_it_was_published_has_nothing_wrong(first: Path, second: Path) -> None:
    verdict = verified(asked(str(second), str(first / "log" / "checkpoint"), SIGNER.verifier.text))

    assert [words.en for words in verdict.checked] == [
        f"Log “{ORIGIN}”: 4 entries, as its checkpoint says; its signature is right",
        f"Files held against the list: {len(_twice()[1]) - 3}",
        "It grew from 2 to 4 entries, and those that it had are what they were",
        "Versions proved to be in the log: 4",
        "Records with their histories held against the log: 3; removed: 0; versions erased: 0",
    ]
    assert verdict.wrong == []


def test_at_an_address_the_same_is_found(first: Path, second: Path) -> None:
    (second / "index.html").write_bytes(b"")
    (second / "units" / "baisha" / "index.html").unlink()
    with served(second, "/ledger/") as address:
        found = wrong(address, first / "log" / "checkpoint")

    assert found[0] == "“index.html” was changed"
    assert found[1].startswith("“units/baisha/index.html” can't be read")
    assert len(found) == 2


def _flipped(path: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        data = bytearray((site / path).read_bytes())
        data[-3] ^= 1
        (site / path).write_bytes(data)

    return change


def _without(path: str) -> Callable[[Path], None]:
    return lambda site: (site / path).unlink()


def _another(path: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(b"{}")

    return change


FILES = [
    "log/checkpoint",
    "log/tile/0/000.p/4",
    "log/tile/0/000.p/2",
    "log/tile/entries/000.p/4",
    HISTORY,
    "rectifications/2014-001/index.html",
    "en/units/baisha/index.html",
    "assets/style.css",
    "SHA256SUMS",
    "SHA256SUMS.note",
]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("change", [_flipped, _without], ids=["changed", "gone"])
def test_whatever_was_done_to_a_file_is_noticed_with_the_key_and_without(
    change: Callable[[str], Callable[[Path], None]], path: str, second: Path
) -> None:
    change(path)(second)

    assert wrong(second)
    assert wrong(second, key=None)


@pytest.mark.parametrize("path", ["evil.html", "log/records/unit/nobody.json", "rectifications/2014-009/index.html"])
def test_what_was_not_published_is_named(path: str, second: Path) -> None:
    _another(path)(second)

    assert f"“{path}” is not in the list: it was not published" in wrong(second)


def _listed_again(site: Path) -> None:
    """As somebody leaves it who tampers and then makes the list fit, but has no key."""
    (site / manifest.FILE).unlink()
    files = manifest.of_folder(site)
    for own in (str(manifest.NOTE), ".minusone"):
        files.pop(own, None)
    (site / manifest.FILE).write_bytes(manifest.written(files))


def test_who_lists_the_files_again_has_no_key_to_sign_the_list(second: Path) -> None:
    _flipped("rectifications/2014-001/index.html")(second)
    _listed_again(second)

    assert wrong(second) == ["“SHA256SUMS.note” is not about this “SHA256SUMS”"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (_flipped(HISTORY), f"“{HISTORY}”"),
        (_without(HISTORY), f"“{HISTORY}” can't be read"),
        (
            _another("log/records/unit/nobody.json"),
            "The log tells of no record that “log/records/unit/nobody.json” is of",
        ),
        (_without("units/baisha/index.html"), "“unit:baisha” has no page “units/baisha/index.html”"),
    ],
    ids=["history changed", "history gone", "foreign history", "page gone"],
)
def test_what_the_log_tells_is_noticed_without_the_list(
    change: Callable[[Path], None], found: str, second: Path
) -> None:
    change(second)
    _listed_again(second)
    (second / manifest.NOTE).write_bytes(manifest.signed((second / manifest.FILE).read_bytes(), ORIGIN, SIGNER).data)

    assert [one for one in wrong(second) if found in one]


def test_a_site_that_was_rolled_back_is_noticed_by_who_kept_a_checkpoint(first: Path, second: Path) -> None:
    assert wrong(first, second / "log" / "checkpoint") == ["The log shrank: it had 4 entries, and now has 2"]


def test_a_log_that_was_begun_again_is_noticed_by_who_kept_a_checkpoint(first: Path, tmp_path: Path) -> None:
    publish(tmp_path, SECOND)
    assert wrong(tmp_path / "site") == []
    assert wrong(tmp_path / "site", first / "log" / "checkpoint") == [
        "The log forked: its first 2 entries are not those that it had"
    ]


def test_an_older_checkpoint_of_somebody_else_is_none(first: Path, second: Path) -> None:
    (first / "log" / "checkpoint").write_bytes(b"another\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
    assert wrong(second, first / "log" / "checkpoint") == [f"This is another log: “{ORIGIN}”, not “another”"]


def test_who_has_another_key_does_not_believe_it(second: Path) -> None:
    assert "No known key has signed it" in wrong(second, key=Signer(ORIGIN, bytes(32)))
