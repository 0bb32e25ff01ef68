//! A config.json that is wrong, missing or mended later, on a server that knows nothing of it.

use patchbay_model::text::url::SCHEME;
use patchbay_tests::sentences;
use patchbay_tests::{Nginx, Page, Server};
use serde_json::{Value, json};

const FAULTY: &str = "The file config.json beside this page has errors";

#[track_caller]
fn works(page: &Page<'_>) {
    page.role("heading").named_like("Sign in to").appears();
}

#[test]
fn what_is_wrong_is_said_field_by_field_until_it_is_mended() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    let wrong = json!({
        "jira": { "url": "jira.example.com", "auth": "password", "token": "x" },
        "gitlab": [{ "url": "https://gitlab.com" }, { "url": "https://gitlab.com/" }, { "adress": "" }, 5],
        "theme": "dark",
    });
    nginx.configure(Some(&wrong.to_string()));
    let page = nginx.open("");
    page.alert(FAULTY)
        .shows(&format!("jira.url: {SCHEME}"))
        .shows("jira.auth must be \"session\" or \"token\".")
        .shows("jira.token is not a field. jira has \"url\" and \"auth\".")
        .shows("gitlab: gitlab.com is listed twice.")
        .shows("gitlab[2].adress is not a field. gitlab[2] has \"url\" and \"auth\".")
        .shows("gitlab[3] must be an object such as")
        .shows("theme is not a field. config.json has \"jira\" and \"gitlab\".");
    page.is_accessible("a config.json to be mended");

    let wrong = json!({
        "jira": [{ "url": "https://a.example/jira" }, { "url": "b.example" }, { "url": "https://a.example/jira/" }, 5],
    });
    nginx.configure(Some(&wrong.to_string()));
    page.button(sentences::TRY_AGAIN).click();
    page.alert(FAULTY)
        .shows(&format!("jira[1].url: {SCHEME}"))
        .shows("jira: a.example/jira is listed twice.")
        .shows("jira[3] must be an object such as");

    nginx.configure(Some("{ \"jira\": { \"url\": \"\", \"auth\": \"token\" }, }"));
    page.button(sentences::TRY_AGAIN).click();
    page.alert(FAULTY).shows("config.json is not JSON: trailing comma at line 1 column ");

    nginx.configure(Some(&json!({ "jira": { "url": "", "auth": "token" } }).to_string()));
    page.button(sentences::TRY_AGAIN).click();
    works(&page);
}

#[test]
fn a_missing_file_is_asked_for() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    nginx.configure(None);
    // The browser reports the answer 404, and the sandbox must count it as one of its own.
    server.fetch(&format!("{}/no-such-file", server.origin()), &[]);
    let page = nginx.open("");
    page.alert("The file config.json beside this page is missing")
        .shows("config.json belongs in the folder of index.html.");
    nginx.configure(Some("\u{feff}{ \"jira\": { \"auth\": \"token\" } }"));
    page.button(sentences::TRY_AGAIN).click();
    works(&page);
}

/// The schema is for editors: it must know the fields that the app knows, and no other.
#[test]
fn the_schema_has_the_fields_that_the_app_names() {
    let schema = include_str!("../../../hosting/config.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let fields =
        |object: &Value| object["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&schema), ["$schema", "jira", "gitlab"]);
    assert_eq!(fields(&schema["$defs"]["server"]), ["url", "auth"]);
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["$defs"]["server"]["additionalProperties"], false);
}
