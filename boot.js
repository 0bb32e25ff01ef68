// Starts the app. A file of its own, because a strict Content-Security-Policy allows no inline script.

const { js, wasm } = document.querySelector("script[data-js][data-wasm]").dataset;
const files = globalThis.patchbayMount?.dataset.files ?? "";
// A policy of ours would also apply to the scripts of Jira.
const types = globalThis.patchbayMount ? null : globalThis.trustedTypes;
const isTooOld = !("popover" in HTMLElement.prototype && CSS.supports("color", "light-dark(red, red)"));

// All of this is asked for at once, and before the rest of the page is there.
const module = isTooOld || quietly(fetch(new URL(wasm, document.baseURI)).then(compiled));
const app = isTooOld || quietly(import(new URL(js, document.baseURI)));
const asked = isTooOld || beginReading();
await page();

// Jira's loader has made one in a shadow root.
const root = (globalThis.patchbayMount ??= document.getElementById("patchbay"));
const words = root.firstElementChild;

// All that views have as strings: text, and these tags with these attributes. tests/rooms compares it with the views.
const markup =
  /^(?:[^<>]|<\/?(?:circle|code|div|dt|h1|h3|legend|p|path|rect|small|span|summary|svg|th)(?: (?:aria-hidden|aria-label|class|cx|cy|d|height|r|rx|scope|viewBox|width|x|y)="[^"<>&]*")*>)*$/;

// How pages were left is for who loads the page again or comes back to it, not for who opens it by its address.
try {
  if (!performance.navigation.type) delete sessionStorage["patchbay.left"];
} catch {}

const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more);

// WebAssembly that trapped goes on half alive: its state is what it was in the middle of something. Of other errors only
// those that came through it count: a full stack is no RuntimeError.
let isDead = false;
const watch = ({ error, reason = error }) => {
  const isOurs =
    reason instanceof WebAssembly.RuntimeError || /patchbay\S*\.wasm|\[wasm code/.test(reason?.stack);
  if (!isOurs || isDead) return;
  isDead = true;
  // Whatever still runs in it sends nothing. Inside Jira, requests of Jira's own go the same way.
  if (document.contains(root)) globalThis.fetch = () => new Promise(() => {});
  // Fields of secrets say so by their autocomplete, also while they are revealed.
  const typed = [...root.querySelectorAll("textarea, select, input:not([type=checkbox], [type=radio], [type=password])")]
    .filter((field) => field.value && field.autocomplete !== "new-password")
    .map((field) => {
      const label = field.labels[0]?.textContent || field.getAttribute("aria-label") || field.id;
      return `${label.replace(/[\s*]+/g, " ").trim()}: ${field.value}`;
    })
    .join("\n");
  const kept = make("textarea", typed, { readOnly: true, rows: 10, ariaLabel: "What was typed" });
  const reload = make("button", "Reload", { className: "primary", onclick: () => location.reload() });
  const copy = make("button", "Copy what was typed", {
    async onclick() {
      kept.select();
      // A page on plain http has no clipboard.
      await (navigator.clipboard?.writeText(typed) ?? document.execCommand("copy"));
      copy.textContent = "Copied";
    },
  });
  const notice = make("div", "", { className: "boot-failed", role: "alert" });
  notice.append(
    make("h1", "Patchbay has stopped"),
    make(
      "p",
      `An error in Patchbay itself stopped it (${reason.name}). Reload the page to go on. If something was being saved, look whether it was.`,
    ),
    make("p", typed && "What was typed is below, without secrets. Copy it first."),
    reload,
    ...(typed ? [" ", copy, kept] : []),
  );
  root.replaceChildren(notice);
  reload.focus();
};
addEventListener("error", watch);
addEventListener("unhandledrejection", watch);
// Nothing is left that could be saved before leaving.
addEventListener("beforeunload", (event) => isDead && event.stopImmediatePropagation());

// The places of names in the order of a language (src/browser/collate.rs). They come as one text, and all places go back
// at once: to be asked for each pair takes several times as long.
globalThis.patchbayOrder = (text, locales) => {
  const names = text.split("\0");
  const { compare } = new Intl.Collator(locales, { numeric: true });
  return Uint32Array.from([...names.keys()].sort((one, other) => compare(names[one], names[other])));
};

try {
  if (isTooOld) throw 0;
  // Leptos builds static parts of a view from strings, so Trusted Types need a policy for them.
  if (types && !types.defaultPolicy) {
    types.createPolicy("default", { createHTML: (html) => (markup.test(html) ? html : null) });
  }
  const { default: start } = await app;
  await module;
  // To start keeps the browser busy, and what is asked for before that comes meanwhile. Nobody waits long for it.
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 50))]);
  await start({ module_or_path: module });
  words?.remove();
} catch (error) {
  root.replaceChildren(
    make(
      "p",
      "Patchbay could not start: " +
        (isTooOld
          ? "this browser is too old. Use Chrome or Edge 123, Firefox 125, Safari 17.5, or newer."
          : /wasm-eval|Content Security Policy|unsafe-eval/i.test(error)
            ? "the Content-Security-Policy of this page forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
            : `${error}. Load the page again; if that does not help, the files on the server may be incomplete.`),
      { className: "boot-failed", role: "alert" },
    ),
  );
}

// The page and its styles: the app measures what it draws.
async function page() {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  // Inside Jira, the loader has waited for those in the shadow root.
  const sheets = globalThis.patchbayMount ? [] : [...document.querySelectorAll("link[rel=stylesheet]")];
  const settled = (link) =>
    link.sheet ||
    document.readyState === "complete" ||
    new Promise((resolve) => {
      link.onload = link.onerror = resolve;
      // One that had failed before does not say so again.
      addEventListener("load", resolve, { once: true });
    });
  await Promise.all(sheets.map(settled));
}

// What the app asks first is asked while its module is on its way. The app takes the answers over, each once, by their
// addresses (src/browser/begun.rs), and judges them as all others. Done once nothing more is to be asked for.
async function beginReading() {
  const begun = (globalThis.patchbayBegun = new Map());
  // The body too: megabytes do not come before somebody reads them.
  const begin = (url, options, read) => {
    const abort = new AbortController();
    const answer = quietly(fetch(url, { signal: abort.signal, ...options }));
    const body = quietly(answer.then(read));
    begun.set(url, [answer, abort, body]);
    return [answer, body];
  };
  const file = `${files}config.json`;
  // Some hosts let browsers keep every file for minutes; a correction must take effect at once.
  const options = { cache: "no-cache", signal: AbortSignal.timeout(60_000) };
  const [config, text] = begin(file, options, (answer) => answer.text());
  // The list of the first Jira is the first page, and the one for places of the page around the app.
  if (/^#\/(?!integrations(\?|$))/.test(location.hash)) return;
  try {
    const base = (await config).ok && ownJira(JSON.parse(await text));
    // The app that has taken config.json over asks by itself.
    if (!base || !begun.has(file)) return;
    for (const path of ["/rest/api/2/myself", "/rest/gitplugin/1.0/integration"]) {
      const headers = { Accept: "application/json" };
      const options = { cache: "no-store", credentials: "same-origin", redirect: "manual", headers };
      begin(base + path, options, (answer) => answer.arrayBuffer());
    }
  } catch {
    // The app finds out what is wrong with the file, and says so.
  }
}

// Compiled while its JavaScript is on its way. What a server sends under another media type, which browsers refuse to
// compile on arrival (some versions of Jira do), and what is no module at all, is left to that JavaScript.
function compiled(answer) {
  const isPlain = answer.ok && answer.headers.get("Content-Type") === "application/wasm";
  return isPlain ? WebAssembly.compileStreaming(answer) : answer;
}

// The address of the first Jira, as src/session/config.rs has it, where the browser's own session signs in. Nothing for
// whatever is less plain than that: then the app asks.
function ownJira(config) {
  const { jira, gitlab, $schema, ...unknown } = config;
  const [jiras, others] = [jira, gitlab].map((some) => [some ?? []].flat());
  const first = jiras.length + others.length ? jiras[0] : {};
  if ([config, first].some((one) => one?.constructor !== Object)) return;
  const { url = "", auth = "session", ...more } = first;
  if (auth !== "session" || Object.keys({ ...unknown, ...more }).length) return;
  const [base, isApp] = (files || location.origin + location.pathname).split("/download/resources/");
  if (url === "") return isApp === undefined ? location.origin : base.replace(/\/s\/.*\/_$/, "");
  const { origin, href, search, hash, username } = new URL(url);
  if (origin === location.origin && !search && !hash && !username) return href.replace(/\/+$/, "");
}

// Whoever waits for it hears of a failure; nobody else has to.
function quietly(promise) {
  promise.catch(() => {});
  return promise;
}
