"""Templates as plain Python: an attribute is read, a macro is called, without asking first what it might be.

Jinja's own code allows for much that no template here does: attributes that are items, callables that want the context,
pages that are not escaped. What keeps pages safe stays: every value is escaped, and what is not there is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import (  # type: ignore[attr-defined]
    Markup,
    _escape_inner,  # `escape` makes a Markup of what it says, only to be joined at once.
)

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""A string that is HTML. `Markup` makes the same of it after asking whether it could be something else."""


class Macro:
    """A macro, and the names of its parameters; in its code one that was not given is `missing`."""

    __slots__ = ("_function", "_names")

    def __init__(self, function: FunctionType, names: tuple[str, ...]) -> None:
        function.__defaults__ = (missing,) * len(names)
        self._function, self._names = function, names

    def __call__(self, *given: object, **named: object) -> Markup:
        """Raises TypeError for arguments that it has no parameters for."""
        if named:
            given += tuple(named.pop(name, missing) for name in self._names[len(given) :])
            if named:
                raise TypeError(f"the macro has no parameter {next(iter(named))!r}")
        said: Markup = self._function(*given)
        return said


def shown(value: Any) -> str:
    """What stands in a page for a value: it is escaped, unless it says itself how it is written in HTML."""
    if type(value) is Markup:
        return value
    if type(value) is not str:
        if hasattr(value, "__html__"):
            html: str = value.__html__()
            return html
        value = str(value)
    escaped: str = _escape_inner(value)
    return escaped


class Compiler(CodeGenerator):
    """Writes a template's code, for any language. What the code calls by name is in `Compiled`."""

    def write_commons(self) -> None:
        for name in ("macro_of", "safe", "shown", "vocabulary"):
            self.writeline(f"{name} = environment.{name}")
        super().write_commons()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """An attribute, never an item; an AttributeError if it is not there."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A word of the interface is looked up; anything else is called, without a context."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are given one by one", node.lineno)
        match node:
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=str(word))], kwargs=[]):
                self.write(f"vocabulary[{word!r}]")
                return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The macro of the function that has just been written."""
        names = [argument.name for argument in macro_ref.node.args] + ["caller"] * macro_ref.accesses_caller
        self.write(f"macro_of(macro, {tuple(names)!r})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """All that a macro says has been escaped."""
        self.writeline(f"return safe(concat({frame.buffer}))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """Only a template's own text is the same in all languages."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Compiled(Environment):
    """Jinja with code of `Compiler`; the `vocabulary` has the interface's words by their English."""

    code_generator_class = Compiler
    macro_of, safe, shown = Macro, staticmethod(safe), staticmethod(shown)

    def __init__(self, vocabulary: Mapping[str, Markup], **options: Any) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # A filter may say something else in another language.
            auto_reload=False,
            **options,
        )
        self.vocabulary = vocabulary
