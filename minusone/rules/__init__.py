"""Rules that need the whole of the records. Each is a function from the Corpus to the Problems it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minusone.corpus import Corpus
from minusone.problems import Problem
from minusone.rules import (
    attention,
    commitments,
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
    dates.a_promise_has_one_date,
    commitments.nobody_fulfils_anothers,
    commitments.what_was_not_kept,
    commitments.what_counts_for_no_period,
    steps.steps_follow_the_table,
    steps.nobody_verifies_their_own,
    steps.nobody_moves_their_own_deadline,
    steps.nothing_ends_before_it_begins,
    steps.what_a_track_asks_for,
    totals.what_does_not_add_up,
    translations.what_is_behind,
    reported.what_contradicts_a_report,
    reports.every_report_is_of_a_whole_period,
    reports.each_period_has_one_report,
    tables.what_a_table_does_not_add_up_to,
    texts.every_text_can_be_read,
    texts.every_link_opens,
    texts.every_picture_is_there,
    pictures.a_before_without_its_after,
    texts.no_html_stands_in_a_text,
    queries.every_query_is_understood,
    queries.every_figure_is_held_against_a_number,
    queries.no_query_stands_in_a_translation_alone,
    queries.no_query_stands_in_a_field,
    typed.no_total_is_typed_that_the_records_contradict,
    typed.no_share_is_typed,
    recommendations.whoever_answers_was_asked,
    recommendations.nothing_is_answered_before_it_is_asked,
    recommendations.answers_that_are_over_or_near,
    diaries.what_a_diary_lacks,
    diaries.ones_that_nobody_took_up,
    withheld.no_title_of_a_withheld_record_stays,
    privacy.nothing_private_stands_in_a_source,
    privacy.every_exception_is_in_force_and_needed,
    attention.deadlines_that_are_over_or_near,
    attention.silence_that_lasts,
    attention.reviews_that_are_over,
    attention.follow_ups_that_are_missed_or_near,
)


def broken(corpus: Corpus) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for rule in RULES for problem in rule(corpus)]
