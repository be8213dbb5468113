"""Every file of a site with its digest, as `sha256sum` writes it, and the note in which somebody signs that list.

    sha256sum -c SHA256SUMS

The note has three lines: what it is, the name of the log, and what `sha256sum SHA256SUMS` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from minusone.transparency.errors import LogError
from minusone.transparency.notes import Note, Signer, Verifier
from minusone.trees import below

FILE = PurePosixPath("SHA256SUMS")
NOTE = PurePosixPath("SHA256SUMS.note")

Manifest = Mapping[str, str]
"""The digest of each file, in hexadecimal digits, by its path."""

_LINE = re.compile(r"([0-9a-f]{64})  (?!/)([^\\\x00-\x1f\x7f\ud800-\udfff]+)")
_SAID = "minusone/manifest/v1"


def written(files: Manifest) -> bytes:
    """Raises LogError for a name that `sha256sum` would have to write in another way."""
    lines = [f"{digest}  {path}" for path, digest in sorted(files.items())]
    for line in lines:
        if not _is_line(line):
            raise LogError(
                f"文件名“{line[66:]}”里有不能用的字符，请改名",
                f"The file name “{line[66:]}” has characters that can't be listed; rename it",
            )
    return "".join(f"{line}\n" for line in lines).encode()


def read(data: bytes) -> Manifest:
    """Raises LogError for what `written` would not have written, to the byte."""
    try:
        lines = data.decode().split("\n")[:-1]
        files = {line[66:]: line[:64] for line in lines if _is_line(line)}
        if written(files) == data:
            return files
    except ValueError:
        pass
    raise LogError(f"“{FILE}”不是文件清单", f"“{FILE}” is no list of files")


def _is_line(line: str) -> bool:
    """Whether it says a digest and a path that leads to nothing outside the site."""
    match = _LINE.fullmatch(line)
    return match is not None and {"", ".", ".."}.isdisjoint(match[2].split("/"))


def of_folder(folder: Path) -> dict[str, str]:
    """Every file there is."""
    return {path: _digest(folder / path) for path in below(folder)}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def signed(data: bytes, origin: str, signer: Signer) -> Note:
    """The list as whoever has the key of the log vouches for it."""
    return Note(_text(data, origin)).signed(signer)


def refuse_another(data: bytes, note: bytes, origin: str, keys: Iterable[Verifier]) -> None:
    """Raises LogError unless the note is of this list, of the log of this name, and bears a signature of a key.

    Without keys nobody's signature is looked at.
    """
    found = Note.parse(note)
    if found.text != _text(data, origin):
        raise LogError(f"“{NOTE}”说的不是这份“{FILE}”", f"“{NOTE}” is not about this “{FILE}”")
    if known := list(keys):
        found.verified(known)


def _text(data: bytes, origin: str) -> str:
    return f"{_SAID}\n{origin}\n{digest(data)}  {FILE}\n"
