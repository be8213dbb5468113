"""Whole fixture sites in one string, and what is wrong with them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

from minusone.pipeline import check_all
from minusone.places import Places
from minusone.problems import Problem

TODAY = date(2014, 4, 30)

CONFIG = """\
title: {zh: 小站, en: A small site}
tagline: {zh: 一件也不少, en: Not one less}
as_of: 2014-04-30
footer:
  host: {zh: 办公室, en: The office}
"""

MARK = "▸"
"""Stands before the place where a problem is expected; it is not written to the file."""

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==")
"""The smallest picture: one grey point."""

_HEADER = re.compile(r"^-- (?P<path>\S+)(?: in (?P<encoding>\S+)| -> (?P<target>\S+))? --\n", re.MULTILINE)

LEAST: dict[str, dict[str, str]] = {
    "unit": {"title": "白沙街道", "type": "street"},
    "group": {"title": "第一组", "unit": "baisha", "leaders": "3"},
    "team": {"title": "省督导组", "level": "province", "sent_by": "省委", "to": "baisha"},
    "programme": {"title": "五夜", "type": "scheme", "units": "baisha"},
    "activity": {"title": "夜学", "form": "night_study", "date": "2014-03-04", "units": "baisha"},
    "visit": {"title": "察看", "team": "province", "date": "2014-03-05", "methods": "on_site_inspection"},
    "rectification": {
        "title": "路灯不亮",
        "found": "{date: 2014-03-01}",
        "area": "baisha",
        "topic": "streets",
        "unit": "baisha",
        "track": "immediate",
        "progress": "[{date: 2014-04-01, step: registered}]",
    },
    "report": {"title": "三月通报", "span": "month", "period": "2014-03"},
    "page": {"title": "关于本站"},
    "correction": {
        "title": "更正一项",
        "of": "2014-001",
        "what": "steps",
        "reason": "录入错误",
        "by": "baisha",
        "date": "2014-04-01",
    },
}
"""The fields that a record of each kind can't do without."""

FOLDERS = {kind: f"{kind}s" for kind in LEAST} | {"activity": "activities"}


def record(kind: str, id: str, fields: str = "", body: str = "") -> str:
    """A good record as part of a site's text: the given fields first, then what the kind can't do without."""
    given = dedent(fields).strip("\n")
    rest = (f"{name}: {value}" for name, value in LEAST[kind].items() if not _says(given, name))
    lines = [line for line in (f"id: {id}" if not _says(given, "id") else "", given, *rest) if line]
    return "\n".join([f"-- content/{FOLDERS[kind]}/{id}.zh.md --", "---", *lines, "---", dedent(body)]) + "\n"


def _says(fields: str, name: str) -> bool:
    return re.search(rf"^{MARK}?{name}:", fields, re.MULTILINE) is not None


BAISHA = record("unit", "baisha")
"""The unit that records of other kinds speak of."""


def rectification(fields: str = "", body: str = "", id: str = "2014-001") -> str:
    return record("rectification", id, fields, body)


def progress(*steps: str) -> str:
    """The field `progress`: each step in YAML's one-line form, without its brackets."""
    return "progress:\n" + indent("\n".join(f"- {{{step}}}" for step in steps), "  ")


def files(text: str) -> dict[str, tuple[str, str, str]]:
    """The text's files by path, each with its encoding, its link's target and its words."""
    cuts = list(_HEADER.finditer(text))
    ends = [cut.start() for cut in cuts[1:]] + [len(text)]
    return {
        cut["path"]: (cut["encoding"] or "utf-8", cut["target"] or "", text[cut.end() : end])
        for cut, end in zip(cuts, ends, strict=True)
    }


def site(folder: Path, text: str) -> Places:
    """Write a site: `-- path --` is a file, `-- path in gbk --` one in another encoding, `-- path -> x --` a link.

    A `.png` without words is a picture.
    """
    for path, (encoding, target, words) in files("-- config.yaml --\n" + CONFIG + text).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if target:
            file.symlink_to(target)
        elif file.suffix == ".png" and not words.replace(MARK, "").strip():
            file.write_bytes(PIXEL)
        else:
            file.write_bytes(words.replace(MARK, "").encode(encoding))
    return Places(folder / "config.yaml", folder / "content", folder / "templates", folder / "site")


def marked(text: str) -> list[str]:
    """`path:line:column` of every mark in a site's text."""
    return [
        f"{path}:{number}:{line.index(MARK) + 1}"
        for path, (_, _, words) in files(text).items()
        for number, line in enumerate(words.split("\n"), 1)
        if MARK in line
    ]


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    """Everything that `check` finds wrong with a site."""
    return check_all(site(folder, text), None, workers=1)[0]


def where(found: Iterable[Problem]) -> list[str]:
    """Each problem as `path:line:column code`."""
    return [f"{p.path}:{p.mark.line}:{p.mark.column} {p.code}" for p in found]
