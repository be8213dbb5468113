"""The rules. Each is a function from one record, or from the Corpus, to the Problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from minusone.corpus import Alone, Corpus
from minusone.frontmatter import MOST
from minusone.problems import Problem
from minusone.rules import (
    attention,
    commitments,
    corrections,
    dates,
    diaries,
    names,
    pictures,
    privacy,
    queries,
    recommendations,
    references,
    reported,
    reports,
    steps,
    tables,
    texts,
    totals,
    translations,
    typed,
    units,
    withheld,
)

OF_ONE: tuple[Callable[[Alone], Iterator[Problem]], ...] = (
    names.each_id_once_in_a_record,
    dates.nothing_lies_in_the_future,
    dates.a_promise_has_one_date,
    steps.steps_follow_the_table,
    steps.nothing_ends_before_it_begins,
    steps.what_a_track_asks_for,
    totals.what_does_not_add_up,
    reports.every_report_is_of_a_whole_period,
    tables.what_a_table_does_not_add_up_to,
    texts.every_text_can_be_read,
    pictures.a_before_without_its_after,
    texts.no_html_stands_in_a_text,
    texts.nothing_unseen_is_spelt_out,
    queries.no_query_stands_in_a_translation_alone,
    queries.no_query_stands_in_a_field,
    typed.no_share_is_typed,
    recommendations.nothing_is_answered_before_it_is_asked,
    diaries.what_a_diary_lacks,
    corrections.an_erasure_says_which_versions,
    privacy.nothing_private_stands_in_its_files,
    attention.deadlines_that_are_over_or_near,
    attention.silence_that_lasts,
    attention.reviews_that_are_over,
    attention.follow_ups_that_are_missed_or_near,
)
"""Rules that a record keeps or breaks by itself, whatever other records say."""

OF_ALL: tuple[Callable[[Corpus], Iterator[Problem]], ...] = (
    names.each_id_once,
    references.every_reference_leads_somewhere,
    references.every_commitment_exists,
    references.no_merge_goes_round,
    units.no_unit_is_above_itself,
    units.every_class_has_members,
    commitments.nobody_fulfils_anothers,
    commitments.what_was_not_kept,
    commitments.what_counts_for_no_period,
    steps.nobody_verifies_their_own,
    steps.nobody_moves_their_own_deadline,
    translations.what_is_behind,
    reported.what_contradicts_a_report,
    reports.each_period_has_one_report,
    texts.every_link_opens,
    texts.every_picture_is_there,
    queries.every_query_is_understood,
    queries.every_figure_is_held_against_a_number,
    typed.no_total_is_typed_that_the_records_contradict,
    recommendations.whoever_answers_was_asked,
    recommendations.answers_that_are_over_or_near,
    diaries.ones_that_nobody_took_up,
    withheld.no_title_of_a_withheld_record_stays,
    privacy.nothing_private_stands_elsewhere,
)
"""Rules that need the whole."""


def broken(corpus: Corpus) -> list[Problem]:
    """Every problem that records have together."""
    return [problem for rule in OF_ALL for problem in rule(corpus)]


def broken_alone(one: Alone) -> list[Problem]:
    """Every problem that a record has by itself, of each rule the first."""
    return [problem for rule in OF_ONE for problem in islice(rule(one), MOST)]
