"""A long list as several pages, and the lists beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from minusone.words import Bilingual, Words

T = TypeVar("T")
Name = TypeVar("Name", Words, Bilingual)


@dataclass(frozen=True)
class Sheet:
    """One page of a list that is longer: which, of how many, and the addresses of those beside it."""

    number: int
    of: int
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Tab:
    """One of several lists of the same records: where it is, what it is called, how many are in it."""

    address: str
    name: Bilingual
    size: int


def sheets(all_rows: Sequence[T], per_page: int, base: str) -> list[tuple[str, Sheet, Sequence[T]]]:
    """A long list as pages: the address, place and rows of each. An empty list has one page too."""
    last = max(1, ceil(len(all_rows) / per_page))
    addresses = [base, *(f"{base}page/{number}/" for number in range(2, last + 1))]
    return [
        (
            addresses[n],
            Sheet(n + 1, last, addresses[n - 1] if n else None, addresses[n + 1] if n + 1 < last else None),
            all_rows[n * per_page : (n + 1) * per_page],
        )
        for n in range(last)
    ]


def numbered(title: Name, sheet: Sheet) -> Name:
    """A list's title; on its second page and later ones with the number."""
    if sheet.number == 1:
        return title
    return type(title)(f"{title.zh}（第 {sheet.number} 页）", title.en and f"{title.en}, page {sheet.number}")
