// Gives Patchbay its place in Jira's administration, in a shadow root that neither side's styles get through.
//
// Jira joins this file with others and sends it with every page of the administration: it is short, and written so
// that any tool that Jira may run it through can read it.
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

    // Seen from outside, whoever types in here types in no field, and Jira would take letters for its shortcuts.
    ["keydown", "keypress", "keyup"].forEach(function (name) {
      place.addEventListener(name, function (event) {
        event.stopPropagation();
      });
    });

    var mount = document.createElement("div");
    mount.id = "patchbay";
    mount.lang = "en";
    mount.dataset.files = files;
    // The words of the page shine through until boot.js puts something in their place.
    mount.appendChild(document.createElement("slot"));
    window.patchbayMount = mount;

    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = files + names.css;
    // The app measures what it draws: styles first.
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

    // Inline, so that no rule of Jira's wins. Its choice of light or dark and its design tokens come in, nothing else.
    // The font is for the words until the app is there; beside Jira's menu a phone leaves next to no width.
    function close() {
      place.style.cssText =
        "all: initial; display: block; color-scheme: inherit; font: 14px/20px var(--font); color: var(--text); min-width: 300px";
    }

    function failed() {
      var words = document.createElement("p");
      words.setAttribute("role", "alert");
      words.className = "boot-failed";
      words.textContent =
        "Patchbay could not start: a file of it did not load. Load the page again; if that does not help, install the app anew.";
      mount.replaceChildren(words);
    }

    root.appendChild(style);
    root.appendChild(mount);
  }

  // What stands before /secure/ in the address, unless Jira says so itself.
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
