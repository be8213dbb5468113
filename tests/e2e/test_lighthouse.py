"""The main pages are as fast, accessible and easy to find as Lighthouse can tell, on a phone, in both languages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.lighthouse import CATEGORIES, Scores, scores
from tests.e2e.serving import served

pytestmark = [pytest.mark.slow, pytest.mark.alone]

GOOD = 0.99
TRIES = 6
"""How often the time may be taken: a busy machine can only make a page look slower than it is."""

PAGES = {
    "home": "",
    "ledger": "rectifications/",
    "rectification": "rectifications/2014-003/",
    "report": "reports/2014-W11/",
}


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site at the address that it is built for, as what it says of itself is judged too."""
    folder = tmp_path_factory.mktemp("published")
    out = folder / "site"
    with served(out) as address:
        config = folder / "config.yaml"
        said = (project / "config.yaml").read_text("utf-8").splitlines()
        lines = (f"address: {address}" if line.startswith("address:") else line for line in said)
        config.write_text("\n".join(lines), "utf-8")
        command = [sys.executable, "build.py", "build", "--config", str(config), "--out", str(out)]
        subprocess.run(command, cwd=project, capture_output=True, check=True)
        yield address


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_as_good_as_lighthouse_can_tell(name: str, lang: str, site: str, project: Path) -> None:
    url = site + ("" if lang == "zh" else "en/") + PAGES[name]
    given, lacking = scores(project, url)
    for _ in range(1, TRIES):
        if given["performance"] < GOOD:
            again, _ = scores(project, url, ["performance"])
            given["performance"] = max(given["performance"], again["performance"])
    assert list(given) == list(CATEGORIES)
    assert not weak(given), f"{url}: {given}\n" + "\n".join(lacking)


def test_it_notices_a_bad_page(project: Path, tmp_path: Path) -> None:
    script = "const end = performance.now() + 1500; while (performance.now() < end); notThere()"
    (tmp_path / "index.html").write_text(f"<script>{script}</script><p style='color:#ccc'>Bad<img src=gone.png>")
    with served(tmp_path) as address:
        given, lacking = scores(project, address)
    assert weak(given) == list(CATEGORIES)
    assert any(line.startswith("image-alt") for line in lacking)


def weak(given: Scores) -> list[str]:
    return [category for category, score in given.items() if score < GOOD]
