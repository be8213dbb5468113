"""Notes and keys as others write them are read, and whatever was changed is noticed."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from minusone.transparency.errors import LogError
from minusone.transparency.notes import Note, Signature, Signer, Verifier
from tests.transparency.made import OTHER, SIGNER

KNOWN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
"""From the documentation of Go's package for notes, like the note below."""

KNOWN_NOTE = """If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
""".encode()

TEXT = "第一行\n\nafter a blank line\n"
NOTE = Note(TEXT).signed(SIGNER)


def test_a_note_that_others_signed_is_verified() -> None:
    verifier = Verifier.parse(KNOWN)
    assert Note.parse(KNOWN_NOTE).verified([verifier]) == (verifier,)
    assert verifier.key_id.hex() == "c74f20a3"


def test_a_note_is_written_as_the_format_says() -> None:
    seed = bytes(range(32))
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes_raw()
    key_id = sha256(SIGNER.name.encode() + b"\n\x01" + public).digest()[:4]
    signature = b64encode(key_id + key.sign(TEXT.encode()))

    assert NOTE.data == TEXT.encode() + "\n— ".encode() + SIGNER.name.encode() + b" " + signature + b"\n"


def test_keys_are_written_as_the_format_says() -> None:
    seed = bytes(range(32))
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    key_id = sha256(b"name\n\x01" + public).hexdigest()[:8]
    private = f"PRIVATE+KEY+name+{key_id}+{b64encode(bytes([1]) + seed).decode()}"

    signer = Signer.parse(private)
    assert signer == Signer("name", seed)
    assert signer.text == private
    assert signer.verifier.text == f"name+{key_id}+{b64encode(bytes([1]) + public).decode()}"
    assert Verifier.parse(signer.verifier.text) == signer.verifier


def test_several_sign_and_those_unknown_are_kept() -> None:
    note = NOTE.signed(OTHER)
    foreign = Signature("post.quantum", b"\4\3\2\1", bytes(5000))
    note = Note(note.text, (foreign, *note.signatures))

    read = Note.parse(note.data)
    assert read == note
    assert read.verified([SIGNER.verifier]) == (SIGNER.verifier,)
    assert read.verified([OTHER.verifier, SIGNER.verifier]) == (SIGNER.verifier, OTHER.verifier)


def test_who_signs_again_signs_once() -> None:
    assert NOTE.signed(OTHER).signed(SIGNER).signatures == (OTHER.sign(TEXT), SIGNER.sign(TEXT))


def test_a_note_that_nobody_known_has_signed_is_refused() -> None:
    same_name = Signer(SIGNER.name, bytes(32))
    for known in ([], [OTHER.verifier], [same_name.verifier]):
        with pytest.raises(LogError, match="No known key"):
            NOTE.verified(known)


def test_one_wrong_signature_of_a_known_key_is_enough_to_refuse_it() -> None:
    wrong = Signature(OTHER.name, OTHER.verifier.key_id, SIGNER.sign(TEXT).data)
    note = Note(TEXT, (*NOTE.signatures, wrong))

    assert note.verified([SIGNER.verifier])
    with pytest.raises(LogError, match=r"The signature of “witness\.example” is wrong"):
        note.verified([SIGNER.verifier, OTHER.verifier])


@pytest.mark.parametrize("size", [0, 1, 63, 65])
def test_a_signature_of_another_length_is_wrong(size: int) -> None:
    note = Note(TEXT, (Signature(SIGNER.name, SIGNER.verifier.key_id, bytes(size)),))
    with pytest.raises(LogError, match="is wrong"):
        note.verified([SIGNER.verifier])


def test_every_changed_bit_is_noticed() -> None:
    for place in range(len(NOTE.data)):
        for bit in range(8):
            changed = bytearray(NOTE.data)
            changed[place] ^= 1 << bit
            with pytest.raises(LogError):
                Note.parse(bytes(changed)).verified([SIGNER.verifier])


def signed(line: str) -> bytes:
    return f"text\n\n{line}".encode()


GOOD = "— name " + b64encode(bytes(68)).decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "does not end with a signature"),
        (b"text\n", "does not end with a signature"),
        (b"text\n\n", "does not end with a signature"),
        (signed(GOOD), "does not end with a signature"),
        (f"text\n{GOOD}\n".encode(), "does not end with a signature"),
        (signed(f"{GOOD}\n\n"), "does not end with a signature"),
        (b"te\rxt\n\n" + f"{GOOD}\n".encode(), "control characters"),
        (b"te\0xt\n\n" + f"{GOOD}\n".encode(), "control characters"),
        (b"te\xffxt\n\n" + f"{GOOD}\n".encode(), "not UTF-8"),
        (b"te\xed\xa0\x80xt\n\n" + f"{GOOD}\n".encode(), "not UTF-8"),
        (signed(f"{GOOD}\n" * 101), "more than 100 signatures"),
        (b"x" * 1_000_001, "longer than 1000000 bytes"),
        *(
            (signed(f"{line}\n"), "a line among its signatures is none")
            for line in (
                GOOD.replace("—", "-"),
                GOOD.replace("— ", "—"),
                GOOD.replace("name", ""),
                GOOD.replace("name", "na+me"),
                GOOD.replace("name", "na\u3000me"),
                GOOD.replace("name", "na\u0085me"),
                f"{GOOD} more",
                GOOD.removesuffix("="),
                GOOD.removesuffix("A=") + "B=",  # the same bytes, with bits to spare
                GOOD.replace("AAAA", "A_AA"),
                "— name AAAAAA==",  # a key's ID, and no signature
                "— name",
                "text",
            )
        ),
    ],
)
def test_what_is_no_note_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(LogError, match=reason) as error:
        Note.parse(data)
    assert all(error.value.words)


def test_many_signatures_and_a_long_text_are_read() -> None:
    assert len(Note.parse(signed(f"{GOOD}\n" * 100)).signatures) == 100
    rest = signed(f"{GOOD}\n")
    assert Note.parse(b"x" * (1_000_000 - len(rest)) + rest)


BAD_KEYS = [
    "",
    "name",
    "name+12345678",
    "name+12345678+",
    KNOWN.replace("Peter", "Pete"),
    KNOWN.replace("c74f20a3", "c74f20a4"),
    KNOWN.replace("c74f20a3", "C74F20A3"),
    KNOWN.replace("10TW", "10T="),
    KNOWN.replace("ARpc", "AhpC"),
    f"{KNOWN}\n",
    f" {KNOWN}",
    "na me" + KNOWN.removeprefix("PeterNeumann"),
    KNOWN.removeprefix("PeterNeumann"),
    "\udcff" + KNOWN,
    "\0" + KNOWN,
]


@pytest.mark.parametrize("text", [*BAD_KEYS, SIGNER.text])
def test_what_is_no_public_key_is_refused_and_not_said(text: str) -> None:
    with pytest.raises(LogError, match="no public key") as error:
        Verifier.parse(text)
    assert "+" not in str(error.value).replace("name+ID+Base64", "")


@pytest.mark.parametrize(
    "text",
    [
        *BAD_KEYS,
        SIGNER.verifier.text,
        SIGNER.text.removeprefix("PRIVATE+"),
        SIGNER.text.removeprefix("PRIVATE+KEY+"),
        SIGNER.text[:-4],
        SIGNER.text.replace("+AQ", "+AR"),
        f"{SIGNER.text}\n",
    ],
)
def test_what_is_no_private_key_is_refused_and_not_said(text: str) -> None:
    with pytest.raises(LogError, match="no key to sign with") as error:
        Signer.parse(text)
    assert "AAEC" not in str(error.value.words)


def test_a_private_key_is_not_shown() -> None:
    assert repr(SIGNER.seed) not in repr(SIGNER)


def test_a_public_key_that_is_no_point_accepts_nothing() -> None:
    for public in (bytes(32), b"\xff" * 32, b"\2" + bytes(31)):
        assert not Verifier("name", public).accepts(TEXT, SIGNER.sign(TEXT).data)
