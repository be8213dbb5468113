"""What stands in <main> of the main kinds of page, in both languages, as it was when somebody last looked at it."""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

MAKERS = ("tests/e2e/test_golden.py", "tests/pages/test_published.py")
PAGES = {
    "home": "index.html",
    "rectification": "rectifications/2014-003/index.html",
    "unit": "units/baisha/index.html",
    "programme": "programmes/five-nights/index.html",
    "report": "reports/2014-W11/index.html",
    "checks": "checks/index.html",
}


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was(name: str, lang: str, built_site: Path, project: Path) -> None:
    page = built_site / ("" if lang == "zh" else lang) / PAGES[name]
    as_before(project, f"{name}.{lang}.html", main(page.read_text(encoding="utf-8")))


def as_before(project: Path, name: str, now: str) -> None:
    """It is as in the golden folder, or becomes so by `GOLDEN=1`."""
    golden = project / "tests" / "golden" / name
    if os.environ.get("GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="\n")
    before = golden.read_text(encoding="utf-8")
    changes = "\n".join(unified_diff(before.split("\n"), now.split("\n"), "before", "now", lineterm=""))
    assert not changes, f"{name} has changed. If it should have: GOLDEN=1 pytest {' '.join(MAKERS)}\n{changes}"


def main(page: str) -> str:
    found = re.search(r"<main\b.*</main>", page, re.DOTALL)
    assert found
    return found[0] + "\n"
