"""Every regular expression of the package, wherever it stands, and what is done with it."""

from __future__ import annotations

import ast
import builtins
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from inspect import getsource
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple

import minusone
from minusone.expressions import Expression

_SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
_METHODS = _SEARCHING | {"match", "fullmatch"}


class Used(NamedTuple):
    """An expression by module and name or line, and how texts are held against it.

    Each is `searched` for, matched at the beginning (`match`) or as a whole (`fullmatch`), or matched from wherever the
    last one ended (`scanned`).
    """

    name: str
    pattern: re.Pattern[str]
    method: str


def used() -> list[Used]:
    """All of them, each pattern once for each way in which it is used."""
    modules = [import_module(module.name) for module in walk_packages(minusone.__path__, "minusone.")]
    trees = {module: ast.parse(getsource(module)) for module in modules}
    done = {module: _done(tree) for module, tree in trees.items()}
    found = [one for module, tree in trees.items() for one in (*_named(module, done), *_written(module, tree))]
    return list({(one.pattern, one.method): one for one in reversed(found)}.values())


def _named(module: ModuleType, done: Mapping[ModuleType, Mapping[str, set[str]]]) -> Iterator[Used]:
    """What a module's names hold, however deep. A table's are searched for: who knows what takes them from there."""
    for name, value in vars(module).items():
        for pattern in _within(value, set()):
            with_it = [methods.get(name, ()) for other, methods in done.items() if vars(other).get(name) is value]
            for method in sorted({method for methods in with_it for method in methods} or {"searched"}):
                yield Used(f"{module.__name__}.{name}", pattern, method)


def _within(value: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    """Each thing is looked into once."""
    if id(value) in seen:
        return
    seen.add(id(value))
    match value:
        case re.Pattern():
            yield value
        case Expression():
            yield value.compiled
        case dict():
            yield from (one for inner in value.values() for one in _within(inner, seen))
        case tuple() | list() | set() | frozenset():
            yield from (one for inner in value for one in _within(inner, seen))
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from (one for field in fields(value) for one in _within(getattr(value, field.name), seen))


def _done(tree: ast.Module) -> Mapping[str, set[str]]:
    """What is done in a module with what a name holds: `_LINE.fullmatch`, `_LINE.compiled.sub`, `_LINES[0].match`."""
    found: dict[str, set[str]] = defaultdict(set)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _METHODS:
            of = node.value
            while isinstance(of, ast.Attribute | ast.Subscript):
                of = of.value
            if isinstance(of, ast.Name):
                found[of.id].add(_method(node.attr, calls.get(id(node))))
    return found


def _method(name: str, call: ast.Call | None) -> str:
    if name in _SEARCHING:
        return "searched"
    return "scanned" if name == "match" and call and len(call.args) > 1 else name


def _written(module: ModuleType, tree: ast.Module) -> Iterator[Used]:
    """Those that are written in functions, where they are used: `re.fullmatch(r"…", text)`."""
    for function in ast.walk(tree):
        for node in ast.walk(function) if isinstance(function, ast.FunctionDef) else ():
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=method), args=[pattern, *_]) if (
                    method in _METHODS | {"compile"} and _is_written(pattern, module)
                ):
                    flags = [_value(arg, module) for arg in node.args[1:] if _is_flag(arg)]
                    compiled = re.compile(_value(pattern, module), *flags)
                    used = "searched" if method == "compile" else _method(method, None)
                    yield Used(f"{module.__name__}:{node.lineno}", compiled, used)


def _is_written(pattern: ast.expr, module: ModuleType) -> bool:
    """At least in part, there or in its module; one that a function was given is written elsewhere."""
    return any(
        isinstance(part, ast.Constant) or (isinstance(part, ast.Name) and part.id in vars(module))
        for part in ast.walk(pattern)
    )


def _is_flag(arg: ast.expr) -> bool:
    return isinstance(arg, ast.Attribute) and isinstance(getattr(re, arg.attr, None), re.RegexFlag)


def _value(node: ast.expr, module: ModuleType) -> Any:
    """What only a call knows is a word."""
    code = compile(ast.Expression(node), module.__name__, "eval")
    known = {name: _Word("word") for name in code.co_names} | vars(builtins) | vars(module)
    return eval(code, known)  # It is our own source.


class _Word(str):
    """Stands for what is not known before a call, and for all that it has."""

    def __getattr__(self, name: str) -> _Word:
        return self
