"""A browser that notices whatever runs in a page, and does to it all that a reader could do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, Route

CARELESS = "http://careless.invalid/"
"""Where pages lie that no server serves: made texts, each in a frame of its own."""

# Whatever could run, and whatever a reader might touch. Links to pages are not followed; all others are.
_TRY = """() => {
  const found = [];
  const live = /^[\\s\\0-\\x1f]*(javascript|data|vbscript|blob|file):/i;
  const strange = 'iframe,frame,object,embed,applet,base,math,foreignObject,animate,set,template,dialog,video,audio,' +
    'xmp,plaintext,marquee,portal,[style],[srcdoc],[formaction],[autofocus],[contenteditable]';
  const all = [...document.querySelectorAll('*')];
  for (const element of all) {
    const tag = element.localName;
    if (element.matches(strange)) found.push(element.outerHTML.slice(0, 120));
    if (element.matches('meta[http-equiv]') && element.httpEquiv !== 'Content-Security-Policy')
      found.push(element.outerHTML);
    if (tag === 'script' && !element.src && element.type !== 'application/ld+json') found.push('a script in the page');
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${tag} has ${name}`);
      if (/^(href|src|srcset|action|data|xlink:href|background|poster|values|to|from)$/i.test(name) && live.test(value))
        found.push(`${tag} has ${name}=${value.slice(0, 80)}`);
      const event = name.toLowerCase().replace(/^on/, '');
      if (/^on/i.test(name)) element.dispatchEvent(new Event(event));
    }
  }
  addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (link && /^(https?|mailto|file):$/.test(link.protocol)) event.preventDefault();
  }, true);
  addEventListener('submit', event => {
    const { target, submitter } = event;
    if (/^(https?|file):/.test(target.action) && !submitter?.hasAttribute('formaction')) event.preventDefault();
  }, true);
  for (const element of all) {
    if (element.matches('a,button,summary,input,select,textarea,[tabindex],[id]')) {
      element.focus?.();
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    }
    if (element.matches('a,area,button,summary,[tabindex]'))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  return found;
}"""

_TRY_FRAMES = """code => Array.from({ length }, (_, number) => frames[number]).flatMap(frame => {
  try {
    return frame.eval(code).map(one => [frame.location.href, one]);
  } catch (error) {
    return [['a frame', String(error)]];
  }
})"""

_CALLED = "called:"
_PATIENCE = 600_000
"""Milliseconds for a page to load: hundreds of frames, of which each dialog stops all until it is dismissed."""

_RAN = re.compile(r"\d{4,}")


@dataclass
class Seen:
    """What ran, by the number of its payload where it said one; and all else that no page of ours may do."""

    ran: list[tuple[str, str]] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> set[int]:
        return {int(number) for _, said in self.ran for number in _RAN.findall(said)}


@contextmanager
def watching(
    browser: Browser, base: str, texts: Collection[str] | None = None, policy: bool = False
) -> Iterator[Watch]:
    """A context in which pages below `base` are seen, or one with `texts` in frames; without any policy, or with.

    Everything else that is asked for is noted.
    """
    context = browser.new_context(bypass_csp=not policy)
    seen = Seen()
    watch = Watch(context, seen)

    def answer(route: Route, request: Request) -> None:
        url = request.url
        if url == CARELESS:
            frames = "".join(f'<iframe srcdoc="{escape(text)}"></iframe>' for text in texts or ())
            route.fulfill(body=f"<!doctype html>{frames}", content_type="text/html; charset=utf-8")
        else:
            route.abort()

    if texts is not None:
        context.route("**/*", answer)
    context.on("request", lambda request: None if request.url.startswith(base) else seen.asked.add(request.url))
    context.add_init_script(f"window.ran = (...said) => console.log('{_CALLED}', said.join())")
    context.on("page", watch.listen)
    try:
        yield watch
    finally:
        context.close()


class Watch:
    def __init__(self, context: BrowserContext, seen: Seen) -> None:
        self.context, self.seen = context, seen

    def listen(self, page: Page) -> None:
        page.on("dialog", self._dialog)
        page.on("console", self._console)

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.ran.append((dialog.page.url if dialog.page else "", dialog.message))
        dialog.dismiss()

    def _console(self, said: ConsoleMessage) -> None:
        if said.text.startswith(_CALLED):
            self.seen.ran.append((said.location["url"], said.text))
        if "Content Security Policy" in said.text or "Content-Security-Policy" in said.text:
            self.seen.violations.append(said.text)

    def open(self, page: Page, url: str) -> None:
        """Open a page, and try all that is in it and in its frames."""
        page.goto(url, wait_until="load", timeout=_PATIENCE)
        self.seen.found += [(url, one) for one in page.evaluate(_TRY)]
        self.seen.found += page.evaluate(_TRY_FRAMES, f"({_TRY})()")
        if page.url.split("#")[0].split("?")[0] != url:
            self.seen.found.append((url, f"went away to {page.url}"))
