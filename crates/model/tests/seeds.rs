//! The documents' own examples, read, changed and written back.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod support;

use patchbay_model::gij::wire::{self, WireError};
use patchbay_model::gij::{self, Integration, REGIONS, is_secret, server};
use patchbay_model::{Mode, Object, Values};
use serde_json::{Value, json};
use support::{documented, fill, form, kind, merged, names, object};

const ADD_REQUEST: &str = include_str!("fixtures/add-request.json");
const ADD_RESPONSE: &str = include_str!("fixtures/add-response.json");
const UPDATE_1_REQUEST: &str = include_str!("fixtures/update-1-request.json");
const UPDATE_1_RESPONSE: &str = include_str!("fixtures/update-1-response.json");
const UPDATE_2_REQUEST: &str = include_str!("fixtures/update-2-request.json");
const UPDATE_2_RESPONSE: &str = include_str!("fixtures/update-2-response.json");
const REMOVE_1_RESPONSE: &str = include_str!("fixtures/remove-1-response.json");
const REMOVE_2_RESPONSE: &str = include_str!("fixtures/remove-2-response.json");

const RESPONSES: [&str; 3] = [ADD_RESPONSE, UPDATE_1_RESPONSE, UPDATE_2_RESPONSE];

fn json(example: &str) -> Value {
    serde_json::from_str(example).expect("the example is JSON")
}

/// The integration within an example answer, exactly as written there.
fn settings(example: &str) -> Object {
    object(json(example)["integration"].take())
}

fn read(example: &str) -> Integration {
    wire::one(json(example), Some(1)).expect("the example is an answer")
}

/// The patch that a form sends after somebody opened `before` and typed `given`.
fn patch(before: &Integration, given: Value) -> Object {
    let form = gij::schema(&before.kind, Mode::Edit, &before.settings);
    let opened = form.read(&before.settings);
    let mut edited = opened.clone();
    fill(&form, &mut edited, given);
    assert_eq!(form.problems(&edited), []);
    gij::request_patch(&before.kind, &form, &opened, &edited)
}

#[test]
fn reads_every_answer_with_an_integration() {
    for (example, name, origin, kind, global, projects, connected, indexed) in [
        (
            ADD_RESPONSE,
            "MyGitHub",
            "https://api.github.com",
            "GITHUB",
            true,
            vec![],
            1_630_493_935_378.0,
            1_639_056_070_472.0,
        ),
        (
            UPDATE_1_RESPONSE,
            "MY GITLAB",
            "https://gitlab.com",
            "GITLAB",
            true,
            vec![],
            1_574_747_787_950.0,
            1_584_720_012_000.0,
        ),
        (
            UPDATE_2_RESPONSE,
            "MY GITLAB",
            "https://gitlab.com",
            "GITLAB",
            false,
            vec![10_000],
            1_574_747_787_950.0,
            1_584_720_012_000.0,
        ),
    ] {
        let read = read(example);
        assert_eq!(read.id, 1);
        assert_eq!(read.name(), name);
        assert_eq!(read.origin(), origin);
        assert_eq!(read.kind.name(), kind);
        assert!(!read.is_disabled());
        assert_eq!(read.is_global(), Some(global));
        assert_eq!(read.projects(), projects);
        assert_eq!(read.connected_at(), Some(connected));
        assert_eq!(read.indexed_at(), Some(indexed));
    }
}

#[test]
fn reading_loses_nothing() {
    for example in RESPONSES {
        assert_eq!(*read(example).settings, settings(example));
    }
}

#[test]
fn reads_them_as_a_list() {
    let integrations: Vec<_> = RESPONSES.iter().map(|example| settings(example)).collect();
    let answer = json!({"success": true, "integrations": integrations});
    let briefs = gij::briefs(&answer.to_string()).expect("a list as the documents have it");
    let list = wire::list(answer).expect("a list").read;
    assert_eq!(briefs, list.iter().map(gij::Brief::of).collect::<Vec<_>>());
    let kinds: Vec<_> = list.iter().map(|integration| integration.kind.label()).collect();
    assert_eq!(kinds, ["GitHub.com", "GitLab.com", "GitLab.com"]);
    assert_eq!(
        list.into_iter().map(|integration| (*integration.settings).clone()).collect::<Vec<_>>(),
        integrations
    );
}

#[test]
fn opening_and_saving_without_a_change_sends_nothing() {
    for example in RESPONSES {
        assert_eq!(patch(&read(example), json!({})), Object::new());
    }
}

#[test]
fn sends_only_what_changes() {
    let gitlab = read(UPDATE_1_RESPONSE);
    for (given, sent) in [
        (json!({"displayName": "Our GitLab"}), json!({"displayName": "Our GitLab"})),
        (json!({"displayName": " MY GITLAB "}), json!({})),
        (json!({"pat": "thisisthepatofyourgithost"}), json!({"pat": "thisisthepatofyourgithost"})),
        (json!({"disableSslVerification": false}), json!({"disableSslVerification": true})),
        (json!({"maxMinsToCommitEmail": "60"}), json!({"maxMinsToCommitEmail": 60})),
        (json!({"maxMinsToCommitEmail": "01440"}), json!({})),
        (json!({"tagsFilter": "^v.*"}), json!({"tagsFilter": "^v.*"})),
        // The answer lacks requireUserPat: switching it off is news.
        (json!({"requireUserPat": false}), json!({"requireUserPat": false})),
        // Example 2 of the document.
        (
            json!({"global": false, "projectMappingIds": [10_000]}),
            json!({"global": false, "projectMappingIds": [10_000]}),
        ),
    ] {
        assert_eq!(Value::from(patch(&gitlab, given.clone())), sent, "for {given}");
    }
}

#[test]
fn restricting_to_a_project_leads_from_the_first_answer_to_the_second() {
    let before = read(UPDATE_1_RESPONSE);
    let patch = patch(&before, json!({"global": false, "projectMappingIds": [10_000]}));
    let accepted = server::check_update(&before.settings, &patch).expect("the form’s patch is accepted");
    assert_eq!(merged(&before.settings, &accepted), settings(UPDATE_2_RESPONSE));
}

#[test]
fn a_server_takes_the_add_example() {
    let request = object(json(ADD_REQUEST));
    let stored = server::check_create(&request).expect("the example is accepted");
    for (key, value) in request.iter().filter(|(key, _)| key.as_str() != "type") {
        assert_eq!(stored.get(key), Some(value), "{key}");
    }
    assert_eq!(stored["integrationType"], "GITHUB");
    // What the answer shows is what was stored, with what the server adds, without what is secret.
    let mut answer = merged(&stored, &Object::new());
    for (key, value) in settings(ADD_RESPONSE) {
        if ["id", "initDate", "lastIndexedDate"].contains(&key.as_str()) {
            answer.insert(key, value);
        }
    }
    assert_eq!(documented(answer), settings(ADD_RESPONSE));
}

#[test]
fn a_server_takes_the_update_examples() {
    let before = settings(UPDATE_1_RESPONSE);
    for (request, changes, after) in [
        (
            UPDATE_1_REQUEST,
            json!({"pat": "thisisthepatofyourgithost", "requireUserPat": false, "disabled": false}),
            UPDATE_1_RESPONSE,
        ),
        (
            UPDATE_2_REQUEST,
            json!({"pat": "thisisthepatofyourgithost", "global": false, "projectMappingIds": [10_000]}),
            UPDATE_2_RESPONSE,
        ),
    ] {
        let accepted = server::check_update(&before, &object(json(request))).expect("accepted");
        assert_eq!(Value::from(accepted.clone()), changes);
        let mut answer = merged(&before, &accepted);
        answer.remove("requireUserPat"); // The document's answers lack it.
        assert_eq!(answer, settings(after));
    }
}

#[test]
fn the_add_form_sends_the_add_example() {
    let form = form("GITHUB", Mode::Create);
    let mut values: Values = form.defaults();
    fill(&form, &mut values, json!({"displayName": "MyGitHub", "pat": "thisisthepatofyourgithost"}));
    let mut example = object(json(ADD_REQUEST));
    // The list is not accepted when global is true, and a new integration is enabled unless told otherwise.
    example.shift_remove("projectMappingIds");
    example.shift_remove("disabled");
    assert_eq!(documented(gij::request_body(&kind("GITHUB"), &form, &values)), example);
}

#[test]
fn reads_both_remove_answers() {
    assert_eq!(wire::accepted(&json(REMOVE_1_RESPONSE)), Ok(()));
    let Err(WireError::Refused(refusal)) = wire::accepted(&json(REMOVE_2_RESPONSE)) else {
        panic!("the second example is a refusal");
    };
    assert_eq!(refusal.error, "Repository with id=5 does not exist");
    assert_eq!(
        refusal.to_string(),
        "Repository with id=5 does not exist. Please try again with an existing repository id."
    );
}

#[test]
fn knows_the_twelve_types_of_the_documents() {
    let mut ours: Vec<_> = names().collect();
    ours.sort_unstable();
    let documented = "AWS AZURE AZURE_DEVOPS FILESPACE GERRIT GITHUB GITHUB_SERVER GITLAB GITLAB_SERVER \
        GITLAB_SERVER_LEGACY TFS_SERVER VSTS";
    assert_eq!(ours, documented.split(' ').collect::<Vec<_>>());
}

#[test]
fn offers_the_regions_of_the_documents_without_the_misprint() {
    let add = "us-east-1 us-east-2 us-west-1 us-west-2 ap-south-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 \
        ap-northeast-1 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 me-south-1 \
        sa-east-1";
    let update = "us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-south-1 ap-south-2 ap-northeast-3 \
        ap-northeast-2 ap-southeast-1 ap-southeast-3 ap-southeast-2 ap-northeast-1 ca-central-1 \
        eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-south-1 eu-south-2 eu-north-1 \
        me-central-1 me-south-1 sa-east-1";
    assert!(add.split(' ').chain(update.split(' ')).all(|region| REGIONS.contains(&region)));
    assert_eq!(REGIONS.len(), update.split(' ').count());
}

#[test]
fn every_setting_of_the_documents_has_a_field_in_some_form() {
    let forms: Vec<_> = names().map(|name| form(name, Mode::Create)).collect();
    let keys = "displayName origin disabled sendCommitEmails maxMinsToCommitEmail username password pat \
        disableSslVerification apiPath apiFilter tfsCollection awsRegion requireUserPat gitViewerEnabled \
        smartCommitsEnabled global sourcesDiffViewEnabled revisionIndexing tagsFilter projectMappingIds \
        trustFolderStat refSpecNotes refSpecChanges refSpecCustom folderDepth prHideFilter";
    for key in keys.split(' ') {
        assert!(forms.iter().any(|form| form.field(key).is_some()), "{key}");
    }
    for key in gij::SECRETS {
        assert!(is_secret(key));
    }
}
