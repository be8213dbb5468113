"""A rectification's life as a picture: every date has its mark, no mark hides another, and the table says the same."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.rectification import Rectification, Step
from minusone.pieces.life import Lane, Life, Line, Shape, Sort, life, stacked
from minusone.reckoning.followups import follow_ups
from minusone.reckoning.lifecycle import OPEN, Group, follow
from tests.built import DONE, REGISTERED, Element, built, one, read
from tests.reckoning.test_lifecycle import item, lawful_steps, step
from tests.sites import BAISHA, TODAY, progress, rectification

LATER = st.dates(date(2016, 1, 1), date(2017, 1, 1))


def drawn(record: Rectification, day: date = TODAY) -> Life | None:
    standing, _ = follow(record, day)
    return life(record, standing, follow_ups(record, standing, (30, 90), day), day)


def lane(shown: Life | None, sort: Sort) -> Lane:
    assert shown
    return next(one for one in shown.lanes if one.sort is sort)


@given(lawful_steps(), LATER)
def test_every_date_has_its_mark_and_no_mark_hides_another(steps: list[Step], day: date) -> None:
    record = item(*steps)
    standing, _ = follow(record, day)
    shown = drawn(record, day)
    if standing.group is Group.WITHHELD:
        assert shown is None
        return
    assert shown
    done = lane(shown, Sort.DONE).marks
    assert len(done) == 1 + len(steps)
    assert len(lane(shown, Sort.DEADLINES).marks) == 1 + len(standing.moves)
    for each in shown.lanes:
        places = [(mark.x, mark.y) for mark in each.marks]
        assert all(0 <= x <= shown.width and each.name_y < y <= each.y < shown.floor for x, y in places)
        assert all(abs(a[0] - b[0]) >= 13 or abs(a[1] - b[1]) >= 13 for n, a in enumerate(places) for b in places[:n])


@given(lawful_steps(), LATER)
def test_the_table_has_every_mark_in_order_of_time(steps: list[Step], day: date) -> None:
    if shown := drawn(item(*steps), day):
        days = [event.day for event in shown.events]
        assert days == sorted(days)
        assert len(days) == sum(len(each.marks) for each in shown.lanes)
        assert set(shown.shapes) == {event.shape for event in shown.events}


@given(lawful_steps(), LATER)
def test_what_is_open_runs_until_today_and_is_late_as_soon_as_it_is_overdue(steps: list[Step], day: date) -> None:
    record = item(*steps)
    standing, _ = follow(record, day)
    shown = drawn(record, day)
    if shown and standing.state in OPEN:
        assert shown.today == shown.timeline.x(day)
        assert lane(shown, Sort.DONE).stretches[-1].end == shown.today
        late = [one.end for one in lane(shown, Sort.DEADLINES).stretches if one.line is Line.LATE]
        assert late == ([shown.today] if standing.overdue_days else [])


@given(st.lists(st.integers(0, 360), max_size=30).map(sorted))
def test_marks_are_stacked_no_higher_than_they_must(xs: list[int]) -> None:
    for x, level in zip(xs, stacked(xs), strict=True):
        assert level < sum(x - 13 < other <= x for other in xs)


def test_what_was_found_on_no_certain_day_is_drawn_as_a_period() -> None:
    record = item(step("registered", 20), found={"date": "2014-03"})
    found, opened = lane(drawn(record), Sort.DONE).stretches

    assert (found.line, opened.line, found.end) == (Line.FOUND, Line.OPEN, opened.x)


def test_a_setback_has_another_shape_than_a_step_forward() -> None:
    steps = [step(kind, day) for day, kind in enumerate(("registered", "assigned", "started", "submitted"), 1)]
    shown = drawn(item(*steps, step("returned", 9), step("extended", 12), step("started", 14)))

    assert [mark.event.shape for mark in lane(shown, Sort.DONE).marks] == [
        Shape.FOUND,
        *[Shape.STEP] * 4,
        *[Shape.SETBACK] * 2,
        Shape.STEP,
    ]
    assert shown
    assert shown.setbacks == 2


def test_a_late_closing_is_drawn_from_the_deadline_until_it_closed() -> None:
    kinds = ("registered", "assigned", "started", "submitted", "verified", "closed")
    steps = [step(kind, 20 + day) for day, kind in enumerate(kinds)]
    shown = drawn(item(*steps, deadline="2014-03-10"))
    assert shown
    (late,) = lane(shown, Sort.DEADLINES).stretches

    assert (late.line, late.x) == (Line.LATE, shown.timeline.x(date(2014, 3, 10)))
    assert late.end == shown.timeline.x(steps[-1].date)


def test_one_date_alone_makes_no_picture() -> None:
    record = item(step("registered")).model_copy(update={"found": None, "deadline": None})

    assert drawn(record) is None
    assert drawn(record.model_copy(update={"progress": (step("registered"), step("assigned", 2))}))


def test_a_follow_up_visit_is_where_it_was_made_or_was_due() -> None:
    kinds = ("registered", "assigned", "started", "submitted", "verified", "closed")
    steps = [step(kind, day) for day, kind in enumerate(kinds, 1)]
    closed = steps[-1].date
    shown = drawn(item(*steps, step("followed_up", 45)), closed + timedelta(days=100))

    assert [(mark.event.day, mark.event.shape) for mark in lane(shown, Sort.VISITS).marks] == [
        (steps[0].date + timedelta(days=44), Shape.VISITED),
        (closed + timedelta(days=90), Shape.MISSED),
    ]


def page(tmp_path: Path, text: str, half: str = "") -> Element:
    return read(built(tmp_path, BAISHA + text)[f"{half}rectifications/2014-001/index.html"])


@pytest.mark.parametrize(
    ("half", "told", "rows"),
    [
        (
            "",
            "5 个日期，1 次波折；期限改过 1 次，延期 5 天；逾期 15 天，已登记",
            ["2014年3月1日 发现", "2014年3月1日 登记", "2014年3月2日 延期", "2014年4月10日 第一次期限"],
        ),
        (
            "en/",
            "5 dates, 1 setback; the deadline moved once, extended by 5 days; overdue by 15 days, registered",
            ["1 March 2014 Found", "1 March 2014 Registered", "2 March 2014 Deadline extended"],
        ),
    ],
)
def test_the_drawing_is_told_in_a_sentence_and_in_a_table(
    half: str, told: str, rows: list[str], tmp_path: Path
) -> None:
    moved = "date: 2014-03-02, step: extended, deadline: 2014-04-15, reason: 等管线, approved_by: baisha"
    text = rectification("unit: kongpu\ndeadline: 2014-04-10\n" + progress(REGISTERED, moved))
    text += BAISHA.replace("baisha", "kongpu")
    (figure,) = page(tmp_path, text, half).all("figure", "life")

    assert figure.all("desc")[0].words == told
    cells = [" ".join(cell.words for cell in row.holds if cell.words) for row in figure.all("tr")]
    assert cells[1 : 1 + len(rows)] == rows
    assert figure.all("svg")[-1].attributes["role"] == "img"


def test_nothing_is_drawn_of_what_is_withheld(tmp_path: Path) -> None:
    assert page(tmp_path, one(Group.WITHHELD)).all("figure", "life") == []


def test_the_list_of_steps_has_the_shapes_of_the_drawing(tmp_path: Path) -> None:
    back = "date: 2014-04-05, step: followed_up, verdict: unsatisfied, asked: 9"
    (steps,) = page(tmp_path, rectification(progress(*DONE, back))).all("ol", "steps")

    assert [item.classes for item in steps.all("li")] == [*[["step"]] * 4, *[["good"]] * 2, ["setback"]]
