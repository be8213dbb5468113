"""A real Dask cluster on this machine makes the same site, byte for byte; what is amiss with it is told in words."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from minusone import executors, rebuild
from minusone.cli import main
from minusone.executors import NoClusterError, NoDaskError, UnlikeError, crew, fingerprint
from minusone.places import Places
from minusone.work import Hands, LostWorkerError, each
from tests.built import TEMPLATES
from tests.sites import BAISHA, progress, record, rectification, site
from tests.test_work import end

SITE = (
    BAISHA
    + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
    + record("team", "province")
    + record("visit", "v-1", "programme: five-nights", "见[整改](rectification:2014-001)。")
    + record("programme", "five-nights")
    + "".join(
        rectification(
            progress("date: 2014-03-01, step: registered", "date: 2014-03-02, step: assigned"),
            f"第{number}件。![巷](lane.png)",
            f"2014-{number:03}",
        )
        for number in range(1, 30)
    )
    + record("report", "month-2014-03")
    + "-- content/rectifications/lane.png --\n"
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", host="127.0.0.1"
    ) as local:
        yield local.scheduler_address.replace("tcp://", executors.SCHEME)


def made(folder: Path, hands: Hands) -> dict[str, bytes]:
    """Every file of the site that somebody makes, by its path."""
    here = site(folder, SITE)
    places = Places(here.config, here.content, TEMPLATES, here.out)
    rebuild.build(places, None, hands)
    return {str(file.relative_to(here.out)): file.read_bytes() for file in here.out.rglob("*") if file.is_file()}


@pytest.mark.slow
def test_a_cluster_makes_the_same_site_as_this_process_and_as_others_of_this_machine(
    cluster: str, tmp_path: Path
) -> None:
    alone = made(tmp_path / "alone", 1)
    together = made(tmp_path / "together", 2)
    with crew(cluster, [TEMPLATES], here=1) as hands:
        elsewhere = made(tmp_path / "elsewhere", hands)

    assert len(alone) > 150
    assert alone == together == elsewhere


@pytest.mark.slow
def test_on_the_command_line_a_cluster_checks_too(cluster: str, tmp_path: Path) -> None:
    places = site(tmp_path, SITE)
    where = ["--config", str(places.config), "--content", str(places.content), "--templates", str(TEMPLATES)]
    done = CliRunner().invoke(main, ["check", *where, "--executor", cluster], env={"LANGUAGE": "en"})

    assert (done.exit_code, done.stdout.splitlines()[-1][:20]) == (0, "34 records, no probl")


@pytest.mark.slow
def test_work_that_a_cluster_gives_up_is_told_in_words(cluster: str) -> None:
    with pytest.raises(LostWorkerError), crew(cluster, [], None) as hands:
        list(each(end, ["x"], hands))


@pytest.mark.slow
def test_a_worker_that_would_make_other_pages_is_refused(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executors, "__file__", str(tmp_path / "executors.py"))
    with pytest.raises(UnlikeError, match="tcp://127"), crew(cluster, [], None):
        pass


@pytest.mark.slow
def test_where_nobody_answers_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with pytest.raises(NoClusterError, match="dask://127"), crew("dask://127.0.0.1:1", [], None):
        pass


@pytest.mark.slow
def test_a_scheduler_without_workers_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", host="127.0.0.1") as local:
        address = local.scheduler_address.replace("tcp://", executors.SCHEME)
        with pytest.raises(NoClusterError, match=address), crew(address, [], None):
            pass


@pytest.mark.parametrize(("language", "words"), [("en", "needs Dask to be installed"), ("zh", "要先安装 Dask")])
def test_without_dask_it_is_said_how_to_get_it(
    language: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoDaskError), crew("dask://127.0.0.1:1", [], None):
        pass
    monkeypatch.setenv("LANGUAGE", language)
    places = site(tmp_path, BAISHA)
    where = ["--config", str(places.config), "--content", str(places.content)]
    done = CliRunner().invoke(main, ["check", *where, "--executor", "dask://127.0.0.1:1"])

    assert (done.exit_code, words in done.stderr) == (2, True)


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "dask://host", "tcp://127.0.0.1:8786", "dask://a b:1"])
def test_an_address_that_is_none_is_refused_before_anything_is_read(address: str) -> None:
    done = CliRunner().invoke(main, ["build", "--executor", address], env={"LANGUAGE": "en"})

    assert done.exit_code == 2
    assert "is not an address like dask://HOST:PORT" in done.stderr


def test_the_same_files_have_the_same_fingerprint_wherever_they_lie(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    (here / "page.html").write_text("one")
    shutil.copytree(here, there)
    same = fingerprint([here])

    assert fingerprint([there]) == same
    (there / "page.html").write_text("two")
    assert fingerprint([there]) != same
