// Stands in for the scripts of Jira's pages: keyboard shortcuts, the handler of broken batches, the theme.
(function () {
  "use strict";

  window.WRMCB = function (error) {
    console.error(error);
  };

  // What happened, for the tests.
  var jira = (window.standIn = { shortcuts: [], keys: [] });

  var SHORTCUTS = { c: "create", "/": "search", "?": "help", ".": "actions", gd: "dashboard", gg: "administration" };
  var before = "";

  ["keydown", "keypress", "keyup"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      jira.keys.push(name + " " + event.key);
    });
  });

  // As in Jira: on the document, except while typing in a field.
  document.addEventListener("keypress", function (event) {
    if (/^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable) {
      return;
    }
    var shortcut = SHORTCUTS[before + event.key] || SHORTCUTS[event.key];
    before = event.key === "g" ? "g" : "";
    if (shortcut) {
      jira.shortcuts.push(shortcut);
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    var marks = document.documentElement.dataset;
    var theme = marks.colorMode || ("colorModeAuto" in marks ? "auto" : "unmarked");
    document.getElementById("stand-in-theme").value = /original/.test(marks.theme) ? "original" : theme;
  });

  // A real Jira stores the theme in the profile and marks the page the same way.
  document.addEventListener("change", function (event) {
    if (event.target.id !== "stand-in-theme") {
      return;
    }
    var page = document.documentElement;
    var theme = event.target.value;
    ["data-color-mode", "data-color-mode-auto", "data-theme"].forEach(function (name) {
      page.removeAttribute(name);
    });
    if (theme === "original") {
      page.setAttribute("data-theme", "light:original dark:original");
      page.setAttribute("data-color-mode", "light");
    } else if (theme !== "unmarked") {
      page.setAttribute("data-theme", "light:light dark:dark");
      page.setAttribute(theme === "auto" ? "data-color-mode-auto" : "data-color-mode", theme === "auto" ? "" : theme);
    }
  });
})();
