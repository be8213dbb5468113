"""An id is used once, and never again; within a record too."""

from __future__ import annotations

from pathlib import Path

from tests.sites import BAISHA, problems, record, rectification, where


def test_every_further_use_of_an_id_is_told_with_the_file_that_has_it(tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + record("unit", "c", "id: baisha") + record("unit", "d", "id: baisha"))

    assert where(found) == ["content/units/c.zh.md:2:5 duplicate-id", "content/units/d.zh.md:2:5 duplicate-id"]
    assert all("content/units/baisha.zh.md has it" in problem.why.en for problem in found)


def test_records_of_different_kinds_may_share_an_id(tmp_path: Path) -> None:
    assert problems(tmp_path, BAISHA + record("page", "baisha")) == ()


def test_each_commitment_of_a_programme_and_each_target_of_a_record_has_an_id_of_its_own(tmp_path: Path) -> None:
    study = "{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY}"
    lamps = "{id: lamps, what: 路灯, measure: 盏}"
    found = problems(
        tmp_path,
        BAISHA
        + record("programme", "nights", f"commitments:\n  - {study}\n  - {study}")
        + record("programme", "days", f"commitments: [{study}]")
        + rectification(f"targets:\n  - {lamps}\n  - {lamps.replace('lamps', 'poles')}\n  - {lamps}"),
    )

    assert where(found) == [
        "content/programmes/nights.zh.md:5:10 duplicate-id",
        "content/rectifications/2014-001.zh.md:6:10 duplicate-id",
    ]
    assert found[0].why.zh.startswith("本文件第 4 行 用的是同一个编号")
    assert found[1].why.en.startswith("Line 4 of this file has it")
