//! Files of integrations: exported, compared with Jira, and applied as a plan.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

const TOKEN: &str = "ghp_canary0123456789abcdef0123456789abcd";

const IMPORT: &str = "/integrations/plan/import";

/// Exports all of the list in this format.
#[track_caller]
fn exported(page: &Page<'_>, format: &str, ending: &str) -> String {
    let downloads = page.keeps_downloads();
    page.link("Export").click();
    page.heading(sentences::EXPORT_INTEGRATIONS).appears();
    page.role("radio").named_like(format).click();
    page.button("Save file").click();
    page.role("status").shows("25 integrations saved in git-integrations-");
    downloads.text(&name(page, ending))
}

/// The name of an export of today.
fn name(page: &Page<'_>, ending: &str) -> String {
    let day = page.run("return new Date().toISOString().slice(0, 10)", Vec::new());
    format!("git-integrations-{}.{ending}", day.as_str().unwrap())
}

fn file(integrations: &Value) -> String {
    json!({"patchbay": "git-integrations", "version": 1, "integrations": integrations}).to_string()
}

#[test]
fn unchanged_there_is_nothing_to_do() {
    let server = Server::demo();
    let page = server.open("/integrations");
    for (format, ending) in [("JSON", "json"), ("Table", "tsv")] {
        let text = exported(&page, format, ending);
        page.link("Import a file").click();
        page.heading(sentences::IMPORT_INTEGRATIONS).appears();
        page.chooses_file("all.txt", &text);
        page.alert("All 25 integrations are as in the file.").appears();
        let show = page.button(sentences::SHOW_THE_PLAN);
        show.has("aria-disabled", "true");
        show.hover();
        page.sees(sentences::NOTHING_TO_DO);
        page.link("Git integrations").click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    }
    assert_eq!(server.writes(), []);
}

/// The third format: `crates/sandbox/tests/http/plan_script/reading.rs` runs such a script.
#[test]
fn those_that_are_chosen_are_a_script_of_curl_commands() {
    let server = Server::demo();
    let page = server.open("/integrations");
    for name in ["mobile", "payments"] {
        page.role("checkbox").named(&format!("Select {name}")).click();
    }
    page.role("region").named("Selected integrations").appears();
    page.link("Export…").click();
    page.heading(sentences::EXPORT_INTEGRATIONS).appears();
    page.role("radio").named_like("Shell script (sh)").click();
    page.sees("It takes your token from $JIRA_TOKEN");
    let downloads = page.keeps_downloads();
    page.button("Save file").click();
    page.role("status").shows("2 integrations saved in git-integrations-");
    let text = downloads.text(&name(&page, "sh"));
    assert!(text.starts_with("#!/bin/sh\n# Reads 2 integrations from Jira, one request for each."), "{text}");
    let of = |id: u64, name: &str| {
        let address = format!("{}/rest/gitplugin/1.0/integration/{id}", server.origin());
        format!("\n# {name}\ncurl '{address}' \\\n  -H \"Authorization: Bearer $JIRA_TOKEN\"")
    };
    assert!(text.contains(&of(2, "mobile")) && text.contains(&of(6, "payments")), "{text}");
    assert_eq!(text.matches("\ncurl 'http").count(), 2);
    assert_eq!(server.writes(), []);
}

#[test]
fn edited_it_is_a_plan_that_saves_what_differs() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let mut file: Value = serde_json::from_str(&exported(&page, "JSON", "json")).unwrap();
    let entries = file["integrations"].as_array_mut().unwrap();
    let mobile = entries.iter_mut().find(|entry| entry["displayName"] == "mobile").unwrap();
    mobile["smartCommitsEnabled"] = json!(mobile["smartCommitsEnabled"] == false);
    let smart = mobile["smartCommitsEnabled"].clone();
    let firmware = entries.iter_mut().find(|entry| entry["displayName"] == "firmware").unwrap();
    firmware["displayName"] = json!("firmware of 2027");
    firmware["disabled"] = json!(firmware["disabled"] == false);
    let disabled = firmware["disabled"].clone();
    server.forget();

    page.link("Import a file").click();
    page.chooses_file("edited.json", serde_json::to_string_pretty(&file).unwrap());
    page.alert("2 of 25 differ from the file.").appears();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply edited.json").appears();
    page.sees("2 to change");
    assert_eq!(server.writes(), []);
    page.button("Apply to 2").click();
    page.role("status").shows("The plan is done: 2 of 2 done.");
    assert_eq!(server.named("mobile")["smartCommitsEnabled"], smart);
    assert_eq!(server.named("firmware of 2027")["disabled"], disabled);
    // A change each, and the switch.
    assert_eq!(server.writes().len(), 3, "{:?}", server.writes());
}

#[test]
fn of_what_is_selected_and_of_one() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let downloads = page.keeps_downloads();
    page.role("checkbox").named_like("mobile").click();
    page.role("region").named("Selected integrations").appears();
    page.link("Export").click();
    page.role("radio").named("1 integration that is selected").appears();
    let chosen = "return tree.querySelector('input[type=radio]:checked').closest('label').innerText.trim()";
    assert_eq!(page.run(chosen, Vec::new()), "1 integration that is selected");
    page.button("Save file").click();
    let file = downloads.json(&name(&page, "json"));
    let names: Vec<&Value> =
        file["integrations"].as_array().unwrap().iter().map(|entry| &entry["displayName"]).collect();
    assert_eq!(names, ["mobile"]);

    let page = server.open("/integrations/2");
    let downloads = page.keeps_downloads();
    page.button("Export").click();
    let file = downloads.json("git-integration-2.json");
    assert_eq!(file["integrations"][0]["displayName"], "mobile");
    assert_eq!(file["integrations"][0]["pat"], "$TOKEN");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_bad_file_is_refused_with_its_place() {
    let server = Server::demo();
    let page = server.open(IMPORT);
    for (text, sentence) in [
        ("{\"patchbay\": \"git-integrations\",}", "Line 1, column 33: Remove the comma before “}”."),
        ("{\"patchbay\": \"git-integrations\", \"version\": 9}", "Line 1, column 45: The file has version 9"),
        ("hello", "Line 1, column 1: This is neither JSON"),
    ] {
        page.field(sentences::OR_PASTE_ITS_TEXT).fill(text);
        page.button(sentences::COMPARE_WITH_JIRA).click();
        page.alert(sentences::THE_FILE_CANNOT_BE_USED)
            .shows(sentence)
            .without(&page.button(sentences::SHOW_THE_PLAN));
    }
    page.chooses_file("excel.txt", [0xff, 0xfe, 0x7b, 0]);
    page.alert("excel.txt was not read").shows("It is not a text in UTF-8.");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_file_is_dropped_and_a_text_is_pasted() {
    let server = Server::demo();
    let page = server.open(IMPORT);
    let text = file(&json!([{"id": 2, "type": "GITHUB", "smartCommitsEnabled": "yes"}]));
    assert_eq!(page.drops_file("dropped.json", &text), json!([false, false]));
    page.alert("dropped.json")
        .shows("“smartCommitsEnabled” takes true or false, without quotation marks, not text.");

    let kind = server.named("mobile")["integrationType"].clone();
    let text = file(&json!([{"id": 2, "type": kind, "displayName": "mobile apps"}]));
    page.field(sentences::OR_PASTE_ITS_TEXT).fill(&text);
    page.button(sentences::COMPARE_WITH_JIRA).click();
    page.alert("1 of 1 differs from the file. 24 integrations of Jira are not in the file.").appears();
    page.field(sentences::OR_PASTE_ITS_TEXT).holds("");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply pasted text").appears();
    page.button("Apply to 1").click();
    page.role("status").shows("The plan is done: 1 of 1 done.");
    assert_eq!(server.writes().len(), 1);
    assert_eq!(server.named("mobile apps")["id"], 2);
}

#[test]
fn what_the_file_does_not_name_is_removed_only_when_asked_for() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let mut all: Value = serde_json::from_str(&exported(&page, "JSON", "json")).unwrap();
    all["integrations"].as_array_mut().unwrap().retain(|entry| entry["displayName"] != "mobile");
    page.link("Import a file").click();
    page.chooses_file("fewer.json", all.to_string());
    page.alert("All 24 integrations are as in the file. 1 integration of Jira is not in the file.").appears();
    page.button(sentences::SHOW_THE_PLAN).has("aria-disabled", "true");
    page.role("checkbox").named_like("Also remove 1 integration that the file does not name").click();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply fewer.json").appears();
    page.field("Type 1 to confirm").fill("1");
    page.button("Remove 1").click();
    page.role("status").shows("The plan is done: 1 of 1 done.");
    let line = "DELETE /rest/gitplugin/1.0/integration/2?deleteFiles=false".to_owned();
    assert_eq!(server.writes(), [(line, Value::Null)]);
}

#[test]
fn a_secret_is_typed_once_for_all_and_goes_only_to_jira() {
    let server = Server::demo();
    let page = server.open(IMPORT);
    let text = file(&json!([
        {"type": "GITHUB", "displayName": "new one", "pat": "$TOKEN"},
        {"type": "GITHUB", "displayName": "another one"},
    ]));
    page.chooses_file("new.json", &text);
    page.alert("2 integrations of the file are not in Jira.").appears();
    let field = page.field("Personal access token for https://api.github.com");
    field.has("type", "password");
    field.fill(TOKEN);
    page.keeps_nowhere(TOKEN);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply new.json").appears();
    page.keeps_nowhere(TOKEN);
    page.shows_nowhere(TOKEN);
    server.forget();
    page.button("Apply to 2").click();
    page.role("status").shows("The plan is done: 2 of 2 done.");
    let carrying: Vec<_> =
        server.requests().into_iter().filter(|request| request.text.contains(TOKEN)).collect();
    assert_eq!(carrying.len(), 2, "{carrying:?}");
    for request in &carrying {
        assert_eq!(request.line, "POST /rest/gitplugin/1.0/integration");
        assert_eq!(request.body["pat"], TOKEN);
    }
    page.keeps_nowhere(TOKEN);
    page.shows_nowhere(TOKEN);
}

#[test]
fn without_its_secret_a_new_one_is_not_sent() {
    let server = Server::demo();
    let page = server.open(IMPORT);
    page.chooses_file(
        "new.json",
        file(&json!([{"type": "GERRIT", "displayName": "g", "origin": "https://gerrit.test.example"}])),
    );
    page.field("User name for https://gerrit.test.example").appears();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply new.json").appears();
    page.sees("1 with a problem");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_secret_in_a_file_is_pointed_out_and_shown_nowhere() {
    let server = Server::demo();
    let page = server.open(IMPORT);
    page.chooses_file(
        "plain.json",
        file(&json!([{"type": "GITHUB", "displayName": "new one", "pat": TOKEN}])),
    );
    page.alert("1 integration of the file is not in Jira.")
        .shows("One entry of the file has a secret as plain text.");
    page.keeps_nowhere(TOKEN);
    page.shows_nowhere(TOKEN);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Apply plain.json").appears();
    page.shows_nowhere(TOKEN);
    page.button("Apply to 1").click();
    page.role("status").shows("The plan is done: 1 of 1 done.");
    page.keeps_nowhere(TOKEN);
    page.shows_nowhere(TOKEN);
}
