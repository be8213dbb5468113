"""Text that is signed, by c2sp.org/signed-note, with Ed25519 (RFC 8032): notes, and the keys that sign and verify them.

Whatever is read is written again as the same bytes: there are no two ways to write a note or a key.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from minusone.transparency.errors import LogError

if TYPE_CHECKING:  # Who only reads a key or a note does without; it takes as long to import as much of this package.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LONGEST = 1_000_000
"""Bytes of a note."""

MOST_SIGNATURES = 100

ED25519 = b"\x01"
"""The type of a key, before its bytes."""

_KEY = 32
_KEY_ID = 4
_PRIVATE = "PRIVATE+KEY+"
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


# --- keys ---


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key and the name of who signs with it. As text: `name+key ID+base64`."""

    name: str
    public: bytes

    @classmethod
    def parse(cls, text: str) -> Verifier:
        """Raises LogError."""
        key = _read_key(text)
        verifier = cls(*key) if key else None
        if verifier and verifier.text == text:
            return verifier
        raise LogError("这不是公钥（名称+标识+Base64）", "This is no public key (name+ID+Base64)")

    @property
    def key_id(self) -> bytes:
        return sha256(f"{self.name}\n".encode() + ED25519 + self.public).digest()[:_KEY_ID]

    @property
    def text(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encoded(ED25519 + self.public)}"

    def accepts(self, text: str, signature: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key and the name of who signs with it. As text, which no error quotes:
    `PRIVATE+KEY+name+key ID+base64`.
    """

    name: str
    seed: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Signer:
        """Raises LogError."""
        key = _read_key(text.removeprefix(_PRIVATE))
        signer = cls(*key) if key else None
        if signer and signer.text == text:
            return signer
        raise LogError(
            "签名用的密钥不对：应为 PRIVATE+KEY+名称+标识+Base64",
            "This is no key to sign with: PRIVATE+KEY+name+ID+Base64 is one",
        )

    @property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self._key.public_key().public_bytes_raw())

    @property
    def text(self) -> str:
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{encoded(ED25519 + self.seed)}"

    def sign(self, text: str) -> Signature:
        return Signature(self.name, self.verifier.key_id, self._key.sign(text.encode()))

    @property
    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)


def _read_key(text: str) -> tuple[str, bytes] | None:
    """The name and the bytes of an Ed25519 key; its ID is for the caller to compare."""
    name, _, rest = text.partition("+")
    data = decoded(rest.partition("+")[2])
    if data is None or len(data) != 1 + _KEY or not data.startswith(ED25519) or not _is_name(name):
        return None
    return name, data[1:]


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and is_text(name) and not any(map(str.isspace, name))


# --- notes ---


@dataclass(frozen=True, slots=True)
class Signature:
    """By a key that may be unknown: then also its algorithm is."""

    name: str
    key_id: bytes
    data: bytes

    @property
    def line(self) -> str:
        return f"— {self.name} {encoded(self.key_id + self.data)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends its last line, and who signed it. One that nobody signed is its text alone."""

    text: str
    signatures: tuple[Signature, ...] = ()

    @classmethod
    def parse(cls, data: bytes) -> Note:
        """Of a note with at least one signature. Raises LogError."""
        text, blank, signatures = _read(data).rpartition("\n\n")
        if not blank or not signatures.endswith("\n"):
            raise _refused("末尾没有签名", "it does not end with a signature")
        lines = signatures[:-1].split("\n")
        if len(lines) > MOST_SIGNATURES:
            raise _refused(f"签名多于 {MOST_SIGNATURES} 个", f"it has more than {MOST_SIGNATURES} signatures")
        return cls(f"{text}\n", tuple(map(_signature, lines)))

    @classmethod
    def unsigned(cls, data: bytes) -> Note:
        """Of a text alone. Raises LogError."""
        text = _read(data)
        if not text.endswith("\n"):
            raise _refused("最后一行没有结束", "its last line does not end")
        return cls(text)

    @property
    def data(self) -> bytes:
        signatures = "".join(signature.line for signature in self.signatures)
        return f"{self.text}\n{signatures}".encode() if signatures else self.text.encode()

    def signed(self, signer: Signer) -> Note:
        """With one more signature, the last; one by the same key makes room for it."""
        own = signer.sign(self.text)
        others = (one for one in self.signatures if (one.name, one.key_id) != (own.name, own.key_id))
        return replace(self, signatures=(*others, own))

    def verified(self, known: Collection[Verifier]) -> tuple[Verifier, ...]:
        """Whose signatures it has, of those that are known; those of others count for nothing.

        Raises LogError where one of them is wrong, or there is none.
        """
        keys = {(verifier.name, verifier.key_id): verifier for verifier in known}
        signers: list[Verifier] = []
        for signature in self.signatures:
            verifier = keys.get((signature.name, signature.key_id))
            if verifier and not verifier.accepts(self.text, signature.data):
                raise LogError(
                    f"“{verifier.name}”的签名不对：内容被改过，或者不是由它签的",
                    f"The signature of “{verifier.name}” is wrong: the text was changed, or they did not sign it",
                )
            if verifier:
                signers.append(verifier)
        if not signers:
            raise LogError("没有已知密钥的签名", "No known key has signed it")
        return tuple(signers)


def _read(data: bytes) -> str:
    if len(data) > LONGEST:
        raise _refused(f"长于 {LONGEST} 字节", f"it is longer than {LONGEST} bytes")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise _refused("不是 UTF-8", "it is not UTF-8") from None
    if not is_text(text):
        raise _refused("含有控制字符", "it has control characters")
    return text


def _signature(line: str) -> Signature:
    dash, _, rest = line.partition(" ")
    name, _, signed = rest.partition(" ")
    data = decoded(signed)
    if dash != "—" or not _is_name(name) or data is None or len(data) <= _KEY_ID:
        raise _refused("签名行写法不对", "a line among its signatures is none")
    return Signature(name, data[:_KEY_ID], data[_KEY_ID:])


def _refused(zh: str, en: str) -> LogError:
    return LogError(f"这不是签名文本（signed note）：{zh}", f"This is no signed note: {en}")


# --- what notes are written in ---


def is_text(text: str) -> bool:
    """Whether a note can say it: no control character of ASCII but the end of a line, no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return not _CONTROL.search(text)


def encoded(data: bytes) -> str:
    """Base64 as in RFC 4648, section 4."""
    return b64encode(data).decode("ascii")


def decoded(text: str) -> bytes | None:
    """None for whatever `encoded` would not have written, bits to spare included."""
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        return None
    return data if encoded(data) == text else None
