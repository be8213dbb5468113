"""A checkpoint says what a log was, in one way only."""

from __future__ import annotations

from base64 import b64encode

import pytest

from minusone.transparency import checkpoint
from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.errors import LogError
from minusone.transparency.notes import Note
from tests.transparency.made import SIGNER

ROOT = bytes(range(32))
TEXT = f"example.com/behind-the-sofa\n20852163\n{b64encode(ROOT).decode()}\n"
CHECKPOINT = Checkpoint("example.com/behind-the-sofa", 20852163, ROOT)


def test_its_text_is_what_the_format_says() -> None:
    assert CHECKPOINT.text == TEXT
    assert Checkpoint.parse(TEXT) == CHECKPOINT


def test_lines_after_it_are_kept() -> None:
    longer = Checkpoint(CHECKPOINT.origin, CHECKPOINT.size, ROOT, ("one", "另一行"))

    assert longer.text == f"{TEXT}one\n另一行\n"
    assert Checkpoint.parse(longer.text) == longer


def test_a_name_may_be_any_line() -> None:
    assert Checkpoint.parse(TEXT.replace("example", "某市 + ")).origin == "某市 + .com/behind-the-sofa"


def test_it_is_read_signed_or_not() -> None:
    note = Note(TEXT)

    assert checkpoint.note(TEXT.encode()) == note
    assert checkpoint.note(note.signed(SIGNER).data) == note.signed(SIGNER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n\n",
        TEXT[:-1],
        f"{TEXT}\n",
        f"\n{TEXT}",
        f"{TEXT}\nextension\n",
        TEXT.replace("example.com/behind-the-sofa", ""),
        TEXT.replace("20852163", ""),
        TEXT.replace("20852163", "020852163"),
        TEXT.replace("20852163", "+20852163"),
        TEXT.replace("20852163", "-1"),
        TEXT.replace("20852163", "٣"),
        TEXT.replace("20852163", "1_0"),
        TEXT.replace("20852163", " 1"),
        TEXT.replace("20852163", str(2**63)),
        TEXT.replace("20852163", "9" * 5000),
        TEXT.replace("8=\n", "8\n"),
        TEXT.replace("8=\n", "9=\n"),
        TEXT.replace("AAEC", ""),
        TEXT.replace("AAEC", "AAECAAEC"),
        TEXT.replace("com", "c\rm"),
        TEXT.replace("com", "c\tm"),
        TEXT.replace("com", "c\ud800m"),
    ],
)
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(LogError, match="no checkpoint") as error:
        Checkpoint.parse(text)
    assert all(error.value.words)


@pytest.mark.parametrize("data", [b"", TEXT.encode()[:-1], b"\xff\n", b"\0\n"])
def test_what_is_not_even_a_text_is_refused(data: bytes) -> None:
    with pytest.raises(LogError, match="no signed note"):
        checkpoint.note(data)


def test_the_largest_log_has_a_size() -> None:
    assert Checkpoint.parse(TEXT.replace("20852163", str(2**63 - 1))).size == 2**63 - 1
