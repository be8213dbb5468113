"""What was measured, kept in results.json: each run replaces only the rows that it measured."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "results.json"


@dataclass(frozen=True)
class Row:
    """One quantity of one measure: its value in each round, and the ratios to Hugo's of the same round.

    `wall` and `cpu` are in seconds, `memory` in MiB; `lacking` counts what the checker found.
    There are no ratios if Hugo took no part.
    """

    size: int
    contender: str
    measure: str
    quantity: str
    date: str
    values: Sequence[float]
    ratios: Sequence[float] = ()

    @property
    def key(self) -> tuple[int, str, str, str]:
        return self.size, self.contender, self.measure, self.quantity


@dataclass(frozen=True)
class Results:
    machine: Mapping[str, str] = field(default_factory=dict)
    rows: Sequence[Row] = ()

    @classmethod
    def read(cls, file: Path = FILE) -> Results:
        """What was measured so far; nothing, if there is no file."""
        if not file.exists():
            return cls()
        kept = json.loads(file.read_text("utf-8"))
        return cls(kept["machine"], [Row(**row) for row in kept["rows"]])

    def write(self, file: Path = FILE) -> None:
        rows = ",\n".join(json.dumps(asdict(row)) for row in sorted(self.rows, key=lambda row: row.key))
        machine = json.dumps(self.machine, ensure_ascii=False)
        file.write_text(f'{{"machine": {machine},\n"rows": [\n{rows}\n]}}\n', "utf-8")

    def renewed(self, machine: Mapping[str, str], rows: Iterable[Row]) -> Results:
        """With these rows in the place of the older ones."""
        return Results(machine, list(({row.key: row for row in self.rows} | {row.key: row for row in rows}).values()))

    def row(self, size: int, contender: str, measure: str, quantity: str) -> Row | None:
        return next((row for row in self.rows if row.key == (size, contender, measure, quantity)), None)

    @property
    def sizes(self) -> list[int]:
        return sorted({row.size for row in self.rows})
