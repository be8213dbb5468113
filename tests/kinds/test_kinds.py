"""The kinds of record: each declared once, in words that an editor reads in either language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from minusone.kinds import FOLDERS, KINDS
from minusone.schema import About, Part, Ref, Term, To, UnitClass, about
from tests.sites import BAISHA, LEAST, problems, progress, record, rectification
from tests.sites import FOLDERS as FIXTURE_FOLDERS


def classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from classes(inner)


def declared(part: type[Part]) -> Iterator[type[Part] | type[Term]]:
    """A part, and every part and term that its fields speak of."""
    yield part
    for info in part.model_fields.values():
        for inner in classes(info.annotation):
            if issubclass(inner, Part):
                yield from declared(inner)
            elif issubclass(inner, Term):
                yield inner


def references(part: type[Part]) -> Iterator[To]:
    for inner in declared(part):
        if issubclass(inner, Part):
            for info in inner.model_fields.values():
                yield from _tos(info.annotation)
                yield from (item for item in info.metadata if isinstance(item, To))


def _tos(annotation: Any) -> Iterator[To]:
    for item in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if isinstance(item, To):
            yield item
        else:
            yield from _tos(item)


ALL = sorted(
    {one for kind in KINDS.values() for one in declared(kind)}, key=lambda one: f"{one.__module__}.{one.__name__}"
)
PARTS = [one for one in ALL if issubclass(one, Part)]
TERMS = [one for one in ALL if issubclass(one, Term)]


def test_there_are_nine_kinds_each_with_a_folder_of_its_own() -> None:
    assert set(KINDS) == set(LEAST)
    assert {kind: FIXTURE_FOLDERS[kind] for kind in KINDS} == {kind.kind: folder for folder, kind in FOLDERS.items()}
    assert all(kind.label.zh and kind.label.en for kind in KINDS.values())


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__qualname__)
def test_every_field_says_what_it_is_in_both_languages(part: type[Part]) -> None:
    for info in part.model_fields.values():
        said: About = about(info)
        assert all((*said.label, *said.help))
        assert not said.help.zh.endswith("。")
        assert not said.help.en.endswith(".")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__qualname__)
def test_no_two_fields_of_a_part_have_one_chinese_label(part: type[Part]) -> None:
    labels = [about(info).label.zh for info in part.model_fields.values()]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__qualname__)
def test_what_a_lone_string_stands_for_is_a_field(part: type[Part]) -> None:
    assert not part.brief or part.brief in part.model_fields


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__qualname__)
def test_every_spelling_of_a_term_means_one_thing(term: type[Term]) -> None:
    read = TypeAdapter(term).validate_python

    for one in term:
        assert [read(one.value), read(one.label.zh), read(one.label.en)] == [one] * 3


@pytest.mark.parametrize("kind", KINDS)
def test_references_are_to_kinds_that_there_are(kind: str) -> None:
    assert all(set(to.kinds) <= set(KINDS) for to in references(KINDS[kind]))


def test_a_record_of_every_kind_with_all_that_ledgers_demand_is_good(tmp_path: Path) -> None:
    ledger = """
        nature: 承诺事项
        unit: [baisha, 'each:street']
        lead: each:street@baisha
        leader: 街道主任
        track: [立行立改, long_term]
        review: 每季度复查
        deadline: 2014/2016
        source_numbers: [七, 12]
        wordings: [{until: 2014-03-15, title: 路灯少}]
        money: {planned: 320万, spent: 118.5万}
        targets:
          - id: lamps
            what: 路灯
            measure: 盏
            planned_words: 应亮尽亮
            results: [{date: 2014-03-20, value: 1.2万}]
            by_unit: [{unit: baisha, planned: 1, results: [{date: 2014-03-20, value: 0}]}]
        measures: [换灯, {text: 补灯, due: 2014-H1, units: each:street}]
        """ + progress(
        "date: 2014-03-20, step: 现状, state: 整改中, source: 清单第七项, extent: 基本完成, judged: 55%",
        "date: 2014-04-01, step: update, requested: 2017, evidence: [照片, {text: 会议纪要}]",
    ).replace("\n", "\n        ")
    others = {
        "group": "leaders: 3\ncharges: [包项目, {text: 包稳定}]\nlinks: 联企业",
        "team": "period: 2014-03/2014-09\nprinciples: [{title: 坚持标准}]",
        "programme": (
            "commitments:\n"
            "  - {id: liaison, what: 每周对接, who: 'team:province', how_often: FREQ=WEEKLY}\n"
            "  - id: study\n    what: 夜学\n    who: [each:street, group:first]\n    how_often: FREQ=WEEKLY;BYDAY=TU\n"
            "    amount: {at_least: 1, at_most: 2.5, of: 小时, per: official, officials: 12}\n    since: 2014-03-04\n"
            "    excused: {period: 2014-04-08, reason: 清明, sample: 是}\n    workdays: 是"
        ),
        "activity": (
            "people: 20+\nofficials: 12\nhours: 1.5\nfulfils: nights#study\ngroups: [first, team:province]\n"
            "diary: {entries: [{hours: 2, on: 走访, whom: 住户, effect: 记下三件}], one: 听得少, start: 多听}"
        ),
        "visit": "recommendations: {text: 补灯, to: baisha, due: 2014-04, answer: {date: 2014-04-02, text: 已列入}}",
        "report": (
            "published: 2014-04-01\nfigures: [{what: 拆违, value: 124.1万, unit: 平方米}, {what: 效果, said: 明显}]"
        ),
        "page": "menu: 否\nrank: 3",
    }
    names = {"group": "first", "team": "province", "programme": "nights", "activity": "talk"}
    text = (
        BAISHA
        + rectification(ledger)
        + "".join(record(kind, names.get(kind, "one"), more) for kind, more in others.items())
    )

    assert [problem.code for problem in problems(tmp_path, text) if not problem.note] == []


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY;BYDAY=TU", "RRULE:FREQ=MONTHLY", "freq=daily;interval=2", "FREQ=MONTHLY;BYMONTHDAY=-1"]
)
def test_how_often_is_a_rule_of_rfc_5545(rule: str, tmp_path: Path) -> None:
    assert problems(tmp_path, BAISHA + promising(f"how_often: {rule}")) == ()


@pytest.mark.parametrize(
    "rule",
    [
        "每周二",
        "FREQ=OFTEN",
        "BYDAY=TU",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=x",
        "'DTSTART:20140304\\nRRULE:FREQ=DAILY'",
        "[FREQ=DAILY]",
        "FREQ=WEEKLY;INTERVAL=0;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=-2;BYDAY=TU",
        "FREQ=YEARLY;INTERVAL=8000",
        "FREQ=MONTHLY;INTERVAL=99999",
        "'EXDATE:20140304'",
        "FREQ=WEEKLY;BYDAY=+1TU",
    ],
)
def test_anything_else_is_no_rule(rule: str, tmp_path: Path) -> None:
    assert [problem.code for problem in problems(tmp_path, BAISHA + promising(f"how_often: {rule}"))] == ["bad-rule"]


def test_a_commitment_does_not_end_before_it_begins(tmp_path: Path) -> None:
    backwards = promising("how_often: FREQ=DAILY\nsince: 2014-04-01\nuntil: 2014-03-31")

    assert [problem.code for problem in problems(tmp_path, BAISHA + backwards)] == ["ends-before-it-begins"]


def promising(fields: str) -> str:
    lines = "\n    ".join(f"id: study\nwhat: 夜学\nwho: baisha\n{fields}".split("\n"))
    return record("programme", "nights", f"commitments:\n  - {lines}")


def test_a_reference_reads_back_as_it_is_written() -> None:
    assert str(Ref("programme", "nights", "study")) == "programme:nights#study"
    assert str(UnitClass("village", "cicheng")) == "each:village@cicheng"
