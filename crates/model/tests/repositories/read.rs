//! Reading repositories: every documented shape, odd entries, secrets.

use crate::support::object;
use patchbay_model::gij::wire::WireError;
use patchbay_model::gij::{Repository, RepositoryState, Staleness, read_repositories, read_repository};
use serde_json::{Value, json};

fn ids(answer: Value) -> Result<Vec<u64>, WireError> {
    Ok(read_repositories(answer)?.read.iter().map(|one| one.id).collect())
}

fn one(settings: Value) -> Repository {
    read_repository(settings, None).unwrap()
}

#[test]
fn reads_every_documented_shape_of_the_list() {
    for (answer, expected) in [
        (json!({"success": true, "repositories": [{"id": 1}, {"id": 2}]}), vec![1, 2]),
        (json!({"success": "true", "repositories": [{"id": "1"}]}), vec![1]),
        (json!({"repositories": []}), vec![]),
        (json!({"repositories": null}), vec![]),
        (json!({"repositories": {"id": 3}}), vec![3]),
        // An older state of the document.
        (json!({"success": true, "integrations": [{"id": 1}]}), vec![1]),
        (json!({"repository": [{"id": 4}]}), vec![4]),
        (json!([{"id": 5}]), vec![5]),
        (json!([]), vec![]),
    ] {
        assert_eq!(ids(answer.clone()), Ok(expected), "{answer}");
    }
}

#[test]
fn refuses_what_has_no_list() {
    let refused = json!({"success": false, "error": "No.", "advice": "Ask.", "repositories": [{"id": 1}]});
    assert!(matches!(ids(refused), Err(WireError::Refused(said)) if said.to_string() == "No. Ask."));
    for answer in
        [json!(null), json!(1), json!("x"), json!({}), json!({"success": true}), json!({"repositories": 7})]
    {
        assert!(matches!(ids(answer.clone()), Err(WireError::Shape(_))), "{answer}");
    }
}

#[test]
fn an_odd_entry_hides_no_other_and_shows_no_secret() {
    let answer = json!({"repositories": [
        {"id": 1}, {"displayName": "no id", "pat": "s3cret"}, "text", null, {"id": 2, "encryptedPat": "s3cret"},
    ]});
    let listed = read_repositories(answer).unwrap();
    assert_eq!(listed.read.iter().map(|one| one.id).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(listed.odd.len(), 3);
    assert_eq!(listed.odd[0].why, "Jira sent a repository without a numeric id.");
    assert!(!format!("{listed:?}").contains("s3cret"));
}

#[test]
fn one_repository_is_bare_or_wrapped() {
    for answer in [
        json!({"id": 3, "displayName": "a"}),
        json!({"success": true, "repository": {"id": 3, "displayName": "a"}}),
        json!({"success": true, "repository": [{"id": 2}, {"id": 3, "displayName": "a"}]}),
        json!([{"id": 3, "displayName": "a"}]),
    ] {
        let read = read_repository(answer.clone(), Some(3)).map(|one| (one.id, one.name()));
        assert_eq!(read, Ok((3, "a".to_owned())), "{answer}");
    }
    for answer in [json!({"id": 4}), json!({}), json!(null), json!({"success": true})] {
        assert!(read_repository(answer.clone(), Some(3)).is_err(), "{answer}");
    }
}

#[test]
fn knows_the_integration_that_tracks_it() {
    for (tracked, expected) in [
        (json!(11), Some(11)),
        (json!("11"), Some(11)),
        (json!(0), None),
        (json!(-1), None),
        (json!(null), None),
        (json!(""), None),
    ] {
        assert_eq!(one(json!({"id": 1, "trackedFolderId": tracked})).integration(), expected, "{tracked}");
    }
    assert_eq!(one(json!({"id": 1})).integration(), None);
}

#[test]
fn is_called_by_what_jira_reports() {
    for (settings, name) in [
        (json!({"displayName": " acme ", "origin": "https://h.example/o/other.git"}), "acme"),
        (json!({"displayName": "", "origin": "https://h.example/o/acme.git/"}), "acme"),
        (json!({"root": "..\\data\\git-plugin\\2_acme"}), "2_acme"),
        (json!({"root": "/jira/repos/team/acme"}), "acme"),
        (json!({}), "Repository 9"),
    ] {
        let mut settings = object(settings);
        settings.insert("id".into(), json!(9));
        assert_eq!(one(Value::Object(settings.clone())).name(), name, "{settings:?}");
    }
}

#[test]
fn reads_the_state_and_guesses_no_number() {
    for (state, expected) in [
        (json!("ERROR"), Some(RepositoryState::Error)),
        (json!(" queued "), Some(RepositoryState::Queued)),
        (json!("SCANNING"), Some(RepositoryState::Scanning)),
        (json!("UPDATED"), Some(RepositoryState::Updated)),
        (json!("FETCHING"), Some(RepositoryState::Other("FETCHING".into()))),
        (json!(3), Some(RepositoryState::Other("3".into()))),
        (json!(""), None),
        (json!(null), None),
    ] {
        assert_eq!(one(json!({"id": 1, "state": state})).state(), expected, "{state}");
    }
    assert_eq!(one(json!({"id": 1})).state(), None);
}

#[test]
fn ages_like_an_integration() {
    let hour = 3_600_000.0;
    let now = 1000.0 * hour;
    for (hours_ago, expected) in [
        (None, Staleness::Never),
        (Some(1), Staleness::Fresh),
        (Some(25), Staleness::Stale),
        (Some(24 * 8), Staleness::VeryStale),
    ] {
        let at = hours_ago.map(|ago| (1000_i64 - ago) * 3_600_000);
        let read = one(json!({"id": 1, "lastIndexedDate": at}));
        assert_eq!(read.staleness(now, 24.0), expected, "{hours_ago:?}");
    }
}
