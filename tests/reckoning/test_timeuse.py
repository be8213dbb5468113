"""Every hour of a diary is in exactly one class of each kind, and in the whole once."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.activity import Diary, Served, Upshot, Work
from minusone.reckoning.timeuse import TimeUse, by_unit, time_use

UNITS = ["baisha", "cicheng", "kongpu"]
CLASSES = {"work": Work, "served": Served, "upshot": Upshot}


def diary(*entries: dict[str, object]) -> Diary:
    return Diary.model_validate({"entries": [{"hours": "1", "on": "走访", "whom": "居民"} | one for one in entries]})


ENTRIES = st.fixed_dictionaries(
    {"hours": st.integers(0, 9999).map(lambda n: str(Decimal(n) / 100))},
    optional={name: st.sampled_from(terms).map(lambda term: term.value) for name, terms in CLASSES.items()},
)
DIARIES = st.lists(ENTRIES, min_size=1, max_size=5).map(lambda entries: diary(*entries))
KEPT = st.lists(st.tuples(DIARIES, st.lists(st.sampled_from(UNITS), min_size=1, max_size=4)), max_size=5)


def splits(use: TimeUse) -> list[tuple[tuple[Work | Served | Upshot, Decimal], ...]]:
    return [use.work, use.served, use.upshot]


@given(st.lists(DIARIES, max_size=4))
def test_each_way_of_telling_hours_apart_adds_up_to_the_total(diaries: list[Diary]) -> None:
    use = time_use(diaries)

    assert use.total == sum(entry.hours for diary in diaries for entry in diary.entries)
    assert use.diaries == len(diaries)
    for split, terms in zip(splits(use), CLASSES.values(), strict=True):
        assert [term for term, _ in split] == list(terms)
        assert sum(hours for _, hours in split) == use.total


def test_what_a_diary_does_not_say_is_not_dropped() -> None:
    use = time_use([diary({"hours": "2.5"}, {"hours": "0.7", "work": "走访", "upshot": "nothing"})])

    assert (dict(use.work)[Work.NOT_SAID], dict(use.work)[Work.VISITS]) == (Decimal("2.5"), Decimal("0.7"))
    assert (dict(use.upshot)[Upshot.NOT_SAID], dict(use.upshot)[Upshot.NOTHING]) == (Decimal("2.5"), Decimal("0.7"))
    assert dict(use.served)[Served.NOT_SAID] == use.total == Decimal("3.2")


@given(KEPT)
def test_a_diary_of_several_units_is_each_ones_and_once_in_the_whole(kept: list[tuple[Diary, list[str]]]) -> None:
    whole, each = time_use(diary for diary, _ in kept), by_unit(kept)

    assert set(each) == {unit for _, units in kept for unit in units}
    for unit, use in each.items():
        assert use == time_use(diary for diary, units in kept if unit in units)
    shared = sum((entry.hours * (len(set(units)) - 1) for diary, units in kept for entry in diary.entries), Decimal())
    assert sum((use.total for use in each.values()), Decimal()) - shared == whole.total


@given(KEPT)
def test_the_order_of_diaries_changes_nothing(kept: list[tuple[Diary, list[str]]]) -> None:
    turned = list(reversed(kept))

    assert time_use(diary for diary, _ in turned) == time_use(diary for diary, _ in kept)
    assert by_unit(turned) == by_unit(kept)
