"""Pagefind's files with their filters in order, so that the same pages make the same index.

Pagefind 1.5 writes the filters, and the values of each, as a hash map gives them: otherwise at every run. All else that
it writes is in order. The files are gzipped CBOR behind a magic word, and are named by their content; a new name has
the length of the old one, so that it can stand in the place of that.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path

MAGIC = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
FILTERS = 3
"""Which item of a language's index lists its filters."""


def put_in_order(folder: Path) -> None:
    """Rewrite the filters of every language, and all that names their files.

    Raises ValueError, LookupError or OSError for another format.
    """
    entry = json.loads((folder / ENTRY).read_text("utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _language(folder, language["hash"])
    (folder / ENTRY).write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")


def _language(folder: Path, name: str) -> str:
    """The index of one language; gives its new name."""
    file = folder / f"pagefind.{name}.pf_meta"
    head, parts = split(_read(file))
    count, filters = split(parts[FILTERS])
    parts[FILTERS] = count + b"".join(sorted(_filter(folder / "filter", one) for one in filters))
    return _replace(file, name, head + b"".join(parts))


def _filter(folder: Path, listed: bytes) -> bytes:
    """One filter by its place in the list: its label and its file's name; gives the same with the new name."""
    name = text(split(listed)[1][1])
    file = folder / f"{name}.pf_filter"
    head, (label, values) = split(_read(file))
    count, each = split(values)
    new = _replace(file, name, head + label + count + b"".join(sorted(each)))
    return listed.replace(name.encode(), new.encode())


def _read(file: Path) -> bytes:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(MAGIC):
        raise ValueError(f"{file.name}: {data[: len(MAGIC)]!r}")
    return data.removeprefix(MAGIC)


def _replace(file: Path, name: str, data: bytes) -> str:
    """The file with this in it and a name that follows from it, as long as the old one: `zh-cn_1b35999`."""
    language, _, digits = name.rpartition("_")
    new = f"{language}_{sha256(data).hexdigest()[: len(digits)]}"
    file.unlink()
    file.with_name(file.name.replace(name, new)).write_bytes(gzip.compress(MAGIC + data, mtime=0))
    return new


# --- CBOR, as far as Pagefind uses it: whole numbers, texts and arrays (RFC 8949) ------------------------------------

_NUMBER, _TEXT, _ARRAY = 0, 3, 4


def split(array: bytes) -> tuple[bytes, list[bytes]]:
    """An array's head, which says how many items there are, and its items as they stand. Raises ValueError."""
    kind, size, at = _head(array, 0)
    if kind != _ARRAY:
        raise ValueError(f"CBOR {kind}")
    head, each = array[:at], []
    for _ in range(size):
        end = _end(array, at)
        each.append(array[at:end])
        at = end
    return head, each


def text(item: bytes) -> str:
    return item[_head(item, 0)[2] :].decode()


def _end(data: bytes, at: int) -> int:
    """Where the item that begins here ends."""
    kind, size, at = _head(data, at)
    if kind == _ARRAY:
        for _ in range(size):
            at = _end(data, at)
    elif kind == _TEXT:
        at += size
    elif kind != _NUMBER:
        raise ValueError(f"CBOR {kind}")
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """What kind of item begins here, its number or size, and where that ends: in the same byte, or 1, 2, 4, 8 later."""
    kind, size = divmod(data[at], 32)
    if size < 24:
        return kind, size, at + 1
    end = at + 1 + (1 << (size - 24))
    return kind, int.from_bytes(data[at + 1 : end], "big"), end
