// Starts the app. A file of its own, because a strict Content-Security-Policy allows no inline script.

// Leptos builds static parts of a view from strings, so Trusted Types need a policy for them. Those strings come from
// our own source only; anything that could run code is refused all the same.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (/<script|<iframe|\son\w+\s*=|javascript:/i.test(html) ? null : html),
});

const { js, wasm } = document.querySelector("script[data-js][data-wasm]").dataset;
// Inside a page of Jira the loader has made one in a shadow root, where nobody finds it by its id.
const root = (globalThis.patchbayMount ??= document.getElementById("patchbay"));

try {
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  // A wasm module that is refused or missing would otherwise leave an empty page.
  const blocked = /wasm-eval|Content Security Policy|unsafe-eval/i.test(String(error));
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.className = "boot-failed";
  notice.textContent = blocked
    ? "Patchbay could not start: the Content-Security-Policy of this page forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src."
    : `Patchbay could not start: ${error}. Load the page again; if that does not help, the files on the server may be incomplete.`;
  root.replaceChildren(notice);
}
