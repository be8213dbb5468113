"""The content folder as Sources: every record file read, told apart by kind and language, with all that is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from errno import ENOENT
from pathlib import Path

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
from minusone.frontmatter import UNSEEN, Matter, split
from minusone.kinds import FOLDERS
from minusone.pictures import FORMATS, Sized, UnfitError, sized
from minusone.problems import Mark, Problem
from minusone.schema import RESERVED_NAMES, Record
from minusone.words import Bilingual, Lang

MEMORY = "translations.json"
"""The one file that lies in content itself: the translation memory, which `memory` reads."""

_RECORD = re.compile(r"(?P<name>.+)\.(?P<lang>zh|en)\.md")
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^ ')
_NO_ADDRESS = re.compile(r"[\s#%?]")
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class Source:
    """One file: `path` is shown to editors, `name` is the file's without `.zh.md`, `text` all that is in it."""

    path: str
    kind: type[Record]
    name: str
    lang: Lang
    matter: Matter
    text: str = ""

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


def sources(content: Path, max_bytes: int) -> Sources:
    """Read all of content. Problems are gathered, never raised; FileNotFoundError if there is no such folder."""
    if not content.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(content))
    found = Sources()
    root = content.resolve()
    for file in _files(root, found.problems):
        path = _shown(root, file)
        problem = _unfit(path, file, root)
        if file.suffix.lower() in FORMATS:
            picture = problem or _picture(path, file)
            problem = picture if isinstance(picture, Problem) else None
            # One that has a problem of its own is not missing too where it is shown.
            found.pictures[path] = picture if isinstance(picture, Sized) else None
        elif problem is None and file != root / MEMORY:
            _add(found, path, file, max_bytes)
        found.problems += [problem] if problem else []
    found.problems += [
        TRANSLATION_ALONE.at(source.path, Mark(), name=f"{source.name}.zh.md")
        for key, source in found.en.items()
        if key not in found.zh
    ]
    return found


def _shown(root: Path, file: Path) -> str:
    """A file's path as editors see it, from the content folder on; that has its own name even if `.` was asked for."""
    return file.relative_to(root.parent).as_posix()


# --- which files -----------------------------------------------------------------------------------------------------


def _files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below, in an order that no file system decides; hidden ones are no part of the record."""

    def unreadable(error: OSError) -> None:
        problems.append(_unreadable(_shown(root, Path(error.filename or root)), error))

    for where, folders, names in os.walk(root, onerror=unreadable):
        links = [name for name in folders if Path(where, name).is_symlink()]
        problems += [ONLY_A_LINK.at(_shown(root, Path(where, name)), Mark()) for name in links]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        yield from (Path(where, name) for name in sorted(names) if not _left_by_a_system(name))


def _left_by_a_system(name: str) -> bool:
    """What file managers and editors leave behind."""
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BY_SYSTEMS


def _unreadable(path: str, error: OSError) -> Problem:
    reason = error.strerror or type(error).__name__
    return UNREADABLE.at(path, Mark(), name=path.rpartition("/")[2], reason=reason)


# --- what can't be taken in ------------------------------------------------------------------------------------------


def _unfit(path: str, file: Path, root: Path) -> Problem | None:
    """A file that no computer of the office should be given, or that isn't what it says, or isn't really here."""
    if file.is_symlink() and not _leads_inside(file, root):
        return ONLY_A_LINK.at(path, Mark())
    if reason := _unfit_name(file):
        return BAD_FILE_NAME.at(path, Mark(), name=file.name, reason=reason)
    try:
        if not file.is_file():
            reason = Bilingual("它既不是文件，也不是文件夹", "It is neither a file nor a folder")
            return UNREADABLE.at(path, Mark(), name=file.name, reason=reason)
    except OSError as error:
        return _unreadable(path, error)
    return None


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        # Nothing is there, or the link leads to itself.
        return False


def _unfit_name(file: Path) -> Bilingual | None:
    if file.name.partition(".")[0].lower() in RESERVED_NAMES:
        return Bilingual("Windows 把这个名字留给设备", "Windows keeps this name for a device")
    if _UNSAFE.search(file.name) or UNSEEN.search(file.name):
        return Bilingual("有些电脑不能用其中的符号", "Some computers can't store one of its characters")
    if file.suffix.lower() in FORMATS and _NO_ADDRESS.search(file.name):
        return Bilingual(
            "图片名会成为网址，不能有空格和 # % ?", "It becomes an address, which has no spaces and none of # % ?"
        )
    return None


def _picture(path: str, file: Path) -> Sized | Problem:
    try:
        return sized(file)
    except UnfitError as unfit:
        return BAD_IMAGE.at(path, Mark(), value=file.name, reason=unfit.reason, suggestion=unfit.fix)
    except OSError as error:
        return _unreadable(path, error)


# --- what can be -----------------------------------------------------------------------------------------------------


def _add(found: Sources, path: str, file: Path, max_bytes: int) -> None:
    _, *folders, _ = path.split("/")
    kind = FOLDERS.get(folders[0]) if folders else None
    named = _RECORD.fullmatch(file.name)
    if kind is None:
        found.problems.append(_homeless(path, file, folders))
    elif named is None:
        found.problems.append(STRAY_FILE.at(path, Mark(), name=file.name, suggestion=_instead(file)))
    else:
        lang: Lang = "zh" if named["lang"] == "zh" else "en"
        text = _text(path, file, max_bytes)
        # A translation may have nothing but a text.
        matter = Matter(problems=[text]) if isinstance(text, Problem) else split(path, text, bare=lang == "en")
        found.problems += matter.problems
        source = Source(path, kind, named["name"], lang, matter, text if isinstance(text, str) else "")
        (found.zh if lang == "zh" else found.en)[f"{source.folder}/{source.name}"] = source


def _homeless(path: str, file: Path, folders: list[str]) -> Problem:
    """A file in no folder of any kind."""
    known = Bilingual("、".join(FOLDERS), ", ".join(FOLDERS))
    if not folders:
        return LOOSE_FILE.at(path, Mark(), name=file.name, known=known)
    nearest = (get_close_matches(folders[0], FOLDERS, n=1) or ["pages"])[0]
    return UNKNOWN_FOLDER.at(path, Mark(), name=folders[0], known=known, nearest=nearest)


def _instead(file: Path) -> Bilingual:
    if file.suffix.lower() not in {".md", ".txt"}:
        return Bilingual("移出 content", "Move it out of content")
    name = f"{file.name.split('.')[0]}.zh.md"
    return Bilingual(f"改成 {name}，或者移出 content", f"Rename it to {name}, or move it out of content")


def _text(path: str, file: Path, max_bytes: int) -> str | Problem:
    """The file's text with plain line ends and without a byte order mark."""
    try:
        size = file.stat().st_size
        if size > max_bytes:
            return TOO_LARGE.at(path, Mark(), size=size, limit=max_bytes)
        data = file.read_bytes()
    except OSError as error:
        return _unreadable(path, error)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return undecodable(path, data, error)
    if not text.strip():
        return EMPTY_FILE.at(path, Mark())
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
