"""What to tell an editor who misspelt a name or gave a value that a type refuses: what may stand there instead."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from minusone.faults import BAD_REFERENCE, FAULTS, Fault, did_you_mean
from minusone.kinds import KINDS
from minusone.words import Bilingual


def choices(said: str, names: Mapping[str, Bilingual]) -> dict[str, object]:
    """The names that may stand there, and the one that is nearest; labels count as spellings of their names."""
    spellings = {spelling: name for name, label in names.items() for spelling in (*label, name)}
    near = get_close_matches(said, spellings, n=1, cutoff=0.5)
    first = spellings[near[0]] if near else next(iter(names), "-")
    return {
        "known": Bilingual("、".join(f"{name}（{label.zh}）" for name, label in names.items()), ", ".join(names)),
        "suggestion": did_you_mean(first) if near else Bilingual(f"例如写“{first}”", f"Write for example “{first}”"),
    }


def raised(code: str, context: Mapping[str, object]) -> tuple[Fault, dict[str, object]]:
    """The fault that a type raised, with what it says of it in both languages. One that no Fault names is a KeyError.

    A validator can only give the two languages of a reason apart, as `reason_zh` and `reason_en`.
    """
    if code == "wrong-kind" and context["found"] not in KINDS:
        wanted = context["wanted"]
        return BAD_REFERENCE, {"example": f"{wanted[0]}:2014-003" if isinstance(wanted, list) else "-"}
    said = {key: _labelled(value) for key, value in context.items() if not key.startswith("reason_")}
    if "reason_zh" in context:
        said["reason"] = Bilingual(str(context["reason_zh"]), str(context["reason_en"]))
    return FAULTS[code], said


def _labelled(value: object) -> object:
    """Kinds of record by their labels."""
    if isinstance(value, str) and value in KINDS:
        return KINDS[value].label
    if isinstance(value, list):
        labels = [KINDS[kind].label for kind in value if kind in KINDS]
        return Bilingual("或".join(label.zh for label in labels), " or ".join(label.en for label in labels))
    return value
