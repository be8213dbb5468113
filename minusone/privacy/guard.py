"""All detectors together: a text → what must not be published of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from minusone.privacy.addresses import ADDRESSES
from minusone.privacy.codes import CHATS, MAILS, PAPERS, PLATES
from minusone.privacy.findings import LINES, NUMBERS, Finding, Hit, Kind
from minusone.privacy.minors import MINORS
from minusone.privacy.normal import Normal, folded, normal, unfolded
from minusone.privacy.numbers import DIGITS
from minusone.privacy.persons import PERSONS
from minusone.privacy.sensitive import SIGNS_OF_SECRECY, SIGNS_OF_SOMEBODY, secrecy, sensitive
from minusone.privacy.signs import signs_in

DETECTORS = (DIGITS, PLATES, MAILS, CHATS, PAPERS, ADDRESSES, PERSONS, MINORS)
SIGNS = (*(sign for detector in DETECTORS for sign in detector.signs), *SIGNS_OF_SOMEBODY, *SIGNS_OF_SECRECY)
_ANYWHERE = tuple(sign for sign in SIGNS if not sign.chinese)

_APART = "\n<>\n"
"""Stands between texts that are looked at together. To what looks around it is as a text's end."""


def find(text: str) -> tuple[Finding, ...]:
    """Every finding in a text, in order; one that lies in another is not told.

    Never raises, and takes time linear in the text's length.
    """
    read = normal(text)
    small = read.text.lower()
    found = (detector.detect(read) for detector in DETECTORS if any(signs_in(read.text, small, detector.signs)))
    hits = [*chain.from_iterable(found)]
    hits += [*sensitive(read, hits), *secrecy(read, hits)]
    return tuple(_finding(read, hit) for hit in _outer(hits))


def suspects(texts: Iterable[str]) -> Iterator[str]:
    """Those of some texts that have a sign of something, in order: in the others nothing can be found.

    All of them are looked at together, which takes a small part of the time that a search of each would take.
    """
    texts = list(texts)
    found = {*_suspects([text for text in texts if text.isascii()])}
    found.update(_suspects([text for text in texts if not text.isascii()]))
    return (text for text in texts if text in found)


def _suspects(texts: Sequence[str]) -> Iterator[str]:
    read, whole = texts, folded(_APART.join(texts))
    if odd := {*_at(unfolded(whole), texts, texts)}:
        read = [_plain(text) if text in odd else text for text in texts]
        whole = folded(_APART.join(read))
    return _at(signs_in(whole, whole.lower(), _ANYWHERE if whole.isascii() else SIGNS), read, texts)


def _at(places: Iterable[re.Match[str]], joined: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """The texts that places lie in, at least in part; `joined` are the texts as they were joined."""
    ends = list(accumulate(len(text) + len(_APART) for text in joined))
    for place in places:
        yield from texts[bisect_right(ends, place.start()) : bisect_right(ends, place.end() - 1) + 1]


@lru_cache(maxsize=1 << 10)
def _plain(text: str) -> str:
    """A text as detectors read it. What every page says of itself to browsers is among those written oddly."""
    return normal(text).text


def _finding(read: Normal, hit: Hit) -> Finding:
    said = read.digits if hit.kind in NUMBERS else read.text
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
