"""The same records make the same bytes, wherever, by whomever and however the site is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE
from tempfile import TemporaryDirectory

import pytest

from minusone.kinds import KINDS
from minusone.reckoning.lifecycle import Group
from tests.built import TEMPLATES, one
from tests.sites import CONFIG, record, site

pytestmark = pytest.mark.slow

ASKS = '共 {{ count("rectification") }} 件，见[路灯](rectification:2014-001)。\n\n![路灯](lamp.png)\n'
SITE = (
    f"-- config.yaml --\n{CONFIG}address: https://a.cn/b/\nper_page: 2\n"
    + "".join(record(kind, "baisha" if kind == "unit" else "province" if kind == "team" else "a") for kind in KINDS)
    + "".join(one(group, f"2014-00{number}", f"title: 第 {number} 件") for number, group in enumerate(Group, 1))
    + record("activity", "b", "people: 20", ASKS)
    + "-- content/activities/b.en.md --\n---\ntitle: Evening study\n---\nThe lamps.\n"
    + "-- content/activities/lamp.png --\n"
)
"""Something of every kind, in every group, in both languages, with a picture, a query, feeds, calendars and search."""

QUIET = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def modes(folder: Path) -> dict[bool, set[int]]:
    """Of folders, and of files."""
    found: dict[bool, set[int]] = {True: {S_IMODE(folder.stat().st_mode)}, False: set()}
    for path in folder.rglob("*"):
        found[path.is_dir()].add(S_IMODE(path.stat().st_mode))
    return found


@dataclass(frozen=True)
class Variation:
    """How a build may differ from another: `by` is a command that runs it."""

    surroundings: dict[str, str] = field(default_factory=dict)
    workers: int = 1
    umask: int = 0o022
    by: tuple[str, ...] = ()
    cwd: str | None = None
    sources: Callable[[Path], None] = lambda _: None


def build(folder: Path, how: Variation = Variation()) -> Path:
    """The site of the records in a folder. Its own locks and caches lie beside it."""
    here = Path(how.cwd or folder)
    places = {"config": "config.yaml", "content": "content", "out": "site"}
    options = [f"--{name}={os.path.relpath(folder / place, here)}" for name, place in places.items()]
    command = [*how.by, sys.executable, str(TEMPLATES.parent / "build.py"), "build", *options]
    done = subprocess.run(
        [*command, f"--templates={TEMPLATES}", f"--workers={how.workers}"],
        cwd=here,
        env=os.environ | QUIET | how.surroundings,
        umask=how.umask,
        capture_output=True,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return folder / "site"


def touched(when: int) -> Callable[[Path], None]:
    def touch(folder: Path) -> None:
        for path in folder.rglob("*"):
            os.utime(path, (when, when))

    return touch


def made_backwards(folder: Path) -> None:
    """The same files, made in another order: a file system may list them in that, or in the opposite one."""
    whole = folder.with_name("whole")
    folder.rename(whole)
    paths = sorted(whole.rglob("*"), reverse=True)
    for path in (path for path in paths if path.is_file()):
        copy = folder / path.relative_to(whole)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    shutil.rmtree(whole)


BACKWARDS = """\
import os


class Listing:
    def __init__(self, entries):
        self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


listed, scanned = os.listdir, os.scandir
os.listdir = lambda path=".": sorted(listed(path), reverse=True)
os.scandir = lambda path=".": Listing(scanned(path))
"""
"""What Python imports before all else: every folder is listed from its end."""

NOBODY = ("unshare", "--user", "--map-user=4711", "--map-group=4711")
PLAIN = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""Python doesn't help itself to UTF-8."""

VARIATIONS = {
    "working directory": Variation(cwd="/"),
    "user": Variation({"HOME": "/nowhere", "USER": "", "LOGNAME": "nobody"}, by=NOBODY),
    "umask 077": Variation(umask=0o077),
    "umask 000": Variation(umask=0o000),
    "Chinese locale": Variation({"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}),
    "Chinese locale in GBK": Variation({"LC_ALL": "zh_CN.GBK"} | PLAIN),
    "C locale": Variation({"LC_ALL": "C"} | PLAIN),
    "POSIX locale": Variation({"LC_ALL": "POSIX"} | PLAIN),
    "time zone east": Variation({"TZ": "Asia/Shanghai"}),
    "time zone west": Variation({"TZ": "America/New_York"}),
    "hash seed 1": Variation({"PYTHONHASHSEED": "1"}),
    "any hash seed": Variation({"PYTHONHASHSEED": "random"}),
    "2 workers": Variation(workers=2),
    "3 workers": Variation({"PYTHONHASHSEED": "random"}, workers=3),
    "files made backwards": Variation(sources=made_backwards),
    "files of 1990": Variation(sources=touched(631_152_000)),
    "files of 2037": Variation(sources=touched(2_114_380_800)),
    "optimised Python": Variation({"PYTHONOPTIMIZE": "2"}),
}


DISKS = ("/dev/shm", "/var/tmp")
"""In memory, and not."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that all others are compared with."""
    folder = tmp_path_factory.mktemp("made")
    site(folder, SITE)
    return build(folder)


Same = Callable[[Path, Path], None]


@pytest.fixture
def assert_same(record_property: Callable[[str, int], None]) -> Same:
    """One way to build more; whether it made other bytes is recorded."""

    def compare(here: Path, there: Path) -> None:
        one, other = digests(here), digests(there)
        differing = {file for file in one.keys() | other.keys() if one.get(file) != other.get(file)}
        record_property("ways", 1)
        record_property("differing", int(differing != set()))

        assert len(one) > 200
        assert differing == set()

    return compare


@pytest.mark.parametrize("name", VARIATIONS)
def test_the_same_records_make_the_same_bytes_however_they_are_built(
    name: str, made: Path, assert_same: Same, tmp_path: Path
) -> None:
    how, folder = VARIATIONS[name], tmp_path / "there"
    site(folder, SITE)
    how.sources(folder)

    assert_same(made, build(folder, how))


def test_the_same_records_make_the_same_bytes_in_whatever_order_folders_are_listed(
    made: Path, assert_same: Same, tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(BACKWARDS)
    site(tmp_path / "there", SITE)
    how = Variation({"PYTHONPATH": str(tmp_path / "first")})

    assert_same(made, build(tmp_path / "there", how))


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """One of another kind than where all else is built, be that in memory or not; if there is one."""
    disks = (disk for disk in map(Path, DISKS) if disk.is_dir() and disk.stat().st_dev != tmp_path.stat().st_dev)
    with TemporaryDirectory(dir=next(disks, None)) as folder:
        yield Path(folder)


def test_the_same_records_make_the_same_bytes_on_another_disk(made: Path, assert_same: Same, other_disk: Path) -> None:
    site(other_disk / "there", SITE)
    made_backwards(other_disk / "there")

    assert_same(made, build(other_disk / "there"))


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o000])
def test_whoever_builds_decides_by_umask_who_may_read_and_it_is_the_same_for_every_file(
    umask: int, tmp_path: Path
) -> None:
    """A web server that is another user reads what 022 leaves."""
    site(tmp_path, SITE)

    assert modes(build(tmp_path, Variation(umask=umask))) == {True: {0o777 & ~umask}, False: {0o666 & ~umask}}


def test_the_projects_own_site_is_the_same_elsewhere(
    project: Path, built_site: Path, assert_same: Same, tmp_path: Path
) -> None:
    """All at once: another time zone, hash seed, locale with its encoding, umask, working directory, more processes."""
    places = (f"--{name}={os.path.relpath(project / name, tmp_path)}" for name in ("content", "templates"))
    config = f"--config={os.path.relpath(project / 'config.yaml', tmp_path)}"
    out = tmp_path / "there"
    surroundings = {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "POSIX"} | PLAIN
    done = subprocess.run(
        [sys.executable, project / "build.py", "build", config, *places, f"--out={out}", "--workers=2"],
        cwd=tmp_path,
        env=os.environ | surroundings,
        umask=0o077,
        capture_output=True,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    assert_same(built_site, out)
