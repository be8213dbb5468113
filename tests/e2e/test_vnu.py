"""Every page, stylesheet and drawing is valid, says the Nu Html Checker."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


JAVA = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Other collectors take what other tests need; in so short a time the second compiler costs more than it gains."""


def complaints(project: Path, folder: Path) -> tuple[list[str], Counter[str]]:
    """The errors that the checker finds in a folder's HTML, CSS and SVG, and how often it says anything else."""
    checker = project / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert checker.exists(), "The checker is not here; `make test` fetches it."
    options = [
        "--skip-non-html",
        "--also-check-css",
        "--also-check-svg",
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]
    ran = subprocess.run(["java", *JAVA, "-jar", checker, *options, folder], capture_output=True, check=True)
    messages = json.loads(ran.stdout)["messages"]
    errors = [
        f"{said.get('url', '').rpartition(folder.name + '/')[2]}:{said.get('lastLine')}: {said['message']}"
        for said in messages
        if said["type"] not in {"info"}
    ]
    return errors, Counter(said["message"] for said in messages if said["type"] == "info")


def test_every_page_stylesheet_and_drawing_is_valid(project: Path, built_site: Path) -> None:
    errors, others = complaints(project, built_site)
    warnings = [f"{count} × {message}" for message, count in others.most_common(10)]
    said = [f"{len(errors)} errors", *errors[:40], f"{others.total()} warnings", *warnings]
    assert not errors, "\n".join(said)


def test_the_checker_looks_at_pages_stylesheets_and_drawings(project: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><html lang=en><title>Wrong</title><p></div>")
    (tmp_path / "wrong.css").write_text("p { colour: red }")
    (tmp_path / "wrong.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>')
    errors, _ = complaints(project, tmp_path)
    assert {error.partition(":")[0] for error in errors} == {"wrong.html", "wrong.css", "wrong.svg"}
