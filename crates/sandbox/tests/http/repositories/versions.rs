//! What differs between versions.

use patchbay_sandbox::Gij;
use serde_json::json;

use super::{PROGRESS, REINDEX, REPOSITORY, id, refused, running};
use crate::running::INTEGRATION;

#[test]
fn the_newer_way_to_index_is_there_since_4_17() {
    for gij in Gij::ALL {
        let server = running(gij, 2);
        let answer = server.ask("POST", REINDEX).json(&json!({ "repoId": 1 })).send();
        assert_eq!(answer.status, if gij == Gij::V4_16 { 404 } else { 200 }, "{gij:?}");
    }
}

#[test]
fn the_older_way_is_in_all_and_takes_every_documented_format() {
    for gij in Gij::ALL {
        let server = running(gij, 2);
        let own: Vec<i64> = server.tracked(1).iter().map(id).collect();
        let multipart = "--x\r\nContent-Disposition: form-data; name=\"repoId\"\r\n\r\n".to_owned();
        let multipart = format!("{multipart}{}\r\n--x--\r\n", own[0]);
        let post = |path: &str| server.ask("POST", &format!("/rest/gitplugin/1.0/{path}"));
        let mut threads = Vec::new();
        for (at, answer) in [
            post("index").body("multipart/form-data; boundary=x", &multipart),
            post("index.json").form(&format!("repoId={}", own[1])),
            post("index.json").json(&json!({ "repoId": [own[2]] })),
            post("index").json(&json!({ "repoId": own[3] })),
        ]
        .into_iter()
        .enumerate()
        {
            let answer = answer.send();
            assert_eq!(answer.status, 200, "{at}: {}", answer.text);
            let answer = answer.json();
            // As in the document, although it only waits.
            assert_eq!((&answer["success"], &answer["finished"]), (&json!(true), &json!(true)));
            let thread = answer["threadId"].as_str().unwrap().to_owned();
            assert_eq!(server.progress(&thread)["finished"], false);
            threads.push(thread);
        }
        server.paces(10);
        for thread in threads {
            assert_eq!(server.progress(&thread)["finished"], true);
        }
        refused(&post("index").form("repoId=x").send(), 400, "repoId is \"x\", but must be a number.");
        refused(&post("index").form("repoId=999").send(), 404, "Repository with id=999 does not exist");
        assert_eq!(post("index").header("Content-Type", "text/plain").send().status, 200, "everything");
        assert_eq!(server.get(PROGRESS).json()["finished"], false);
    }
}

#[test]
fn the_number_of_an_integration_is_taken_by_the_newer_ones_only() {
    for gij in Gij::ALL {
        let server = running(gij, 2);
        let answer = server.ask("POST", "/rest/gitplugin/1.0/index").form("repoId=1").send();
        if gij == Gij::V4_16 {
            refused(&answer, 404, "Repository with id=1 does not exist");
        } else {
            assert_eq!(answer.status, 200, "{gij:?}");
        }
    }
}

#[test]
fn a_repository_of_an_integration_is_changed_since_5_2() {
    for gij in Gij::ALL {
        let server = running(gij, 2);
        let number = id(&server.tracked(1)[0]);
        let answer = server.ask("PUT", REPOSITORY).json(&json!({ "id": number, "displayName": "b" })).send();
        if gij == Gij::V4_16 {
            refused(&answer, 400, &format!("Repository with id={number} belongs to an integration."));
        } else {
            assert_eq!((answer.status, &answer.json()["displayName"]), (200, &json!("b")), "{gij:?}");
        }
        // What stands alone could always be changed.
        let body = json!({ "origin": "https://git.example/a.git", "realRoot": "a", "absoluteRoot": false });
        let alone = id(&server.ask("POST", REPOSITORY).json(&body).send().json());
        let answer = server.ask("PUT", REPOSITORY).json(&json!({ "id": alone, "displayName": "b" })).send();
        assert_eq!((answer.status, &answer.json()["displayName"]), (200, &json!("b")), "{gij:?}");
    }
}

#[test]
fn the_state_is_in_the_newest_only() {
    for gij in Gij::ALL {
        let has = running(gij, 2).repositories().iter().all(|one| one.get("state").is_some());
        assert_eq!(has, gij == Gij::V6_1, "{gij:?}");
    }
}

#[test]
fn pull_requests_are_hidden_since_4_19() {
    for gij in Gij::ALL {
        let server = running(gij, 0);
        let body = json!({ "type": "GITHUB", "pat": "t", "prHideFilter": "^wip.*" });
        let added = server.add_from(&body);
        let put = server
            .ask("PUT", &format!("{INTEGRATION}/{added}"))
            .json(&json!({ "prHideFilter": "^b.*" }))
            .send();
        assert_eq!(put.status, 200);
        assert_eq!(server.one(added).get("prHideFilter").is_some(), gij != Gij::V4_16, "{gij:?}");
    }
}
