// Starts the app. A file of its own, because a strict Content-Security-Policy allows no inline script.

const { js, wasm } = document.querySelector("script[data-js][data-wasm]").dataset;
// Jira's loader has made one in a shadow root. A policy of ours would also apply to the scripts of Jira.
const types = globalThis.patchbayMount ? null : globalThis.trustedTypes;
const root = (globalThis.patchbayMount ??= document.getElementById("patchbay"));
const words = root.firstElementChild;
const isTooOld = !("popover" in root && CSS.supports("color", "light-dark(red, red)"));

try {
  if (isTooOld) throw 0;
  // Leptos builds static parts of a view from strings, so Trusted Types need a policy for them. Those strings come from
  // our own source only; the policy still refuses anything that could run code.
  if (types && !types.defaultPolicy) {
    types.createPolicy("default", {
      createHTML: (html) => (/<script|<iframe|\son\w+\s*=|javascript:/i.test(html) ? null : html),
    });
  }
  const module = quietly(fetch(new URL(wasm, document.baseURI)));
  beginReading();
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: module });
  words?.remove();
} catch (error) {
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.className = "boot-failed";
  notice.textContent =
    "Patchbay could not start: " +
    (isTooOld
      ? "this browser is too old. Use Chrome or Edge 123, Firefox 125, Safari 17.5, or newer."
      : /wasm-eval|Content Security Policy|unsafe-eval/i.test(error)
        ? "the Content-Security-Policy of this page forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
        : `${error}. Load the page again; if that does not help, the files on the server may be incomplete.`);
  root.replaceChildren(notice);
}

// What the app asks first is asked while its module is on its way. The app takes the answers over, each once, by their
// addresses (src/browser/begun.rs), and judges them as all others.
function beginReading() {
  const begun = (globalThis.patchbayBegun = new Map());
  const begin = (url, options) => {
    const abort = new AbortController();
    const answer = quietly(fetch(url, { ...options, signal: abort.signal }));
    begun.set(url, [answer, abort]);
    return answer;
  };
  const files = root.dataset.files ?? "";
  const file = `${files}config.json`;
  const config = begin(file, { cache: "no-cache" });
  // The list of the first Jira is the first page, and the one for places of the page around the app.
  if (/^#\/(?!integrations(\?|$))/.test(location.hash)) return;
  quietly(
    config.then(async (answer) => {
      const base = answer.ok && ownJira(await answer.clone().json(), files);
      // The app that has taken config.json over asks by itself.
      if (!base || !begun.has(file)) return;
      for (const path of ["/rest/api/2/myself", "/rest/gitplugin/1.0/integration"]) {
        begin(base + path, {
          cache: "no-store",
          credentials: "same-origin",
          headers: { Accept: "application/json" },
        });
      }
    }),
  );
}

// The address of the first Jira, as src/session/config.rs has it, where the browser's own session signs in. Nothing for
// whatever is less plain than that: then the app asks.
function ownJira(config, files) {
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
