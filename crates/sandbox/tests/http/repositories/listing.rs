//! "Retrieve Repository List": who may ask, what is listed, in which shape.

use patchbay_model::gij::{read_repositories, repository_briefs};
use patchbay_sandbox::{Gij, Options};
use serde_json::json;

use super::{REPOSITORY, at_once, id, refused, running};
use crate::running::{INTEGRATION, Running};

#[test]
fn lists_those_of_every_integration_that_was_indexed() {
    let server = running(Gij::V6_1, 25);
    let all = server.repositories();
    let integrations = server.all();
    assert_eq!(integrations.len(), 25);
    let mut counted = 0;
    for integration in &integrations {
        let number = all.iter().filter(|one| one["trackedFolderId"] == integration["id"]).count();
        counted += number;
        let was_indexed = integration.get("lastIndexedDate").is_some();
        // A filter may drop all of them.
        assert!(was_indexed || number == 0, "{integration}");
        let has_filter = integration.get("apiFilter").is_some();
        let is_folder = integration["integrationType"] == "FILESPACE";
        assert!(
            !was_indexed || has_filter || is_folder || (30..=170).contains(&number),
            "{number} {integration}"
        );
        assert!(!was_indexed || number > 0, "{integration}");
    }
    assert_eq!(counted, all.len());
    let mut ids: Vec<i64> = all.iter().map(id).collect();
    ids.extend(integrations.iter().map(id));
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "repositories and integrations share one range");
    assert_eq!(all, server.repositories());
}

#[test]
fn looks_as_the_document_shows_it() {
    let server = running(Gij::V5_2, 2);
    let one = server.tracked(1).remove(0);
    let keys: Vec<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
    for key in [
        "id",
        "group",
        "displayName",
        "origin",
        "mainBranch",
        "root",
        "realRoot",
        "absoluteRoot",
        "disabled",
        "enableFetches",
        "sendCommitEmails",
        "maxMinsToCommitEmail",
        "global",
        "hosted",
        "initDate",
        "lastIndexedDate",
        "revisionIndexing",
        "gitViewerEnabled",
        "disableSslVerification",
        "smartCommitsEnabled",
        "webLinkType",
        "viewFormat",
        "changesetFormat",
        "fileAddedFormat",
        "fileModifiedFormat",
        "fileDeletedFormat",
        "mergeRequestFormat",
        "branchLinkFormat",
        "commitsValidationRequired",
        "requireUserPat",
        "projectMappingIds",
        "trackedFolderId",
        "integrationType",
        "showAllTags",
        "supportsBranchCreationApi",
        "supportsPullRequestApi",
        "sourcesDiffViewEnabled",
        "refSpecNotes",
        "refSpecChanges",
        "trustFolderStat",
    ] {
        assert!(keys.contains(&key), "{key}: {one}");
    }
    assert_eq!(
        (&one["trackedFolderId"], &one["absoluteRoot"], &one["group"]),
        (&json!(1), &json!(false), &json!("platform"))
    );
    assert!(one["changesetFormat"].as_str().unwrap().ends_with("/commit/${rev}"));
}

#[test]
fn everybody_who_is_signed_in_may_read_it_and_nobody_else() {
    let server = running(Gij::V6_1, 2);
    let as_user =
        |method, path| server.ask_signed_out(method, path).header("Authorization", "Bearer user-token");
    let listed = as_user("GET", REPOSITORY).send();
    assert_eq!((listed.status, listed.json()), (200, server.get(REPOSITORY).json()));
    assert_eq!(as_user("GET", "/rest/gitplugin/latest/repository").send().status, 200);
    assert_eq!(server.ask_signed_out("GET", REPOSITORY).send().status, 401);
    for (method, path) in [
        ("POST", REPOSITORY),
        ("PUT", REPOSITORY),
        ("DELETE", "/rest/gitplugin/1.0/repository?id=3"),
        ("PUT", "/rest/gitplugin/1.0/repository/3/disable?disable=true"),
        ("POST", "/rest/gitplugin/2.0/reindex"),
        ("POST", "/rest/gitplugin/1.0/index"),
        ("GET", "/rest/gitplugin/1.0/index.json"),
    ] {
        assert_eq!(as_user(method, path).send().status, 403, "{method} {path}");
        assert_eq!(server.ask_signed_out(method, path).send().status, 401, "{method} {path}");
    }
}

#[test]
fn both_spellings_of_the_address_answer() {
    let server = running(Gij::V6_1, 2);
    let listed = server.get(REPOSITORY).json();
    for path in ["/rest/gitplugin/1.0/repository.json", "/rest/gitplugin/latest/repository"] {
        assert_eq!(server.get(path).json(), listed, "{path}");
    }
}

#[test]
fn a_project_sees_its_own_and_nothing_that_is_disabled_or_failed() {
    let server = running(Gij::V6_1, 25);
    let all = server.repositories();
    let of = |key: &str| server.get(&format!("{REPOSITORY}?projectKey={key}")).json();
    let mob = of("MOB")["repositories"].as_array().unwrap().clone();
    let project = server.get("/rest/api/2/project").json();
    let number: i64 = project.as_array().unwrap().iter().find(|one| one["key"] == "MOB").unwrap()["id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let expected = all.iter().filter(|one| {
        let ids = one["projectMappingIds"].as_array().unwrap();
        (one["global"] == true || ids.contains(&json!(number)))
            && one["disabled"] == false
            && one["state"] != "ERROR"
    });
    let expected: Vec<i64> = expected.map(id).collect();
    assert_eq!(mob.iter().map(id).collect::<Vec<_>>(), expected);
    assert!(!expected.is_empty() && expected.len() < all.len());
    server.disable(expected[0], true);
    assert_eq!(of("MOB")["repositories"].as_array().unwrap().len(), expected.len() - 1);
    assert_eq!(server.repositories().len(), all.len());
    assert_eq!(of("NO"), json!({ "success": true, "repositories": [] }));
    let both = server.get(&format!("{REPOSITORY}?projectKey=MOB&all=true"));
    refused(&both, 400, "projectKey and all cannot be combined.");
    assert_eq!(
        server.get(&format!("{REPOSITORY}?all=true")).json()["repositories"].as_array().unwrap().len(),
        all.len()
    );
}

#[test]
fn folders_are_nested_and_searched_as_deep_as_is_set() {
    let server = at_once();
    let added = server.add_from(&json!({ "type": "FILESPACE", "origin": "/srv/git/*", "folderDepth": 3 }));
    server.reindex(added);
    let found = server.tracked(added);
    let levels: Vec<usize> =
        found.iter().map(|one| one["root"].as_str().unwrap().matches('/').count()).collect();
    for level in [3, 4, 5] {
        assert!(levels.contains(&level), "{levels:?}");
    }
    assert!(
        found
            .iter()
            .all(|one| one["absoluteRoot"] == true && one["hosted"] == true && one["root"] == one["origin"])
    );
    server.ask("PUT", &format!("{INTEGRATION}/{added}")).json(&json!({ "folderDepth": 1 })).send();
    server.reindex(added);
    let left = server.tracked(added);
    assert_eq!(left.len(), levels.iter().filter(|level| **level == 3).count());
}

#[test]
fn five_thousand_are_listed_and_read_by_the_model() {
    let server = Running::with(Options { demo: 25, repositories: Some(5_000), ..Options::default() });
    let text = server.get(REPOSITORY).text;
    let quick = repository_briefs(&text, Some(1)).unwrap();
    assert_eq!(quick.len(), 5_000);
    let whole = read_repositories(serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(whole.read.len(), repository_briefs(&text, None).unwrap().len());
    assert_eq!(whole.odd, []);
}

#[test]
fn no_secret_and_no_user_name_is_listed() {
    let server = at_once();
    let added = server.add_from(&json!({
        "type": "GERRIT", "origin": "https://gerrit.example", "username": "svc-jira", "password": "s3cret-password"
    }));
    server.reindex(added);
    let text = server.get(REPOSITORY).text;
    assert!(!server.tracked(added).is_empty());
    assert!(!text.contains("s3cret") && !text.contains("svc-jira") && !text.contains("\"password\""));
}
