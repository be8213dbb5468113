"""Whether a published site is what its log says, by anybody and with nothing but what is published.

Nothing that is read is believed: whatever is wrong with any file is a line of the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from minusone.kinds import KINDS
from minusone.layout import STANDARD, address
from minusone.marked import MARK
from minusone.publication import manifest, sites
from minusone.publication.past import FOLDER
from minusone.publication.register import Course, Register, history, register
from minusone.publication.sites import within
from minusone.publication.versions import FOLDER as HISTORIES
from minusone.publication.versions import path
from minusone.refusals import RefusalError
from minusone.schema import Ref
from minusone.transparency import checkpoint
from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.errors import LogError
from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.notes import Verifier
from minusone.transparency.reading import Read, found
from minusone.words import LANGS, Bilingual


class NotPublishedError(RefusalError):
    """There is nothing to verify."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(where)

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"“{self.where}”读不到发布过的网站：既没有 {FOLDER}/{CHECKPOINT}，也没有 {manifest.FILE}",
            f"“{self.where}” is no published site that can be read: neither {FOLDER}/{CHECKPOINT} nor {manifest.FILE}",
        )


@dataclass(frozen=True)
class Asked:
    """What somebody wants to know of a site; of one in a folder the paths of all files are `listed`, but for those that
    the program keeps for itself. Beside it they may have a checkpoint of the same log from before, and the key that
    signs.
    """

    read: Read
    listed: AbstractSet[str] = frozenset()
    old: bytes | None = None
    key: Verifier | None = None

    @property
    def keys(self) -> tuple[Verifier, ...]:
        return (self.key,) if self.key else ()


@dataclass
class Verdict:
    """What was looked at, how much of it there was, and everything that is wrong."""

    checked: list[Bilingual] = field(default_factory=list)
    wrong: list[Bilingual] = field(default_factory=list)

    def saw(self, zh: str, en: str) -> None:
        self.checked.append(Bilingual(zh, en))

    def finds(self, zh: str, en: str) -> None:
        self.wrong.append(Bilingual(zh, en))

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What stops one check stops no other."""
        try:
            yield
        except LogError as error:
            self.wrong.append(error.words)


def asked(where: str, old: str | None = None, key: str | None = None) -> Asked:
    """About a site in a folder or at an address, with an older checkpoint in a file or at an address, and a public key.

    Raises NotPublishedError, LogError for what is no key, and OSError for an older checkpoint that can't be read.
    """
    read = sites.opened(where)
    if not any(sites.has(read, path) for path in (FOLDER / CHECKPOINT, manifest.FILE)):
        raise NotPublishedError(where)
    listed = sites.listed(where) - {MARK}
    return Asked(read, listed, sites.fetched(old) if old else None, Verifier.parse(key.strip()) if key else None)


def verified(asked: Asked) -> Verdict:
    """All that can be found out about a published site. Raises nothing for whatever it is made of."""
    verdict = Verdict()
    log: Log | None = None
    with verdict.going_on():
        log = Log.open(within(asked.read, FOLDER), asked.keys)
        _checkpoint(log, asked, verdict)
    listed = asked.listed
    with verdict.going_on():
        listed = listed | _files(asked, log, verdict)
    if log:
        with verdict.going_on():
            _grown(log, asked, verdict)
        with verdict.going_on():
            told = register(log)
            _included(log, told, verdict)
            _records(asked, told, listed, verdict)
    return verdict


# --- the log ---------------------------------------------------------------------------------------------------------


def _checkpoint(log: Log, asked: Asked, verdict: Verdict) -> None:
    origin, size = log.checkpoint.origin, log.checkpoint.size
    said = f"日志“{origin}”：{size} 条，与检查点相符", f"Log “{origin}”: {size} entries, as its checkpoint says"
    if asked.key:
        verdict.saw(f"{said[0]}；签名正确", f"{said[1]}; its signature is right")
    elif log.note.signatures:
        names = "、".join(one.name for one in log.note.signatures)
        verdict.saw(
            f"{said[0]}；有签名（{names}），没有给 --key，未核对",
            f"{said[1]}; it is signed ({names}), which was not checked for want of a --key",
        )
    else:
        verdict.saw(f"{said[0]}；没有签名", f"{said[1]}; nobody signed it")


def _grown(log: Log, asked: Asked, verdict: Verdict) -> None:
    """From the older checkpoint; a signature that it bears has to be right. Raises LogError."""
    if asked.old is None:
        return
    note = checkpoint.note(asked.old)
    if note.signatures and asked.key:
        note.verified(asked.keys)
    older = Checkpoint.parse(note.text)
    log.grew_from(older)
    size = log.checkpoint.size
    verdict.saw(
        f"从原来的 {older.size} 条增加到 {size} 条，原有的都没有动",
        f"It grew from {older.size} to {size} entries, and those that it had are what they were",
    )


def _included(log: Log, told: Register, verdict: Verdict) -> None:
    """The entry of each version is proved to be in the log, as to somebody who knows only the checkpoint."""
    count = 0
    for ref, course in told.items():
        for place, entry in course.published.items():
            count += 1
            if not log.includes(place, entry.data):
                verdict.finds(
                    f"“{ref}”第 {entry.number} 版不在日志里", f"“{ref}”, version {entry.number}, is not in the log"
                )
    verdict.saw(f"{count} 个版本都证明在日志里", f"Versions proved to be in the log: {count}")


# --- the records -----------------------------------------------------------------------------------------------------


def _records(asked: Asked, told: Register, listed: AbstractSet[str], verdict: Verdict) -> None:
    """Each has its history, as the log tells it, and its pages unless it was removed; no history is of any other."""
    for ref, course in told.items():
        with verdict.going_on():
            history(ref, course, found(asked.read, path(ref)))
        for page in sorted(_pages(ref, course) - listed) if listed else ():
            verdict.finds(f"“{ref}”没有网页“{page}”", f"“{ref}” has no page “{page}”")
    of_the_log = {str(path(ref)) for ref in told}
    for file in sorted(listed - of_the_log):
        if file.startswith(f"{HISTORIES}/"):
            verdict.finds(f"日志里没有“{file}”这条记录", f"The log tells of no record that “{file}” is of")
    gone = sum(course.removed for course in told.values())
    erased = sum(len(course.erased) for course in told.values())
    verdict.saw(
        f"{len(told)} 条记录的历次公布与日志核对过；其中撤下 {gone} 条，抹去 {erased} 个版本",
        f"Records with their histories held against the log: {len(told)}; removed: {gone}; versions erased: {erased}",
    )


def _pages(ref: Ref, course: Course) -> set[str]:
    if course.removed or ref.kind not in KINDS:
        return set()
    return {str(STANDARD.path(address(ref), lang)) for lang in LANGS}


# --- the files -------------------------------------------------------------------------------------------------------


def _files(asked: Asked, log: Log | None, verdict: Verdict) -> AbstractSet[str]:
    """All of them are held against their list, which is returned. Raises LogError where there is none."""
    data = found(asked.read, manifest.FILE)
    files = manifest.read(data)
    with verdict.going_on():
        _signature(data, asked, log)
    for name, digest in files.items():
        try:
            if manifest.digest(asked.read(PurePosixPath(name))) != digest:
                verdict.finds(f"“{name}”被改过", f"“{name}” was changed")
        except OSError as error:
            why = error.strerror or type(error).__name__
            verdict.finds(f"“{name}”读不到：{why}", f"“{name}” can't be read: {why}")
    for name in sorted(asked.listed - {*files, str(manifest.FILE), str(manifest.NOTE)}):
        verdict.finds(f"“{name}”不在清单里，不是随网站发布的", f"“{name}” is not in the list: it was not published")
    verdict.saw(f"{len(files)} 个文件与清单核对过", f"Files held against the list: {len(files)}")
    return files.keys()


def _signature(data: bytes, asked: Asked, log: Log | None) -> None:
    """Of the list. Raises LogError unless who signs the log has signed that too; where nobody does there is none."""
    if log and (asked.key or log.note.signatures):
        manifest.refuse_another(data, found(asked.read, manifest.NOTE), log.checkpoint.origin, asked.keys)
