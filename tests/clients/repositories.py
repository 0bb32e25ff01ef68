"""The sandbox's Git Integration for Jira: each documented endpoint of repositories and of indexing, as a script of an
administrator would use it.

Usage: repositories.py ORIGIN VERSION. It changes what it finds, so it wants a sandbox of its own, with 25 demonstration
integrations and `--pace 0`. Prints how many facts it checked; ends with the first that does not hold.

Python's own library is enough for it. What the documents say stands beside each step.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

ORIGIN = sys.argv[1]
VERSION = tuple(int(part) for part in sys.argv[2].split("."))
ROOT = "/rest/gitplugin/1.0"
REINDEX = "/rest/gitplugin/2.0/reindex"
UNKNOWN = "Repository with id=999 does not exist"
checked = 0


def holds(found, expected, about):
    global checked
    checked += 1
    if found != expected:
        sys.exit(f"{about}: found {found!r}, expected {expected!r}")


def ask(method, path, body=None, kind="application/json", token="admin-token"):
    """The status and the JSON of an answer."""
    data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body and body.encode()
    headers = {"Authorization": f"Bearer {token}", "X-Atlassian-Token": "no-check"}
    if data is not None:
        headers["Content-Type"] = kind
    request = urllib.request.Request(ORIGIN + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        text = refused.read()
        return refused.code, json.loads(text) if text else None


def good(method, path, body=None, kind="application/json"):
    status, answer = ask(method, path, body, kind)
    holds(status, 200, f"{method} {path}: {answer}")
    return answer


def refused(method, path, status, error, body=None):
    found, answer = ask(method, path, body)
    holds((found, answer["success"], answer["error"]), (status, False, error), f"refusal of {method} {path}")
    holds(bool(answer["advice"]), True, f"advice in the refusal of {method} {path}")


def repositories(query=""):
    answer = good("GET", f"{ROOT}/repository{query}")
    holds((answer["success"], list(answer)), (True, ["success", "repositories"]), "the shape of the list")
    return answer["repositories"]


def tracked(integration):
    return [one for one in repositories() if one.get("trackedFolderId") == integration]


def integrations():
    return good("GET", f"{ROOT}/integration")["integrations"]


def followed(thread):
    """What a run has to say when it is over. With `--pace 0` the next request finds it over."""
    told = good("GET", f"{ROOT}/index.json?threadId={urllib.parse.quote(thread)}")
    holds(told["finished"], True, f"thread {thread} is over")
    holds(type(told["threadId"]), int, "a number in the place of the thread, as in the document")
    holds((type(told["messages"]), type(told["errors"])), (dict, dict), "messages and errors by their texts")
    return told


def started(answer):
    holds((answer["success"], type(answer["threadId"])), (True, str), "an answer to a start")
    return answer["threadId"]


def start(number):
    """Indexes what has this number, in the way that this version has."""
    if VERSION >= (4, 17):
        answer = good("POST", REINDEX, {"repoId": number})
        holds(answer["finished"], False, "it has only begun")
        return started(answer)
    parts = f'--x\r\nContent-Disposition: form-data; name="repoId"\r\n\r\n{number}\r\n--x--\r\n'
    return started(good("POST", f"{ROOT}/index", parts, "multipart/form-data; boundary=x"))


def retrieving():
    """Row 8, "Retrieve Repository List": any Jira user, all repositories or those of a project."""
    listed = repositories()
    numbers = [one["id"] for one in listed]
    holds((len(numbers), numbers), (len(set(numbers)), sorted(numbers)), "each once, in order")
    holds(len(listed) > 1000, True, "those of all integrations")
    known = {one["id"] for one in integrations()}
    holds({one["trackedFolderId"] for one in listed} <= known, True, "each belongs to an integration")
    holds(set(numbers) & known, set(), "one range of numbers")
    holds(all("state" in one for one in listed), VERSION >= (6, 1), "the state, where this version has it")
    for key in ("displayName", "origin", "mainBranch", "root", "realRoot", "absoluteRoot", "disabled", "global"):
        holds(all(key in one for one in listed), True, f"{key} of each")
    text = json.dumps(listed)
    holds(any(word in text for word in ('"password"', '"pat"', '"username"', "encrypted")), False, "no secrets")
    of_project = repositories("?projectKey=MOB")
    holds(0 < len(of_project) < len(listed), True, "those of a project")
    holds(len(repositories("?all=true")), len(listed), "all does nothing")
    refused("GET", f"{ROOT}/repository?projectKey=MOB&all=true", 400, "projectKey and all cannot be combined.")
    holds(ask("GET", f"{ROOT}/repository", token="user-token")[0], 200, "any Jira user")
    holds(ask("GET", f"{ROOT}/repository", token="none")[0], 401, "nobody else")
    holds(good("GET", f"{ROOT}/repository.json")["repositories"], listed, "the address with an ending")


def switching():
    """Rows 6 and 7, "Enable/disable existing integration" and "… repository": one endpoint for both."""
    integration = integrations()[0]["id"]
    repository = tracked(integration)[0]["id"]
    for number, read in [
        (repository, lambda: tracked(integration)[0]),
        (integration, lambda: good("GET", f"{ROOT}/integration/{integration}")["integration"][0]),
    ]:
        for disable in (True, False):
            path = f"{ROOT}/repository/{number}/disable?disable={str(disable).lower()}"
            holds(good("PUT", path), {"success": True}, f"PUT {path}")
            holds(read()["disabled"], disable, f"after PUT {path}")
    refused("PUT", f"{ROOT}/repository/999/disable?disable=true", 404, UNKNOWN)
    status, _ = ask("PUT", f"{ROOT}/repository/{repository}/disable")
    holds(status, 400, "without disable")
    status, _ = ask("PUT", f"{ROOT}/repository/{repository}/disable?disable=true", token="user-token")
    holds(status, 403, "administrators only")


def changing():
    """Row 10, "Update Existing Repository" and "Update Nested Repository API"."""
    before = tracked(1)[0]
    body = {"id": before["id"], "maxMinsToCommitEmail": 1441, "gitViewerEnabled": False}
    if VERSION < (5, 2):
        refused("PUT", f"{ROOT}/repository", 400, f"Repository with id={before['id']} belongs to an integration.", body)
        return
    expected = before | body
    holds(good("PUT", f"{ROOT}/repository", body), expected, "the bare repository")
    holds(tracked(1)[0], expected, "it is kept")
    read_only = {"mainBranch": "x", "enableFetches": False, "hosted": True, "username": "x", "requireUserPat": "true"}
    holds(good("PUT", f"{ROOT}/repository", {"id": before["id"]} | read_only), expected, "read-only is ignored")
    refused("PUT", f"{ROOT}/repository", 404, UNKNOWN, {"id": 999})
    error = "global: Send true or false, not text."
    refused("PUT", f"{ROOT}/repository", 400, error, {"id": before["id"], "global": "yes"})


def alone():
    """Rows 9, 10 and 11, "Add New Repository", "Update Existing Repository", "Delete Existing Repository"."""
    new = {"origin": "https://git.example/alone.git", "realRoot": "alone", "absoluteRoot": False}
    added = good("POST", f"{ROOT}/repository", new)
    holds("success" in added, False, "the bare repository")
    holds({key: added[key] for key in new}, new, "what was sent")
    number = added["id"]
    holds(number in [one["id"] for one in repositories()], True, "it is listed")
    changed = good("PUT", f"{ROOT}/repository", {"id": number, "displayName": "renamed"})
    holds(changed["displayName"], "renamed", "its new name")
    missing = "origin: It is required. Send text. realRoot: It is required. Send text. "
    refused("POST", f"{ROOT}/repository", 400, missing + "absoluteRoot: It is required. Send true or false.", {})
    holds(good("DELETE", f"{ROOT}/repository?id={number}&deleteFiles=true"), {"success": True}, "removed")
    refused("DELETE", f"{ROOT}/repository?id=999", 404, UNKNOWN)
    holds(number in [one["id"] for one in repositories()], False, "it is gone")
    holds(ask("DELETE", f"{ROOT}/repository?id=3", token="user-token")[0], 403, "administrators only")


def indexing():
    """Rows 12, 13 and 14, "Reindex POST API", the one of before, "Reindex GET API"."""
    if VERSION < (4, 17):
        holds(ask("POST", REINDEX, {"repoId": 1})[0], 404, "new in 4.17")
        refused("POST", f"{ROOT}/index", 404, "Repository with id=1 does not exist", {"repoId": [1]})
    repository = tracked(1)[0]
    told = followed(start(repository["id"]))
    holds(told["messages"], {f"Indexing {repository['displayName']}": 100.0}, "what was done")
    holds((told["errors"], told["lastOperationPercent"]), ({}, 100.0), "without an error")
    now = tracked(1)[0]
    holds(now["lastIndexedDate"] > repository["lastIndexedDate"], True, "when it was indexed")
    by_number = good("GET", f"{ROOT}/index.json?repoId={repository['id']}")
    holds(by_number, told, "by the number of the repository")
    holds(good("GET", f"{ROOT}/index.json"), told, "without a number")
    # The older one, in each format that a document has; the answer always says that it is finished.
    for body, kind in [
        (f"repoId={repository['id']}", "application/x-www-form-urlencoded"),
        ({"repoId": [repository["id"]]}, "application/json"),
    ]:
        answer = good("POST", f"{ROOT}/index.json", body, kind)
        holds(answer["finished"], True, f"the older one with {kind}")
        followed(started(answer))
    status, _ = ask("GET", f"{ROOT}/index.json?threadId=none")
    holds(status, 404, "a thread that was never started")
    holds(ask("POST", f"{ROOT}/index", {"repoId": [1]}, token="user-token")[0], 403, "administrators here")


def indexing_integrations():
    """An integration by its own number, which no document has; before, its repositories one by one."""
    if VERSION < (4, 17):
        one = integrations()[3]
        told = [followed(start(repository["id"])) for repository in tracked(one["id"])]
        holds({why for run in told for why in run["errors"].values()}, {"Not authorized"}, "each of them fails")
        return
    failed = []
    for one in integrations():
        told = followed(start(one["id"]))
        if told["errors"]:
            failed.append(one["displayName"])
            holds(set(told["errors"].values()), {"Not authorized"}, f"errors of {one['displayName']}")
    holds(failed, ["https://gitlab.com/*", "security-tools"], "two of 25 fail")
    never = [one["displayName"] for one in integrations() if "lastIndexedDate" not in one and not one["disabled"]]
    holds(never, [], "all that are enabled were indexed")
    refused("POST", REINDEX, 404, UNKNOWN, {"repoId": 999})
    refused("POST", REINDEX, 400, "priority: Send a whole number of at least 1.", {"repoId": 1, "priority": 0})
    followed(started(good("POST", REINDEX)))


def rescanning():
    """A new filter drops repositories at the next indexing, and not before ("Edit integration connection settings")."""
    if VERSION < (4, 17):
        return
    added = good("POST", f"{ROOT}/integration", {"type": "GITHUB", "displayName": "new", "pat": "t"})
    number = added["integration"]["id"]
    holds(tracked(number), [], "nothing before it is indexed")
    followed(start(number))
    names = [one["displayName"] for one in tracked(number)]
    holds(len(names) >= 30, True, "what its host has")
    good("PUT", f"{ROOT}/integration/{number}", {"apiFilter": "[?contains(name, 'or')]"})
    holds([one["displayName"] for one in tracked(number)], names, "before the next indexing")
    followed(start(number))
    kept = [name for name in names if "or" in name]
    holds([one["displayName"] for one in tracked(number)], kept, "what the filter keeps")
    holds(0 < len(kept) < len(names), True, "some of them")
    good("DELETE", f"{ROOT}/integration/{number}?deleteFiles=false")
    holds(tracked(number), [], "they go with their integration")


for part in (retrieving, switching, changing, alone, indexing, indexing_integrations, rescanning):
    part()
print(f"{checked} facts hold")
