// Starts Patchbay in its page of Jira's administration, in a shadow root that separates both sides' styles.
//
// Jira joins this file with others and sends it with every page of the administration: it is short, and uses old syntax
// that Jira's minifier can read.
(function () {
  "use strict";

  function start() {
    var place = document.getElementById("patchbay-jira");
    if (!place) {
      return;
    }
    var names = place.dataset;
    var files = location.origin + contextPath() + names.files;

    var root = place.attachShadow({ mode: "open" });

    // From outside, the target of key events is the host element and no field, so Jira would treat letters as shortcuts.
    ["keydown", "keypress", "keyup"].forEach(function (name) {
      place.addEventListener(name, function (event) {
        event.stopPropagation();
      });
    });

    var mount = document.createElement("div");
    mount.id = "patchbay";
    mount.lang = "en";
    mount.dataset.files = files;
    // The text of the page is visible through the slot until boot.js replaces it.
    mount.appendChild(document.createElement("slot"));
    window.patchbayMount = mount;

    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = files + names.css;
    // Styles first, because the app measures what it draws.
    style.onload = function () {
      close();
      var boot = document.createElement("script");
      boot.type = "module";
      boot.dataset.js = files + names.js;
      boot.dataset.wasm = files + names.wasm;
      boot.onerror = failed;
      boot.src = files + names.boot;
      document.head.appendChild(boot);
    };
    style.onerror = failed;

    // Inline, so that it overrides Jira's rules. Only Jira's color scheme and design tokens are inherited. The font is
    // for the text until the app starts; min-width is for phones, where Jira's menu leaves little width.
    function close() {
      place.style.cssText =
        "all: initial; display: block; color-scheme: inherit; font: 14px/20px var(--font); color: var(--text); min-width: 300px";
    }

    function failed() {
      var words = document.createElement("p");
      words.setAttribute("role", "alert");
      words.className = "boot-failed";
      words.textContent =
        "Patchbay could not start: a file of it did not load. Load the page again; if that does not help, install the app again.";
      mount.replaceChildren(words);
    }

    root.appendChild(style);
    root.appendChild(mount);
  }

  // From Jira's meta element, or the part of the address before /secure/.
  function contextPath() {
    var said = document.querySelector('meta[name="ajs-context-path"]');
    return said ? said.content : location.pathname.split("/secure/")[0];
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
