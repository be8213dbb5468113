"""What may not become of published records in silence: forbidden without a correction, allowed with its own."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.correction import FIGURES, Correction, What
from minusone.problems import Mark, Problem
from minusone.publication.facts import Facts
from minusone.publication.silence import erasures, grants, objections
from minusone.publication.versions import Histories
from minusone.schema import Path as Where
from minusone.schema import Ref
from tests.publication.histories import history
from tests.sites import LEAST

LAMP = Ref("rectification", "2014-001")
MARCH = Ref("report", "march")
WEEK = Ref(FIGURES, "2014-w14")
VISIT = Ref("visit", "look")
NIGHTS = Ref("programme", "nights")


def words(zh: str) -> Facts:
    return {"zh": zh}


def step(kind: str, day: int, **fields: Any) -> Facts:
    return {"date": f"2014-03-{day:02}", "step": kind, **fields}


def lamp(*steps: Facts, **fields: Any) -> Facts:
    said = {"kind": "rectification", "id": "2014-001", "title": words("路灯不亮"), "deadline": "2014-04-20"} | fields
    return {name: value for name, value in said.items() if value is not None} | {"progress": [*steps]}


def report(*figures: Facts) -> Facts:
    return {"kind": "report", "id": "march", "title": words("三月通报"), "figures": [*figures]}


def look(*recommendations: Facts) -> Facts:
    return {"kind": "visit", "id": "look", "title": words("察看"), "recommendations": [*recommendations]}


def nights(*commitments: Facts) -> Facts:
    return {"kind": "programme", "id": "nights", "title": words("夜学"), "commitments": [*commitments]}


REGISTERED = step("registered", 1)
ASSIGNED = step("assigned", 2, by="unit:office", note=words("交给白沙"))
UPDATE = step("update", 5, note=words("备料"))
SEVEN = {"what": words("条"), "value": "7", "parts": [{"what": words("东"), "value": "4"}]}
LAMPS = lamp(REGISTERED, ASSIGNED)
MEND = {"text": words("补灯"), "to": ["unit:baisha"], "due": "2014-04-20"}
TELL = {"text": words("公开"), "to": ["each:street"], "answer": [{"date": "2014-03-20", "text": words("已公开")}]}
WEEKLY = {"id": "study", "what": words("夜学"), "who": ["unit:baisha"], "how_often": "FREQ=WEEKLY;BYDAY=TU"}
DAILY = {"id": "patrol", "what": words("巡查"), "who": ["unit:baisha"], "how_often": "FREQ=DAILY"}
POLE = {"text": words("立杆"), "due": "2014-04-01"}
BAYS = {"id": "bays", "what": words("泊位"), "planned": "60", "results": [{"date": "2014-03-31", "value": "20"}]}


def correction(what: What, *of: Ref, id: str = "c1", versions: list[int] | None = None) -> Correction:
    fields: Facts = {**LEAST["correction"], "id": id, "of": [str(ref) for ref in of], "what": what.value}
    return Correction.model_validate(fields | ({"versions": [str(one) for one in versions]} if versions else {}))


def where(ref: Ref, path: Where) -> tuple[str, Mark]:
    """A file for each record, and a place that tells the path."""
    return f"{ref} {' '.join(map(str, path))}".strip(), Mark()


def objected(
    before: Histories, now: dict[Ref, Facts], *corrections: Correction, removed: tuple[Ref, ...] = ()
) -> list[Problem]:
    return objections(before, removed, now, corrections, where)


class Case(NamedTuple):
    """What became of a record, the correction that it needs, where that is said, and some of the words."""

    name: str
    ref: Ref
    before: Facts
    now: Facts | None
    what: What
    place: str
    zh: str
    en: str
    removed: bool = False


CASES = (
    Case(
        "a record gone",
        VISIT,
        {"kind": "visit", "title": words("察看")},
        None,
        What.REMOVED,
        "visit:look internal",
        "“visit:look”在 2014-04-01 公布过，现在不在网站上了",
        "“visit:look” was published on 2014-04-01 and is no longer on the site",
    ),
    Case(
        "an id used again",
        VISIT,
        {"kind": "visit", "title": words("察看")},
        {"kind": "visit", "title": words("另一次")},
        What.REUSED,
        "visit:look id",
        "撤下过",
        "its id is used again",
        removed=True,
    ),
    Case(
        "the first deadline moved",
        LAMP,
        LAMPS,
        lamp(REGISTERED, ASSIGNED, deadline="2014-05-30"),
        What.DEADLINE,
        "rectification:2014-001 deadline",
        "2014-04-01 公布的是 2014-04-20，现在是 2014-05-30",
        "was published on 2014-04-01 as 2014-04-20, and now is 2014-05-30",
    ),
    Case(
        "the first deadline taken away",
        LAMP,
        LAMPS,
        lamp(REGISTERED, ASSIGNED, deadline=None),
        What.DEADLINE,
        "rectification:2014-001 track",
        "现在是 没有",
        "now is none",
    ),
    Case(
        "a deadline become working days",
        LAMP,
        LAMPS,
        lamp(REGISTERED, ASSIGNED, deadline=None, workdays=5),
        What.DEADLINE,
        "rectification:2014-001 workdays",
        "现在是 5 个工作日",
        "now is 5 working days",
    ),
    Case(
        "a deadline slipped under one that a step had promised",
        LAMP,
        lamp(REGISTERED, step("extended", 3, deadline="2014-04-20"), deadline=None),
        lamp(REGISTERED, step("extended", 3, deadline="2014-04-20"), deadline="2014-05-30"),
        What.DEADLINE,
        "rectification:2014-001 deadline",
        "公布的是 没有，现在是 2014-05-30",
        "as none, and now is 2014-05-30",
    ),
    Case(
        "a step's date changed",
        LAMP,
        LAMPS,
        lamp(REGISTERED, {**ASSIGNED, "date": "2014-03-20"}),
        What.STEPS,
        "rectification:2014-001 progress 1",
        "第 2 步（交办，2014-03-02）在 2014-04-01 公布过，现在改了：date: 2014-03-02 → 2014-03-20",
        "Step 2 of “rectification:2014-001” (assigned, 2014-03-02) was published on 2014-04-01, and has been changed: "
        "date: 2014-03-02 → 2014-03-20",
    ),
    Case(
        "a step's evidence withdrawn",
        LAMP,
        lamp(REGISTERED, step("update", 3, evidence=[{"text": words("照片")}])),
        lamp(REGISTERED, step("update", 3)),
        What.STEPS,
        "rectification:2014-001 progress 1",
        "evidence 1: … → -",
        "evidence 1: … → -",
    ),
    Case(
        "the last step gone",
        LAMP,
        LAMPS,
        lamp(REGISTERED),
        What.STEPS,
        "rectification:2014-001 progress",
        "第 2 步（交办，2014-03-02）在 2014-04-01 公布过，现在没有了",
        "is gone",
    ),
    Case(
        "a step put between two",
        LAMP,
        lamp(REGISTERED, UPDATE),
        lamp(REGISTERED, ASSIGNED, UPDATE),
        What.STEPS,
        "rectification:2014-001 progress 1",
        "step: update → assigned",
        "step: update → assigned",
    ),
    Case(
        "closed by a mere statement",
        LAMP,
        LAMPS,
        lamp(step("stated", 30, state="closed", source=words("台账"))),
        What.CLOSED,
        "rectification:2014-001 progress 0 step",
        "现在只凭一步 stated 就成了“已销号”",
        "now a mere step “stated” makes it “closed”",
    ),
    Case(
        "a recommendation gone",
        VISIT,
        look(MEND, TELL),
        look(MEND),
        What.RECOMMENDATIONS,
        "visit:look recommendations",
        "“visit:look”的“建议”第 2 项在 2014-04-01 公布过，现在没有了",
        "“Recommendations” 2 of “visit:look” was published on 2014-04-01, and is gone",
    ),
    Case(
        "all recommendations gone",
        VISIT,
        look(MEND),
        {"kind": "visit", "title": words("察看")},
        What.RECOMMENDATIONS,
        "visit:look recommendations",
        "第 1 项",
        "“Recommendations” 1",
    ),
    Case(
        "a recommendation due later",
        VISIT,
        look(MEND),
        look({**MEND, "due": "2014-05-20"}),
        What.RECOMMENDATIONS,
        "visit:look recommendations 0",
        "现在改了：due: 2014-04-20 → 2014-05-20",
        "and has been changed: due: 2014-04-20 → 2014-05-20",
    ),
    Case(
        "a recommendation put to somebody else",
        VISIT,
        look(MEND),
        look({**MEND, "to": ["unit:office"]}),
        What.RECOMMENDATIONS,
        "visit:look recommendations 0",
        "to 1: unit:baisha → unit:office",
        "to 1: unit:baisha → unit:office",
    ),
    Case(
        "an answer taken back",
        VISIT,
        look(MEND, TELL),
        look(MEND, {**TELL, "answer": []}),
        What.RECOMMENDATIONS,
        "visit:look recommendations 1",
        "answer 1 date: 2014-03-20 → -",
        "answer 1 date: 2014-03-20 → -",
    ),
    Case(
        "a measure gone",
        LAMP,
        lamp(REGISTERED, measures=[POLE]),
        lamp(REGISTERED),
        What.MEASURES,
        "rectification:2014-001 measures",
        "“整改措施”第 1 项",
        "“Measures” 1",
    ),
    Case(
        "a measure that was done and is not",
        LAMP,
        lamp(REGISTERED, measures=[{**POLE, "done": "2014-03-31"}]),
        lamp(REGISTERED, measures=[POLE]),
        What.MEASURES,
        "rectification:2014-001 measures 0",
        "done: 2014-03-31 → -",
        "done: 2014-03-31 → -",
    ),
    Case(
        "a target that is planned lower",
        LAMP,
        lamp(REGISTERED, targets=[BAYS]),
        lamp(REGISTERED, targets=[{**BAYS, "planned": "40"}]),
        What.MEASURES,
        "rectification:2014-001 targets 0",
        "planned: 60 → 40",
        "planned: 60 → 40",
    ),
    Case(
        "a target turned around",
        LAMP,
        lamp(REGISTERED, targets=[BAYS]),
        lamp(REGISTERED, targets=[{**BAYS, "direction": "less"}]),
        What.MEASURES,
        "rectification:2014-001 targets 0",
        "direction: - → less",
        "direction: - → less",
    ),
    Case(
        "a commitment gone",
        NIGHTS,
        nights(WEEKLY, DAILY),
        nights(DAILY),
        What.COMMITMENTS,
        "programme:nights commitments",
        "“承诺”第 1 项",
        "“Commitments” 1",
    ),
    Case(
        "a commitment that asks for less",
        NIGHTS,
        nights(WEEKLY, DAILY),
        nights(WEEKLY, {**DAILY, "how_often": "FREQ=WEEKLY"}),
        What.COMMITMENTS,
        "programme:nights commitments 1",
        "how_often: FREQ=DAILY → FREQ=WEEKLY",
        "how_often: FREQ=DAILY → FREQ=WEEKLY",
    ),
    Case(
        "a commitment that begins later than it was promised",
        NIGHTS,
        nights(WEEKLY),
        nights({**WEEKLY, "since": "2014-06-01"}),
        What.COMMITMENTS,
        "programme:nights commitments 0",
        "since: - → 2014-06-01",
        "since: - → 2014-06-01",
    ),
    Case(
        "a reported figure changed",
        MARCH,
        report(SEVEN),
        report({**SEVEN, "value": "8"}),
        What.FIGURES,
        "report:march figures",
        "的数字在 2014-04-01 公布过，现在改了：1 value: 7 → 8",
        "1 value: 7 → 8",
    ),
    Case(
        "a part of a reported figure taken away",
        MARCH,
        report(SEVEN),
        report({"what": words("条"), "value": "7"}),
        What.FIGURES,
        "report:march figures",
        "1 parts 1 value: 4 → -",
        "1 parts 1 value: 4 → -",
    ),
    Case(
        "a computed figure changed",
        WEEK,
        {"kind": FIGURES, "stood": {"overdue": 3}},
        {"kind": FIGURES, "stood": {"overdue": 2, "closed": 1}},
        What.FIGURES,
        "figures:2014-w14",
        "stood overdue: 3 → 2; stood closed: - → 1",
        "stood overdue: 3 → 2; stood closed: - → 1",
    ),
    Case(
        "all that a computed figure was about gone",
        WEEK,
        {"kind": FIGURES, "stood": {"overdue": 3}, "happened": {"visits": 1}},
        {"kind": FIGURES, "stood": {}, "happened": {"visits": 1}},
        What.FIGURES,
        "figures:2014-w14",
        "现在改了：stood overdue: 3 → -。",
        "have changed: stood overdue: 3 → -.",
    ),
    Case(
        "the computed figures gone",
        WEEK,
        {"kind": FIGURES, "stood": {"overdue": 3}},
        None,
        What.FIGURES,
        "figures:2014-w14",
        "stood overdue: 3 → -",
        "stood overdue: 3 → -",
    ),
)
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def happened(case: Case, *corrections: Correction) -> list[Problem]:
    now = {} if case.now is None else {case.ref: case.now}
    removed = (case.ref,) if case.removed else ()
    return objected({case.ref: history(case.before)}, now, *corrections, removed=removed)


@each_case
def test_it_may_not_happen_in_silence(case: Case) -> None:
    (problem,) = happened(case)

    assert problem.path == case.place
    assert case.zh in problem.to("zh")
    assert case.en in problem.to("en")
    assert f"of: {case.ref}" in problem.fix.zh
    assert f"of: {case.ref} and what: {case.what.value}" in problem.fix.en


@each_case
def test_its_correction_allows_it(case: Case) -> None:
    assert happened(case, correction(case.what, VISIT, MARCH, case.ref)) == []


@each_case
def test_no_other_correction_allows_it(case: Case) -> None:
    others = [correction(what, case.ref, id=what.value) for what in What if what not in (case.what, What.ERASED)]
    anothers = correction(case.what, Ref("page", "about"))

    assert len(happened(case, *others, anothers)) == 1


@each_case
def test_a_correction_that_was_published_before_allows_nothing_more(case: Case) -> None:
    used = correction(case.what, case.ref)
    now = {} if case.now is None else {case.ref: case.now}
    before = {case.ref: history(case.before), used.ref: history({"kind": "correction"})}

    found = objections(before, [case.ref] if case.removed else [], {**now, used.ref: {}}, [used], where)

    assert len(found) == 1


FREE: dict[str, tuple[Facts, Facts]] = {
    "slips in words": (LAMPS, lamp(REGISTERED, {**ASSIGNED, "note": words("交给白沙街道")}, title=words("灯不亮"))),
    "words that come or go": (LAMPS, lamp({**REGISTERED, "note": words("来电")}, {**ASSIGNED, "note": words("办")})),
    "a translation": (LAMPS, lamp(REGISTERED, {**ASSIGNED, "note": {"zh": "交给白沙", "en": "To Baisha"}})),
    "a further step": (LAMPS, lamp(REGISTERED, ASSIGNED, UPDATE)),
    "a further step of the same day": (LAMPS, lamp(REGISTERED, ASSIGNED, ASSIGNED)),
    "a first promise where there was none": (lamp(REGISTERED, deadline=None), lamp(REGISTERED)),
    "other facts, which the history shows": (LAMPS, lamp(REGISTERED, ASSIGNED, topic="streets")),
    "a closing by its steps": (LAMPS, lamp(REGISTERED, ASSIGNED, step("closed", 9))),
    "a statement that it stays closed": (
        lamp(step("stated", 3, state="closed")),
        lamp(step("stated", 3, state="closed"), step("followed_up", 4, verdict="satisfied")),
    ),
    "other words of what was asked for": (look(MEND, TELL), look({**MEND, "text": words("补一盏灯")}, TELL)),
    "a recommendation and answers that are added": (
        look(TELL),
        look({**TELL, "due": "2014-05-01", "answer": [*TELL["answer"], {"date": "2014-04-02"}]}, MEND),
    ),
    "a measure done, and a further one": (
        lamp(REGISTERED, measures=[POLE]),
        lamp(REGISTERED, measures=[{**POLE, "done": "2014-03-31"}, POLE]),
    ),
    "a further result, and targets in another order": (
        lamp(REGISTERED, targets=[BAYS, {"id": "lanes", "planned": "3"}]),
        lamp(
            REGISTERED,
            targets=[
                {"id": "lanes", "planned": "3"},
                {**BAYS, "results": [*BAYS["results"], {"date": "2014-04-30", "value": "60"}]},
            ],
        ),
    ),
    "a commitment that ends, and is excused": (
        nights(WEEKLY, DAILY),
        nights(DAILY, {**WEEKLY, "until": "2014-12-31", "excused": [{"from": "2014-04-07"}]}),
    ),
    "withheld by a step, with its measures": (
        lamp(REGISTERED, measures=[POLE]),
        lamp(REGISTERED, step("withheld", 9, basis=words("条例")), title=words("不予公开")),
    ),
    "withheld by a step, which keeps no more of the others than when they were": (
        LAMPS,
        lamp(REGISTERED, step("assigned", 2), step("withheld", 9, basis=words("条例")), title=words("不予公开")),
    ),
    "a further figure": (report(SEVEN), report(SEVEN, SEVEN)),
    "slips in what a figure counts": (report(SEVEN), report({**SEVEN, "what": words("条街巷")})),
}


@pytest.mark.parametrize("case", FREE)
def test_all_else_is_free(case: str) -> None:
    before, now = FREE[case]
    ref = Ref(before["kind"], before["id"])

    assert objected({ref: history(before)}, {ref: now}) == []


def test_what_is_withheld_may_not_lose_its_steps() -> None:
    withheld = lamp(REGISTERED, step("withheld", 9, basis=words("条例")))

    assert [one.code for one in objected({LAMP: history(LAMPS)}, {LAMP: withheld})] == ["step-changed"]


def test_each_thing_needs_a_correction_of_its_own() -> None:
    before, now = {LAMP: history(LAMPS)}, {LAMP: lamp(REGISTERED, deadline="2014-05-30")}

    assert [one.code for one in objected(before, now)] == ["first-promise-changed", "step-gone"]
    assert [one.code for one in objected(before, now, correction(What.STEPS, LAMP))] == ["first-promise-changed"]


def test_a_record_is_held_against_the_last_version_of_which_something_is_left() -> None:
    moved = lamp(REGISTERED, ASSIGNED, deadline="2014-05-30")

    assert objected({LAMP: history(LAMPS, moved)}, {LAMP: moved}) == []
    assert [one.code for one in objected({LAMP: history(LAMPS, None)}, {LAMP: moved})] == ["first-promise-changed"]
    assert objected({LAMP: history(None)}, {LAMP: moved}) == []


def test_what_was_removed_with_a_correction_is_not_asked_for_again() -> None:
    assert objected({VISIT: history({"kind": "visit"})}, {}, removed=(VISIT,)) == []


def test_two_new_corrections_of_one_thing_are_one_too_many() -> None:
    """Else one of them would do nothing, and nobody would see which."""
    two = [correction(What.ERASED, LAMP, id=id, versions=[1]) for id in ("c1", "c2")]

    (problem,) = objected({LAMP: history(LAMPS, LAMPS)}, {LAMP: LAMPS}, *two)

    assert problem.path == "correction:c1 what"
    assert "is corrected by “c2”" in problem.to("en")
    assert "已由“c2”更正" in problem.to("zh")
    assert objected({LAMP: history(LAMPS, LAMPS), two[0].ref: history({})}, {LAMP: LAMPS, two[0].ref: {}}, *two) == []


# --- erasing ---------------------------------------------------------------------------------------------------------


def test_what_is_erased_is_what_a_correction_names() -> None:
    before = {LAMP: history(LAMPS, LAMPS, LAMPS)}
    erased = correction(What.ERASED, LAMP, versions=[1, 3])

    assert objected(before, {LAMP: LAMPS}, erased) == []
    assert erasures(before, {LAMP: LAMPS}, grants(before, [erased])) == {LAMP: {1: "c1", 3: "c1"}}


def test_what_was_never_published_can_not_be_erased() -> None:
    (problem,) = objected({LAMP: history(LAMPS)}, {LAMP: LAMPS}, correction(What.ERASED, LAMP, versions=[1, 2]))

    assert problem.path == "correction:c1 versions"
    assert "“rectification:2014-001” has no published version 2" in problem.to("en")
    assert "没有公布过第 2 版" in problem.to("zh")


def test_the_text_of_what_is_withheld_leaves_its_former_versions_too() -> None:
    withheld = lamp(REGISTERED, step("assigned", 2), step("withheld", 9))
    before = {LAMP: history(LAMPS, None, lamp(REGISTERED, ASSIGNED, UPDATE))}

    assert erasures(before, {LAMP: withheld}, {}) == {LAMP: {1: "2014-001", 3: "2014-001"}}
    assert erasures({LAMP: history(None, withheld)}, {LAMP: withheld}, {}) == {}


# --- whatever the record ---------------------------------------------------------------------------------------------

WORDS = st.text("灯亮了", min_size=1, max_size=5).map(words)
DAYS = st.integers(1, 28)
STEPS = st.fixed_dictionaries(
    {"date": DAYS.map(lambda day: f"2014-03-{day:02}"), "step": st.sampled_from(["registered", "update", "started"])},
    optional={
        "note": WORDS,
        "by": st.sampled_from(["unit:a", "unit:b"]),
        "evidence": st.lists(st.fixed_dictionaries({"text": WORDS}), min_size=1, max_size=2),
    },
)
LIVES = st.lists(STEPS, min_size=1, max_size=6)


def reworded(value: Any) -> st.SearchStrategy[Any]:
    """The same with other words wherever there are some."""
    if isinstance(value, dict):
        if "zh" in value:
            return WORDS
        return st.fixed_dictionaries({name: reworded(item) for name, item in value.items()})
    if isinstance(value, list):
        return st.tuples(*(reworded(item) for item in value)).map(list)
    return st.just(value)


@given(st.data(), LIVES, st.lists(STEPS, max_size=3))
def test_steps_that_are_added_and_other_words_are_always_free(
    data: st.DataObject, life: list[Facts], more: list[Facts]
) -> None:
    before = lamp(*life)
    now = data.draw(reworded(before))
    assert isinstance(now, dict)
    now = {**now, "progress": [*now["progress"], *more]}

    assert objected({LAMP: history(before)}, {LAMP: now}) == []


@given(st.data(), LIVES)
def test_whatever_fact_of_a_step_is_taken_away_is_noticed(data: st.DataObject, life: list[Facts]) -> None:
    before = lamp(*life)
    place = data.draw(st.integers(0, len(life) - 1))
    name = data.draw(st.sampled_from([name for name in life[place] if name != "note"]))
    less = {key: value for key, value in life[place].items() if key != name}
    now = lamp(*life[:place], less, *life[place + 1 :])

    assert [one.code for one in objected({LAMP: history(before)}, {LAMP: now})] == ["step-changed"]


@given(st.data(), LIVES)
def test_whatever_step_is_taken_away_is_noticed(data: st.DataObject, life: list[Facts]) -> None:
    """But where the next one says the same of the same day: then that is one step fewer, and is noticed as such."""
    place = data.draw(st.integers(0, len(life) - 1))
    now = lamp(*life[:place], *life[place + 1 :])

    (problem,) = objected({LAMP: history(lamp(*life))}, {LAMP: now})

    assert problem.code in {"step-changed", "step-gone"}


ITEMS = st.fixed_dictionaries(
    {"text": WORDS, "to": st.lists(st.sampled_from(["unit:a", "unit:b"]), min_size=1, max_size=2)},
    optional={
        "due": DAYS.map(lambda day: f"2014-03-{day:02}"),
        "answer": st.lists(
            st.fixed_dictionaries({"date": st.just("2014-03-20"), "text": WORDS}), min_size=1, max_size=2
        ),
    },
)


@given(st.data(), st.lists(ITEMS, min_size=1, max_size=4), st.lists(ITEMS, max_size=2))
def test_whatever_fact_of_what_was_asked_for_is_taken_away_is_noticed_and_nothing_else_is(
    data: st.DataObject, asked: list[Facts], more: list[Facts]
) -> None:
    now = data.draw(reworded(look(*asked)))
    assert isinstance(now, dict)
    added = {**now, "recommendations": [*now["recommendations"], *more]}
    place = data.draw(st.integers(0, len(asked) - 1))
    name = data.draw(st.sampled_from([name for name in asked[place] if name != "text"]))
    less = {key: value for key, value in asked[place].items() if key != name}

    assert objected({VISIT: history(look(*asked))}, {VISIT: added}) == []
    taken = objected({VISIT: history(look(*asked))}, {VISIT: look(*asked[:place], less, *asked[place + 1 :], *more)})
    assert [one.code for one in taken] == ["item-changed"]
