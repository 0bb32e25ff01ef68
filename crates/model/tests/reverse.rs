//! The way back of a plan, what came of a step whose page was reloaded, and the report.

mod support;

use patchbay_model::edit::Action;
use patchbay_model::form::Secret;
use patchbay_model::gij::file::anew;
use patchbay_model::gij::plan::{Planned, Work, again, came_of, change, remove, requests, reverse, switch};
use patchbay_model::gij::{AUTH, Integration, schema};
use patchbay_model::plan::report::{letters, states};
use patchbay_model::plan::{Ending, Report, Reported, State, Step};
use patchbay_model::{Change, Entry, Mode, Values};
use serde_json::{Value, json};
use support::object;

fn project(id: u64) -> String {
    format!("P{id}")
}

#[expect(clippy::expect_used, reason = "tests fail by panicking")]
fn integration(changes: Value) -> Integration {
    let mut settings = object(json!({
        "id": 17, "integrationType": "GITHUB_SERVER", "displayName": "platform-core",
        "origin": "https://github.acme.example", "disabled": false, "global": false, "projectMappingIds": [1, 2],
        "gitViewerEnabled": true, "smartCommitsEnabled": true, "maxMinsToCommitEmail": 1440, "tagsFilter": "v.*",
    }));
    settings.extend(object(changes));
    Integration::read(settings).expect("an integration")
}

fn values(of: &Integration, changes: &[(&str, Entry)]) -> Values {
    let mut values = schema(&of.kind, Mode::Edit, &of.settings).read(&of.settings);
    for (key, entry) in changes {
        values.set(*key, entry.clone());
    }
    values
}

fn said(planned: &Planned) -> Vec<String> {
    let line = |change: &Change| format!("{}: {} -> {}", change.label, change.before, change.after);
    planned.step.changes.iter().map(line).collect()
}

#[test]
fn puts_back_what_was_changed_and_nothing_else() {
    let opened = integration(json!({}));
    let changed = values(&opened, &[("displayName", Entry::from("core")), ("tagsFilter", Entry::from(""))]);
    let planned = change(opened, changed, Some(false), &project);
    // Somebody else changed another setting since.
    let now = integration(json!({
        "displayName": "core", "tagsFilter": "", "disabled": true, "smartCommitsEnabled": false,
    }));
    let back = reverse(&planned, Some(now), &project);
    let words = back.as_ref().map(said);
    assert_eq!(
        words,
        Some(vec![
            "Display name: core -> platform-core".to_owned(),
            "Tag filter (show only matching): (none) -> v.*".to_owned(),
            "Status: disabled -> enabled".to_owned(),
        ])
    );
}

#[test]
fn says_that_a_secret_does_not_come_back() {
    let opened = integration(json!({}));
    let secret = Entry::Secret(Secret::Replace("ghp_s3cret".to_owned()));
    let changed = values(&opened, &[(AUTH, Entry::from("token")), ("pat", secret)]);
    let planned = change(opened.clone(), changed, None, &project);
    let back = reverse(&planned, Some(opened), &project);
    assert!(back.as_ref().is_some_and(|back| back.work.is_none() && back.step.notes.len() == 1), "{back:?}");
}

#[test]
fn what_was_switched_is_switched_back_and_what_is_so_already_is_left_alone() {
    for (on, disabled_now, work) in [
        (false, true, Some(Work::Switch { on: true })),
        (true, false, Some(Work::Switch { on: false })),
        (false, false, None),
    ] {
        let planned = switch(integration(json!({"disabled": on})), on);
        let back = reverse(&planned, Some(integration(json!({"disabled": disabled_now}))), &project);
        assert_eq!(back.map(|back| back.work), Some(work), "{on} {disabled_now}");
    }
}

#[test]
fn what_was_removed_is_added_anew_once_its_secrets_are_given() {
    for (changes, secret) in [
        (json!({}), "pat"),
        (json!({"username": "svc-jira"}), "password"),
        (json!({"disabled": true}), "pat"),
        (json!({"integrationType": "TFS_SERVER", "username": "all"}), "pat"),
        (
            json!({"integrationType": "AWS", "awsRegion": "eu-west-1", "username": "AKIAIOSFODNN7EXAMPLE"}),
            "password",
        ),
        (json!({"integrationType": "FILESPACE", "origin": "/srv/git/*"}), ""),
    ] {
        let removed = integration(changes.clone());
        let planned = remove(removed.clone(), true);
        assert_eq!(reverse(&planned, None, &project), None, "{changes}");
        let mut anew = anew(&[removed], &[]);
        assert_eq!(anew.groups.len(), usize::from(!secret.is_empty()), "{changes}");
        if !secret.is_empty() {
            assert!(!anew.steps[0].planned.step.is_ready(), "{changes}");
            anew.fill(0, "", "0123456789abcdef0123456789abcdef01234567", &[]);
        }
        let back = anew.planned(None).remove(0);
        assert_eq!(back.step.problems, [""; 0], "{changes}");
        let Some(Work::Add { values, .. }) = &back.work else {
            assert!(back.work.is_some(), "{changes}");
            continue;
        };
        let is_given = |key: &str| matches!(values.get(key), Some(Entry::Secret(Secret::Replace(_))));
        assert_eq!(
            ["pat", "password"].map(is_given),
            ["pat", "password"].map(|key| key == secret),
            "{changes}"
        );
        assert_eq!(values.get("displayName"), Some(&Entry::from("platform-core")));
        let sent = requests([&back].into_iter()).remove(0).body;
        let disabled = sent.and_then(|body| body.get("disabled").cloned());
        assert_eq!(disabled, changes.get("disabled").cloned(), "{changes}");
    }
}

#[test]
fn what_jira_has_not_removed_yet_is_not_added_twice() {
    let planned = remove(integration(json!({})), false);
    let back = reverse(&planned, Some(integration(json!({"disabled": true}))), &project);
    assert!(back.is_some_and(|back| back.work.is_none() && !back.step.notes.is_empty()));
}

#[test]
fn after_a_conflict_only_what_was_planned_is_changed() {
    let opened = integration(json!({}));
    let changed = values(&opened, &[("displayName", Entry::from("core"))]);
    let planned = change(opened, changed, None, &project);
    let now = integration(json!({"displayName": "other", "maxMinsToCommitEmail": 60, "global": true}));
    assert_eq!(said(&again(&planned, now, &project)), ["Display name: other -> core"]);
}

fn step(action: Action, changes: &[(&str, &str, &str, &str)]) -> Step {
    let change = |(key, label, before, after): &(&str, &str, &str, &str)| Change {
        key: (*key).to_owned(),
        label: (*label).to_owned(),
        before: (*before).to_owned(),
        after: (*after).to_owned(),
    };
    Step {
        key: "#17".to_owned(),
        name: "platform-core".to_owned(),
        place: "https://github.acme.example".to_owned(),
        action: Some(action),
        changes: changes.iter().map(change).collect(),
        problems: Vec::new(),
        notes: Vec::new(),
    }
}

#[test]
fn what_came_of_a_step_is_read_from_what_jira_has() {
    let name = ("displayName", "Name", "platform-core", "core");
    let filter = ("tagsFilter", "Tag filter", "v.*", "(none)");
    let status = ("disabled", "Status", "enabled", "disabled");
    let secret = ("pat", "Personal access token", "as stored", "new value");
    let projects = ("projectMappingIds", "Projects", "P1, P2", "P1");
    for (action, changes, now, wanted) in [
        (Action::Change, vec![name], json!({}), Ending::Failed),
        (Action::Change, vec![name], json!({"displayName": "core"}), Ending::Done),
        (Action::Change, vec![name], json!({"displayName": "other"}), Ending::Remarked),
        (Action::Change, vec![name, filter], json!({"displayName": "core"}), Ending::Remarked),
        (Action::Change, vec![name, filter], json!({"displayName": "core", "tagsFilter": ""}), Ending::Done),
        (Action::Change, vec![projects], json!({"projectMappingIds": [1]}), Ending::Done),
        (Action::Change, vec![secret], json!({}), Ending::Unknown),
        (Action::Change, vec![secret, name], json!({"displayName": "core"}), Ending::Unknown),
        (Action::Change, vec![secret, name], json!({}), Ending::Failed),
        (Action::Switch, vec![status], json!({"disabled": true}), Ending::Done),
        (Action::Switch, vec![status], json!({}), Ending::Failed),
        (Action::Remove, vec![], json!({}), Ending::Failed),
        (Action::Remove, vec![], json!({"disabled": true}), Ending::Unknown),
    ] {
        let now = integration(now);
        assert_eq!(came_of(&step(action, &changes), Some(&now), &project), wanted, "{changes:?} {now:?}");
    }
    for (action, wanted) in [
        (Action::Remove, Ending::Done),
        (Action::Add, Ending::Unknown),
        (Action::Change, Ending::Failed),
        (Action::Switch, Ending::Failed),
    ] {
        assert_eq!(came_of(&step(action, &[]), None, &project), wanted, "{action:?}");
    }
}

fn every_state() -> Vec<State> {
    let ended = [Ending::Done, Ending::Remarked, Ending::Failed, Ending::Unknown].map(State::Ended);
    [State::LeftOut, State::Waiting, State::UnderWay, State::Open].into_iter().chain(ended).collect()
}

#[test]
fn states_come_back_from_letters() {
    assert_eq!(states(&letters(&every_state())), every_state());
    assert_eq!(states("?"), [State::Waiting]);
}

fn report() -> Report {
    let steps = every_state().into_iter().enumerate().map(|(at, state)| Reported {
        step: Step {
            name: ["a", "=1+1", "b,c", "say \"hi\"", "two\nlines", "@x", "ü", "-2"]
                .get(at)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            ..step(Action::Change, &[("displayName", "Name", "a", "b"), ("origin", "Host URL", "", "c")])
        },
        state,
        word: "Saved".to_owned(),
        sentence: "It is saved.".to_owned(),
    });
    Report {
        title: "Change 8 integrations".to_owned(),
        server: "https://jira.example".to_owned(),
        began_at: None,
        steps: steps.collect(),
    }
}

#[test]
fn a_report_comes_back_from_json_and_other_json_does_not() {
    let json = report().to_json(&|at| at.to_string());
    assert_eq!(Report::read(&json), Some(report()));
    for (key, value) in [
        ("patchbay", json!("plan")),
        ("version", json!(2)),
        ("steps", json!({})),
        ("steps", json!([{}])),
        ("title", json!(null)),
    ] {
        let mut other = json.clone();
        if let Some(place) = other.get_mut(key) {
            *place = value;
        }
        assert_eq!(Report::read(&other), None, "{key}");
    }
}

#[test]
fn csv_has_a_line_a_step_and_no_formulas() {
    let csv = report().to_csv();
    let named: Vec<&str> = csv.split("\r\n").filter_map(|line| line.strip_prefix("#17,")).collect();
    let starts = ["a,", "'=1+1,", "\"b,c\",", "\"say \"\"hi\"\"\",", "\"two\nlines\",", "'@x,", "ü,", "'-2,"];
    assert_eq!(named.len(), starts.len());
    for (line, start) in named.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
        assert!(line.contains(",change,\"Name: a -> b\nHost URL: c\","), "{line}");
    }
    assert!(csv.starts_with("key,name,place,action,changes,state,result,sentence\r\n"));
}

#[test]
fn a_report_has_no_secret_that_somebody_wrote_in_clear() {
    for (before, after) in [
        ("https://u:s3cr3t@host/x", "https://u:s3cr3t2@host/x"),
        ("/projects?private_token=s3cr3t", "/projects?private_token=s3cr3t2"),
        ("glpat-s3cr3ts3cr3ts3cr3t", "glpat-s3cr3ts3cr3ts3cr3u"),
        ("", "PRIVATE-TOKEN: s3cr3t"),
        ("Authorization: Bearer s3cr3t", ""),
        ("https://hooks.slack.com/services/T0/B0/s3cr3ts3cr3ts3cr3t", "x"),
    ] {
        let mut report = report();
        report.steps.truncate(1);
        report.steps[0].step = step(Action::Change, &[("displayName", "Name", before, after)]);
        report.steps[0].step.problems.push(format!("“{before}” is wrong."));
        report.steps[0].sentence = format!("The server said “{after}”, “{before}”.");
        let said = format!("{} {}", report.to_json(&|at| at.to_string()), report.to_csv());
        assert!(!said.contains("s3cr3t"), "{said}");
    }
}
