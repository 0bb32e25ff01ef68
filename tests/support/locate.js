// Finds elements as people with a screen reader know them: by ARIA role and accessible name. Chromium's own reckoning
// is asked afterwards whether it agrees, so this only has to be quick and to know what the app uses.
const [{ role, name, part, text, within, count }] = arguments;

const tidy = (string) => string.replace(/\s+/g, " ").trim();

const INPUTS = {
  checkbox: "checkbox", radio: "radio", search: "searchbox", button: "button", submit: "button", number: "spinbutton",
};
const TAGS = {
  BUTTON: "button", TEXTAREA: "textbox", SELECT: "combobox", TABLE: "table", TR: "row", TD: "cell", DIALOG: "dialog",
  MAIN: "main", NAV: "navigation", ASIDE: "complementary", HEADER: "banner", FIELDSET: "group", UL: "list",
  LI: "listitem", OL: "list", PROGRESS: "progressbar", DETAILS: "group", SUMMARY: "summary", INS: "insertion", DEL: "deletion", CODE: "code", PRE: "pre",
};
function roleOf(element) {
  const given = element.getAttribute("role");
  if (given) return given;
  const tag = element.tagName;
  if (/^H[1-6]$/.test(tag)) return "heading";
  if (tag === "A") return element.hasAttribute("href") ? "link" : "";
  if (tag === "SECTION") return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby") ? "region" : "";
  if (tag === "TH") return element.scope === "row" ? "rowheader" : "columnheader";
  if (tag === "INPUT") return element.list ? "combobox" : (INPUTS[element.type] ?? "textbox");
  return TAGS[tag] ?? "";
}

function isHidden(element) {
  return element.closest("[aria-hidden=true], [inert]") !== null || !element.checkVisibility({ checkVisibilityCSS: true });
}

const NAMED_BY_CONTENT = new Set([
  "button", "link", "heading", "tab", "menuitem", "menuitemradio", "switch", "checkbox", "radio", "cell", "rowheader", "columnheader",
  "row", "option", "summary",
]);

/// The text of a subtree as it is read out.
function contentOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || isHidden(node)) return "";
  if (["INPUT", "TEXTAREA", "SELECT"].includes(node.tagName)) return "";
  const inner = node.getAttribute("aria-label") ?? [...node.childNodes].map(contentOf).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
}
const childrenOf = (element) => [...element.childNodes].map(contentOf).join("");

function nameOf(element) {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
    return tidy(parts.map(childrenOf).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  if (element.labels?.length) return tidy([...element.labels].map(childrenOf).join(" "));
  const caption = { FIELDSET: "legend", TABLE: "caption" }[element.tagName];
  const title = caption && element.querySelector(`:scope > ${caption}`);
  if (title) return tidy(childrenOf(title));
  const content = NAMED_BY_CONTENT.has(roleOf(element)) ? tidy(childrenOf(element)) : "";
  return content || tidy(element.title || element.getAttribute("placeholder") || "");
}

// While a dialog is open, nothing outside it can be reached, but news are still read out.
const modal = [...tree.querySelectorAll("dialog")].filter((dialog) => dialog.matches(":modal")).at(-1);
const isNews = role === "status" || role === "alert";
const roots = within ? [within] : modal ? (isNews ? [modal, app] : [modal.parentNode]) : [app, document.body];

const fits = (element) =>
  roleOf(element) === role &&
  !isHidden(element) &&
  (!modal || within || isNews || modal.contains(element)) &&
  (name == null || nameOf(element) === name) &&
  (part == null || nameOf(element).includes(part)) &&
  (text == null || tidy(element.innerText).includes(text));

let found = [];
for (const root of roots) {
  found = [...root.querySelectorAll("*")].filter(fits);
  if (found.length > 0) break;
}
if (count) return found.length;
if (found.length > 1) return { several: found.map((element) => `${role} "${nameOf(element)}"`) };
return found.length === 1 ? { element: found[0] } : {};
