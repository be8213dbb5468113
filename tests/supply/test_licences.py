"""Everything that is used is listed at its version, under a licence that we may use."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.supply.licences import DEV, OTHERS, PAGE, RUNTIME, may_be_used, rows, sections
from tests.supply.locks import ROOT

LISTED = list(rows(PAGE.read_text("utf-8")))


def test_every_package_of_every_lock_file_is_listed_and_nothing_else() -> None:
    listed = [package for _, packages in LISTED for package in packages]
    locked = [str(package) for _, packages in sections() for package in packages]

    assert sorted(listed) == sorted(locked), "make licences"


@pytest.mark.parametrize(("licence", "packages"), LISTED)
def test_every_licence_is_one_that_may_be_used(
    licence: str, packages: list[str], record_property: Callable[[str, int], None]
) -> None:
    record_property("packages", len(packages))
    record_property("refused", 0 if may_be_used(licence) else len(packages))

    assert may_be_used(licence)


@pytest.mark.parametrize(
    ("licence", "may_be"),
    [
        ("MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("(MIT OR CC0-1.0)", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_a_licence_may_be_used_if_one_of_its_choices_may_wholly(licence: str, may_be: bool) -> None:
    assert may_be_used(licence) is may_be


@pytest.mark.parametrize("file", [RUNTIME, DEV, *OTHERS])
def test_every_package_of_a_lock_file_has_its_hash_and_none_names_a_registry(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert all(re.match(r"[\w.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
