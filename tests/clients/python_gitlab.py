"""The sandbox's GitLab, driven by python-gitlab: what a client that we did not write expects of a server.

Usage: python_gitlab.py ORIGIN VERSION. It changes what it finds, so it wants a sandbox of its own, with the demo.
Prints how many facts it checked; ends with the first that does not hold.

What python-gitlab 8.6 cannot do: it has no objects for the integrations of groups (they are asked for by path here),
no `services` (its ProjectService uses the address `integrations`, so it cannot talk to 13.12), and no tests.
"""

import contextlib
import sys
import time
import warnings

import gitlab

# It warns of lists that were cut off.
warnings.simplefilter("error", UserWarning)

ORIGIN = sys.argv[1]
VERSION = tuple(int(part) for part in sys.argv[2].split("."))
checked = 0


def holds(found, expected, about):
    global checked
    checked += 1
    if found != expected:
        sys.exit(f"{about}: found {found!r}, expected {expected!r}")


@contextlib.contextmanager
def refused(error, status, message):
    """The block must raise just this exception of the client, with these words of the server."""
    try:
        yield
    except gitlab.exceptions.GitlabError as raised:
        holds(type(raised), error, f"refusal {raised}")
        holds((raised.response_code, raised.error_message), (status, message), "status and message of a refusal")
    else:
        sys.exit(f"nothing was refused; expected {status} {message}")


def client(token):
    # Nothing is tried again, so that a test never waits.
    return gitlab.Gitlab(ORIGIN, private_token=token, retry_transient_errors=False, timeout=30)


def who_and_which():
    gl = client("maintainer-token")
    gl.auth()
    holds(gl.user.username, "mara.maintainer", "who is signed in")
    holds(gl.version()[0].startswith(sys.argv[2] + "."), True, f"version {gl.version()}")
    if VERSION >= (15, 5):
        token = gl.personal_access_tokens.get("self")
        holds((token.active, token.scopes), (True, ["api"]), "the token itself")
    with refused(gitlab.GitlabAuthenticationError, 401, "401 Unauthorized"):
        client("no-such-token").auth()


def projects():
    gl = client("maintainer-token")
    pages = gl.projects.list(iterator=True, per_page=70, order_by="id", sort="asc")
    holds((len(pages), pages.total_pages, pages.per_page, pages.next_page), (300, 5, 70, 2), "the first page")
    ids = [project.id for project in pages]
    holds((len(ids), ids), (300, sorted(set(ids))), "projects of all pages, each once and in order")
    holds(len(gl.projects.list(page=5, per_page=70)), 20, "projects of the last page")
    found = gl.projects.list(search="website", get_all=True)
    holds("shop/web/website" in [project.path_with_namespace for project in found], True, "search")
    website = gl.projects.get("shop/web/website")
    holds((website.id, gl.projects.get(101).path), (101, "website"), "by path and by number")
    holds(gl.projects.get("shop/storefront").id, 101, "by the path of before it was moved")
    moved = gl.projects.get("shop/storefront", lazy=True)
    holds(moved.integrations.get("slack").active, True, "reading by that path")
    with refused(gitlab.GitlabDeleteError, 405, "Non GET methods are not allowed for moved projects"):
        moved.integrations.delete("slack")
    with refused(gitlab.GitlabGetError, 404, "404 Project Not Found"):
        gl.projects.get("no/such/project")


def active_ones():
    website = client("maintainer-token").projects.get("shop/web/website")
    listed = website.integrations.list(get_all=True)
    holds({one.slug for one in listed}, {"slack", "jira", "jenkins", "emails-on-push"}, "active integrations")
    holds([one.active for one in listed], [True] * 4, "only active ones are listed")
    holds(any("properties" in one.attributes for one in listed), False, "the list is without properties")
    holds(len(list(website.integrations.list(iterator=True))), 4, "the same as an iterator")
    jira = website.integrations.get("jira")
    holds((jira.slug, jira.get_id(), jira.title), ("jira", "jira", "Jira"), "one integration")
    holds(jira.properties["url"].startswith("https://"), True, "a property")
    holds("password" in jira.properties, False, "a secret is not told")


def slack():
    project = client("maintainer-token").projects.get("shop/web/product-pages")
    with refused(gitlab.GitlabGetError, 404, "404 Integration Not Found"):
        project.integrations.get("slack")
    with refused(gitlab.GitlabUpdateError, 400, "webhook is missing"):
        project.integrations.update("slack", {"channel": "#builds"})
    webhook = "https://hooks.slack.example/services/T0/B0/secret"
    made = project.integrations.update(
        "slack", {"webhook": webhook, "channel": "#builds", "push_events": False, "pipeline_events": True}
    )
    holds((made["active"], made["push_events"], made["pipeline_events"]), (True, False, True), "set up")
    holds((made["properties"]["channel"], "secret" in str(made)), ("#builds", False), "settings and no secret")

    # `save` sends what was assigned, and nothing else: GitLab wants what is required each time.
    one = project.integrations.get("slack")
    one.push_events = True
    with refused(gitlab.GitlabUpdateError, 400, "webhook is missing"):
        one.save()
    one.webhook = webhook
    one.save()
    again = project.integrations.get("slack")
    holds((again.push_events, again.properties["channel"]), (True, "#builds"), "changed, and the rest kept")
    with refused(gitlab.GitlabUpdateError, 400, "push_events is invalid"):
        project.integrations.update("slack", {"webhook": webhook, "push_events": "maybe"})

    again.delete()
    holds(project.integrations.list(get_all=True), [], "none is active")
    off = project.integrations.get("slack")
    # DELETE keeps the settings before 17.2, and clears them since.
    kept = "#builds" if VERSION < (17, 2) else None
    holds((off.active, off.properties.get("channel")), (False, kept), "disabled")


def jira():
    project = client("maintainer-token").projects.get("shop/web/account-pages")
    # With a personal access token (16.0) Jira needs no user name.
    missing = ["url is missing", *([] if VERSION >= (16, 0) else ["username is missing"]), "password is missing"]
    with refused(gitlab.GitlabUpdateError, 400, ", ".join(missing)):
        project.integrations.update("jira", {})
    body = {"url": "https://jira.example.org", "username": "patchbay", "password": "secret", "commit_events": True}
    if VERSION >= (17, 0):
        body |= {"jira_auth_type": 1, "issues_enabled": True, "project_keys": ["WEB", "SHOP"]}
    made = project.integrations.update("jira", body)
    holds((made["active"], made["properties"]["url"]), (True, "https://jira.example.org"), "set up")
    holds("password" in made["properties"], False, "a secret is not told")
    if VERSION >= (17, 0):
        newer = {key: made["properties"].get(key) for key in ("jira_auth_type", "project_keys")}
        holds(newer, {"jira_auth_type": 1, "project_keys": ["WEB", "SHOP"]}, "a number and a list")


def newer_ones():
    project = client("maintainer-token").projects.get("shop/web/account-pages")
    bodies = {
        "telegram": ((16, 1), {"token": "12345:secret", "room": "@patchbay"}, "room"),
        "linear": ((18, 3), {"workspace_url": "https://linear.app/patchbay"}, "workspace_url"),
    }
    for slug, (since, body, key) in bodies.items():
        if VERSION < since:
            with refused(gitlab.GitlabUpdateError, 404, "404 Not Found"):
                project.integrations.update(slug, body)
            with refused(gitlab.GitlabGetError, 400, "slug does not have a valid value"):
                project.integrations.get(slug)
            continue
        holds(project.integrations.update(slug, body)["active"], True, f"{slug} is set up")
        one = project.integrations.get(slug)
        holds((one.properties[key], "secret" in str(one.attributes)), (body[key], False), slug)
        one.delete()
        holds(project.integrations.get(slug).active, False, f"{slug} is disabled")


def rights():
    seen = client("developer-token").projects.get(101)
    with refused(gitlab.GitlabListError, 403, "403 Forbidden"):
        seen.integrations.list(get_all=True)
    with refused(gitlab.GitlabUpdateError, 403, "403 Forbidden"):
        seen.integrations.update("slack", {"webhook": "https://hooks.slack.example/"})
    with refused(gitlab.GitlabDeleteError, 403, "403 Forbidden"):
        seen.integrations.delete("slack")
    reader = client("read-token").projects.get(101)
    holds(reader.integrations.get("slack").active, True, "a token that may read")
    with refused(gitlab.GitlabDeleteError, 403, "insufficient_scope"):
        reader.integrations.delete("slack")


def inheritance():
    """A project of a group that has settings for Slack; `use_inherited_settings` came with 17.2."""
    if VERSION < (17, 2):
        return
    project = client("maintainer-token").projects.get("platform/cloud/base-images")
    inherited = project.integrations.get("slack")
    holds((inherited.inherited, inherited.properties["channel"]), (True, "platform-news"), "inherited")
    webhook = "https://hooks.slack.example/services/T0/B0/secret"
    # On an inherited row all values are ignored, with 200.
    ignored = project.integrations.update("slack", {"webhook": webhook, "channel": "#own"})
    holds((ignored["inherited"], ignored["properties"]["channel"]), (True, "platform-news"), "ignored")
    own = {"webhook": webhook, "channel": "#own", "use_inherited_settings": False}
    made = project.integrations.update("slack", own)
    holds((made["inherited"], made["properties"]["channel"]), (False, "#own"), "settings of its own")
    back = project.integrations.update("slack", {"webhook": webhook, "use_inherited_settings": True})
    holds((back["inherited"], back["properties"]["channel"]), (True, "platform-news"), "back to the group's")
    lonely = client("maintainer-token").projects.get("shop/web/product-pages")
    with refused(gitlab.GitlabUpdateError, 400, "Default integration not found."):
        lonely.integrations.update("slack", {"webhook": webhook, "use_inherited_settings": True})


def groups():
    gl = client("owner-token")
    paths = [group.full_path for group in gl.groups.list(iterator=True, per_page=25)]
    holds((len(paths), len(set(paths))), (60, 60), "groups of all pages, each once")
    top = gl.groups.list(top_level_only=True, get_all=True)
    holds({group.parent_id for group in top}, {None}, "those that are in no other")
    backend = gl.groups.get("shop/backend")
    holds((backend.full_name, gl.groups.get(backend.id).full_path), ("Shop / Backend", "shop/backend"), "one group")
    inside = backend.subgroups.list(per_page=1, get_all=True)
    holds({group.parent_id for group in inside}, {backend.id}, "groups in a group, one a page")
    expected = sorted(path for path in paths if path.rpartition("/")[0] == "shop/backend")
    holds(sorted(group.full_path for group in inside), expected, "all groups in it")
    below = gl.groups.get("shop").descendant_groups.list(get_all=True)
    expected = sorted(path for path in paths if path.startswith("shop/"))
    holds(sorted(group.full_path for group in below), expected, "groups below a group")
    shops = gl.groups.get("shop").projects.list(include_subgroups=True, iterator=True, per_page=100)
    holds(all(project.path_with_namespace.startswith("shop/") for project in shops), True, "projects below a group")
    with refused(gitlab.GitlabGetError, 404, "404 Group Not Found"):
        gl.groups.get("no/such")


def integrations_of_groups():
    gl = client("owner-token")
    web = gl.groups.get("shop/web")
    base = f"/groups/{web.encoded_id}/integrations"
    if VERSION < (17, 9):
        with refused(gitlab.GitlabHttpError, 404, "404 Not Found"):
            gl.http_list(base, get_all=True)
        return
    holds(gl.http_list(base, get_all=True), [], "none is active")
    with refused(gitlab.GitlabHttpError, 403, "403 Forbidden"):
        client("maintainer-token").http_list(base, get_all=True)
    with refused(gitlab.GitlabHttpError, 400, "room is missing"):
        gl.http_put(f"{base}/telegram", post_data={"token": "12345:secret"})
    with refused(gitlab.GitlabHttpError, 400, "400 Integration not available"):
        gl.http_get(f"{base}/jenkins")
    telegram = {"token": "12345:secret", "room": "@shop"}
    made = gl.http_put(f"{base}/telegram", post_data=telegram)
    holds((made["active"], made["inherited"], made["properties"]["room"]), (True, False, "@shop"), "set up")
    holds([one["slug"] for one in gl.http_list(base, get_all=True)], ["telegram"], "it is active")

    # It is passed on in the background to projects that have none; reading again is the only way to see it.
    website = gl.projects.get("shop/web/website")
    until = time.monotonic() + 20
    while "telegram" not in (slugs := {one.slug for one in website.integrations.list(get_all=True)}):
        if time.monotonic() > until:
            sys.exit(f"the project of the group still has {slugs}")
    passed_on = website.integrations.get("telegram")
    holds((passed_on.inherited, passed_on.properties["room"]), (True, "@shop"), "passed on to a project")
    own = website.integrations.update("telegram", telegram | {"room": "@own", "use_inherited_settings": False})
    holds((own["inherited"], own["properties"]["room"]), (False, "@own"), "settings of its own")

    gl.http_delete(f"{base}/telegram")
    off = gl.http_get(f"{base}/telegram")
    holds((off["active"], off["properties"]["room"]), (False, None), "disabled and cleared")
    holds(website.integrations.get("telegram").active, True, "DELETE of a group is not passed on")


PARTS = (
    who_and_which,
    projects,
    active_ones,
    slack,
    jira,
    newer_ones,
    rights,
    inheritance,
    groups,
    integrations_of_groups,
)
for part in PARTS:
    part()
print(f"{checked} facts hold")
