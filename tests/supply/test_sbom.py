"""Who asks what is in it gets a list of every package with its digest, and the same list from the same lock files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from minusone import __version__
from tests.supply.licences import RUNTIME
from tests.supply.locks import ROOT, Package, node, python
from tests.supply.sbom import of_node, of_python

pytestmark = pytest.mark.slow

SOURCES = (RUNTIME, "pyproject.toml", "package.json", "package-lock.json", ".npmrc")
LISTS = [
    pytest.param(of_python, python(RUNTIME), "SHA-256", id="python"),
    pytest.param(of_node, node("package-lock.json"), "SHA-512", id="node"),
]


@pytest.mark.parametrize(("listed", "locked", "digest"), LISTS)
def test_every_package_is_listed_at_its_version_with_its_digest(
    listed: Callable[[], str], locked: Collection[Package], digest: str
) -> None:
    made = json.loads(listed())
    of = made["metadata"]["component"]
    digests = {Package(one["name"], one["version"]): _digests(one) for one in made["components"]}

    assert made["bomFormat"] == "CycloneDX"
    assert (of["name"], of["version"]) == ("minusone", __version__)
    assert digests.keys() == set(locked)
    assert [package for package, some in digests.items() if digest not in some] == []


def _digests(component: dict[str, object]) -> str:
    """Those of its one file, or of each from which it can be installed."""
    return json.dumps([component.get("hashes"), component.get("externalReferences")])


@pytest.mark.parametrize("listed", [of_python, of_node])
def test_the_same_lock_files_give_the_same_bytes_wherever_and_whenever(
    listed: Callable[[Path], str], tmp_path: Path
) -> None:
    for folder in (here := tmp_path / "here", there := tmp_path / "there" / "too"):
        folder.mkdir(parents=True)
        for source in SOURCES:
            shutil.copy(ROOT / source, folder)

    assert listed(here) == listed(there) == listed(here)
