"""A table whose last row is a total that its columns don't give is published as it stands, and noted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from minusone.corpus import Alone
from minusone.faults import PARTS_DIFFER
from minusone.figures import Figure, digits
from minusone.problems import Mark, Problem
from minusone.rules.texts import without_code

_TOTAL = re.compile(r"\W*(?:合计|总计|小计|共计|总数|total|sum|in all|altogether)\W*", re.IGNORECASE)
_RULE = re.compile(r"(?=[\s|:]*-)[\s|:-]+")


class Difference(NamedTuple):
    """A column whose numbers give another sum than the total in its last row, whose line counts from 0."""

    line: int
    column: str
    total: Decimal
    sum: Decimal


def what_a_table_does_not_add_up_to(one: Alone) -> Iterator[Problem]:
    for _, source, _ in one.written:
        for found in differences(without_code(source.matter.body)):
            place, said = Mark(source.matter.body_line + found.line, 1), (digits(found.total), digits(found.sum))
            yield PARTS_DIFFER.at(source.path, place, what=found.column, total=said[0], sum=said[1])


def differences(body: str) -> Iterator[Difference]:
    """Of every table in a text whose last row is a total: its columns of exact numbers that don't give it."""
    for first, table in _tables(body):
        head, *rows = [_cells(line) for line in table]
        if rows and _TOTAL.fullmatch(rows[-1][0]):
            for name, whole, added in _columns(head, rows):
                yield Difference(first + len(table), name, whole, added)


def _tables(body: str) -> Iterator[tuple[int, list[str]]]:
    """Each table's first line, counted from 0, and its lines without the one that rules off the head."""
    lines = body.split("\n") if "|" in body else []
    end = 0
    for first, (line, rule) in enumerate(pairwise(lines)):
        if first >= end and "|" in line and "|" in rule and _RULE.fullmatch(rule):
            table = [line, *takewhile(lambda row: "|" in row, islice(lines, first + 2, None))]
            yield first, table
            end = first + 1 + len(table)


def _cells(row: str) -> list[str]:
    return [cell.strip(" *_") for cell in row.strip().strip("|").split("|")]


def _columns(head: list[str], rows: list[list[str]]) -> Iterator[tuple[str, Decimal, Decimal]]:
    """The columns whose numbers give another total than the one printed; totals in between are no parts."""
    *parts, last = rows
    parts = [row for row in parts if not _TOTAL.fullmatch(row[0])]
    for column, name in enumerate(head[1:], 1):
        figures = [_number(row[column]) if column < len(row) else None for row in [*parts, last]]
        exact = [figure.value for figure in figures if figure and figure.exact]
        if parts and len(exact) == len(figures) and sum(exact[:-1], Decimal()) != exact[-1]:
            yield name, exact[-1], sum(exact[:-1], Decimal())


def _number(cell: str) -> Figure | None:
    try:
        return Figure.read(cell.replace(",", ""))
    except PydanticCustomError:
        return None
