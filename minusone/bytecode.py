"""The code of templates, compiled once for every language and, in a folder, once for every build."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from minusone import compiled

_DIGEST = 32
"""Bytes of a SHA-256."""


class Bytecode(BytecodeCache):
    """Keeps what was compiled as long as it lives and, where there is a folder, in a file for each template.

    A file that is damaged, or made from another text, by another compiler or for another Python, counts for nothing.
    Like any `__pycache__` the folder is one that only its owner writes to: what it holds is run.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self._kept.get(bucket.key) or self._read(bucket)
        made_from, whole, code = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
        if made_from == _made_from(bucket) and whole == sha256(code).digest():
            self._kept[bucket.key] = data
            bucket.code = marshal.loads(code)  # noqa: S302 - it is what we wrote

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = marshal.dumps(bucket.code)
        self._kept[bucket.key] = _made_from(bucket) + sha256(code).digest() + code
        if self._folder:
            with suppress(OSError):  # Where nothing can be kept, the next build compiles again.
                self._write(self._folder / bucket.key, self._kept[bucket.key])

    def _read(self, bucket: Bucket) -> bytes:
        if self._folder:
            with suppress(OSError):
                return (self._folder / bucket.key).read_bytes()
        return b""

    @staticmethod
    def _write(file: Path, data: bytes) -> None:
        """Whole or not at all, whoever else writes it."""
        file.parent.mkdir(exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as beside:
            beside.write(data)
        Path(beside.name).replace(file)


_COMPILER = sha256(f"{sys.version}\n{jinja2.__version__}\n".encode() + Path(compiled.__file__).read_bytes()).digest()


def _made_from(bucket: Bucket) -> bytes:
    return sha256(_COMPILER + bucket.checksum.encode()).digest()
