"""The facts of a plain value: all that is in it but words, in which slips may be mended at any time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Facts = dict[str, Any]
"""A record as plain JSON, or a part of one."""


def facts(value: Any) -> Any:
    """A plain value without its words; a list has as many items as it had."""
    if is_words(value):
        return {}
    if isinstance(value, dict):
        return {name: facts(item) for name, item in value.items() if not is_words(item)}
    return [facts(item) for item in value] if isinstance(value, list) else value


def is_words(value: object) -> bool:
    """Whether a plain value is what an editor wrote, with its translation if there is one."""
    if not isinstance(value, dict) or "zh" not in value:
        return False
    return value.keys() <= {"zh", "en"} and all(isinstance(text, str) for text in value.values())


def differences(before: Any, now: Any) -> str:
    """What differs, by the names that an editor knows: `date: 2014-03-08 → 2014-03-10`."""
    was, is_ = dict(_leaves(before)), dict(_leaves(now))
    every = {**was, **is_}
    around = {name for name in every if not name or any(other.startswith(f"{name} ") for other in every)}
    names = [name for name in every if was.get(name) != is_.get(name) and name not in around]
    return "; ".join(f"{name}: {was.get(name, '-')} → {is_.get(name, '-')}" for name in names)


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every plain value with its place; of a part that has only words, that it is there."""
    items = value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else None
    if not items:
        yield name, "…" if items is not None else str(value)
        return
    for key, item in items:
        yield from _leaves(item, f"{name} {key}".strip())
