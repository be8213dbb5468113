"""What axe-core finds wrong with a page, as a person with a disability would meet it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

Scheme = Literal["light", "dark"]
Print = Literal["normal", "large"]

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LARGE = {"zh": "大字版", "en": "Large print"}
"""What the switch in the header is called."""

_RUN = """standards => axe.run({runOnly: standards, resultTypes: ['violations']}).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`)))
"""


def prepared(browser: Browser, project: Path) -> BrowserContext:
    """A phone with axe in every page. The site's own policy would refuse axe, which compiles its messages."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce", bypass_csp=True)
    script = project / "node_modules" / "axe-core" / "axe.min.js"
    assert script.exists(), "axe is not here; `make test` fetches it."
    context.add_init_script(path=script)
    return context


def violations(page: Page) -> list[str]:
    """Each with its rule and where on the page it is; sorted."""
    found: list[str] = page.evaluate(_RUN, STANDARDS)
    return sorted(found)


def enlarge(page: Page, lang: str, size: Print = "large") -> None:
    """Switch the large print on or off, by its name, as a person does."""
    page.get_by_role("checkbox", name=LARGE[lang]).set_checked(size == "large")
