"""A person at the site, who finds things by what they are and are called, reads them, and counts what was pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from minusone.words import Lang

Role = Literal["heading", "link", "searchbox"]

MOST_TABS = 400

# Whether an element has the focus, and whether one sees that whatever has it has it: it stands in the window, nothing
# lies over it, and it has an outline. The browser scrolls there in its own time, within some frames.
_FOCUS = """async target => {
    const element = document.activeElement;
    const {outlineStyle, outlineWidth} = getComputedStyle(element);
    const within = (at, size) => Math.min(Math.max(at, 0), size - 1);
    const seen = () => [...element.getClientRects()].some(({x, y, width, height}) => {
        const top = y + height > 0 && y < innerHeight
            && document.elementFromPoint(within(x + width / 2, innerWidth), within(y + height / 2, innerHeight));
        return top && (element.contains(top) || top.contains(element));
    });
    for (let frames = 0; frames < 60 && !seen(); frames++) await new Promise(requestAnimationFrame);
    return {
        there: element === target,
        seen: seen() && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        what: element.outerHTML.slice(0, 120),
    };
}"""


@dataclass
class Reader:
    """Whoever reads a page in a language, with a mouse or by keyboard alone. `steps` are clicks, or Enter pressed."""

    page: Page
    lang: Lang
    keyboard: bool = False
    steps: int = 0

    def find(self, role: Role, zh: str, en: str, within: Locator | None = None) -> Locator:
        """The first that has the role and is called so in the reader's language; a count may stand beside it."""
        name = re.compile(rf"^([\d,]+ )?{re.escape(self.say(zh, en))}( [\d,]+)?$")
        return (within or self.page).get_by_role(role, name=name).first

    def say(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def choose(self, zh: str, en: str) -> None:
        """Follow what the main menu has; on a small screen it is unfolded first."""
        menu = self.page.get_by_role("navigation", name=self.say("主导航", "Main menu"))
        if not menu.is_visible():
            self.press(self.page.get_by_role("banner").get_by_text(self.say("菜单", "Menu"), exact=True))
        self.follow(zh, en, menu)

    def follow(self, zh: str, en: str, within: Locator | None = None) -> None:
        """Press what is called so, and be where it leads."""
        self.press(self.find("link", zh, en, within))
        self.page.wait_for_load_state()

    def press(self, what: Locator) -> None:
        self.steps += 1
        if self.keyboard:
            self.reach(what)
            self.page.keyboard.press("Enter")
        else:
            what.click()

    def write(self, words: str, field: Locator) -> None:
        """Write words into a field, and send them off."""
        self.steps += 1
        if self.keyboard:
            self.reach(field)
        else:
            field.click()
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def reach(self, what: Locator) -> None:
        """Go on with Tab until it has the focus; into the content first by the link that skips what is before it."""
        expect(what).to_be_visible()
        at_start = self.page.evaluate("() => document.activeElement === document.body")
        if at_start and self.main.evaluate("(main, wanted) => main.contains(wanted)", what.element_handle()):
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focus = what.evaluate(_FOCUS)
            assert focus["seen"], f"{self.page.url}: one can't see that it has the focus: {focus['what']}"
            if focus["there"]:
                return
        raise AssertionError(f"{self.page.url}: {MOST_TABS} times Tab do not lead to {what}")

    def reads(self, zh: str, en: str, where: Locator | None = None) -> None:
        """What is visible there, in the content if nowhere else, has these words in it."""
        expect(where or self.main).to_contain_text(self.say(zh, en), use_inner_text=True)

    def is_at(self, zh: str, en: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(self.say(zh, en))
