//! Bad input: each kind is refused with the documented body, and nothing is changed.

use serde_json::{Value, json};

use crate::running::{Answer, Ask, INTEGRATION, Running};

/// A refusal has a status, says what is wrong and what would be right.
#[track_caller]
fn assert_refused(answer: &Answer, status: u16, says: &str) {
    let body = answer.json();
    assert_eq!(answer.status, status, "{body}");
    assert_eq!(body["success"], false);
    let (error, advice) = (body["error"].as_str().unwrap(), body["advice"].as_str().unwrap());
    assert!(error.contains(says), "{error:?} does not say {says:?}");
    assert!(!advice.is_empty());
    assert_eq!(body.as_object().unwrap().len(), 3, "{body}");
}

/// Sends each request, expects the refusal, and then that the only integration is as before.
fn refuse_all(cases: impl Fn(&Running, i64) -> Vec<(Ask, u16, &'static str)>) {
    let server = Running::empty();
    let id = server.add("unchanged");
    let before = server.all();
    for (ask, status, says) in cases(&server, id) {
        assert_refused(&ask.send(), status, says);
        assert_eq!(server.all(), before, "{says}");
    }
}

#[test]
fn what_is_no_json_object() {
    refuse_all(|server, id| {
        let mut cases = Vec::new();
        for (method, path) in [("POST", INTEGRATION.to_owned()), ("PUT", format!("{INTEGRATION}/{id}"))] {
            let text = |body: &str| server.ask(method, &path).text(body);
            cases.extend([
                (text("displayName=x"), 400, "The request body is not JSON"),
                (text(""), 400, "The request body is not JSON"),
                // Trailing commas, as the document's own examples have them.
                (text("{\"displayName\": \"x\",}"), 400, "The request body is not JSON"),
                (text("[]"), 400, "The request body is an array, but must be a JSON object."),
                (text("null"), 400, "The request body is null, but must be a JSON object."),
                (text("7"), 400, "The request body is a number, but must be a JSON object."),
                (
                    server.ask(method, &path).form("displayName=x"),
                    415,
                    "The request body has the content type \"application/x-www-form-urlencoded\"",
                ),
            ]);
        }
        cases
    });
}

#[test]
fn a_body_over_one_mebibyte() {
    refuse_all(|server, id| {
        let long = format!("{{\"displayName\": \"{}\"}}", "x".repeat(1 << 20));
        vec![
            (
                server.ask("POST", INTEGRATION).text(&long),
                413,
                "The request body is larger than 1048576 bytes.",
            ),
            (
                server.ask("PUT", &format!("{INTEGRATION}/{id}")).text(&long),
                413,
                "The request body is larger than 1048576 bytes.",
            ),
        ]
    });
}

#[test]
fn a_new_integration_that_breaks_a_rule() {
    let github = |more: Value| {
        let mut body = json!({ "type": "GITHUB", "pat": "t" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    refuse_all(|server, _| {
        [
            (json!({ "displayName": "x", "pat": "t" }), "type"),
            (json!({ "type": "BITBUCKET", "pat": "t" }), "BITBUCKET"),
            (json!({ "type": 7, "pat": "t" }), "type"),
            (json!({ "type": "GITHUB" }), "pat"),
            (json!({ "type": "GITLAB_SERVER", "pat": "t" }), "origin"),
            (json!({ "type": "AWS", "username": "AKIA", "password": "k" }), "awsRegion"),
            (json!({ "type": "GERRIT", "origin": "https://gerrit.example", "username": "u" }), "password"),
            (json!({ "type": "FILESPACE", "origin": "/jira/repos/*", "folderDepth": 6 }), "folderDepth"),
            (json!({ "type": "FILESPACE", "origin": "https://gitlab.com" }), "origin"),
            (github(json!({ "disabled": "no" })), "disabled"),
            (github(json!({ "displayName": 5 })), "displayName"),
            (github(json!({ "smartCommitsEnabled": "yes" })), "smartCommitsEnabled"),
            (github(json!({ "maxMinsToCommitEmail": -1 })), "maxMinsToCommitEmail"),
            (github(json!({ "maxMinsToCommitEmail": 1.5 })), "maxMinsToCommitEmail"),
            (github(json!({ "origin": "not a url" })), "origin"),
            (github(json!({ "apiPath": "orgs/acme/repos" })), "apiPath"),
            (github(json!({ "apiFilter": "[?contains(name, 'git'" })), "apiFilter"),
            (github(json!({ "refSpecCustom": "refs/heads/*:refs/x" })), "refSpecCustom"),
            (github(json!({ "awsRegion": "eu-west-1" })), "awsRegion"),
            (github(json!({ "global": true, "projectMappingIds": [10000] })), "projectMappingIds"),
            (github(json!({ "global": false, "projectMappingIds": [] })), "projectMappingIds"),
            (github(json!({ "global": false, "projectMappingIds": "10000" })), "projectMappingIds"),
            (github(json!({ "global": false, "projectMappingIds": ["MOB"] })), "projectMappingIds"),
            (
                github(json!({ "global": false, "projectMappingIds": [10000, 99999, 5] })),
                "projectMappingIds: There is no project with the id 99999, 5.",
            ),
            (github(json!({ "gitViewerEnabled": false, "requireUserPat": true })), "requireUserPat"),
        ]
        .into_iter()
        .map(|(body, says)| (server.ask("POST", INTEGRATION).json(&body), 400, says))
        .collect()
    });
}

#[test]
fn a_change_that_breaks_a_rule() {
    refuse_all(|server, id| {
        [
            (json!({ "type": "GITLAB" }), "type"),
            (json!({ "displayName": ["x"] }), "displayName"),
            (json!({ "global": "false" }), "global"),
            (json!({ "global": false }), "projectMappingIds"),
            (json!({ "global": false, "projectMappingIds": [4] }), "There is no project with the id 4."),
            (json!({ "apiPath": "no-slash" }), "apiPath"),
            (json!({ "displayName": "new", "apiFilter": "[?" }), "apiFilter"),
            (json!({ "folderDepth": 2 }), "folderDepth"),
            (json!({ "disabled": 1 }), "disabled"),
        ]
        .into_iter()
        .map(|(body, says)| (server.ask("PUT", &format!("{INTEGRATION}/{id}")).json(&body), 400, says))
        .collect()
    });
}

#[test]
fn an_id_that_is_no_number() {
    refuse_all(|server, _| {
        let mut cases = Vec::new();
        for id in ["abc", "1.5", "-1", "0", "99999999999999999999", "%20", "%FF"] {
            let path = format!("{INTEGRATION}/{id}");
            let disable = format!("/rest/gitplugin/1.0/repository/{id}/disable?disable=true");
            cases.extend([
                (server.ask("GET", &path), 400, "is not the id of an integration"),
                (server.ask("PUT", &path).json(&json!({})), 400, "is not the id of an integration"),
                (server.ask("DELETE", &path), 400, "is not the id of an integration"),
                (server.ask("PUT", &disable), 400, "is not the id of an integration"),
            ]);
        }
        cases
    });
}

#[test]
fn an_id_that_nothing_has() {
    refuse_all(|server, _| {
        let path = format!("{INTEGRATION}/404");
        let says = "Repository with id=404 does not exist";
        vec![
            (server.ask("GET", &path), 404, says),
            (server.ask("PUT", &path).json(&json!({ "displayName": "x" })), 404, says),
            (server.ask("DELETE", &path), 404, says),
            (server.ask("PUT", "/rest/gitplugin/1.0/repository/404/disable?disable=true"), 404, says),
        ]
    });
}

#[test]
fn a_flag_that_is_neither_true_nor_false() {
    refuse_all(|server, id| {
        let disable =
            |query: &str| server.ask("PUT", &format!("/rest/gitplugin/1.0/repository/{id}/disable{query}"));
        vec![
            (disable(""), 400, "does not say whether to disable"),
            (disable("?disable="), 400, "disable is \"\", but must be true or false."),
            (disable("?disable=yes"), 400, "disable is \"yes\", but must be true or false."),
            (
                server.ask("DELETE", &format!("{INTEGRATION}/{id}?deleteFiles=1")),
                400,
                "deleteFiles is \"1\", but must be true or false.",
            ),
        ]
    });
}

#[test]
fn a_resource_that_does_not_exist_is_refused_by_jira_itself() {
    let server = Running::empty();
    for path in ["/rest/gitplugin/1.0/nothing", "/rest/api/2/issue/MOB-1", "/rest/gitplugin/3.0/reindex"] {
        let answer = server.ask("GET", path).send();
        assert_eq!(answer.status, 404);
        let text = format!("There is no REST resource at {path}.");
        assert_eq!(answer.json(), json!({ "message": text, "status-code": 404 }));
    }
}

#[test]
fn a_method_that_does_not_exist() {
    refuse_all(|server, id| {
        vec![
            (
                server.ask("PATCH", &format!("{INTEGRATION}/{id}")).json(&json!({})),
                405,
                "does not accept PATCH",
            ),
            (server.ask("DELETE", INTEGRATION), 405, "does not accept DELETE"),
        ]
    });
}
