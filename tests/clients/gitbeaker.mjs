// The sandbox's GitLab, driven by @gitbeaker/rest: what a client that we did not write expects of a server.
//
// Usage: gitbeaker.mjs ORIGIN VERSION. It changes what it finds, so it wants a sandbox of its own, with the demo.
// Prints how many facts it checked; ends with the first that does not hold.
//
// What Gitbeaker 43.8 cannot do: it has no resource for the integrations of groups (its requester is asked by path
// here), no `services`, so it cannot talk to 13.12, and no tests of integrations. Its `error` is `error` or `message`
// of the answer, without `error_description`.

import assert from "node:assert/strict";
import { Gitlab, GitbeakerRequestError } from "@gitbeaker/rest";

const [origin, versionText] = process.argv.slice(2);
const [major, minor] = versionText.split(".").map(Number);
const since = (otherMajor, otherMinor) => major > otherMajor || (major === otherMajor && minor >= otherMinor);
const client = token => new Gitlab({ host: origin, token });
const gitlab = client("maintainer-token");
const webhook = "https://hooks.slack.example/services/T0/B0/secret";
let checked = 0;

function holds(found, expected, about) {
  checked += 1;
  const message = `${about}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
  assert.deepEqual(found, expected, message);
}

// The request must fail with the client's own error and these words of the server.
async function refused(request, status, description) {
  const nothing = () => assert.fail(`nothing was refused; expected ${status} ${description}`);
  const error = await request.then(nothing, error => error);
  if (!(error instanceof GitbeakerRequestError)) throw error;
  holds([error.cause.response.status, error.cause.description], [status, description], "status and words of a refusal");
}

async function whoAndWhich() {
  holds((await gitlab.Users.showCurrentUser()).username, "mara.maintainer", "who is signed in");
  // 15.2 and newer tell it there as well.
  const versions = since(15, 2) ? await gitlab.Metadata.show() : { version: versionText + "." };
  holds(versions.version.startsWith(versionText + "."), true, "version");
  if (since(15, 5)) {
    const token = await gitlab.PersonalAccessTokens.show();
    holds([token.active, token.scopes], [true, ["api"]], "the token itself");
  }
  await refused(client("no-such-token").Users.showCurrentUser(), 401, "401 Unauthorized");
}

async function projects() {
  const all = await gitlab.Projects.all({ perPage: 70, orderBy: "id", sort: "asc" });
  const ids = all.map(project => project.id);
  const ordered = [...new Set(ids)].sort((a, b) => a - b);
  holds([ids.length, ids], [300, ordered], "projects of all pages, each once and in order");
  const last = await gitlab.Projects.all({ perPage: 70, page: 5, showExpanded: true });
  const { total, current, previous, next, totalPages, perPage } = last.paginationInfo;
  holds([total, current, previous, next, totalPages, perPage], [300, 5, 4, null, 5, 70], "the last page");
  holds(last.data.length, 20, "projects of the last page");
  const found = await gitlab.Projects.search("website", { simple: true });
  holds(found.some(project => project.path_with_namespace === "shop/web/website"), true, "search");
  const website = await gitlab.Projects.show("shop/web/website");
  holds([website.id, (await gitlab.Projects.show(101)).path], [101, "website"], "by path and by number");
  holds((await gitlab.Projects.show("shop/storefront")).id, 101, "by the path of before it was moved");
  holds((await gitlab.Integrations.show("shop/storefront", "slack")).active, true, "reading by that path");
  const moved = gitlab.Integrations.disable("shop/storefront", "slack");
  await refused(moved, 405, "Non GET methods are not allowed for moved projects");
  await refused(gitlab.Projects.show("no/such/project"), 404, "404 Project Not Found");
}

async function activeOnes() {
  const listed = await gitlab.Integrations.all("shop/web/website");
  holds(listed.map(one => one.slug).sort(), ["emails-on-push", "jenkins", "jira", "slack"], "active integrations");
  holds(listed.every(one => one.active && !("properties" in one)), true, "only active ones, without properties");
  const jira = await gitlab.Integrations.show("shop/web/website", "jira");
  holds([jira.slug, jira.properties.url.startsWith("https://")], ["jira", true], "one integration");
  holds("password" in jira.properties, false, "a secret is not told");
}

async function slack() {
  const project = "shop/web/product-pages";
  await refused(gitlab.Integrations.show(project, "slack"), 404, "404 Integration Not Found");
  await refused(gitlab.Integrations.edit(project, "slack", { channel: "#builds" }), 400, "webhook is missing");
  // Names in camel case are the client's way; it writes them as GitLab has them.
  const made = await gitlab.Integrations.edit(project, "slack", { webhook, channel: "#builds", pushEvents: false });
  holds([made.active, made.push_events, made.properties.channel], [true, false, "#builds"], "set up");
  holds(JSON.stringify(made).includes("secret"), false, "a secret is not told");
  const changed = await gitlab.Integrations.edit(project, "slack", { webhook, pushEvents: true });
  holds([changed.push_events, changed.properties.channel], [true, "#builds"], "changed, and the rest kept");
  const wrong = gitlab.Integrations.edit(project, "slack", { webhook, pushEvents: "maybe" });
  await refused(wrong, 400, "push_events is invalid");
  await gitlab.Integrations.disable(project, "slack");
  holds(await gitlab.Integrations.all(project), [], "none is active");
  const off = await gitlab.Integrations.show(project, "slack");
  // DELETE keeps the settings before 17.2, and clears them since.
  holds([off.active, off.properties.channel ?? null], [false, since(17, 2) ? null : "#builds"], "disabled");
}

async function jira() {
  const project = "shop/web/account-pages";
  // Without options the client sends `{}`. With a personal access token (16.0) Jira needs no user name.
  const missing = since(16, 0) ? ["url", "password"] : ["url", "username", "password"];
  const words = missing.map(key => `${key} is missing`).join(", ");
  await refused(gitlab.Integrations.edit(project, "jira"), 400, words);
  const body = { url: "https://jira.example.org", username: "patchbay", password: "secret" };
  const made = await gitlab.Integrations.edit(project, "jira", body);
  holds([made.active, made.properties.url, "password" in made.properties], [true, body.url, false], "set up");
  if (!since(17, 0)) return;
  const newer = { url: body.url, password: "secret", jiraAuthType: 1, projectKeys: ["WEB", "SHOP"] };
  const { properties } = await gitlab.Integrations.edit(project, "jira", newer);
  holds([properties.jira_auth_type, properties.project_keys], [1, ["WEB", "SHOP"]], "a number and a list");
}

async function newerOnes() {
  const project = "shop/web/account-pages";
  const ones = [
    ["telegram", since(16, 1), { token: "12345:secret", room: "@patchbay" }, "room"],
    ["linear", since(18, 3), { workspaceUrl: "https://linear.app/patchbay" }, "workspace_url"],
  ];
  for (const [slug, isThere, body, key] of ones) {
    if (!isThere) {
      await refused(gitlab.Integrations.edit(project, slug, body), 404, "404 Not Found");
      await refused(gitlab.Integrations.show(project, slug), 400, "slug does not have a valid value");
      continue;
    }
    holds((await gitlab.Integrations.edit(project, slug, body)).active, true, `${slug} is set up`);
    const one = await gitlab.Integrations.show(project, slug);
    holds(Object.values(body).includes(one.properties[key]), true, `${slug}: ${key}`);
    holds(JSON.stringify(one).includes("secret"), false, "a secret is not told");
    await gitlab.Integrations.disable(project, slug);
    holds((await gitlab.Integrations.show(project, slug)).active, false, `${slug} is disabled`);
  }
}

async function rights() {
  const developer = client("developer-token").Integrations;
  await refused(developer.all(101), 403, "403 Forbidden");
  await refused(developer.edit(101, "slack", { webhook }), 403, "403 Forbidden");
  await refused(developer.disable(101, "slack"), 403, "403 Forbidden");
  const reader = client("read-token").Integrations;
  holds((await reader.show(101, "slack")).active, true, "a token that may read");
  await refused(reader.disable(101, "slack"), 403, "insufficient_scope");
}

// A project of a group that has settings for Slack; `use_inherited_settings` came with 17.2.
async function inheritance() {
  if (!since(17, 2)) return;
  const project = "platform/cloud/base-images";
  const summary = ({ inherited, properties }) => [inherited, properties.channel];
  holds(summary(await gitlab.Integrations.show(project, "slack")), [true, "platform-news"], "inherited");
  const edit = body => gitlab.Integrations.edit(project, "slack", { webhook, ...body });
  holds(summary(await edit({ channel: "#own" })), [true, "platform-news"], "ignored on an inherited row");
  const own = await edit({ channel: "#own", useInheritedSettings: false });
  holds(summary(own), [false, "#own"], "settings of its own");
  holds(summary(await edit({ useInheritedSettings: true })), [true, "platform-news"], "back to the group's");
  const lonely = gitlab.Integrations.edit("shop/web/product-pages", "slack", { webhook, useInheritedSettings: true });
  await refused(lonely, 400, "Default integration not found.");
}

async function groups() {
  const owner = client("owner-token").Groups;
  const paths = (await owner.all({ perPage: 25 })).map(group => group.full_path);
  holds([paths.length, new Set(paths).size], [60, 60], "groups of all pages, each once");
  const top = await owner.all({ topLevelOnly: true });
  holds(top.every(group => group.parent_id === null), true, "those that are in no other");
  const backend = await owner.show("shop/backend");
  holds([backend.full_name, (await owner.show(backend.id)).full_path], ["Shop / Backend", "shop/backend"], "one group");
  const inside = await owner.allSubgroups("shop/backend", { perPage: 1 });
  const expected = paths.filter(path => path.replace(/\/[^/]*$/, "") === "shop/backend");
  holds(inside.map(group => group.full_path).sort(), expected.sort(), "groups in a group, one a page");
  const below = await owner.allDescendantGroups("shop");
  const shops = paths.filter(path => path.startsWith("shop/"));
  holds(below.map(group => group.full_path).sort(), shops.sort(), "groups below a group");
  const projects = await owner.allProjects("shop", { includeSubgroups: true, perPage: 100 });
  holds(projects.every(one => one.path_with_namespace.startsWith("shop/")), true, "projects below a group");
  await refused(owner.show("no/such"), 404, "404 Group Not Found");
}

async function integrationsOfGroups() {
  const owner = client("owner-token");
  const { requester } = owner.Integrations;
  const base = "groups/shop%2Fweb/integrations";
  if (!since(17, 9)) return refused(requester.get(base), 404, "404 Not Found");
  holds((await requester.get(base)).body, [], "none is active");
  await refused(client("maintainer-token").Integrations.requester.get(base), 403, "403 Forbidden");
  const body = { token: "12345:secret", room: "@shop" };
  await refused(requester.put(`${base}/telegram`, { body: { token: body.token } }), 400, "room is missing");
  await refused(requester.get(`${base}/jenkins`), 400, "400 Integration not available");
  const made = (await requester.put(`${base}/telegram`, { body })).body;
  holds([made.active, made.inherited, made.properties.room], [true, false, "@shop"], "set up");

  // It is passed on in the background to projects that have none; reading again is the only way to see it.
  const read = () => owner.Integrations.show("shop/web/website", "telegram").catch(error => error);
  const until = Date.now() + 20_000;
  let passedOn = await read();
  while (passedOn instanceof Error && Date.now() < until) passedOn = await read();
  holds([passedOn.inherited, passedOn.properties?.room], [true, "@shop"], "passed on to a project");
  const own = { ...body, room: "@own", useInheritedSettings: false };
  const changed = await owner.Integrations.edit("shop/web/website", "telegram", own);
  holds([changed.inherited, changed.properties.room], [false, "@own"], "settings of its own");

  holds((await requester.delete(`${base}/telegram`)).status, 204, "disabled");
  const off = (await requester.get(`${base}/telegram`)).body;
  holds([off.active, off.properties.room], [false, null], "disabled and cleared");
}

const parts = [
  whoAndWhich,
  projects,
  activeOnes,
  slack,
  jira,
  newerOnes,
  rights,
  inheritance,
  groups,
  integrationsOfGroups,
];
for (const part of parts) {
  await part().catch(error => {
    console.error(`${part.name}: ${error.stack}`);
    process.exit(1);
  });
}
console.log(`${checked} facts hold`);
