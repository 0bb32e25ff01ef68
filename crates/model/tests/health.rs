//! What needs attention among integrations.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

use patchbay_model::gij::health::{self, Concern, Finding, Known, count_besides_indexing, lasting};
use patchbay_model::gij::reindex::{ReindexProgress, read_progress};
use patchbay_model::gij::{Brief, IntegrationType, RepositoryBrief, briefs, repository_briefs, wire};
use serde_json::{Value, json};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const HOUR: i64 = 3_600_000;
const NOW: i64 = 10_000 * HOUR;

/// Two ways to read the same answer must find the same.
fn read(integrations: &Value) -> Vec<Brief> {
    let quick = briefs(&integrations.to_string()).unwrap();
    let whole: Vec<Brief> = wire::list(integrations.clone()).unwrap().read.iter().map(Brief::of).collect();
    assert_eq!(quick, whole, "{integrations}");
    quick
}

/// In one go.
fn findings(integrations: &[Brief], known: Known<'_>, now: f64, hours: f64) -> Vec<Finding> {
    let all: Vec<&Brief> = integrations.iter().collect();
    done(health::findings(&all, known, now, hours, &mut async || {}))
}

/// What never waits.
fn done<T>(work: impl Future<Output = T>) -> T {
    let (mut work, mut context) = (pin!(work), Context::from_waker(Waker::noop()));
    match work.as_mut().poll(&mut context) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

fn found(
    integrations: Value,
    repositories: &str,
    runs: &[(u64, ReindexProgress)],
) -> Vec<(Concern, Vec<u64>)> {
    let repositories: Vec<RepositoryBrief> = repository_briefs(repositories, None).unwrap();
    let known = Known { repositories: &repositories, runs };
    let found = findings(&read(&integrations), known, NOW as f64, 24.0);
    found.into_iter().map(|finding| (finding.concern, finding.ids)).collect()
}

/// One that needs no attention, with these settings over it.
fn healthy(id: u64, over: Value) -> Value {
    let mut one = json!({
        "id": id, "displayName": format!("integration {id}"), "origin": format!("https://git{id}.example"),
        "integrationType": "GITLAB_SERVER", "disabled": false, "lastIndexedDate": NOW - HOUR, "initDate": HOUR,
        "requireUserPat": false, "gitViewerEnabled": true,
    });
    for (key, value) in over.as_object().unwrap() {
        one[key] = value.clone();
    }
    one
}

#[test]
fn finds_what_is_wrong_with_one() {
    use Concern::{Legacy, NeverIndexed, NotIndexed, TokensWithoutBrowser};
    for (over, expected) in [
        (json!({}), vec![]),
        (json!({"lastIndexedDate": NOW - 24 * HOUR}), vec![]),
        (json!({"lastIndexedDate": NOW - 24 * HOUR - 1}), vec![NotIndexed]),
        (json!({"lastIndexedDate": NOW - 24 * 8 * HOUR}), vec![NotIndexed]),
        (json!({"lastIndexedDate": null}), vec![NeverIndexed]),
        (json!({"lastIndexedDate": null, "initDate": null}), vec![NeverIndexed]),
        // It was just added.
        (json!({"lastIndexedDate": null, "initDate": NOW - 23 * HOUR}), vec![]),
        (json!({"lastIndexedDate": null, "disabled": true}), vec![]),
        (json!({"lastIndexedDate": NOW - 24 * 8 * HOUR, "disabled": "true"}), vec![]),
        (json!({"requireUserPat": true}), vec![]),
        (json!({"requireUserPat": true, "gitViewerEnabled": false}), vec![TokensWithoutBrowser]),
        (json!({"requireUserPat": "true", "gitViewerEnabled": "false"}), vec![TokensWithoutBrowser]),
        (json!({"requireUserPat": true, "gitViewerEnabled": null}), vec![]),
        (json!({"requireUserPat": null, "gitViewerEnabled": false}), vec![]),
        (json!({"requireUserPat": true, "gitViewerEnabled": false, "disabled": true}), vec![]),
        (json!({"integrationType": "GITLAB_SERVER_LEGACY"}), vec![Legacy]),
        (json!({"integrationType": "GITLAB_SERVER_LEGACY", "disabled": true}), vec![Legacy]),
        (json!({"integrationType": "GITHUB_APP"}), vec![]),
        (
            json!({"integrationType": "GITLAB_SERVER_LEGACY", "lastIndexedDate": null}),
            vec![NeverIndexed, Legacy],
        ),
    ] {
        let expected: Vec<(Concern, Vec<u64>)> =
            expected.into_iter().map(|concern| (concern, vec![7])).collect();
        assert_eq!(found(json!([healthy(7, over.clone())]), "[]", &[]), expected, "{over}");
    }
}

#[test]
fn finds_those_that_track_the_same() {
    let same = json!({"origin": "https://git.example/x"});
    let with = |key: &str, value: &str| {
        let mut over = same.clone();
        over[key] = json!(value);
        over
    };
    for (other, is_twin) in [
        (same.clone(), true),
        (json!({"origin": "HTTPS://Git.Example/x/"}), true),
        (json!({"origin": "https://git.example/X"}), false),
        (json!({"origin": "https://git.example/y"}), false),
        (with("apiFilter", ""), true),
        (with("apiFilter", " "), true),
        (with("apiFilter", "[?contains(name, 'a')]"), false),
        (with("apiPath", "/api/v4/groups/a/projects"), false),
        (with("tfsCollection", "A"), false),
        (with("awsRegion", "eu-west-1"), false),
        (json!({"origin": "https://git.example/x", "disabled": true}), false),
        (json!({"origin": "https://git.example/x", "integrationType": "GITHUB_SERVER"}), true),
    ] {
        let pair = json!([healthy(1, same.clone()), healthy(2, json!({})), healthy(3, other.clone())]);
        let expected = if is_twin { vec![(Concern::Twins, vec![1, 3])] } else { vec![] };
        assert_eq!(found(pair, "[]", &[]), expected, "{other}");
    }
    let none = json!([healthy(1, json!({"origin": ""})), healthy(2, json!({"origin": null}))]);
    assert_eq!(found(none, "[]", &[]), []);
}

#[test]
fn finds_names_that_cannot_be_told_apart() {
    let named = |id, name: &str| healthy(id, json!({"displayName": name}));
    let all = json!([
        named(1, "https://github.com/*"),
        named(2, "mobile"),
        named(3, " https://github.com/* "),
        named(4, "Mobile"),
        named(5, "https://github.com/*"),
        named(6, "unique"),
        // Both are called by their origin.
        healthy(7, json!({"displayName": "", "origin": "https://h.example", "apiPath": "/a"})),
        healthy(8, json!({"displayName": null, "origin": "https://h.example", "disabled": true})),
    ]);
    let expected = [vec![1, 3, 5], vec![2, 4], vec![7, 8]].map(|ids| (Concern::SameName, ids));
    assert_eq!(found(all, "[]", &[]), expected);
}

#[test]
fn finds_what_failed() {
    let run = |answer: Value| read_progress(&answer).unwrap();
    let failed = run(json!({"finished": true, "errors": {"Fetching acme": "Not authorized"}}));
    let fine = run(json!({"finished": true, "errors": {}}));
    let under_way = run(json!({"finished": false, "errors": {"Fetching acme": "Not authorized"}}));
    let in_error =
        r#"[{"id":70,"trackedFolderId":7,"state":"ERROR"},{"id":71,"trackedFolderId":7,"state":"UPDATED"}]"#;
    for (repositories, runs, over, expected) in [
        ("[]", vec![], json!({}), false),
        (in_error, vec![], json!({}), true),
        (in_error, vec![], json!({"disabled": true}), false),
        (r#"[{"id":70,"trackedFolderId":7,"state":"ERROR","disabled":true}]"#, vec![], json!({}), false),
        (
            r#"[{"id":70,"trackedFolderId":8,"state":"ERROR"},{"id":7,"state":"ERROR"}]"#,
            vec![],
            json!({}),
            false,
        ),
        (r#"[{"id":70,"trackedFolderId":7,"state":3}]"#, vec![], json!({}), false),
        ("[]", vec![(7, failed.clone())], json!({}), true),
        ("[]", vec![(8, failed.clone())], json!({}), false),
        ("[]", vec![(7, under_way)], json!({}), false),
        // The last one counts.
        ("[]", vec![(7, failed.clone()), (7, fine)], json!({}), false),
        ("[]", vec![(7, failed)], json!({"disabled": true}), false),
    ] {
        let expected = if expected { vec![(Concern::Failed, vec![7])] } else { vec![] };
        assert_eq!(
            found(json!([healthy(7, over)]), repositories, &runs),
            expected,
            "{repositories} {runs:?}"
        );
    }
    let repositories = repository_briefs(in_error, None).unwrap();
    let known = Known { repositories: &repositories, runs: &[] };
    let named = findings(&read(&json!([healthy(7, json!({}))])), known, NOW as f64, 24.0);
    assert_eq!(named[0].repositories, [70]);
}

#[test]
fn says_the_worst_first_and_counts_integrations() {
    let all = json!([
        healthy(
            1,
            json!({"displayName": "x", "integrationType": "GITLAB_SERVER_LEGACY", "origin": "https://a.example"})
        ),
        healthy(2, json!({"displayName": "x", "lastIndexedDate": HOUR, "origin": "https://a.example"})),
        healthy(3, json!({"lastIndexedDate": null, "origin": "https://a.example"})),
        healthy(4, json!({"lastIndexedDate": HOUR})),
    ]);
    use Concern::{Legacy, NeverIndexed, NotIndexed, SameName, Twins};
    let findings = findings(&read(&all), Known::default(), NOW as f64, 24.0);
    let ids: Vec<_> = findings.iter().map(|one| (one.concern, one.ids.clone())).collect();
    assert_eq!(
        ids,
        [
            (NeverIndexed, vec![3]),
            (NotIndexed, vec![2]),
            (NotIndexed, vec![4]),
            (Twins, vec![1, 2, 3]),
            (Legacy, vec![1]),
            (SameName, vec![1, 2]),
        ]
    );
    // Each once, and 4 is only indexed late.
    assert_eq!(count_besides_indexing(&findings), 3);
}

#[test]
fn the_list_alone_tells_what_does_not_depend_on_the_time() {
    let same = json!({"origin": "https://a.example"});
    for (all, expected) in [
        (vec![], 0),
        (vec![healthy(1, json!({}))], 0),
        (vec![healthy(1, json!({"lastIndexedDate": HOUR})), healthy(2, json!({"lastIndexedDate": null}))], 0),
        (vec![healthy(1, json!({"integrationType": "GITLAB_SERVER_LEGACY", "lastIndexedDate": null}))], 1),
        (vec![healthy(1, json!({"requireUserPat": true, "gitViewerEnabled": false}))], 1),
        (vec![healthy(1, same.clone()), healthy(2, same.clone()), healthy(3, json!({}))], 2),
        // Twins that have the same name as well are counted once.
        (
            vec![
                healthy(1, json!({"origin": "https://a.example", "displayName": "x"})),
                healthy(2, json!({"origin": "https://a.example", "displayName": "X"})),
                healthy(3, json!({"displayName": "x", "disabled": true})),
            ],
            3,
        ),
    ] {
        let read = read(&json!(all));
        let list: Vec<&Brief> = read.iter().collect();
        let told = done(lasting(&list, &mut async || {}));
        assert_eq!(count_besides_indexing(&told), expected, "{all:?}");
        let mut of_all = findings(&read, Known::default(), NOW as f64, 24.0);
        of_all.retain(|one| !matches!(one.concern, Concern::NeverIndexed | Concern::NotIndexed));
        assert_eq!(told, of_all, "{all:?}");
    }
}

#[test]
fn calls_legacy_what_the_catalogue_calls_so() {
    for spec in IntegrationType::all() {
        let one = json!([healthy(7, json!({"integrationType": spec.name}))]);
        let is_found = found(one, "[]", &[]).contains(&(Concern::Legacy, vec![7]));
        assert_eq!(is_found, spec.legacy.is_some(), "{}", spec.name);
    }
}

#[test]
fn leaves_what_is_out_of_the_ordinary_to_the_whole_reading() {
    for text in [
        "",
        "{}",
        "[{}]",
        "{\"success\":false,\"integrations\":[]}",
        "[{\"id\":1,\"apiFilter\":\"\\ud83d\"}]",
    ] {
        assert_eq!(briefs(text), None, "{text}");
    }
}
