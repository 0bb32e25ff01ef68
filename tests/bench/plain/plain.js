// What the app is measured against: the same data read, sorted, searched and drawn as far as it is in view, by as little
// code as that takes. It does nothing else that the app does.

const HEIGHT = 53;
const [before, body, after] = document.querySelectorAll("tbody");
const search = document.querySelector("input");
const tally = document.querySelector("#tally");

const answer = await fetch("/rest/gitplugin/1.0/integration", { headers: { Accept: "application/json" } });
const { compare } = new Intl.Collator(undefined, { numeric: true });
const ago = new Intl.RelativeTimeFormat();
const all = (await answer.json()).integrations
  .map((one) => ({ ...one, text: `${one.displayName}\n${one.origin}\n#${one.id}`.toLowerCase() }))
  .sort((one, other) => compare(one.displayName, other.displayName));
let shown = all;

function draw() {
  const top = Math.max(0, -before.getBoundingClientRect().top);
  const start = Math.max(0, Math.min(Math.floor(top / HEIGHT), shown.length - 1) - 10);
  const end = Math.min(shown.length, Math.floor(top / HEIGHT) + Math.ceil(innerHeight / HEIGHT) + 11);
  before.rows[0].cells[0].style.blockSize = `${start * HEIGHT}px`;
  after.rows[0].cells[0].style.blockSize = `${(shown.length - end) * HEIGHT}px`;
  body.replaceChildren(...shown.slice(start, end).map(row));
  tally.textContent = `${shown.length} of ${all.length}`;
}

function row(one) {
  const row = document.createElement("tr");
  const name = document.createElement("th");
  const link = document.createElement("a");
  link.href = `#/integrations/${one.id}`;
  link.textContent = one.displayName;
  const small = document.createElement("small");
  small.textContent = `${one.origin} · #${one.id}`;
  name.append(link, small);
  row.append(name);
  const days = Math.trunc(((one.lastIndexedDate ?? 0) - Date.now()) / 86_400_000);
  const projects = one.global ? "All projects" : (one.projectMappingIds ?? []).join(", ");
  const indexed = one.lastIndexedDate ? ago.format(days, "day") : "never";
  for (const text of [one.integrationType, one.disabled ? "Disabled" : "Enabled", projects, indexed]) {
    row.insertCell().textContent = text;
  }
  return row;
}

search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = all.filter(({ text }) => words.every((word) => text.includes(word)));
  draw();
});
addEventListener("scroll", draw);
draw();
