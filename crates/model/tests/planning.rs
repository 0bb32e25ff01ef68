//! What a plan does with one Git integration, and what people see of it.

use patchbay_model::edit::Action;
use patchbay_model::form::Secret;
use patchbay_model::gij::plan::{Planned, Work, add, change, leave, remove, requests, switch};
use patchbay_model::gij::{AUTH, Integration, IntegrationType, schema};
use patchbay_model::{Entry, Mode, Object};
use serde_json::{Value, json};

fn project(id: u64) -> String {
    format!("P{id}")
}

fn object(value: Value) -> Object {
    value.as_object().cloned().unwrap_or_default()
}

fn integration(changes: Value) -> Integration {
    let mut settings = object(json!({
        "id": 17, "integrationType": "GITHUB_SERVER", "displayName": "platform-core",
        "origin": "https://github.acme.example", "disabled": false, "global": false, "projectMappingIds": [1, 2],
        "gitViewerEnabled": true, "smartCommitsEnabled": true, "maxMinsToCommitEmail": 1440,
    }));
    settings.extend(object(changes));
    integration_of(settings)
}

#[expect(clippy::expect_used, reason = "tests fail by panicking")]
fn integration_of(settings: Object) -> Integration {
    Integration::read(settings).expect("an integration")
}

fn changed(opened: &Integration, entries: &[(&str, Entry)], on: Option<bool>) -> Planned {
    let mut values = schema(&opened.kind, Mode::Edit, &opened.settings).read(&opened.settings);
    for (key, entry) in entries {
        values.set(*key, entry.clone());
    }
    change(opened.clone(), values, on, &project)
}

fn said(planned: &Planned) -> Vec<String> {
    let changes = &planned.step.changes;
    changes.iter().map(|change| format!("{}: {} -> {}", change.label, change.before, change.after)).collect()
}

#[test]
fn a_step_names_the_integration() {
    let step = leave(integration(json!({}))).step;
    assert_eq!(
        (step.key.as_str(), step.name.as_str(), step.place.as_str()),
        ("#17", "platform-core", "https://github.acme.example")
    );
    assert!(!step.is_ready());
}

#[test]
fn one_that_is_enabled_already_is_left_alone() {
    for (disabled, on, does) in
        [(true, true, true), (false, true, false), (true, false, false), (false, false, true)]
    {
        let planned = switch(integration(json!({ "disabled": disabled })), on);
        assert_eq!(planned.work, does.then_some(Work::Switch { on }), "{disabled} {on}");
        assert_eq!(planned.step.is_ready(), does);
        let words = if on { "Status: disabled -> enabled" } else { "Status: enabled -> disabled" };
        assert_eq!(said(&planned), if does { vec![words] } else { Vec::new() });
    }
}

#[test]
fn a_folder_is_removed_without_its_files() {
    for (kind, files) in [("GITHUB", true), ("FILESPACE", false)] {
        let planned = remove(integration(json!({ "integrationType": kind })), true);
        assert_eq!(planned.work, Some(Work::Remove { delete_files: files }), "{kind}");
        assert_eq!(planned.step.action, Some(Action::Remove));
    }
}

#[test]
fn changes_are_listed_and_what_differs_in_nothing_is_left_alone() {
    let opened = integration(json!({}));
    for (entries, on, wanted, action) in [
        (vec![], None, vec![], None),
        (vec![("displayName", Entry::from(" platform-core "))], None, vec![], None),
        (vec![("projectMappingIds", Entry::Projects(vec![2, 1]))], Some(true), vec![], None),
        (vec![], Some(false), vec!["Status: enabled -> disabled"], Some(Action::Switch)),
        (
            vec![("smartCommitsEnabled", Entry::Toggle(Some(false)))],
            Some(false),
            vec!["Smart commits: on -> off", "Status: enabled -> disabled"],
            Some(Action::Change),
        ),
        (
            vec![
                (AUTH, Entry::from("token")),
                ("pat", Entry::Secret(Secret::Replace("ghp_s3cret".to_owned()))),
            ],
            None,
            vec!["Personal access token: as stored -> new value"],
            Some(Action::Change),
        ),
    ] {
        let planned = changed(&opened, &entries, on);
        assert_eq!(said(&planned), wanted);
        assert_eq!(planned.step.action, action, "{wanted:?}");
        assert_eq!(planned.work.is_some(), action.is_some(), "{wanted:?}");
        assert!(planned.step.problems.is_empty(), "{:?}", planned.step.problems);
        assert!(!format!("{planned:?}").contains("s3cret"));
    }
}

#[test]
fn what_the_form_refuses_keeps_a_step_from_being_sent() {
    let opened = integration(json!({}));
    for (key, entry, words) in [
        ("origin", Entry::from("nowhere"), "Host URL: "),
        ("maxMinsToCommitEmail", Entry::from("soon"), "Oldest commit to mail about: "),
        ("tagsFilter", Entry::from("(v"), "Tag filter (show only matching): "),
        ("projectMappingIds", Entry::Projects(Vec::new()), "Projects: "),
    ] {
        let planned = changed(&opened, &[(key, entry)], None);
        let problems = &planned.step.problems;
        assert!(!planned.step.is_ready(), "{key}");
        assert!(problems.iter().any(|problem| problem.starts_with(words)), "{key}: {problems:?}");
    }
}

#[test]
fn what_was_wrong_before_does_not_keep_another_change_from_being_sent() {
    let opened = integration(json!({ "tagsFilter": "(v" }));
    let planned = changed(&opened, &[("smartCommitsEnabled", Entry::Toggle(Some(false)))], None);
    assert_eq!(planned.step.problems, [""; 0]);
}

#[test]
fn a_new_one_shows_all_that_is_sent_and_what_is_wrong_with_it() {
    let kind = IntegrationType::parse("GITHUB_SERVER");
    let form = schema(&kind, Mode::Create, &Object::new());
    let mut values = form.defaults();
    let planned = add(kind.clone(), values.clone(), &project);
    assert_eq!(planned.step.action, Some(Action::Add));
    assert!(!planned.step.problems.is_empty());
    values.set("origin", Entry::from("https://github.acme.example"));
    values.set("pat", Entry::Secret(Secret::Replace("ghp_0123456789abcdef0123456789abcdef0123".to_owned())));
    let planned = add(kind, values, &project);
    assert_eq!(planned.step.problems, [""; 0]);
    assert_eq!(planned.step.name, "https://github.acme.example");
    assert!(said(&planned).iter().any(|line| line.ends_with("-> new value")), "{:?}", said(&planned));
}

#[test]
fn a_plan_as_code_sends_what_the_page_would() {
    let opened = integration(json!({}));
    let secret = |text: &str| {
        vec![(AUTH, Entry::from("token")), ("pat", Entry::Secret(Secret::Replace(text.to_owned())))]
    };
    let planned = [
        changed(&opened, &[("smartCommitsEnabled", Entry::Toggle(Some(false)))], Some(false)),
        switch(integration(json!({"disabled": true})), true),
        remove(opened.clone(), true),
        leave(opened.clone()),
        changed(&opened, &[("tagsFilter", Entry::from("(v"))], None),
        changed(&opened, &secret("ghp_0123456789abcdef0123456789abcdef0123"), None),
        changed(&opened, &secret("ghp_3210fedcba9876543210fedcba98765432100"), None),
        changed(&opened, &secret("ghp_0123456789abcdef0123456789abcdef0123"), None),
    ];
    let requests = requests(planned.iter());
    let said: Vec<_> = requests
        .iter()
        .map(|one| {
            let keys = one.body.iter().flat_map(|body| body.keys().cloned()).collect::<Vec<_>>();
            (one.method, one.path.as_str(), keys.join(","), one.group)
        })
        .collect();
    let at = "/rest/gitplugin/1.0/integration/17";
    let switch = "/rest/gitplugin/1.0/repository/17/disable?disable=";
    let (off, on) = (format!("{switch}true"), format!("{switch}false"));
    let removal = format!("{at}?deleteFiles=true");
    let wanted = [
        ("PUT", at, "smartCommitsEnabled", None),
        ("PUT", &off, "", None),
        ("PUT", &on, "", None),
        ("DELETE", &removal, "", None),
        ("PUT", at, "pat", Some(0)),
        ("PUT", at, "pat", Some(1)),
        ("PUT", at, "pat", Some(0)),
    ];
    assert_eq!(said, wanted.map(|(method, path, keys, group)| (method, path, keys.to_owned(), group)));
}
