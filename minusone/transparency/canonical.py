"""A JSON value as bytes that are the same for everybody (RFC 8785), and its salted digest.

    digest = SHA-256( "minusone/record/v1" || 0x0A || salt || canonical )

The first part is ASCII and keeps the digest apart from all others; `salt` is 32 bytes, so that nobody can try values
until one fits; `canonical` is the value by RFC 8785, in UTF-8. In another language, with a library for RFC 8785 (JCS):

    sha = sha256.new()
    sha.update("minusone/record/v1\\n")
    sha.update(salt)
    sha.update(jcs(value))
    digest = sha.digest()
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from minusone.transparency.errors import LogError

DOMAIN = b"minusone/record/v1\n"
SALT = 32
"""Bytes of a salt."""


def canonical(value: Any) -> bytes:
    """None, booleans, numbers, strings, lists and dictionaries of them by RFC 8785.

    Raises LogError for what can't be said so: what is no number, whole numbers beyond 2⁵³ - 1, half a surrogate pair,
    keys that are no strings, whatever is nested too deeply.
    """
    import rfc8785  # Many read histories, few need a digest.

    try:
        return rfc8785.dumps(value)
    # A lone surrogate in a key is an error of Python's own, of which the library's are a kind.
    except (ValueError, RecursionError) as error:
        raise LogError(
            f"这个值没有规范的 JSON 写法（RFC 8785）：{type(error).__name__}",
            f"This value has no canonical JSON (RFC 8785): {type(error).__name__}",
        ) from error


def digest(value: Any, salt: bytes) -> bytes:
    """The 32 bytes by which a log knows a value without saying it. Raises LogError."""
    if len(salt) != SALT:
        raise LogError(f"盐应为 {SALT} 字节，而不是 {len(salt)}", f"A salt has {SALT} bytes, not {len(salt)}")
    return sha256(DOMAIN + salt + canonical(value)).digest()
