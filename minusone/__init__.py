"""minusone: public progress reports in which the unresolved one comes first."""

__version__ = "0.1.0"
