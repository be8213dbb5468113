"""What browsers may do is one list, and every server's snippet says just that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minusone.policy import FRAMED, FRESH, HEADERS, KEPT, SEARCHING, STRICT

SERVERS = Path(__file__).parents[1] / "docs" / "servers"
HEADER = {
    "nginx.conf": r'add_header (\S+) "(.+)" always;',
    "Caddyfile": r'(?m)^\t\t([A-Z][\w-]+) "(.+)"$',
}


def directives(policy: str) -> dict[str, set[str]]:
    return {name: set(allowed) for name, *allowed in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("policy", [STRICT, SEARCHING, FRAMED])
def test_no_policy_allows_anything_inline_or_from_another_host(policy: str) -> None:
    said = directives(policy)

    assert said["default-src"] == {"'none'"}
    assert set().union(*said.values()) <= {"'none'", "'self'", "'wasm-unsafe-eval'"}


@pytest.mark.parametrize("policy", [STRICT, SEARCHING])
def test_a_server_allows_no_less_than_any_page_does_for_itself(policy: str) -> None:
    server = directives(FRAMED)

    assert all(allowed <= server[name] for name, allowed in directives(policy).items())


@pytest.mark.parametrize("name", HEADER)
def test_a_servers_snippet_says_every_header_as_it_is_declared(name: str) -> None:
    text = (SERVERS / name).read_text("utf-8")
    found = dict(re.findall(HEADER[name], text))

    assert {header: found.get(header) for header in HEADERS} == HEADERS
    assert FRESH in text
    assert KEPT in text
    assert "404.html" in text
    assert "en/404.html" in text
