"""What browsers are told never to do with a page of this site, whoever should find a way to write into it."""

from __future__ import annotations

from collections.abc import Mapping


def _said(directives: Mapping[str, str]) -> str:
    """A Content-Security-Policy as it stands in a header or in a `<meta>`."""
    return "; ".join(f"{directive} {allowed}" for directive, allowed in directives.items())


_STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "connect-src": "'self'",
}
_SEARCHING = _STRICT | {"script-src": "'self' 'wasm-unsafe-eval'"}

STRICT = _said(_STRICT)
"""A page loads its own style, scripts and pictures, and nothing else; nothing inline, nothing from another host."""

SEARCHING = _said(_SEARCHING)
"""The search page compiles Pagefind's WebAssembly, and fetches the index."""

FRAMED = _said(_SEARCHING | {"frame-ancestors": "'none'"})
"""What a server says of every file: the most that any page may do. Each page narrows it for itself by its own policy.

Only a server may say that no other site shows a page in a frame.
"""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": FRAMED,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What a server says with every file. The snippets in `docs/servers/` say the same; a test compares them."""

FRESH = "no-cache"
"""Of pages, feeds and calendars: kept, but asked for each time whether they still hold."""

KEPT = "public, max-age=3600"
"""Of style, scripts and pictures: for an hour, since their names stay when they change."""
