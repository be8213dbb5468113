"""Two names change places in one step, so that nobody ever finds neither."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""

_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
"""What systems and disks answer that know no such thing."""


def exchange(one: Path, other: Path) -> bool:
    """What has one name has the other from now on, and the other way round.

    False if this system or this disk knows no such thing, and then nothing has changed. Raises OSError for all else.
    """
    call = _call()
    if call is None or call(os.fsencode(one), os.fsencode(other)) == 0:
        return call is not None
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _call() -> Any:
    """The system's own call for it, None where there is none."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _SWAP)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: library.renamex_np(one, other, _SWAP)
    return None
