// Large print keeps its choice from page to page. Without this script its switch works on the page it is on.
// Where the browser stores nothing, addresses carry the choice as `?large`. There is never a cookie.
{
  const KEY = "large-print";
  const look = document.documentElement.classList;

  /** The choice as it was stored; false where there is none, or the browser refuses. */
  function stored() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  }

  /** Stores the choice, and says whether the browser did so. */
  function store(large) {
    try {
      if (large) localStorage.setItem(KEY, "yes");
      else localStorage.removeItem(KEY);
      return stored() === large;
    } catch {
      return false;
    }
  }

  function carrying(address, large) {
    const url = new URL(address);
    if (large) url.searchParams.set("large", "");
    else url.searchParams.delete("large");
    return url;
  }

  let carried = false;

  function choose(large) {
    look.toggle("large", large);
    carried = !store(large) && large;
    if (new URLSearchParams(location.search).has("large") === carried) return;
    try {
      history.replaceState(history.state, "", carrying(location.href, carried));
    } catch {
      // From a disk some browsers don't let a page change its address; then the links alone carry the choice.
    }
  }

  /** A link to another page of the site is given the choice before it can be followed. */
  function carry({ target }) {
    const link = carried && target.closest?.("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    if (link.protocol !== location.protocol || link.host !== location.host) return;
    if (/(\/|\.html)$/.test(link.pathname)) link.href = carrying(link.href, true);
  }

  choose(new URLSearchParams(location.search).has("large") || stored());

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("page:large");
    box.checked = look.contains("large");
    box.addEventListener("change", () => choose(box.checked));
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      box.checked = carried || stored();
      choose(box.checked);
    });
  });
  addEventListener("pointerdown", carry);
  addEventListener("focusin", carry);
  addEventListener("formdata", ({ formData }) => carried && formData.set("large", ""));
}
