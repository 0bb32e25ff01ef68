//! What an edit does to one integration, and to many.

use crate::{changes, edit, integration, patch, project};
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::apply::{apply, apply_all};
use patchbay_model::plan::Outlook;
use patchbay_model::plan::edits::{Edit, How};
use patchbay_model::{Entry, Object};
use serde_json::{Value, json};

fn core(settings: Value) -> Integration {
    let mut integration =
        integration("GITHUB_SERVER", json!({ "displayName": "core", "apiPath": "/orgs/a/repos" }));
    std::sync::Arc::make_mut(&mut integration.settings).extend(crate::support::object(settings));
    integration
}

fn text(text: &str) -> Entry {
    Entry::from(text)
}

fn replace(text: &str, with: &str) -> How {
    How::Replace { text: text.to_owned(), with: with.to_owned() }
}

/// The value that is sent for the edited field; none where nothing is sent.
#[track_caller]
fn sent(opened: &Integration, edit: &Edit) -> Option<Value> {
    let planned = apply(opened, std::slice::from_ref(edit), &project);
    planned.work.as_ref()?;
    Some(patch(&planned).get(&edit.key).cloned().expect("the edited field is sent"))
}

#[test]
fn names_and_other_texts() {
    let named = |name: &str| core(json!({ "displayName": name }));
    for (name, how, wanted) in [
        ("core", How::Set(text("web")), Some("web")),
        ("core", How::Set(text(" core ")), None),
        ("core", How::Clear, Some("")),
        ("", How::Clear, None),
        ("core", How::Append(" (eu)".into()), Some("core (eu)")),
        ("core", How::Append("-eu ".into()), Some("core-eu")),
        ("core (eu)", How::Append(" (eu)".into()), Some("core (eu) (eu)")),
        ("", How::Append(" eu".into()), Some("eu")),
        ("core", How::Prepend("eu ".into()), Some("eu core")),
        ("core", How::Prepend(" eu-".into()), Some("eu-core")),
        ("a-b-a", replace("a", "x"), Some("x-b-x")),
        ("aaa", replace("aa", "b"), Some("ba")),
        ("core", replace("CORE", "x"), None),
        ("core", replace("core", "core"), None),
        ("core", replace("", "x"), None),
        ("core web", replace(" web", ""), Some("core")),
        ("core", replace("core", ""), Some("")),
        ("Größe", replace("ö", "oe"), Some("Groeße")),
    ] {
        let edit = edit("displayName", how);
        assert_eq!(sent(&named(name), &edit), wanted.map(Value::from), "{name:?} {edit:?}");
    }
}

#[test]
fn settings_of_other_kinds() {
    let meta = "+refs/meta/*:refs/meta/*";
    let both = "+refs/meta/*:refs/meta/*, refs/x/*";
    for (key, before, how, wanted) in [
        ("smartCommitsEnabled", json!(true), How::Set(Entry::Toggle(Some(false))), Some(json!(false))),
        ("smartCommitsEnabled", json!(true), How::Set(Entry::Toggle(Some(true))), None),
        // What Jira does not report may be either.
        ("smartCommitsEnabled", Value::Null, How::Set(Entry::Toggle(Some(true))), Some(json!(true))),
        // The form asks whether it is verified.
        ("disableSslVerification", json!(false), How::Set(Entry::Toggle(Some(false))), Some(json!(true))),
        ("maxMinsToCommitEmail", json!(1440), How::Set(text("60")), Some(json!(60))),
        ("maxMinsToCommitEmail", json!(1440), How::Set(text("01440")), None),
        (
            "origin",
            json!("https://old.example/x"),
            replace("old.example", "new.example"),
            Some(json!("https://new.example/x")),
        ),
        ("apiPath", json!("/orgs/a/repos"), replace("/a/", "/b/"), Some(json!("/orgs/b/repos"))),
        ("tagsFilter", json!("^v"), How::Append(".*".into()), Some(json!("^v.*"))),
        ("prHideFilter", json!(""), How::Set(text("^draft")), Some(json!("^draft"))),
        ("refSpecCustom", json!(""), How::Add(text(meta)), Some(json!(meta))),
        ("refSpecCustom", json!(meta), How::Add(text(meta)), None),
        ("refSpecCustom", json!(meta), How::Add(text("refs/x/*")), Some(json!(both))),
        ("refSpecCustom", json!(meta), How::Add(text(both)), Some(json!(both))),
        ("refSpecCustom", json!(both), How::Remove(text(meta)), Some(json!("refs/x/*"))),
        ("refSpecCustom", json!(both), How::Remove(text(both)), Some(json!(""))),
        ("refSpecCustom", json!(meta), How::Remove(text("refs/x/*")), None),
        ("refSpecCustom", json!(meta), How::Clear, Some(json!(""))),
        (
            "refSpecCustom",
            json!(meta),
            replace("meta", "config"),
            Some(json!("+refs/config/*:refs/config/*")),
        ),
        (
            "refSpecCustom",
            json!("refs/a/*\nrefs/b/*"),
            How::Add(text("refs/c/*")),
            Some(json!("refs/a/*, refs/b/*, refs/c/*")),
        ),
    ] {
        let opened = core(json!({ key: before }));
        let edit = edit(key, how);
        assert_eq!(sent(&opened, &edit), wanted, "{before} {edit:?}");
    }
}

#[test]
fn a_row_that_stays_as_it_is_says_why() {
    let opened = core(json!({ "smartCommitsEnabled": true, "tagsFilter": "", "refSpecCustom": "refs/a/*" }));
    for (key, how, wanted) in [
        ("smartCommitsEnabled", How::Set(Entry::Toggle(Some(true))), "“Smart commits” is so already."),
        ("displayName", How::Set(text("core")), "“Display name” is so already."),
        ("displayName", replace("x", "y"), "“Display name” does not contain “x”."),
        ("tagsFilter", How::Clear, "“Tag filter (show only matching)” is empty already."),
        ("refSpecCustom", How::Add(text("refs/a/*")), "“More references to fetch” has this already."),
        ("refSpecCustom", How::Remove(text("refs/b/*")), "“More references to fetch” does not have this."),
        ("maxMinsToCommitEmail", How::Set(text("01440")), "It is so already."),
    ] {
        let planned = apply(&opened, &[edit(key, how)], &project);
        assert_eq!((planned.work.as_ref(), planned.step.action), (None, None), "{key}");
        assert_eq!((planned.step.notes, planned.step.problems), (vec![wanted.to_owned()], vec![]));
    }
    // Next to a change, what stays is no news.
    let edits = [
        edit("smartCommitsEnabled", How::Set(Entry::Toggle(Some(true)))),
        edit("sourcesDiffViewEnabled", How::Set(Entry::Toggle(Some(false)))),
    ];
    let planned = apply(&opened, &edits, &project);
    assert_eq!(changes(&planned), ["Show diffs: on -> off"]);
    assert_eq!(planned.step.notes, [""; 0]);
}

#[test]
fn what_depends_on_another_setting_says_so() {
    let opened = core(json!({ "sendCommitEmails": false }));
    let minutes = edit("maxMinsToCommitEmail", How::Set(text("60")));
    let planned = apply(&opened, std::slice::from_ref(&minutes), &project);
    assert_eq!(planned.work, None);
    assert_eq!(
        planned.step.notes,
        ["“Oldest commit to mail about” stays as it is: it has no effect while “Commit emails” is off."]
    );
    let emails = edit("sendCommitEmails", How::Set(Entry::Toggle(Some(true))));
    for edits in [[minutes.clone(), emails.clone()], [emails, minutes]] {
        let planned = apply(&opened, &edits, &project);
        let all = ["Commit emails: off -> on", "Oldest commit to mail about: 1440 minutes -> 60 minutes"];
        assert_eq!(
            (changes(&planned).as_slice(), planned.step.notes.len()),
            (&all.map(str::to_owned)[..], 0)
        );
    }
}

#[test]
fn text_that_was_there_is_pointed_out() {
    let opened = core(json!({ "displayName": "eu core (eu)" }));
    for (how, wanted) in [
        (How::Append(" (eu)".into()), vec!["“Display name” already ends with “(eu)”."]),
        (How::Prepend("eu ".into()), vec!["“Display name” already begins with “eu”."]),
        (How::Append(" (us)".into()), vec![]),
    ] {
        let planned = apply(&opened, &[edit("displayName", how)], &project);
        assert!(planned.step.is_ready());
        assert_eq!(planned.step.notes, wanted);
    }
}

#[test]
fn the_form_says_what_is_wrong_with_the_outcome() {
    for (kind, key, before, how, wanted) in [
        ("GITHUB_SERVER", "apiFilter", "[?a]", How::Append("[".into()), "JMESPath filter: "),
        ("GITHUB_SERVER", "tagsFilter", "^v", How::Append("(".into()), "Tag filter (show only matching): "),
        ("GITHUB_SERVER", "origin", "https://git.example", replace("https://", ""), "Host URL: "),
        ("GITHUB_SERVER", "origin", "https://git.example", How::Clear, "Host URL: Host URL is required."),
        ("GITHUB_SERVER", "apiPath", "/orgs", How::Prepend("x".into()), "API path: "),
        (
            "GITHUB_SERVER",
            "refSpecCustom",
            "refs/a/*",
            replace("refs/a", "refs/..a"),
            "More references to fetch: ",
        ),
        ("FILESPACE", "origin", "/jira/*", How::Append("x".into()), "Folder on the Jira server: "),
        ("FILESPACE", "folderDepth", "1", How::Set(text("9")), "Folder depth: Enter a number from 1 to 5."),
    ] {
        let opened = integration(kind, json!({ key: before }));
        let planned = apply(&opened, &[edit(key, how)], &project);
        let problems = &planned.step.problems;
        assert!(problems.len() == 1 && problems[0].starts_with(wanted), "{key}: {problems:?}");
        assert!(!planned.step.is_ready());
    }
}

#[test]
fn a_setting_that_its_type_does_not_have_is_refused() {
    let folder = integration("FILESPACE", json!({}));
    for edit in [
        edit("apiPath", How::Set(text("/x"))),
        edit("trustFolderStat", How::Set(text("on"))),
        edit("trustFolderStat", How::Append("x".into())),
        edit("trustFolderStat", How::Clear),
        edit("displayName", How::All),
        edit("pat", How::Set(Entry::Secret(patchbay_model::Secret::Clear))),
    ] {
        let planned = apply(&folder, std::slice::from_ref(&edit), &project);
        assert_eq!((planned.work, planned.step.problems.len()), (None, 1), "{edit:?}");
    }
}

#[test]
fn several_settings_go_together() {
    let opened = core(json!({ "smartCommitsEnabled": true }));
    let edits = [
        edit("displayName", How::Append(" (eu)".into())),
        edit("displayName", replace("core", "hub")),
        edit("smartCommitsEnabled", How::Set(Entry::Toggle(Some(false)))),
    ];
    let planned = apply(&opened, &edits, &project);
    assert_eq!(changes(&planned), ["Display name: core -> hub (eu)", "Smart commits: on -> off"]);
    let mut wanted = Object::new();
    wanted.insert("displayName".into(), json!("hub (eu)"));
    wanted.insert("smartCommitsEnabled".into(), json!(false));
    assert_eq!(patch(&planned), wanted);
}

#[test]
fn equal_names_at_the_same_host_are_pointed_out() {
    let at =
        |id: u64, name: &str, origin: &str| core(json!({ "id": id, "displayName": name, "origin": origin }));
    let notes = |all: &[Integration], how: How| -> Vec<Vec<String>> {
        let plan = apply_all(all, &[edit("displayName", how)], &project);
        plan.into_iter().map(|planned| planned.step.notes).collect()
    };
    let all = [
        at(1, "a", "https://git.example/x"),
        at(2, "b", "https://GIT.example"),
        at(3, "a", "https://other.example"),
        at(4, "web", "https://git.example"),
    ];
    let three = "3 of the chosen integrations at git.example will be called “web”.";
    let so = "“Display name” is so already.";
    // The one that has the name already is not changed, and is counted.
    assert_eq!(notes(&all, How::Set(text("web"))), [vec![three], vec![three], vec![], vec![so]]);
    let two = "2 of the chosen integrations at git.example will be called “a”.";
    let none = "“Display name” does not contain “b”.";
    assert_eq!(notes(&all, replace("b", "a"))[1], [two]);
    assert_eq!(notes(&all, replace("b", "a"))[2], [none]);
    // Equal before, and still: nothing new.
    let twins = [at(1, "a", "https://git.example"), at(2, "a", "https://git.example")];
    let plan = apply_all(&twins, &[edit("apiPath", How::Clear)], &project);
    assert!(plan.iter().all(|planned| planned.step.notes.iter().all(|note| !note.contains("called"))));
    let moved = [at(1, "a", "https://one.example"), at(2, "a", "https://two.example")];
    let plan = apply_all(&moved, &[edit("origin", replace("one", "two"))], &project);
    assert!(
        plan[0].step.notes.iter().any(|note| note.contains("2 of the chosen integrations at two.example"))
    );
}

#[test]
fn the_numbers_add_up() {
    let all = [
        core(json!({ "id": 1, "apiPath": "/a" })),
        core(json!({ "id": 2, "apiPath": "/b" })),
        core(json!({ "id": 3, "apiPath": "x" })),
    ];
    let plan = apply_all(&all, &[edit("apiPath", replace("/a", "a"))], &project);
    assert_eq!(
        Outlook::of(plan.iter().map(|one| &one.step)),
        Outlook { changed: 0, with_problem: 1, same: 2 }
    );
    let plan = apply_all(&all, &[edit("apiPath", replace("/", "/x"))], &project);
    assert_eq!(
        Outlook::of(plan.iter().map(|one| &one.step)),
        Outlook { changed: 2, with_problem: 0, same: 1 }
    );
    assert_eq!(Outlook::of([]), Outlook::default());
}
