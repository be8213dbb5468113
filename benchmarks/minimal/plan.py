"""What a site of the benchmark consists of. Everything else is the product's: reading, rules, rendering, publishing."""

from __future__ import annotations

from benchmarks.minimal.documents import documents
from benchmarks.minimal.pages import pages
from minusone.plan import Plan

MINIMAL = Plan(pages, documents)
