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
    EMPTY_FILE,
    GBK,
    LINK_OUTSIDE,
    NOT_UTF8,
    STRAY_FILE,
    TOO_LARGE,
    TRANSLATION_ALONE,
    UNKNOWN_FOLDER,
)
from minusone.frontmatter import Matter, split
from minusone.kinds import FOLDERS
from minusone.problems import Mark, Problem
from minusone.schema import RESERVED_NAMES, Record
from minusone.words import Bilingual, Lang

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
"""Pictures that a browser shows and that hold no script."""

_RECORD = re.compile(r"(?P<name>.+)\.(?P<lang>zh|en)\.md")
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^ ')


@dataclass(frozen=True)
class Source:
    """One file: `path` is shown to editors, `name` is the file's without `.zh.md`."""

    path: str
    kind: type[Record]
    name: str
    lang: Lang
    matter: Matter

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]


@dataclass
class Sources:
    """The whole of content: Chinese sources, their translations by the same key, pictures, and what is wrong."""

    zh: dict[str, Source] = field(default_factory=dict)
    en: dict[str, Source] = field(default_factory=dict)
    pictures: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def sources(content: Path, max_bytes: int) -> Sources:
    """Read all of content. Problems are gathered, never raised; FileNotFoundError if there is no such folder."""
    if not content.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(content))
    found = Sources()
    root = content.resolve()
    for file in _files(content, found.problems):
        path = f"{content.name}/{file.relative_to(content).as_posix()}"
        if problem := _unfit(path, file, root):
            found.problems.append(problem)
        elif file.suffix.lower() in PICTURES:
            found.pictures[path] = file
        else:
            _add(found, path, file, max_bytes)
    found.problems += [
        TRANSLATION_ALONE.at(source.path, Mark(), name=f"{source.name}.zh.md")
        for key, source in found.en.items()
        if key not in found.zh
    ]
    return found


def _files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below, in an order that no file system decides; hidden ones are no part of the record."""
    for where, folders, names in os.walk(folder):
        links = [name for name in folders if Path(where, name).is_symlink()]
        problems += [_link(folder, Path(where, name)) for name in links]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        yield from (Path(where, name) for name in sorted(names) if not name.startswith((".", "~$")))


def _link(content: Path, link: Path) -> Problem:
    return LINK_OUTSIDE.at(f"{content.name}/{link.relative_to(content).as_posix()}", Mark())


def _unfit(path: str, file: Path, root: Path) -> Problem | None:
    """A file that no computer of the office should be given, or that isn't really here."""
    if not file.is_file() or not file.resolve().is_relative_to(root):
        return LINK_OUTSIDE.at(path, Mark())
    if reason := _unfit_name(file.name):
        return BAD_FILE_NAME.at(path, Mark(), name=file.name, reason=reason)
    return None


def _unfit_name(name: str) -> Bilingual | None:
    if name.partition(".")[0].lower() in RESERVED_NAMES:
        return Bilingual("Windows 把这个名字留给设备", "Windows keeps this name for a device")
    if _UNSAFE.search(name):
        return Bilingual("有些电脑不能用其中的符号", "Some computers can't store one of its characters")
    return None


def _add(found: Sources, path: str, file: Path, max_bytes: int) -> None:
    folder = path.split("/")[1] if path.count("/") > 1 else ""
    kind = FOLDERS.get(folder)
    named = _RECORD.fullmatch(file.name)
    if kind is None:
        nearest = (get_close_matches(folder, FOLDERS, n=1) or ["pages"])[0]
        particulars = {"name": folder or path.split("/")[0], "known": "、".join(FOLDERS), "nearest": nearest}
        found.problems.append(UNKNOWN_FOLDER.at(path, Mark(), **particulars))
    elif named is None:
        found.problems.append(STRAY_FILE.at(path, Mark(), name=file.name, stem=file.name.split(".")[0]))
    else:
        text = _text(path, file, max_bytes)
        matter = Matter(problems=[text]) if isinstance(text, Problem) else split(path, text)
        found.problems += matter.problems
        lang: Lang = "zh" if named["lang"] == "zh" else "en"
        source = Source(path, kind, named["name"], lang, matter)
        (found.zh if lang == "zh" else found.en)[f"{source.folder}/{source.name}"] = source


def _text(path: str, file: Path, max_bytes: int) -> str | Problem:
    """The file's text with plain line ends and without a byte order mark."""
    size = file.stat().st_size
    if size > max_bytes:
        return TOO_LARGE.at(path, Mark(), size=size, limit=max_bytes)
    data = file.read_bytes()
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
