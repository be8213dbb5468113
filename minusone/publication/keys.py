"""Who signs what a site publishes, who may, and the salts of its versions."""

from __future__ import annotations

import hmac
from collections.abc import Callable, MutableMapping
from secrets import token_bytes

from minusone.schema import Ref
from minusone.transparency.canonical import SALT
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log
from minusone.transparency.notes import Signer, Verifier

VARIABLE = "MINUSONE_SIGNING_KEY"
"""The variable of the environment that holds the private key."""

Salts = Callable[[Ref, int], bytes]
"""The salt of a version of a record: the same whenever it is published again."""

_SALTS = b"minusone/salt/v1"
_NO_SECRET = b"minusone/unsigned"


def signer(environment: MutableMapping[str, str]) -> Signer | None:
    """None where there is no key. It is taken out, so that no process that is begun later has it too.

    Raises LogError for one that is none.
    """
    text = environment.pop(VARIABLE, "").strip()
    return Signer.parse(text) if text else None


def made(name: str) -> Signer:
    """A key that nobody has yet. Raises LogError for a name that no key can have."""
    key = Signer(name, token_bytes(32))
    try:
        return Signer.parse(key.text)
    except (LogError, UnicodeEncodeError):
        raise LogError(
            f"密钥不能叫“{name}”：名称里不能有空格和加号，例如 jiangbei.example/ledger",
            f"A key can't be called “{name}”: a name has no spaces and no plus signs, such as jiangbei.example/ledger",
        ) from None


def salts(signer: Signer | None) -> Salts:
    """By HMAC-SHA256 from the private key, so that nobody guesses them; without a key anybody can."""
    secret = hmac.digest(signer.seed if signer else _NO_SECRET, _SALTS, "sha256")
    return lambda ref, number: hmac.digest(secret, f"{ref}:{number}".encode(), "sha256")[:SALT]


def refuse_another(signer: Signer | None, verifier: Verifier | None) -> None:
    """Raises LogError for who may not sign for a site that names its key, and for nobody."""
    if verifier and signer is None:
        raise LogError(
            f"config.yaml 写了 verifier_key，发布就要签名：请把私钥放进环境变量 {VARIABLE}",
            f"config.yaml names a verifier_key, so publishing has to sign: put the private key into {VARIABLE}",
        )
    if verifier and signer and signer.verifier != verifier:
        raise LogError(
            f"{VARIABLE} 里的私钥不是 config.yaml 的 verifier_key 那一把",
            f"The private key in {VARIABLE} is not that of the verifier_key in config.yaml",
        )


def refuse_unvouched(log: Log, signer: Signer | None, verifier: Verifier | None) -> None:
    """Whether a log may be continued, and so signed, by somebody. Raises LogError.

    Where the site names its key, the log must bear its signature; otherwise one that is signed in its own name must
    be by who continues it.
    """
    origin = log.checkpoint.origin
    signed = any(signature.name == origin for signature in log.note.signatures)
    if key := verifier or (signer.verifier if signer and signed else None):
        log.note.verified([key])
    elif signed:
        raise LogError(
            f"原来的日志“{origin}”是签了名的，不能不签名就接着写：请把私钥放进环境变量 {VARIABLE}",
            f"The log “{origin}” was signed and can't be continued unsigned: put the private key into {VARIABLE}",
        )
    if signer and signer.name != origin:
        raise LogError(
            f"日志叫“{origin}”，只能由叫这个名称的密钥来签，而不是“{signer.name}”",
            f"The log is called “{origin}”; only a key of that name can sign it, not “{signer.name}”",
        )
