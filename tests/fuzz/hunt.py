"""`python -m tests.fuzz.hunt TARGET FOLDER… [-OPTION=VALUE…]`: one target, by Atheris, which is libFuzzer.

It runs until it is told to stop, or has found an input for which the target raises. The options are libFuzzer's:
`corpus/TARGET .cache/fuzz/corpus/TARGET -merge=1 -use_counters=0 -max_len=1500` keeps of what was found what reaches
further than what is kept already.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["minusone", "markdown", "yaml", "tests.fuzz"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target, *options = sys.argv[1:]
    # By its first argument libFuzzer calls itself again, through a shell.
    atheris.Setup([f"{sys.executable} -m tests.fuzz.hunt {target}", *options], TARGETS[target])
    atheris.Fuzz()
