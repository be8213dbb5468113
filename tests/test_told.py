"""What a record tells of is found by going only where it can be."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from minusone.kinds.page import Page
from minusone.kinds.rectification import Rectification, Step
from minusone.periods import Period
from minusone.schema import Ref, leaves
from minusone.told import Told, linked, told
from tests.reckoning.test_lifecycle import item, lawful_steps


def plainly(record: Rectification) -> Told:
    """By every value of the record."""
    days, named = set(), set()
    for leaf in leaves(record):
        if isinstance(leaf.value, Ref):
            named.add(Ref(leaf.value.kind, leaf.value.id))
        day = leaf.value.first if isinstance(leaf.value, Period) else leaf.value
        if leaf.about.past and isinstance(day, date):
            days.add(day)
    return Told(tuple(sorted(days)), frozenset(named))


@given(lawful_steps())
def test_a_record_tells_of_every_past_day_and_of_every_record_that_it_names(steps: list[Step]) -> None:
    record = item(
        *steps,
        programme="five",
        found={"date": "2014-02", "by": "visit:march"},
        measures=[{"text": "换灯", "done": "2014-03-02", "units": "baisha"}],
        targets=[{"id": "lamps", "what": "灯", "measure": "盏", "results": [{"date": "2014-04-01", "value": "3"}]}],
    )

    assert told(record) == plainly(record)
    assert told(record).last == told(record).days[-1]


def test_what_tells_of_nothing_has_no_last_day() -> None:
    about = Page.model_validate({"id": "about", "title": "关于"})

    assert told(about) == Told((), frozenset())
    assert told(about).last == date.min


def test_a_text_names_the_records_that_it_leads_to() -> None:
    hrefs = ["rectification:2014-001", "programme:five#study", "https://example.org/", "unit:", "#unit:baisha"]

    assert list(linked(hrefs)) == [Ref("rectification", "2014-001"), Ref("programme", "five")]
