"""What Lighthouse makes of a page on a phone with a slow connection."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import CHROMIUM, chromium

SPEED = ("performance",)
"""What takes the time that a page needs, which is judged where nothing else runs."""

MARKUP = ("accessibility", "best-practices", "seo")
"""What follows from what the page is, however busy the machine."""

Scores = dict[str, float]


def scores(project: Path, url: str, categories: Iterable[str]) -> tuple[Scores, list[str]]:
    """What it gives in each category, from 0 to 1, and what it would rather have otherwise."""
    cli = project / "node_modules" / "lighthouse" / "cli" / "index.js"
    assert cli.exists(), "Lighthouse is not here; `make test` fetches it."
    options = (
        "--quiet",
        "--output=json",
        "--disable-full-page-screenshot",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(('--headless=new', *CHROMIUM))}",
    )
    ran = subprocess.run(
        ["node", cli, url, *options], env=os.environ | {"CHROME_PATH": chromium()}, capture_output=True, check=True
    )
    found = json.loads(ran.stdout)
    assert "runtimeError" not in found, found["runtimeError"]
    given = {name: category["score"] or 0.0 for name, category in found["categories"].items()}
    weighed = {
        part["id"] for category in found["categories"].values() for part in category["auditRefs"] if part["weight"]
    }
    lacking = [
        f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
        for name, audit in found["audits"].items()
        if name in weighed and audit["score"] is not None and audit["score"] < 1
    ]
    return given, sorted(lacking)
