"""Who may sign for a site, and who may not."""

from __future__ import annotations

import pytest

from minusone.publication import keys
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log
from minusone.transparency.notes import Signer
from tests.transparency.made import ORIGIN, OTHER, SIGNER, continued, reader

ANOTHER = Signer(ORIGIN, bytes(32))
SIGNED = Log.open(reader(continued({}, [b"1"], SIGNER)))
UNSIGNED = Log.open(reader(continued({}, [b"1"])))
WITNESSED = Log.open(reader(continued({}, [b"1"], OTHER)))


def test_the_key_comes_from_the_environment_whatever_ends_its_line() -> None:
    assert keys.signer({}) is None
    assert keys.signer({keys.VARIABLE: ""}) is None
    assert keys.signer({keys.VARIABLE: f"{SIGNER.text}\r\n"}) == SIGNER
    assert keys.signer(environment := {keys.VARIABLE: SIGNER.text, "HOME": "/"}) == SIGNER
    assert environment == {"HOME": "/"}, "no process that is begun later has it"
    with pytest.raises(LogError, match="no key to sign with"):
        keys.signer({keys.VARIABLE: SIGNER.text[:-2]})


def test_a_key_is_made_once_and_for_a_name_that_a_note_can_say() -> None:
    first, second = keys.made("jiangbei.example/进度"), keys.made("jiangbei.example/进度")

    assert first != second
    assert Signer.parse(first.text) == first
    for name in ("", "two words", "a+b", "a\nb", "\udc80"):
        with pytest.raises(LogError, match="can't be called"):
            keys.made(name)


def test_a_site_that_names_its_key_is_published_with_no_other_and_not_without() -> None:
    keys.refuse_another(SIGNER, SIGNER.verifier)
    keys.refuse_another(SIGNER, None)
    keys.refuse_another(None, None)
    with pytest.raises(LogError, match="publishing has to sign"):
        keys.refuse_another(None, SIGNER.verifier)
    with pytest.raises(LogError, match="is not that of the verifier_key"):
        keys.refuse_another(ANOTHER, SIGNER.verifier)


@pytest.mark.parametrize("log", [UNSIGNED, WITNESSED], ids=["unsigned", "only witnessed"])
def test_a_log_that_was_not_signed_may_be_from_now_on_unless_the_site_names_its_key(log: Log) -> None:
    keys.refuse_unvouched(log, SIGNER, None)
    keys.refuse_unvouched(log, None, None)
    with pytest.raises(LogError, match="No known key"):
        keys.refuse_unvouched(log, SIGNER, SIGNER.verifier)


def test_a_log_that_was_signed_is_continued_by_its_own_key_alone() -> None:
    keys.refuse_unvouched(SIGNED, SIGNER, None)
    keys.refuse_unvouched(SIGNED, SIGNER, SIGNER.verifier)
    with pytest.raises(LogError, match="can't be continued unsigned"):
        keys.refuse_unvouched(SIGNED, None, None)
    with pytest.raises(LogError, match="No known key"):
        keys.refuse_unvouched(SIGNED, ANOTHER, None)


def test_a_key_signs_only_the_log_of_its_name() -> None:
    with pytest.raises(LogError, match="only a key of that name can sign it, not “witness"):
        keys.refuse_unvouched(UNSIGNED, OTHER, None)
