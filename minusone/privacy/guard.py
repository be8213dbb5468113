"""All detectors together: a text → what must not be published of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from minusone.privacy import findings
from minusone.privacy.addresses import ADDRESSES
from minusone.privacy.codes import CHATS, MAILS, PAPERS, PLATES
from minusone.privacy.findings import LINES, Finding, Hit, Kind
from minusone.privacy.minors import MINORS
from minusone.privacy.normal import Normal, normal
from minusone.privacy.numbers import NUMBERS
from minusone.privacy.persons import PERSONS
from minusone.privacy.sensitive import SIGNS_OF_SECRECY, SIGNS_OF_SOMEBODY, secrecy, sensitive

DETECTORS = (NUMBERS, PLATES, MAILS, CHATS, PAPERS, ADDRESSES, PERSONS, MINORS)
SIGNS = (*(sign for detector in DETECTORS for sign in detector.signs), *SIGNS_OF_SOMEBODY, *SIGNS_OF_SECRECY)

SHARED = 500
"""Characters up to which a text is likely to stand on other pages too, and is looked at once."""


def find(text: str) -> tuple[Finding, ...]:
    """Every finding in a text, in order; one that lies in another is not told.

    Never raises, and takes time linear in the text's length.
    """
    return _found_once(text) if len(text) <= SHARED else _found(text)


def _found(text: str) -> tuple[Finding, ...]:
    if text.isspace():
        return ()
    read = normal(text)
    hits = [hit for detector in DETECTORS for hit in detector.hits(read)]
    hits += [*sensitive(read, hits), *secrecy(read, hits)]
    return tuple(_finding(read, hit) for hit in _outer(hits))


_found_once = lru_cache(maxsize=1 << 14)(_found)


def _finding(read: Normal, hit: Hit) -> Finding:
    said = read.digits if hit.kind in findings.NUMBERS else read.text
    return Finding(hit.kind, read.at[hit.start], read.at[hit.end], said[hit.start : hit.end])


def _outer(hits: Iterable[Hit]) -> Iterable[Hit]:
    """A mobile number in an e-mail address is told once, a sensitive fact beside the person that it is about."""
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.kind.value)):
        if hit.kind is Kind.SENSITIVE:
            yield hit
        elif hit.end > reached:
            reached = hit.end
            yield hit


def masked(text: str) -> str:
    """The text with every finding masked, so that it can be quoted."""
    parts, done = [], 0
    for found in find(text):
        if found.start >= done:
            parts += [text[done : found.start], found.masked]
        done = max(done, found.end)
    return "".join([*parts, text[done:]]) if parts else text


@dataclass(frozen=True)
class Allowed:
    """What may be published all the same: office lines by their keys, exceptions by their fingerprints."""

    lines: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()

    def refused(self, findings: Collection[Finding]) -> list[Finding]:
        return [found for found in findings if not self.allows(found)]

    def allows(self, found: Finding) -> bool:
        return (found.kind in LINES and found.key in self.lines) or found.fingerprint in self.exceptions


def line_key(line: str) -> str:
    """An office line from the settings as the key of a finding of it."""
    return Finding(Kind.PHONE, 0, 0, normal(line).digits).key
