"""The list of a site's files, as `sha256sum` has it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.publication import manifest
from minusone.transparency.errors import LogError
from tests.transparency.made import ORIGIN, OTHER, SIGNER

DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)
NAMES = st.from_regex(r"[a-z灯 ]{1,5}(/[a-zA-Z.]{0,3}[a-z])?", fullmatch=True)
LISTED = manifest.written({"index.html": manifest.digest(b"1")})


@given(st.dictionaries(NAMES, DIGESTS, max_size=4))
def test_it_is_read_as_it_was_written(files: dict[str, str]) -> None:
    assert manifest.read(manifest.written(files)) == files


@given(st.binary(min_size=1) | st.text(min_size=1).map(lambda text: LISTED + text.encode(errors="replace")))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(LogError, match="“SHA256SUMS” is no list of files"):
        manifest.read(data)


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "a/../../x", "a//b", "./a", "", "a\\b", "a\nb", "a/", "\ud800"]
)
def test_no_name_leads_out_of_the_site_or_needs_another_spelling(name: str) -> None:
    with pytest.raises(LogError, match="has characters"):
        manifest.written({name: manifest.digest(b"")})
    line = f"{manifest.digest(b'')}  {name}\n".encode(errors="surrogatepass")
    with pytest.raises(LogError, match="no list"):
        manifest.read(line)


def test_sha256sum_checks_it(tmp_path: Path) -> None:
    (tmp_path / "路灯 pictures").mkdir()
    (tmp_path / "路灯 pictures" / "a.png").write_bytes(b"1")
    (tmp_path / "index.html").write_bytes(b"2")
    (tmp_path / manifest.FILE).write_bytes(manifest.written(manifest.of_folder(tmp_path)))
    check = ["sha256sum", "--strict", "--check", "--quiet", str(manifest.FILE)]

    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "index.html").write_bytes(b"3")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_its_note_says_what_sha256sum_says_of_it() -> None:
    said = manifest.signed(LISTED, ORIGIN, SIGNER).text
    assert re.fullmatch(rf"minusone/manifest/v1\n{ORIGIN}\n[0-9a-f]{{64}}  SHA256SUMS\n", said)


def test_its_note_is_of_this_list_and_this_log_and_by_this_key() -> None:
    note = manifest.signed(LISTED, ORIGIN, SIGNER).data
    manifest.refuse_another(LISTED, note, ORIGIN, [SIGNER.verifier])
    for listed, origin, keys in (
        (b"", ORIGIN, [SIGNER.verifier]),
        (LISTED, "another", [SIGNER.verifier]),
        (LISTED, ORIGIN, [OTHER.verifier]),
    ):
        with pytest.raises(LogError):
            manifest.refuse_another(listed, note, origin, keys)
