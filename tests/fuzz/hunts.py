"""What came of each search by `make fuzz`, one after another, for as long as the file is kept."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("hunts.csv")


class Hunted(NamedTuple):
    """How many targets were run, how often, for how many seconds at least, and how many inputs were found wrong."""

    targets: int
    runs: int
    seconds: int
    defects: int


def kept(file: Path = FILE) -> list[Hunted]:
    """All of them, the oldest first. A KeyError or ValueError tells of a file that is no list of them."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [Hunted(*(int(line[name]) for name in Hunted._fields)) for line in csv.DictReader(lines)]


def keep(hunted: Hunted, file: Path = FILE) -> None:
    """Add one at the end."""
    with file.open("a", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerow(hunted)
