//! Which requests a fault is about.

use patchbay_sandbox::Options;
use serde_json::{Value, json};

use super::with;
use crate::running::Running;

/// A status that the sandbox itself never answers with.
const MET: u16 = 418;

fn is_met(which: &Value, method: &str, path: &str) -> bool {
    let mut fault = which.clone();
    fault["status"] = json!(MET);
    with(&json!([fault])).ask(method, path).send().status == MET
}

#[test]
fn a_fault_is_about_methods_paths_and_apis() {
    let jira = "/rest/gitplugin/1.0/integration";
    let gitlab = "/api/v4/projects/shop%2Fweb%2Fwebsite/integrations/slack";
    for (which, method, path, expected) in [
        (json!({}), "GET", "/rest/gitplugin/1.0/integration", true),
        (json!({}), "GET", "/rest/gitplugin/latest/integration/1", true),
        (json!({}), "POST", "/rest/gitplugin/2.0/reindex", true),
        (json!({ "path": "/reindex" }), "POST", "/rest/gitplugin/2.0/reindex", true),
        (json!({ "path": "/repository" }), "GET", "/rest/gitplugin/1.0/repository", true),
        (json!({ "path": "/index.json" }), "GET", "/rest/gitplugin/1.0/index.json", true),
        (json!({}), "GET", "/rest/api/2/myself", true),
        (json!({}), "GET", "/api/v4/user", true),
        (json!({}), "POST", "/rest/api/2/nothing/here", true),
        (json!({}), "GET", "/", false),
        (json!({}), "GET", "/help", false),
        (json!({}), "GET", "/openapi.json", false),
        (json!({}), "GET", "/rest/other/1.0/integration", false),
        (json!({}), "GET", "/api/v45/user", false),
        (json!({}), "OPTIONS", gitlab, false),
        (json!({ "method": "OPTIONS" }), "OPTIONS", gitlab, true),
        (json!({ "method": "GET" }), "GET", jira, true),
        (json!({ "method": "GET" }), "POST", jira, false),
        (json!({ "method": ["PUT", "DELETE"] }), "DELETE", jira, true),
        (json!({ "method": ["PUT", "DELETE"] }), "GET", jira, false),
        (json!({ "api": "jira" }), "GET", jira, true),
        (json!({ "api": "jira" }), "GET", "/rest/api/2/project", true),
        (json!({ "api": "jira" }), "GET", gitlab, false),
        (json!({ "api": "gitlab" }), "GET", gitlab, true),
        (json!({ "api": "gitlab" }), "GET", jira, false),
        (json!({ "path": "/integration" }), "GET", jira, true),
        (json!({ "path": "/integration" }), "GET", "/rest/gitplugin/1.0/integration?x=1", true),
        (json!({ "path": "/integration" }), "GET", "/rest/gitplugin/latest/integration", true),
        (json!({ "path": "/integration" }), "GET", "/rest/gitplugin/1.0/integration/1", false),
        (json!({ "path": "/integration" }), "GET", "/rest/gitplugin/1.0/integration/", false),
        (json!({ "path": "/integration/*" }), "GET", "/rest/gitplugin/1.0/integration/1", true),
        (json!({ "path": "/integration/*" }), "GET", jira, false),
        (json!({ "path": "/integration/*" }), "GET", "/rest/gitplugin/1.0/integration/1/2", false),
        (json!({ "path": "/integration/1" }), "GET", "/rest/gitplugin/1.0/integration/1", true),
        (json!({ "path": "/integration/1" }), "GET", "/rest/gitplugin/1.0/integration/11", false),
        (
            json!({ "path": "/repository/*/disable" }),
            "PUT",
            "/rest/gitplugin/1.0/repository/1/disable?disable=true",
            true,
        ),
        (json!({ "path": "/*/1" }), "GET", "/rest/gitplugin/1.0/integration/1", true),
        (json!({ "path": "/**" }), "GET", jira, true),
        (json!({ "path": "/integration/**" }), "GET", jira, true),
        (json!({ "path": "/integration/**" }), "GET", "/rest/gitplugin/1.0/integration/1/2/3", true),
        (json!({ "path": "/integration/**" }), "GET", "/rest/gitplugin/1.0/integrations", false),
        (json!({ "path": "/projects/*/integrations/*" }), "GET", gitlab, true),
        (json!({ "path": "/projects/*/integrations/slack" }), "GET", gitlab, true),
        (json!({ "path": "/projects/shop%2Fweb%2Fwebsite/**" }), "GET", gitlab, true),
        (json!({ "path": "/projects/shop/web/website/**" }), "GET", gitlab, false),
        (json!({ "path": "/projects" }), "GET", "/api/v4/projects?search=web", true),
    ] {
        assert_eq!(is_met(&which, method, path), expected, "{which}: {method} {path}");
    }
}

#[test]
fn the_context_path_is_no_part_of_the_path() {
    let faults = json!([{ "path": "/myself", "status": MET }]).to_string().parse().unwrap();
    let context_path = "/jira".parse().unwrap();
    let server = Running::with(Options { context_path, faults, ..Options::default() });
    assert_eq!(server.get("/jira/rest/api/2/myself").status, MET);
    assert_eq!(server.get("/rest/api/2/myself").status, 404);
}

/// The faults are for whom the sandbox answers at all.
#[test]
fn requests_for_another_host_are_refused_before() {
    let server = with(&json!([{ "status": MET }]));
    let ask = server.ask("GET", "/rest/api/2/myself").header("Host", "evil.example");
    assert_eq!(ask.send().status, 421);
    assert_eq!(server.get("/rest/api/2/myself").status, MET);
}
