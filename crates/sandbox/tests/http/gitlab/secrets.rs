//! Secrets: in no answer and not in the files. A new layout keeps what an older one held.

use std::fs;
use std::path::Path;

use patchbay_sandbox::{Database, GitLab, Options};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{examples, path, put};
use crate::running::Running;

fn on(file: &Path, gitlab: GitLab) -> Running {
    Running::with(Options { database: Database::File(file.into()), gitlab, ..Options::default() })
}

#[test]
fn none_is_ever_answered_or_written_to_the_files() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let folder = TempDir::new().unwrap();
        let server = on(&folder.path().join("box.db"), gitlab);
        for spec in examples::all() {
            for round in 0..2 {
                let body = Value::Object(examples::whole(spec, round));
                assert!(!put(&server, spec.slug, &body).text.contains(examples::SECRET), "{}", spec.slug);
            }
            // A refused one as well.
            put(&server, spec.slug, &json!({ "webhook": [examples::SECRET], "password": examples::SECRET }));
        }
        let clean = || {
            let files: Vec<_> =
                fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
            for file in files {
                let bytes = fs::read(&file).unwrap();
                let found = bytes.windows(6).any(|part| part == examples::SECRET.as_bytes());
                assert!(!found, "{}", file.display());
            }
        };
        clean();
        drop(server);
        clean();
    }
}

#[test]
fn only_which_are_set_is_kept_and_another_address_forgets_them() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = on(&file, GitLab::V14_8);
    let secrets = || -> String {
        let connection = Connection::open(&file).unwrap();
        connection.query_row("SELECT secrets FROM gitlab_integration", [], |row| row.get(0)).unwrap()
    };
    let jenkins = |url: &str, password: Option<&str>| {
        let mut body = json!({ "jenkins_url": url, "project_name": "shop", "username": "u" });
        if let Some(password) = password {
            body["password"] = password.into();
        }
        assert_eq!(put(&server, "jenkins", &body).status, 200);
    };
    jenkins("https://one.example.org", Some("p"));
    assert_eq!(secrets(), "[\"password\"]");
    jenkins("https://one.example.org", None);
    assert_eq!(secrets(), "[\"password\"]", "what is not sent stays");
    jenkins("https://two.example.org", None);
    assert_eq!(secrets(), "[]");
    jenkins("https://two.example.org", Some("q"));
    assert_eq!(secrets(), "[\"password\"]");
    jenkins("https://two.example.org", Some(""));
    assert_eq!(secrets(), "[]");
}

/// The layout that the first released sandbox made.
const FIRST_LAYOUT: &str = "
    CREATE TABLE integration (
        id                INTEGER PRIMARY KEY AUTOINCREMENT,
        settings          TEXT    NOT NULL CHECK (json_valid(settings)),
        pat_set           INTEGER NOT NULL CHECK (pat_set IN (0, 1)),
        password_set      INTEGER NOT NULL CHECK (password_set IN (0, 1)),
        init_date         INTEGER NOT NULL,
        last_indexed_date INTEGER,
        gone_at           INTEGER
    ) STRICT;
    CREATE INDEX integration_gone_at ON integration (gone_at) WHERE gone_at IS NOT NULL;
    INSERT INTO integration (settings, pat_set, password_set, init_date)
    VALUES ('{\"displayName\": \"kept\", \"integrationType\": \"GITHUB\", \"origin\": \"https://github.com\"}', 1, 0, 1);
    PRAGMA application_id = 0x50425358;
    PRAGMA user_version = 1;
";

#[test]
fn a_database_of_the_first_layout_goes_on_and_gets_integrations_of_projects() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    Connection::open(&file).unwrap().execute_batch(FIRST_LAYOUT).unwrap();
    let options = Options { database: Database::File(file.clone()), demo: 25, ..Options::default() };
    let server = Running::with(options);
    assert_eq!(server.all().len(), 1, "Jira's half is not filled again");
    assert_eq!(server.one(1)["displayName"], "kept");
    assert_eq!(super::listed(&server).len(), 4, "GitLab's half is new");
}

#[test]
fn a_change_that_fails_half_way_is_rolled_back() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = on(&file, GitLab::V14_8);
    let body = json!({ "webhook": "https://x.example", "channel": "one" });
    let made = put(&server, "slack", &body).json();
    Connection::open(&file)
        .unwrap()
        .execute_batch(
            "CREATE TRIGGER fail AFTER UPDATE ON gitlab_integration BEGIN SELECT RAISE(FAIL, 'the disk is full'); END",
        )
        .unwrap();
    let delete = server.ask_gitlab("DELETE", &path("slack")).send();
    for answer in [put(&server, "slack", &json!({ "webhook": "https://x.example" })), delete] {
        super::assert_said(&answer, 500, json!({ "message": "500 Internal Server Error" }));
    }
    assert_eq!(super::get(&server, "slack").json(), made);
}
