//! Refusals with several reasons, in forms, at switches and in the reports of plans: each is shown, once.

use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";

/// How often a text stands on the page.
fn times(page: &Page<'_>, text: &str) -> usize {
    page.text().matches(text).count()
}

/// What is answered, what the summary says of fields, what is said of the form.
type Case = (Value, &'static [&'static str], &'static [&'static str]);

fn of_jira() -> Vec<Case> {
    vec![
        (
            json!({ "errors": { "displayName": ["Too long.", "Too odd."] } }),
            &["Display name: Too long. Too odd."],
            &[],
        ),
        (
            json!({ "errorMessages": ["No licence."], "errors": { "displayName": "Too long.", "apiPath": "Leads nowhere." } }),
            &["Display name: Too long.", "API path: Leads nowhere."],
            &["No licence."],
        ),
        (json!({ "errors": { "displayName": "Display name: too long" } }), &["Display name: too long"], &[]),
        (
            json!({ "errors": { "displayName": "Display name is too long" } }),
            &["Display name is too long"],
            &[],
        ),
        (
            json!({ "success": false, "error": "displayName: Слишком длинно. apiPath: Неверно." }),
            &["Display name: Слишком длинно.", "API path: Неверно."],
            &[],
        ),
        (
            json!({ "success": false, "error": "displayName: 名前が長すぎます。 apiPath: 無効です。" }),
            &["Display name: 名前が長すぎます。", "API path: 無効です。"],
            &[],
        ),
        (
            json!({ "success": false, "error": "displayName: Odd.", "advice": ["Shorten it.", "Then try again."] }),
            &["Display name: Odd. Shorten it. Then try again."],
            &[],
        ),
        (
            json!({ "errors": [{ "field": "displayName", "message": "Odd." }, { "field": "displayName", "message": "Long." }] }),
            &["Display name: Odd. Long."],
            &[],
        ),
        (
            json!({ "error": "No such host", "message": "No such host.", "advice": "Look at the log." }),
            &[],
            &["No such host. Look at the log."],
        ),
        (
            json!({ "errors": { "nobody": "Unknown.", "displayName": "Odd." } }),
            &["Display name: Odd."],
            &["nobody: Unknown."],
        ),
        // Fields that this type does not draw.
        (
            json!({ "errors": { "displayName": "Odd.", "awsRegion": "Is needed." } }),
            &["Display name: Odd."],
            &["Is needed."],
        ),
    ]
}

#[track_caller]
fn shows_each_once(page: &Page<'_>, (answer, at_fields, of_form): &Case, vendor: &str) {
    for said in *at_fields {
        page.alert("attention").shows(said);
    }
    for said in *of_form {
        page.alert(&format!("{vendor} refused the request")).shows(said);
        assert_eq!(times(page, said), 1, "{answer}: {said}\n{}", page.text());
    }
    let text = page.text();
    for label in ["Display name", "API path", "Jenkins URL", "Project name"] {
        assert!(!text.contains(&format!("{label}: {label}")), "{answer}: {text}");
        assert!(!text.contains(&format!("{label} {label}")), "{answer}: {text}");
    }
}

#[test]
fn in_the_form_of_jira() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    for (number, case) in of_jira().iter().enumerate() {
        page.field("Display name").fill(&format!("typed {number}"));
        server.disturb(PUT, Fault::Answer(400, case.0.clone()));
        page.button("Save 1 change").click();
        shows_each_once(&page, case, "Jira");
        server.heal();
    }
}

#[test]
fn at_a_switch_and_in_the_report_of_a_plan() {
    let server = Server::demo();
    for (answer, said) in [
        (
            json!({ "success": false, "error": "It is busy.", "advice": ["Wait.", "Then try again."] }),
            "It is busy. Wait. Then try again.",
        ),
        (
            json!({ "errorMessages": ["First.", "Second.", "first"], "errors": { "id": "Third." } }),
            "First. Second. id: Third.",
        ),
        (
            json!({ "errors": [{ "field": "id", "message": "Odd." }, { "message": "Very." }] }),
            "id: Odd. Very.",
        ),
    ] {
        server.disturb(SWITCH, Fault::Answer(400, answer));
        let page = server.open("/integrations");
        page.switch("Enabled: mobile").click();
        page.alert("refused").shows(said);
        page.go("/integrations");
        page.role("checkbox").named("Select mobile").click();
        page.link("Disable").click();
        page.role("button").named_like("Apply to").click();
        page.becomes("the end of the run", || page.text().contains("Close plan"));
        page.button("Details of mobile").click();
        page.sees(said);
        server.heal();
    }
}
