"""The content folder as Sources: every record file read, told apart by kind and language, with all that is wrong."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from errno import ENOENT
from pathlib import Path
from typing import NamedTuple

from minusone.faults import (
    BAD_FILE_NAME,
    BAD_IMAGE,
    EMPTY_FILE,
    GBK,
    LOOSE_FILE,
    NOT_UTF8,
    ONLY_A_LINK,
    STRAY_FILE,
    TOO_LARGE,
    TRANSLATION_ALONE,
    UNKNOWN_FOLDER,
    UNREADABLE,
)
from minusone.frontmatter import Matter, split
from minusone.kinds import FOLDERS
from minusone.pictures import FORMATS, Sized, UnfitError
from minusone.problems import Mark, Problem
from minusone.schema import RESERVED_NAMES, Record
from minusone.unseen import UNSEEN
from minusone.words import Bilingual, Lang

MEMORY = "translations.json"
"""The one file that lies in content itself: the translation memory, which `memory` reads."""

_RECORD = re.compile(r"(?P<name>.+)\.(?P<lang>zh|en)\.md")
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^ ')
_NO_ADDRESS = re.compile(r"[\s#%?]")
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `path` is shown to editors, `name` is the file's without `.zh.md`."""

    path: str
    kind: type[Record]
    name: str
    lang: Lang
    matter: Matter

    @property
    def text(self) -> str:
        """All that is in it."""
        return self.matter.text

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]


@dataclass
class Sources:
    """The whole of content: Chinese sources, their translations by the same key, pictures, and what is wrong.

    A picture with a problem of its own is None.
    """

    zh: dict[str, Source] = field(default_factory=dict)
    en: dict[str, Source] = field(default_factory=dict)
    pictures: dict[str, Sized | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class File(NamedTuple):
    """A record's file before it is read: as editors see it, where it lies, whose it is, and in which language."""

    path: str
    where: str
    kind: type[Record]
    name: str
    lang: Lang

    @property
    def key(self) -> str:
        """What it has in common with its translation."""
        return f"{self.path.rpartition('/')[0]}/{self.name}"


@dataclass
class Listing:
    """What lies in content, unread: record files in the order in which they are read, pictures, and what is neither."""

    files: list[File] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    unfit: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def sources(content: Path, max_bytes: int) -> Sources:
    """Read all of content. Problems are gathered, never raised; FileNotFoundError if there is no such folder."""
    listing = listed(content)
    found = Sources(problems=listing.problems)
    for file in listing.files:
        source = read(file, max_bytes)
        (found.zh if file.lang == "zh" else found.en)[file.key] = source
        found.problems += source.matter.problems
    found.pictures, unfit = pictures(listing)
    found.problems += [*unfit, *alone(listing)]
    return found


def listed(content: Path) -> Listing:
    """Everything in content. FileNotFoundError if there is no such folder."""
    if not content.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(content))
    found = Listing()
    root = content.resolve()
    _list(found, str(root), root.name, str(root))
    return found


def read(file: File, max_bytes: int) -> Source:
    """One record's file. What can't be read has nothing in it but its problem."""
    text = _text(file, max_bytes)
    # A translation may have nothing but a text.
    matter = Matter(problems=[text]) if isinstance(text, Problem) else split(file.path, text, bare=file.lang == "en")
    return Source(file.path, file.kind, file.name, file.lang, matter)


def pictures(listing: Listing) -> tuple[dict[str, Sized | None], list[Problem]]:
    """The size of every picture. One that has a problem of its own is not missing too where it is shown."""
    sizes = {path: None if path in listing.unfit else _picture(path, file) for path, file in listing.pictures.items()}
    problems = [found for found in sizes.values() if isinstance(found, Problem)]
    return {path: found if isinstance(found, Sized) else None for path, found in sizes.items()}, problems


def alone(listing: Listing) -> list[Problem]:
    """Translations of nothing."""
    known = {file.key for file in listing.files if file.lang == "zh"}
    return [
        TRANSLATION_ALONE.at(file.path, Mark(), name=f"{file.name}.zh.md")
        for file in listing.files
        if file.lang == "en" and file.key not in known
    ]


# --- which files -----------------------------------------------------------------------------------------------------


def _list(found: Listing, folder: str, shown: str, root: str) -> None:
    """Every file below, in an order that no file system decides; hidden ones are no part of the record.

    `shown` is the folder's path as editors see it, from the content folder on.
    """
    try:
        with os.scandir(folder) as opened:
            entries = sorted(opened, key=lambda entry: entry.name)
    except OSError as error:
        found.problems.append(_unreadable(shown, error))
        return
    folders: list[os.DirEntry[str]] = []
    for entry in entries:
        if _is_folder(entry):
            folders.append(entry)
        elif not _left_by_a_system(entry.name):
            _take(found, entry, f"{shown}/{entry.name}", root)
    for entry in folders:
        if problem := _unfit_folder(f"{shown}/{entry.name}", entry):
            found.problems.append(problem)
        elif not entry.name.startswith("."):
            _list(found, entry.path, f"{shown}/{entry.name}", root)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _left_by_a_system(name: str) -> bool:
    """What file managers and editors leave behind."""
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BY_SYSTEMS


def _take(found: Listing, entry: os.DirEntry[str], path: str, root: str) -> None:
    """One file, wherever it belongs."""
    problem = _unfit(path, entry, root)
    found.problems += [problem] if problem else []
    if _ending(entry.name) in FORMATS:
        found.pictures[path] = entry.path
        found.unfit |= {path} if problem else set()
    elif problem is None and path.partition("/")[2] != MEMORY:
        file = placed(path, entry.path)
        if isinstance(file, File):
            found.files.append(file)
        else:
            found.problems.append(file)


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2]}".lower() if "." in name else ""


def _unreadable(path: str, error: OSError) -> Problem:
    reason = error.strerror or type(error).__name__
    return UNREADABLE.at(path, Mark(), name=path.rpartition("/")[2], reason=reason)


# --- what can't be taken in ------------------------------------------------------------------------------------------


def _unfit(path: str, entry: os.DirEntry[str], root: str) -> Problem | None:
    """A file that no computer of the office should be given, or that isn't what it says, or isn't really here."""
    if entry.is_symlink() and not _leads_inside(Path(entry.path), Path(root)):
        return ONLY_A_LINK.at(path, Mark())
    if reason := _unfit_name(entry.name):
        return BAD_FILE_NAME.at(path, Mark(), name=entry.name, reason=reason)
    try:
        if not entry.is_file():
            reason = Bilingual("它既不是文件，也不是文件夹", "It is neither a file nor a folder")
            return UNREADABLE.at(path, Mark(), name=entry.name, reason=reason)
    except OSError as error:
        return _unreadable(path, error)
    return None


def _unfit_folder(path: str, entry: os.DirEntry[str]) -> Problem | None:
    if entry.is_symlink():
        return ONLY_A_LINK.at(path, Mark())
    reason = _unfit_name(entry.name)
    return BAD_FILE_NAME.at(path, Mark(), name=entry.name, reason=reason) if reason else None


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        # Nothing is there, or the link leads to itself.
        return False


def _unfit_name(name: str) -> Bilingual | None:
    if name.partition(".")[0].lower() in RESERVED_NAMES:
        return Bilingual("Windows 把这个名字留给设备", "Windows keeps this name for a device")
    if _UNSAFE.search(name) or UNSEEN.search(name):
        return Bilingual("有些电脑不能用其中的符号", "Some computers can't store one of its characters")
    if _ending(name) in FORMATS and _NO_ADDRESS.search(name):
        return Bilingual(
            "图片名会成为网址，不能有空格和 # % ?", "It becomes an address, which has no spaces and none of # % ?"
        )
    return None


def _picture(path: str, where: str) -> Sized | Problem:
    from minusone.imaging import sized

    try:
        return sized(Path(where))
    except UnfitError as unfit:
        name = path.rpartition("/")[2]
        return BAD_IMAGE.at(path, Mark(), value=name, reason=unfit.reason, suggestion=unfit.fix)
    except OSError as error:
        return _unreadable(path, error)


# --- what can be -----------------------------------------------------------------------------------------------------


def placed(path: str, where: str) -> File | Problem:
    """Whose a file is, by its path as editors see it; or why it is nobody's."""
    _, *folders, name = path.split("/")
    kind = FOLDERS.get(folders[0]) if folders else None
    if kind is None:
        return _homeless(path, name, folders)
    named = _RECORD.fullmatch(name)
    if named is None:
        return STRAY_FILE.at(path, Mark(), name=name, suggestion=_instead(name))
    return File(path, where, kind, named["name"], "zh" if named["lang"] == "zh" else "en")


def _homeless(path: str, name: str, folders: list[str]) -> Problem:
    """A file in no folder of any kind."""
    known = Bilingual("、".join(FOLDERS), ", ".join(FOLDERS))
    if not folders:
        return LOOSE_FILE.at(path, Mark(), name=name, known=known)
    nearest = (get_close_matches(folders[0], FOLDERS, n=1) or ["pages"])[0]
    return UNKNOWN_FOLDER.at(path, Mark(), name=folders[0], known=known, nearest=nearest)


def _instead(name: str) -> Bilingual:
    if _ending(name) not in {".md", ".txt"}:
        return Bilingual("移出 content", "Move it out of content")
    renamed = f"{name.split('.')[0]}.zh.md"
    return Bilingual(f"改成 {renamed}，或者移出 content", f"Rename it to {renamed}, or move it out of content")


def _text(file: File, max_bytes: int) -> str | Problem:
    """The file's text with plain line ends and without a byte order mark."""
    try:
        with Path(file.where).open("rb", buffering=0) as opened:
            size = os.fstat(opened.fileno()).st_size
            data = opened.readall() if size <= max_bytes else b""
    except OSError as error:
        return _unreadable(file.path, error)
    if size > max_bytes:
        return TOO_LARGE.at(file.path, Mark(), size=size, limit=max_bytes)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return undecodable(file.path, data, error)
    if not text.strip():
        return EMPTY_FILE.at(file.path, Mark())
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """What a file is in, if not in UTF-8: GBK, or nothing that can be told."""
    before = data[: error.start].decode("utf-8-sig")
    mark = Mark(before.count("\n") + 1, 1)
    if any(character >= "一" for character in before):
        # Chinese that reads well this far is not GBK, which fails within a character or two.
        return NOT_UTF8.at(path, mark, byte=error.start + 1)
    try:
        data.decode("gbk")
    except UnicodeDecodeError:
        return NOT_UTF8.at(path, mark, byte=error.start + 1)
    return GBK.at(path, mark)
