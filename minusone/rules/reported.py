"""A reported figure that its parts don't give, or that the records contradict, is published as printed, and noted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minusone.answers import chosen, total
from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import PARTS_DIFFER, REPORTED_DIFFERS
from minusone.figures import Figure, digits
from minusone.kinds.report import Reported
from minusone.problems import Problem
from minusone.queries import Function, Misread, read
from minusone.rules.queries import Asked, public
from minusone.schema import Path, parts


def what_contradicts_a_report(corpus: Corpus) -> Iterator[Problem]:
    """Each reported figure against its parts, and against the records that it is held against."""
    every = [(item, path, one) for item in corpus.checked for path, one in parts(item.record, Reported)]
    asked = public(corpus) if any(one.records for _, _, one in every) else None
    for item, path, one in every:
        if one.value and one.value.exact:
            yield from _reported(asked, item, path, one, one.value)


def _reported(asked: Asked | None, item: Checked, path: Path, reported: Reported, figure: Figure) -> Iterator[Problem]:
    given = [part.value for part in reported.parts]
    added = sum((value.value for value in given), Decimal())
    if given and all(value.exact for value in given) and added != figure.value:
        said = {"what": reported.what.zh, "total": digits(figure.value), "sum": digits(added)}
        yield item.at(PARTS_DIFFER, (*path, "parts"), **said)
    recorded = _recorded(asked, reported.records) if asked and reported.records else None
    if recorded and recorded.exact and recorded.value != figure.value:
        said = {"what": reported.what.zh, "reported": digits(figure.value), "recorded": digits(recorded.value)}
        yield item.at(REPORTED_DIFFERS, (*path, "records"), **said)


def _recorded(asked: Asked, text: str) -> Figure | None:
    """What the records answer; nothing where they can't, or where some don't say it."""
    query = read(text)
    if isinstance(query, Misread):
        return None
    found = chosen(asked, query)
    if query.function is not Function.SUM:
        return Figure(Decimal(len(found)))
    added = total(found, query.of)
    return None if added.unknown else added.value
