"""Every rule is declared once: as one that a record keeps by itself, or as one of the whole."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

from minusone import rules
from minusone.rules import OF_ALL, OF_ONE


def test_every_rule_is_among_those_that_are_asked_and_none_twice() -> None:
    modules = [import_module(f"minusone.rules.{module.name}") for module in iter_modules(rules.__path__)]
    functions = [one for module in modules for one in vars(module).values() if inspect.isfunction(one)]

    for asked, said in ((OF_ONE, {"one": "Alone"}), (OF_ALL, {"corpus": "Corpus"})):
        written = {
            one.__qualname__ for one in functions if one.__annotations__ == {**said, "return": "Iterator[Problem]"}
        }
        assert sorted(rule.__qualname__ for rule in asked) == sorted(name for name in written if name[0] != "_")
