//! Refusals of GitLab with several reasons, in its forms: each is shown, once, at its field.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

/// What is answered, what the summary says of fields, what is said of the form.
type Case = (u16, Value, &'static [&'static str], &'static [&'static str]);

fn cases() -> Vec<Case> {
    vec![
        (
            400,
            json!({ "message": { "jenkins_url": ["is blocked", "must be a valid URL"] } }),
            &["Jenkins URL is blocked. Jenkins URL must be a valid URL."],
            &[],
        ),
        (
            400,
            json!({ "message": { "jenkins_url": ["is blocked"], "project_name": ["is too long", "is odd"] } }),
            &["Jenkins URL is blocked.", "Project name is too long. Project name is odd."],
            &[],
        ),
        (
            422,
            json!({ "message": { "jenkins_url": ["is blocked"], "base": ["Not in this project", "Ask an owner"] } }),
            &["Jenkins URL is blocked."],
            &["Not in this project.", "Ask an owner."],
        ),
        // A parameter that this form does not draw.
        (
            400,
            json!({ "message": { "jenkins_url": ["is blocked"], "google_play_protected_refs": ["is odd"] } }),
            &["Jenkins URL is blocked."],
            &["google_play_protected_refs is odd."],
        ),
        (
            400,
            json!({ "message": "Failed to update integration. {:jenkins_url=>[\"is blocked\", \"is odd\"], :base=>[\"Not here\"]}" }),
            &["Jenkins URL is blocked. Jenkins URL is odd."],
            &["Not here."],
        ),
        (
            400,
            json!({ "error": "jenkins_url is missing, project_name does not have a valid value" }),
            &[
                "GitLab requires this in every change. Enter “Jenkins URL”.",
                "GitLab does not accept this value.",
            ],
            &[],
        ),
        (
            400,
            json!({ "message": { "jenkins_url": ["はブロックされています", "est bloqué : requêtes"] } }),
            &["Jenkins URL はブロックされています. Jenkins URL est bloqué : requêtes."],
            &[],
        ),
        (
            400,
            json!({ "message": { "password": ["is wrong"], "username": ["is unknown"] } }),
            &["Password is wrong.", "User name is unknown."],
            &[],
        ),
        (400, json!({ "message": ["Nicht erlaubt", "Nicht hier"] }), &[], &["Nicht erlaubt.", "Nicht hier."]),
        (
            422,
            json!({ "errors": [{ "field": "jenkins_url", "message": "is odd" }], "message": "Look again" }),
            &["Jenkins URL is odd."],
            &["Look again."],
        ),
    ]
}

fn times(page: &Page<'_>, text: &str) -> usize {
    page.text().matches(text).count()
}

#[test]
fn in_the_form_of_jenkins() {
    let server = Server::demo();
    for (status, answer, at_fields, of_form) in cases() {
        let page = server.open(&server.at_gitlab("102/jenkins"));
        page.field("Jenkins URL").fill("https://ci.acme.example");
        page.field("Project name").fill("My job");
        page.field("User name").fill("ann");
        page.field("Password").fill("s3cret-s3cret");
        server
            .disturb("PUT /api/v4/projects/102/integrations/jenkins", Fault::Answer(status, answer.clone()));
        page.button(sentences::SET_UP).click();
        for said in at_fields {
            page.alert("attention").shows(said);
        }
        for said in of_form {
            page.alert("GitLab refused the request").shows(said);
            assert_eq!(times(&page, said), 1, "{answer}: {said}\n{}", page.text());
        }
        let text = page.text();
        for label in ["Jenkins URL", "Project name", "User name", "Password"] {
            for doubled in [format!("{label}: {label}"), format!("{label} {label}")] {
                assert!(!text.contains(&doubled), "{answer}: {text}");
            }
        }
        page.field("Jenkins URL").holds("https://ci.acme.example");
        server.heal();
    }
}

/// A hint at what is hardly meant and the one about the API path are both shown, the worse first.
#[test]
fn an_api_path_hides_no_hint_of_the_filter() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("API path").fill("/api/v4/projects");
    for (filter, hint) in [
        ("[?archived][0:10]", "looks for a list in each repository"),
        ("[?archived == true]", "“true” at character 15 is the name of a field."),
        ("[?contains(name, 'a|b')]", "“|” in 'a|b' at character 18 stands for itself"),
        ("git", "“git” at character 1 is the name of a field and no filter."),
    ] {
        page.field("JMESPath filter").fill(filter);
        page.sees(hint);
        page.sees("An API path is set too.");
        let text = page.text();
        assert!(text.find(hint) < text.find("An API path is set too."), "{text}");
    }
    page.field("JMESPath filter").fill("[?archived ==]");
    page.button("Save 2 changes").click();
    page.sees("A value is missing before “]” at character 14.");
}
