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
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
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
