"""`python -m tests.supply.sbom FOLDER`: what is used that we did not write, as CycloneDX, with the digest of each.

Two lists: what builds a site, and what npm brings for the tests. They are made from the lock files alone, so that these
give the same bytes wherever they lie; npm would add a number, a time and its folder's name.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.supply.licences import RUNTIME, TOOLS
from tests.supply.locks import ROOT

QUIET = {**os.environ, "PYTHONWARNINGS": "ignore"}
"""A lock file does not say what needs what, of which cyclonedx-py would warn."""


def of_python(folder: Path = ROOT) -> str:
    """Each package at the version and with the digests of requirements.lock."""
    command = [str(TOOLS / "cyclonedx-py"), "requirements", "--output-reproducible", "--pyproject", "pyproject.toml"]
    return subprocess.check_output([*command, RUNTIME], cwd=folder, env=QUIET, text=True, encoding="utf-8")


def of_node(folder: Path = ROOT) -> str:
    """From npm 10 on. Each package at the version and digest of package-lock.json, with what it needs of the others."""
    command = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    made = json.loads(subprocess.check_output(command, cwd=folder))
    del made["serialNumber"], made["metadata"]["timestamp"]
    made["metadata"]["component"]["name"] = "minusone"
    return f"{json.dumps(made, indent=2)}\n"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sbom.cdx.json").write_text(of_python(), "utf-8")
    (folder / "sbom-npm.cdx.json").write_text(of_node(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
