"""minusone: public progress reports in which the unresolved one comes first."""

import os

__version__ = "0.1.0"

# What else is installed has no say in how records are read; and to look for it takes longer than to read a record.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
