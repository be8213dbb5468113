"""The kinds of record, one module each. A new kind is a new module here, and nothing else."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from minusone.schema import Record


def _found() -> dict[str, type[Record]]:
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    kinds = [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record) and value.__module__ == module.__name__
    ]
    return {kind.kind: kind for kind in kinds}


KINDS: dict[str, type[Record]] = _found()
"""Every kind by its name."""

FOLDERS: dict[str, type[Record]] = {kind.folder: kind for kind in KINDS.values()}
"""Every kind by the folder of content that holds its records."""
