"""Publications in memory: what a site would hold of its log, its histories and the list of its files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from minusone.layout import STANDARD, address
from minusone.plain import Plain
from minusone.publication import keys, manifest, versions
from minusone.publication.continuing import NO_LEAVE, Leave, continued
from minusone.publication.past import Files, Past
from minusone.schema import Ref
from minusone.transparency.notes import Signer
from minusone.words import LANGS
from tests.transparency.made import ORIGIN, SIGNER, reader

Said = Mapping[Ref, dict[str, Plain]]

DAY = date(2014, 3, 1)
LAMP, ROAD = Ref("rectification", "2014-001"), Ref("rectification", "2014-002")


def lamp(title: str = "路灯不亮") -> dict[str, Plain]:
    return {"kind": "rectification", "id": "2014-001", "title": {"zh": title}}


def road(title: str = "路面破损") -> dict[str, Plain]:
    return {"kind": "rectification", "id": "2014-002", "title": {"zh": title}}


def past(files: Files) -> Past:
    return Past.read(reader(files)) if files else Past.begun(ORIGIN)


def published(
    files: Files, now: Said, day: date = DAY, leave: Leave = NO_LEAVE, signer: Signer | None = SIGNER
) -> Files:
    """What is published after what was."""
    before = past(files)
    after = continued(before, now, day, keys.salts(signer), leave)
    fresh = before.files(before.continued(after.entries, signer))
    fresh |= {versions.path(ref): versions.written(history) for ref, history in after.histories.items()}
    listed = manifest.written({str(path): manifest.digest(data) for path, data in fresh.items()})
    return fresh | {manifest.FILE: listed}


def editions() -> tuple[Files, Files]:
    """Two editions of a site, with pages and a signed list of all files."""
    before = published({}, {LAMP: lamp()})
    after = published(before, {LAMP: lamp("整条街的路灯不亮"), ROAD: road()}, DAY + timedelta(1))
    return whole(before, LAMP), whole(after, LAMP, ROAD)


def whole(files: Files, *refs: Ref) -> Files:
    """With a page of each record in each language, and the list of all that as who signs the log signs it."""
    pages = {STANDARD.path(address(ref), lang): f"{ref} {lang}".encode() for ref in refs for lang in LANGS}
    listed = {path: data for path, data in (files | pages).items() if path not in (manifest.FILE, manifest.NOTE)}
    data = manifest.written({str(path): manifest.digest(data) for path, data in listed.items()})
    return listed | {manifest.FILE: data, manifest.NOTE: manifest.signed(data, ORIGIN, SIGNER).data}
