"""Counts add up, a whole is as bad as its worst member, and nothing is ever a share of anything."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone import plan
from minusone.figures import Figure
from minusone.formats import figure
from minusone.pages.count import count
from minusone.reckoning.lifecycle import UNRESOLVED, Group, worst
from minusone.render import Renderer
from minusone.schema import leaves
from minusone.settings import Places
from minusone.words import LANGS, Words
from tests.built import TEMPLATES, Element, built, linked, one, read
from tests.sites import BAISHA, record

GROUPS = st.lists(st.sampled_from(Group))


@given(GROUPS)
def test_what_was_found_is_what_is_closed_merged_or_unresolved(groups: list[Group]) -> None:
    counted = count(groups)

    assert counted.found == len(groups) == counted.closed + counted.merged + counted.unresolved
    assert counted.unresolved == sum(n for _, n in counted.groups) == sum(group in UNRESOLVED for group in groups)


@given(GROUPS)
def test_the_state_of_a_whole_is_never_better_than_any_members(groups: list[Group]) -> None:
    whole = count(groups).worst

    assert (whole is None) == (not groups)
    assert all(whole and whole.rank <= group.rank for group in groups)
    assert worst(groups) == min(groups, key=lambda group: group.rank, default=None)
    assert [group.rank for group, _ in count(groups).groups] == sorted({g.rank for g in groups if g in UNRESOLVED})


@given(GROUPS, GROUPS)
def test_more_members_never_make_a_whole_better(groups: list[Group], more: list[Group]) -> None:
    before, after = count(groups).worst, count([*groups, *more]).worst

    assert before is None or (after and after.rank <= before.rank)


@given(GROUPS, st.integers(1, 3))
def test_nothing_is_clear_while_a_period_of_a_commitment_was_not_kept(groups: list[Group], gaps: int) -> None:
    assert count(groups, gaps=gaps).worst == worst([*groups, Group.OPEN])


@given(GROUPS, st.integers(1, 3))
def test_whoever_was_not_followed_up_is_never_clear(groups: list[Group], missed: int) -> None:
    whole = count(groups, missed=missed).worst

    assert whole
    assert whole.rank <= Group.OPEN.rank


# --- no share of anything --------------------------------------------------------------------------------------------


def test_a_site_of_which_half_is_done_has_no_percentage_anywhere(tmp_path: Path) -> None:
    pages = built(tmp_path, BAISHA + one(Group.OPEN) + one(Group.CLOSED, "2014-002") + record("report", "march"))

    assert not [path for path, html in pages.items() if re.search(r"[%％‰]|百分之|per cent", html)]


def said(page: Element) -> str:
    """What a page says to its reader, its bodies left out."""
    texts = (text for text in page.all("#text") if not any("body" in one.classes for one in text.around))
    attributes = (
        one.attributes.get(name, "") for one in page.all() for name in ("alt", "title", "aria-label", "content")
    )
    return "\n".join([*(text.text for text in texts), *attributes])


@pytest.fixture(scope="module")
def sample_pages(project: Path) -> list[tuple[str, str]]:
    """The project's own site: where each page's file is, and its HTML."""
    public = linked(Places(project / "config.yaml", project / "content", TEMPLATES, project / "site"))
    return [(path.as_posix(), html.decode()) for path, html in map(Renderer(TEMPLATES), plan.outputs(public))]


def test_the_sample_site_has_no_percentage_but_those_that_somebody_wrote(
    sample_pages: list[tuple[str, str]], project: Path
) -> None:
    public = linked(Places(project / "config.yaml", project / "content", TEMPLATES, project / "site"))
    values = [leaf.value for record in public.records.values() for leaf in leaves(record)]
    words = [text for value in values if isinstance(value, Words) for text in (value.zh, value.en or "")]
    figures = [figure(value, lang) for value in values if isinstance(value, Figure) for lang in LANGS if value.percent]
    written = sorted({text for text in (*words, *figures) if re.search("[%％]", text)}, key=len, reverse=True)

    for path, html in sample_pages:
        if re.search("[%％]", html):
            left = said(read(html)).casefold()
            for text in written:
                left = left.replace(text.casefold(), "")
            assert not re.search("[%％]", left), path


def test_a_percentage_that_was_judged_or_reported_is_shown_as_it_was_printed() -> None:
    assert figure(Figure(Decimal("98.7"), percent=True), "en") == "98.7%"
