"""Workers elsewhere: a Dask cluster, as an executor. All that knows Dask, imported only for `--executor`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import blake2b
from pathlib import Path

from minusone.refusals import MisuseError, RefusalError
from minusone.words import Bilingual
from minusone.work import Crew, LostWorkerError

SCHEME = "dask://"

PATIENCE = 10
"""Seconds for which a cluster is waited for."""


class NoDaskError(MisuseError):
    """This computer has no Dask."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            "用 --executor 要先安装 Dask：pip install 'minusone[dask]'",
            "--executor needs Dask to be installed: pip install 'minusone[dask]'",
        )


class NoClusterError(RefusalError):
    """Nobody answers at the address, or somebody who has no workers."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"“{self}”没有可用的 Dask 调度器，或者它没有工作进程",
            f"No Dask scheduler answers at “{self}”, or it has no workers",
        )


class UnlikeError(RefusalError):
    """A worker that would make other pages than this computer."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"工作进程 {self} 上的程序或模板与这台电脑不同；各处要装同一版本，模板要在同一路径",
            f"The worker {self} has another program or other templates than this computer; "
            "all need the same version, and the templates at the same path",
        )


@contextmanager
def crew(address: str, folders: Iterable[Path], here: int | None) -> Iterator[Crew]:
    """The workers of the Dask scheduler at `dask://HOST:PORT`, who must have this very program and the same folders.

    `here` is how many processes work on what can't leave this machine. Raises NoDaskError, NoClusterError, UnlikeError,
    and LostWorkerError for work that a cluster has given up.
    """
    try:
        import dask
        from distributed import Client, KilledWorker
        from distributed.comm.core import CommClosedError
    except ImportError:
        raise NoDaskError from None
    scheme = "tls" if dask.config.get("distributed.comm.require-encryption", False) else "tcp"
    with ExitStack() as stack:
        try:
            client = stack.enter_context(
                Client(f"{scheme}://{address.removeprefix(SCHEME)}", timeout=PATIENCE, set_as_default=False)
            )
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError):
            raise NoClusterError(address) from None
        same = [folder.resolve() for folder in folders]
        _refuse_the_unlike(client.run(fingerprint, same, on_error="return"), fingerprint(same))
        share = partial(client.scatter, broadcast=True, hash=False)
        try:
            yield Crew(client.get_executor(pure=False), sum(client.nthreads().values()), share, here)
        except (KilledWorker, CancelledError, CommClosedError):
            raise LostWorkerError from None


def _refuse_the_unlike(found: dict[str, object], own: bytes) -> None:
    for worker, theirs in sorted(found.items()):
        if theirs != own:
            raise UnlikeError(worker)


def fingerprint(folders: Iterable[Path]) -> bytes:
    """What a program's pages follow from beside their contexts: Python, this package and the files of some folders."""
    found = blake2b(repr(sys.version_info).encode(), digest_size=16)
    for folder in (Path(__file__).parent, *folders):
        for file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"):
            found.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size} ".encode())
            found.update(file.read_bytes())
    return found.digest()
