"""Whether a published site is what its log says, by anybody and with nothing but what is published.

Nothing that is read is believed: whatever is wrong with any file is a line of the verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from minusone.kinds import KINDS
from minusone.kinds.correction import Correction
from minusone.kinds.rectification import Rectification
from minusone.layout import STANDARD, address, shown
from minusone.marked import MARK
from minusone.publication import manifest, sites
from minusone.publication.events import Entry, Event
from minusone.publication.past import FOLDER
from minusone.publication.register import Register, history, register
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
from minusone.transparency.tiles import Tile
from minusone.words import LANGS, Bilingual

LOOKS = 3
"""How often a site is looked at that is published anew meanwhile."""


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
    """What somebody wants to know of a site; of one in a folder `listed` gives the paths of all files, but for those
    that the program keeps for itself. Beside it they may have a checkpoint of the same log from before, and the key
    that signs.
    """

    read: Read
    listed: Callable[[], AbstractSet[str]] = frozenset
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
        except OSError as error:
            self.finds(
                f"“{error.filename}”读不到：{error.strerror}", f"“{error.filename}” can't be read: {error.strerror}"
            )


def asked(where: str, old: str | None = None, key: str | None = None) -> Asked:
    """About a site in a folder or at an address, with an older checkpoint in a file or at an address, and a public key.

    Raises NotPublishedError, LogError for what is no key, and OSError for an older checkpoint that can't be read.
    """
    read = sites.opened(where)
    if not any(sites.has(read, path) for path in (FOLDER / CHECKPOINT, manifest.FILE)):
        raise NotPublishedError(where)
    return Asked(
        read,
        lambda: sites.listed(where) - {MARK},
        sites.fetched(old) if old else None,
        Verifier.parse(key.strip()) if key else None,
    )


def verified(asked: Asked) -> Verdict:
    """All that can be found out about a published site. Raises nothing for whatever it is made of.

    One that is published anew meanwhile, as the list of its files tells, is looked at again.
    """
    for _ in range(LOOKS):
        before = _list(asked)
        verdict = _looked_at(asked)
        if _list(asked) == before:
            return verdict
    verdict.finds(
        "核对期间网站一再重新发布，请再核对一次", "It was published anew again and again meanwhile; verify it once more"
    )
    return verdict


def _list(asked: Asked) -> bytes | None:
    try:
        return asked.read(manifest.FILE)
    except OSError:
        return None


def _looked_at(asked: Asked) -> Verdict:
    verdict = Verdict()
    log: Log | None = None
    with verdict.going_on():
        log = Log.open(within(asked.read, FOLDER), asked.keys)
        _checkpoint(log, asked, verdict)
    listed: AbstractSet[str] = frozenset()
    with verdict.going_on():
        listed = asked.listed()
    with verdict.going_on():
        listed = listed | _files(asked, listed, log, verdict)
    if log:
        with verdict.going_on():
            _grown(log, asked, verdict)
        with verdict.going_on():
            told = register(log)
            _included(log, told, verdict)
            _outgrown(log, asked, listed, verdict)
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


def _outgrown(log: Log, asked: Asked, listed: AbstractSet[str], verdict: Verdict) -> None:
    """Tiles of when the log was smaller hold what it still holds: somebody may have the checkpoint that they were for.

    All others have been read by now.
    """
    for name in sorted(listed):
        if name.startswith(f"{FOLDER}/tile/"):
            with verdict.going_on():
                tile = Tile.parse(name.removeprefix(f"{FOLDER}/"))
                partial = log.partial(tile)
                if log.lacks(tile) or (partial and partial[1] != found(asked.read, PurePosixPath(name))):
                    verdict.finds(f"“{name}”不是这本日志的", f"“{name}” is not of this log")


# --- the records -----------------------------------------------------------------------------------------------------


def _records(asked: Asked, told: Register, listed: AbstractSet[str], verdict: Verdict) -> None:
    """Each has its history, as the log tells it, its pages, though they may say no more than that it was removed, and a
    reason for whatever it lost. No history and no page is of any other.
    """
    for ref, course in told.items():
        with verdict.going_on():
            history(ref, course, found(asked.read, path(ref)))
        for page in sorted(_pages(ref) - listed) if listed else ():
            verdict.finds(f"“{ref}”没有网页“{page}”", f"“{ref}” has no page “{page}”")
        for loss in course.losses:
            if not _is_explained(loss, told):
                verdict.finds(
                    f"“{ref}”第 {loss.number} 版撤下或抹去了，却没有公布过更正说明理由",
                    f"“{ref}”, version {loss.number}: removed or erased, and no correction was published that says why",
                )
    of_the_log = {str(path(ref)) for ref in told}
    for file in sorted(listed - of_the_log):
        record = shown(PurePosixPath(file))
        if file.startswith(f"{HISTORIES}/") or (record and record not in told):
            verdict.finds(f"日志里没有“{file}”这条记录", f"The log tells of no record that “{file}” is of")
    gone = sum(course.removed for course in told.values())
    erased = sum(len(course.erased) for course in told.values())
    verdict.saw(
        f"{len(told)} 条记录的历次公布与日志核对过；其中撤下 {gone} 条，抹去 {erased} 个版本",
        f"Records with their histories held against the log: {len(told)}; removed: {gone}; versions erased: {erased}",
    )


def _pages(ref: Ref) -> set[str]:
    return {str(STANDARD.path(address(ref), lang)) for lang in LANGS} if ref.kind in KINDS else set()


def _is_explained(loss: Entry, told: Register) -> bool:
    """By a correction; what is withheld says by its own steps why nothing of it may stay."""
    withheld = loss.event is Event.ERASED and loss.ref == Ref(Rectification.kind, loss.why)
    return withheld or Ref(Correction.kind, loss.why) in told


# --- the files -------------------------------------------------------------------------------------------------------


def _files(asked: Asked, listed: AbstractSet[str], log: Log | None, verdict: Verdict) -> AbstractSet[str]:
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
    for name in sorted(listed - {*files, str(manifest.FILE), str(manifest.NOTE)}):
        verdict.finds(f"“{name}”不在清单里，不是随网站发布的", f"“{name}” is not in the list: it was not published")
    if log and str(FOLDER / CHECKPOINT) not in files:
        verdict.finds(f"“{manifest.FILE}”里没有日志", f"“{manifest.FILE}” does not list the log")
    verdict.saw(f"{len(files)} 个文件与清单核对过", f"Files held against the list: {len(files)}")
    return files.keys()


def _signature(data: bytes, asked: Asked, log: Log | None) -> None:
    """Of the list. Raises LogError unless who signs the log has signed that too; where nobody does there is none."""
    if log and log.note.signatures:
        manifest.refuse_another(data, found(asked.read, manifest.NOTE), log.checkpoint.origin, asked.keys)
    elif log and sites.has(asked.read, manifest.NOTE):
        raise LogError(
            f"“{manifest.NOTE}”签了清单，日志却没有签名",
            f"The list is signed in “{manifest.NOTE}”, but nobody signed the log",
        )
