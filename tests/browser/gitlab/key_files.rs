//! Keys that are read from a file: chosen or dropped, checked in the browser, sent once and never shown.

use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server};
use serde_json::json;

use super::form::{WEBSITE, only_put, saved, set_up};

const CANARY: &str = "Y2FuYXJ5LTVlY3JldA";

fn newer() -> Server {
    Server::new().demo(1).gitlab(GitLab::V19_5).start()
}

fn p8() -> String {
    format!("-----BEGIN PRIVATE KEY-----\n{CANARY}\n-----END PRIVATE KEY-----\n")
}

#[track_caller]
fn open<'s>(server: &'s Server, slug: &str) -> Page<'s> {
    server.open(&server.at_gitlab(&format!("{WEBSITE}/{slug}")))
}

#[track_caller]
fn is_hidden(page: &Page<'_>, variable: &str) {
    page.role("tab").named("JSON").click();
    page.role("group").named("JSON that will be sent").shows(variable).without_text(CANARY);
    page.role("tab").named("curl").click();
    page.role("group").named("Command").shows(variable).without_text(CANARY);
    page.shows_nowhere(CANARY);
    page.keeps_nowhere(CANARY);
}

#[test]
fn a_key_of_apple_is_chosen_checked_and_sent_with_its_name() {
    let server = newer();
    let page = open(&server, "apple-app-store");
    page.field("Issuer ID").fill("69a6de70-03db-47e3-e053-5b8c7c11a4d1");
    page.field("Key ID").fill("2X9R4HXF34");
    page.button(sentences::SET_UP).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows("Choose the key file.");

    page.chooses_file("AuthKey_2X9R4HXF34.p8", p8());
    page.sees("AuthKey_2X9R4HXF34.p8, 73 bytes, will be sent");
    for (name, text, said) in [
        ("empty.p8", String::new(), "empty.p8 is empty."),
        (
            "cert.p8",
            p8().replace("PRIVATE KEY", "CERTIFICATE"),
            "cert.p8 holds something else than a private key",
        ),
        ("notes.txt", CANARY.to_owned(), "notes.txt is no key in PEM format"),
        ("cut.p8", p8()[..40].to_owned(), "cut.p8 is cut off"),
        ("image.png", "\0\0\u{1}".to_owned(), "image.png is no text file"),
        ("large.p8", p8().repeat(1_000), "large.p8 has 73.0 KB. A key has at most 64 KB."),
    ] {
        page.chooses_file(name, text);
        page.sees(said);
        // A wrong file changes nothing.
        page.sees("AuthKey_2X9R4HXF34.p8, 73 bytes, will be sent");
    }
    is_hidden(&page, "$APP_STORE_PRIVATE_KEY");
    server.forget();
    set_up(&page, "Apple App Store Connect");
    let sent = only_put(&server, "apple-app-store");
    assert_eq!(sent["app_store_private_key"], p8());
    assert_eq!(sent["app_store_private_key_file_name"], "AuthKey_2X9R4HXF34.p8");
    page.sees("GitLab has AuthKey_2X9R4HXF34.p8");
    page.shows_nowhere(CANARY);
    page.keeps_nowhere(CANARY);
}

#[test]
fn a_stored_key_is_chosen_again_for_each_change_and_a_choice_can_be_taken_back() {
    let server = newer();
    let own = json!({ "app_store_issuer_id": "69a6de70-03db-47e3-e053-5b8c7c11a4d1", "app_store_key_id": "2X9R4HXF34",
                      "app_store_private_key": p8(), "app_store_private_key_file_name": "Old.p8" });
    server.put_integration(101, "apple-app-store", &own);
    let page = open(&server, "apple-app-store");
    page.sees("GitLab has Old.p8");
    page.switch("Only protected branches and tags").click();
    page.button("Save 1 change").click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows("Choose the key file.");
    assert_eq!(page.drops_file("New.p8", p8()), json!([false, false]));
    page.sees("New.p8, 73 bytes, will be sent");
    page.button(sentences::DO_NOT_SEND_IT).click();
    page.sees("GitLab has Old.p8").without_text("New.p8, 73 bytes");
    page.role("button").named_like("Choose it again").has_focus();
    // What was discarded comes back whole.
    page.chooses_file("New.p8", p8());
    page.button("Discard").click();
    page.sees("GitLab has Old.p8");
    page.button(sentences::UNDO_DISCARDING).click();
    page.sees("New.p8, 73 bytes, will be sent");
    server.forget();
    saved(&page, "Apple App Store Connect");
    let sent = only_put(&server, "apple-app-store");
    assert_eq!(
        (&sent["app_store_private_key"], &sent["app_store_private_key_file_name"]),
        (&json!(p8()), &json!("New.p8"))
    );
    page.sees("GitLab has New.p8");
    page.shows_nowhere(CANARY);
}

#[test]
fn a_key_of_a_service_account_is_its_json() {
    let server = newer();
    let page = open(&server, "google-play");
    page.field("Package name").fill("com.example.app");
    page.chooses_file("AuthKey_X.p8", p8());
    page.sees("AuthKey_X.p8 is not valid JSON of a service account.");
    page.chooses_file("client.json", r#"{"installed":{"client_secret":"x"}}"#);
    page.sees("client.json is JSON, but of no service account");
    let key = format!(
        "{{\"type\":\"service_account\",\"client_email\":\"ci@x.example\",\"private_key\":\"{CANARY}\"}}"
    );
    page.chooses_file("ci.json", &key);
    page.sees("will be sent").without_text("client.json is JSON");
    is_hidden(&page, "$SERVICE_ACCOUNT_KEY");
    server.forget();
    set_up(&page, "Google Play");
    let sent = only_put(&server, "google-play");
    assert_eq!(
        (&sent["service_account_key"], &sent["service_account_key_file_name"]),
        (&json!(key), &json!("ci.json"))
    );
}

#[test]
fn it_looks_as_it_should_and_keys_reach_it() {
    let server = newer();
    let page = open(&server, "apple-app-store");
    page.button(&format!("{}: Private key", sentences::CHOOSE_A_KEY_FILE)).appears();
    page.is_accessible("a key file");
    page.chooses_file("AuthKey_2X9R4HXF34.p8", p8());
    page.button(&format!("{}: Private key", sentences::CHOOSE_ANOTHER_KEY_FILE)).appears();
    page.chooses_file("empty.p8", "");
    page.sees("empty.p8 is empty.");
    page.is_accessible("a wrong key file");
}
