//! An integration that no table knows: its form is made from what the server says, and grows by what it asks for.

use patchbay_model::form::check::required;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

use super::form::{disable, saved};

const TITLE: &str = "Alerts endpoint";

#[track_caller]
fn open(server: &Server) -> (Page<'_>, u64) {
    let project = server.project("platform/observability/alert-rules");
    let page = server.open(&server.at_gitlab(&format!("{project}/alerts")));
    page.heading(TITLE).appears();
    (page, project)
}

#[test]
fn has_a_form_made_from_its_values() {
    let server = Server::demo();
    let (page, _) = open(&server);
    page.sees("Patchbay does not know this integration.");
    page.field("severity").holds("high");
    page.switch("include_resolved").has("aria-checked", "true");
    page.switch("A push to the repository").appears();
    page.sees(sentences::NOTHING_HAS_BEEN_CHANGED_YET);
}

#[test]
fn a_setting_that_gitlab_misses_becomes_a_field() {
    let server = Server::demo();
    let (page, project) = open(&server);
    page.field("severity").fill("low");
    page.button("Save 1 change").click();
    page.alert("GitLab asks for more").shows("It requires token, which Patchbay did not know.");
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(&required("token"));
    let token = page.field("token");
    token.appears().has("type", "password");
    page.field("severity").holds("low");
    token.fill("t0ken");
    server.forget();
    saved(&page, TITLE);
    let (line, body) = server.writes().remove(0);
    assert_eq!(line, format!("PUT /api/v4/projects/{project}/integrations/alerts"));
    assert_eq!((&body["token"], &body["severity"]), (&json!("t0ken"), &json!("low")));
    assert_eq!(server.integration_of(project, "alerts")["properties"]["severity"], "low");
    page.shows_nowhere("t0ken");
    // GitLab may want any of them again, so what nobody touched goes along.
    page.switch("include_resolved").click();
    page.field("token").fill("t0ken");
    server.forget();
    saved(&page, TITLE);
    let (_, body) = server.writes().remove(0);
    assert_eq!((&body["include_resolved"], &body["severity"]), (&json!(false), &json!("low")));
    disable(&page, TITLE);
    assert_eq!(server.integration_of(project, "alerts")["active"], false);
}
