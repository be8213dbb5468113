"""Rules that need the whole of the records. Each is a function from the Corpus to the Problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minusone.corpus import Corpus
from minusone.problems import Problem
from minusone.rules import dates, names, references, steps, texts, totals, units, withheld

Rule = Callable[[Corpus], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    names.each_id_once,
    names.each_id_once_in_a_record,
    references.every_reference_leads_somewhere,
    references.every_commitment_exists,
    references.no_merge_goes_round,
    units.no_unit_is_above_itself,
    units.every_class_has_members,
    dates.nothing_lies_in_the_future,
    steps.steps_follow_the_table,
    steps.nobody_verifies_their_own,
    steps.nobody_moves_their_own_deadline,
    steps.nothing_ends_before_it_begins,
    steps.what_a_track_asks_for,
    totals.what_does_not_add_up,
    texts.every_text_can_be_read,
    texts.every_link_opens,
    texts.every_picture_is_there,
    texts.no_html_stands_in_a_text,
    withheld.no_title_of_a_withheld_record_stays,
)


def broken(corpus: Corpus) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for rule in RULES for problem in rule(corpus)]
