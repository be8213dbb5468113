// The search page. What its address asks is looked up in the index, and shown with the unresolved first.

const BATCH = 10;
const site = new URL("../", import.meta.url);
const form = document.querySelector("form.search");
const outcome = document.querySelector(".outcome");
const words = outcome.dataset;
const number = new Intl.NumberFormat(document.documentElement.lang);
const facets = [...form.querySelectorAll("select")].map((select) => select.name);

let index;
let latest = 0;

/** Pagefind with the index of the page's language, loaded once; a site may lie below any path. */
function loaded() {
  index ??= import(new URL("pagefind/pagefind.js", site)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: site.pathname, noWorker: true });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

/** A number is looked for as it is. Pagefind is otherwise content with a word that begins like it. */
function exactly(q) {
  return /^\d+$/.test(q) ? `"${q}"` : q;
}

/** What the form asks: its words, or null for none, and its filters. */
function asked() {
  const given = new FormData(form);
  const filters = {};
  for (const name of facets) if (given.get(name)) filters[name] = given.get(name);
  return { q: exactly(given.get("q").trim()) || null, filters };
}

/** The form as the address has it. A value that a field does not offer is not asked. */
function fill() {
  const given = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("input, select")) {
    field.value = given.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  if (Object.keys(asked().filters).length) form.querySelector("details").open = true;
}

/** The address of what the form asks, without what it leaves open. */
function address() {
  const given = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(given).toString();
  return query ? `?${query}` : location.pathname;
}

/** Both halves of what is found: the unresolved in the ledger's order, the rest by how well it fits. */
async function found({ q, filters }) {
  const pagefind = await loaded();
  const ordered = { sort: { order: "asc" } };
  const open = { ...filters, state: ["unresolved", ...(filters.state ? [filters.state] : [])] };
  const [first, all] = [
    await pagefind.search(q, { filters: open, ...ordered }),
    await pagefind.search(q, { filters, ...(q ? {} : ordered) }),
  ];
  const ids = new Set(first.results.map((one) => one.id));
  return { open: first.results, rest: all.results.filter((one) => !ids.has(one.id)) };
}

async function run() {
  const turn = ++latest;
  const question = asked();
  if (!question.q && !Object.keys(question.filters).length) return show({ open: [], rest: [] }, "");
  outcome.textContent = words.busy;
  try {
    const result = await found(question);
    if (turn === latest) await show(result, told(result));
  } catch {
    index = undefined;
    if (turn === latest) await show({ open: [], rest: [] }, words.broken);
  }
}

function told({ open, rest }) {
  const all = open.length + rest.length;
  if (!all) return words.none;
  const key = (all === 1 ? "one" : "many") + (open.length ? "Open" : "");
  return words[key].replace("{n}", number.format(all)).replace("{open}", number.format(open.length));
}

async function show(result, said) {
  for (const [name, results] of Object.entries(result)) {
    const part = document.querySelector(`[data-part="${name}"]`);
    const list = part.querySelector("ol");
    const more = part.querySelector("button");
    list.replaceChildren();
    part.hidden = !results.length;
    part.querySelector(".size").textContent = number.format(results.length);
    more.onclick = async () => {
      const shown = list.children.length;
      await add(list, more, results);
      list.children[shown]?.querySelector("a").focus();
    };
    await add(list, more, results);
  }
  outcome.textContent = said;
}

async function add(list, more, results) {
  const shown = list.children.length;
  const next = await Promise.all(results.slice(shown, shown + BATCH).map((one) => one.data()));
  list.append(...next.map(row));
  more.parentElement.hidden = list.children.length >= results.length;
}

/** One result, built piece by piece: nothing that a record says becomes markup. */
function row({ url, meta, excerpt }) {
  const item = element("li", meta.group ? `row ${meta.group}` : "row");
  const link = element("a", "", meta.title);
  link.href = url;
  if (meta.lang) link.lang = meta.lang;
  const title = element("p", "title", link);
  if (meta.sample) title.append(" ", element("span", "tag", meta.sample));
  const line = element("p", "meta");
  if (meta.state) line.append(element("span", `badge ${meta.group}`, meta.state));
  for (const name of ["kind", "who", "when"]) if (meta[name]) line.append(element("span", "", meta[name]));
  item.append(title, line, element("p", "summary", ...marked(excerpt)));
  return item;
}

function element(tag, classes, ...inside) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...inside);
  return made;
}

/** The words of an excerpt, with what was looked for marked. It is read as a document that runs nothing and loads nothing. */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
  );
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (address() !== location.search) history.pushState(null, "", address());
  run();
});

addEventListener("popstate", () => {
  fill();
  run();
});

fill();
run();
