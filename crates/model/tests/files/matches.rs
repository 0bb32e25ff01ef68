//! Which integration of Jira an entry means, and the plan that comes of it.

use crate::made::{changes, file, github, imported, integration, notes, problems};
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{Drift, Found, Import, drift};
use patchbay_model::gij::plan::Work;
use serde_json::{Value, json};

const GITHUB: &str = "https://github.acme.example";

/// What each step is, by the number in Jira or the name in the file.
fn found(import: &Import) -> Vec<(Found, String)> {
    let of = |step: &patchbay_model::gij::file::Imported| {
        let name = match &step.planned.opened {
            Some(one) => one.id.to_string(),
            None => step.planned.step.name.clone(),
        };
        (step.found, name)
    };
    import.steps.iter().map(of).collect()
}

fn entry(id: Value, name: &str, origin: &str) -> Value {
    let mut entry = json!({"type": "GITHUB_SERVER", "displayName": name, "origin": origin});
    if !id.is_null() {
        entry["id"] = id;
    }
    entry
}

fn fleet() -> Vec<Integration> {
    vec![
        github(1, "core", json!({})),
        github(2, "mobile", json!({})),
        github(3, "core", json!({"origin": "https://other.example"})),
    ]
}

#[track_caller]
fn assert_found(entries: Value, wanted: &[(Found, &str)]) -> Import {
    let import = imported(&file(&entries), &fleet());
    let named: Vec<(Found, &str)> = wanted.to_vec();
    let is = found(&import);
    let is: Vec<(Found, &str)> = is
        .iter()
        .filter(|(found, _)| *found != Found::Missing)
        .map(|(found, name)| (*found, name.as_str()))
        .collect();
    assert_eq!(is, named, "{entries}: {:?}", problems(&import));
    import
}

#[test]
fn by_number_where_type_and_host_agree() {
    // The name differs: it is renamed.
    let import = assert_found(json!([entry(json!(1), "mobile", GITHUB)]), &[(Found::Differs, "1")]);
    assert_eq!(changes(&import, 0), ["Display name: core -> mobile"]);
    // Written in another way, it is the same host.
    assert_found(json!([entry(json!(1), "core", "HTTPS://GitHub.acme.example/")]), &[(Found::Differs, "1")]);
    // What is left out is not compared.
    assert_found(json!([{"id": 2, "type": "GITHUB_SERVER"}]), &[(Found::Same, "2")]);
}

#[test]
fn by_type_host_and_name_where_the_number_is_of_another() {
    assert_found(json!([entry(Value::Null, "core", GITHUB)]), &[(Found::Same, "1")]);
    assert_found(json!([entry(Value::Null, "core", "https://other.example")]), &[(Found::Same, "3")]);
    assert_found(json!([entry(json!(99), "mobile", GITHUB)]), &[(Found::Same, "2")]);
    assert_found(json!([entry(json!(1), "core", "https://other.example")]), &[(Found::Same, "3")]);
}

#[test]
fn by_number_with_another_host_where_nothing_else_fits() {
    let import =
        assert_found(json!([entry(json!(1), "core", "https://new.example")]), &[(Found::Differs, "1")]);
    assert_eq!(changes(&import, 0), ["Host URL: https://github.acme.example -> https://new.example"]);
}

#[test]
fn else_it_is_new() {
    assert_found(json!([entry(Value::Null, "fresh", GITHUB)]), &[(Found::New, "fresh")]);
    // It was removed from Jira.
    assert_found(json!([entry(json!(99), "fresh", GITHUB)]), &[(Found::New, "fresh")]);
    // Its twin is there, and named as well.
    let both = json!([entry(json!(1), "core", GITHUB), entry(json!(99), "core", GITHUB)]);
    assert_found(both, &[(Found::Same, "1"), (Found::New, "core")]);
}

#[test]
fn what_may_mean_more_than_one_is_said() {
    let twins = vec![github(1, "core", json!({})), github(2, "core", json!({}))];
    let import = imported(&file(&json!([entry(Value::Null, "core", GITHUB)])), &twins);
    assert_eq!(found(&import), [(Found::Unclear, "core".to_owned())]);
    assert_eq!(
        problems(&import),
        ["Line 7, column 5: Jira has 2 such integrations: 1 and 2. Add the “id” of the one that is meant."]
    );
    // None of them is removed, as one of them may be meant.
    let planned = import.planned(Some(true));
    assert!(planned.iter().all(|one| one.work.is_none()), "{planned:?}");
}

#[test]
fn two_that_mean_one_are_said() {
    let import = assert_found(
        json!([entry(Value::Null, "core", GITHUB), entry(Value::Null, "core", GITHUB)]),
        &[(Found::Unclear, "core"), (Found::Unclear, "core")],
    );
    assert_eq!(
        problems(&import),
        [
            "Line 7, column 5: This and line 12 may mean the same integration, 1. Add the “id” of each, or remove one.",
            "Line 12, column 5: This and line 7 may mean the same integration, 1. Add the “id” of each, or remove one."
        ]
    );
    let import = assert_found(
        json!([entry(json!(1), "core", GITHUB), entry(json!(1), "other", GITHUB)]),
        &[(Found::Unclear, "core"), (Found::Unclear, "other")],
    );
    assert!(
        problems(&import)[0].ends_with("The number 1 is also in line 13. Remove one of them."),
        "{:?}",
        problems(&import)
    );
    let names: Vec<String> = (0..9).map(|at| format!("no. {at}")).collect();
    let many: Vec<_> = names.iter().map(|name| entry(json!(1), name, GITHUB)).collect();
    let found: Vec<_> = names.iter().map(|name| (Found::Unclear, &**name)).collect();
    let import = assert_found(json!(many), &found);
    assert!(
        problems(&import)[8]
            .ends_with("The number 1 is also in lines 7, 13, 19, 25 and 31, and more. Remove one of them."),
        "{:?}",
        problems(&import)
    );
    let many: Vec<_> = names.iter().map(|_| entry(Value::Null, "core", GITHUB)).collect();
    let import = assert_found(json!(many), &[(Found::Unclear, "core"); 9]);
    assert!(
        problems(&import)[8]
            .contains("This and lines 7, 12, 17, 22 and 27, and more may mean the same integration, 1."),
        "{:?}",
        problems(&import)
    );
    let import = assert_found(
        json!([entry(json!(1), "core", GITHUB), entry(Value::Null, "core", GITHUB)]),
        &[(Found::Same, "1"), (Found::Unclear, "core")],
    );
    assert!(
        problems(&import)[0].contains("Line 7 means the only such integration by its number."),
        "{:?}",
        problems(&import)
    );
    let import = assert_found(
        json!([entry(json!(1), "x", "https://other.example"), entry(Value::Null, "core", GITHUB)]),
        &[(Found::Unclear, "x"), (Found::Same, "1")],
    );
    assert!(
        problems(&import)[0].contains("Line 13 means integration 1 by its name."),
        "{:?}",
        problems(&import)
    );
}

#[test]
fn one_that_an_unclear_entry_may_mean_is_not_taken() {
    let unnamed = json!({"type": "GITHUB_SERVER", "origin": GITHUB});
    let import = assert_found(
        json!([entry(Value::Null, "core", GITHUB), unnamed]),
        &[(Found::Unclear, "core"), (Found::Unclear, GITHUB)],
    );
    assert!(
        problems(&import)[0].contains("This and another entry may mean the same integration, 1."),
        "{:?}",
        problems(&import)
    );
}

#[test]
fn a_number_that_jira_lists_twice_is_said() {
    let twice = vec![github(1, "a", json!({})), github(1, "b", json!({}))];
    let import = imported(&file(&json!([entry(json!(1), "a", GITHUB)])), &twice);
    assert!(problems(&import)[0].contains("Jira lists more than one integration with the number 1."));
    assert!(import.planned(Some(false)).iter().all(|one| one.work.is_none()));
}

#[test]
fn a_type_is_never_changed() {
    let import = assert_found(
        json!([{"id": 1, "type": "GERRIT", "origin": GITHUB, "displayName": "core"}]),
        &[(Found::Unclear, "core")],
    );
    assert_eq!(
        problems(&import),
        [
            "Line 7, column 5: Integration 1 is of type GitHub Enterprise in Jira, and a type cannot be changed. Remove the “id” to add a new one."
        ]
    );
}

#[test]
fn numbers_of_another_jira_mean_nothing() {
    let entries = json!([
        entry(json!(2), "core", GITHUB),
        entry(json!(1), "mobile", GITHUB),
        entry(json!(3), "fresh", GITHUB)
    ]);
    for (jira, wanted) in [
        ("https://old.example", vec![(Found::Same, "1"), (Found::Same, "2"), (Found::New, "fresh")]),
        (
            "HTTPS://jira.acme.example/",
            vec![(Found::Differs, "2"), (Found::Differs, "1"), (Found::New, "fresh")],
        ),
    ] {
        let text = file(&entries).replace("https://jira.acme.example", jira);
        let import = imported(&text, &fleet()[..2]);
        let is = found(&import);
        let is: Vec<(Found, &str)> = is.iter().map(|(found, name)| (*found, name.as_str())).collect();
        assert_eq!(is, wanted, "{jira}");
        let says = import
            .notes
            .iter()
            .any(|note| note.contains("The file is from another Jira, https://old.example."));
        assert_eq!(says, jira == "https://old.example", "{:?}", import.notes);
    }
}

#[test]
fn an_unknown_type_is_compared_and_never_added() {
    let app = integration(
        json!({"id": 5, "integrationType": "GITHUB_APP", "displayName": "app", "githubAppSlug": "acme", "hooks": 3}),
    );
    let text = file(&json!([
        {"id": 5, "type": "GITHUB_APP", "githubAppSlug": "acme-2", "hooks": "3", "nonsense": 1},
        {"type": "GITHUBAPP", "displayName": "new"},
        {"type": "GitHub-Server", "displayName": "newer"},
    ]));
    let import = imported(&text, &[app]);
    assert_eq!(changes(&import, 0), ["githubAppSlug: acme -> acme-2"]);
    let problems = problems(&import);
    for (problem, part) in problems.iter().zip([
        "“hooks” takes a whole number, without quotation marks, not text.",
        "Jira reports no setting “nonsense” for this integration. Remove it.",
        "Integrations of type “GITHUBAPP” cannot be added. Use one of GITHUB, GITHUB_SERVER,",
        "Integrations of type “GitHub-Server” cannot be added. Did you mean “GITHUB_SERVER”?",
    ]) {
        assert!(problem.contains(part), "{problem}");
    }
    assert_eq!(problems.len(), 4);
}

#[test]
fn the_plan_has_changes_then_new_ones_then_the_rest_and_removes_last() {
    let entries = json!([
        entry(json!(2), "mobile", GITHUB), entry(Value::Null, "fresh", GITHUB),
        {"id": 1, "type": "GITHUB_SERVER", "smartCommitsEnabled": false},
    ]);
    let import = imported(&file(&entries), &fleet());
    assert_eq!(import.missing(), 1);
    let names = |import: &Import, remove| -> Vec<String> {
        import.clone().planned(remove).into_iter().map(|one| one.step.key + &one.step.name).collect()
    };
    assert_eq!(names(&import, None), ["#1core", "fresh", "#2mobile"]);
    assert_eq!(names(&import, Some(false)), ["#1core", "fresh", "#2mobile", "#3core"]);
    for files in [false, true] {
        let last = import.clone().planned(Some(files)).pop().expect("a step");
        assert_eq!(last.work, Some(Work::Remove { delete_files: files }));
    }
    assert_eq!(drift(&import), Drift { same: 1, differ: 1, new: 1, missing: 1, unclear: 0 });
    assert_eq!(
        drift(&import).to_string(),
        "1 of 2 differs from the file. 1 integration of the file is not in Jira. 1 integration of Jira is not in the file."
    );
}

#[test]
fn drift_in_sentences() {
    let drift = |same, differ, new, missing, unclear| Drift { same, differ, new, missing, unclear };
    for (drift, sentence) in [
        (drift(134, 3, 0, 0, 0), "3 of 137 differ from the file."),
        (drift(137, 0, 0, 0, 0), "All 137 integrations are as in the file."),
        (drift(1, 0, 0, 0, 0), "The integration is as in the file."),
        (drift(0, 1, 0, 0, 0), "1 of 1 differs from the file."),
        (drift(0, 0, 0, 0, 0), "The file has no integrations."),
        (drift(0, 0, 2, 0, 0), "2 integrations of the file are not in Jira."),
        (
            drift(5, 0, 0, 132, 0),
            "All 5 integrations are as in the file. 132 integrations of Jira are not in the file.",
        ),
        (drift(0, 0, 0, 0, 1), "It is not clear which integration one entry of the file means."),
        (
            drift(1, 0, 0, 0, 2),
            "The integration is as in the file. It is not clear which integrations 2 entries of the file mean.",
        ),
    ] {
        assert_eq!(drift.to_string(), sentence);
    }
}

#[test]
fn each_number_of_the_drift_is_written_as_the_app_writes_numbers() {
    let number = |number: usize| format!("<{number}>");
    for (drift, sentence) in [
        (Drift { same: 10_000, ..Drift::default() }, "All <10000> integrations are as in the file."),
        (
            Drift { same: 9_000, differ: 1_000, new: 2_000, missing: 1, unclear: 0 },
            "<1000> of <10000> differ from the file. <2000> integrations of the file are not in Jira. <1> integration of Jira is not in the file.",
        ),
        (
            Drift { missing: 3_000, unclear: 4_000, ..Drift::default() },
            "<3000> integrations of Jira are not in the file. It is not clear which integrations <4000> entries of the file mean.",
        ),
    ] {
        assert_eq!(drift.sentence(&number), sentence);
    }
}

#[test]
fn settings_that_the_file_leaves_out_stay_and_disabled_is_switched() {
    let import = imported(&file(&json!([{"id": 1, "type": "GITHUB_SERVER", "disabled": true}])), &fleet());
    assert_eq!(import.steps[0].planned.work, Some(Work::Switch { on: false }));
    let import = imported(
        &file(&json!([{"id": 1, "type": "GITHUB_SERVER", "disabled": true, "smartCommitsEnabled": false}])),
        &fleet(),
    );
    assert_eq!(changes(&import, 0), ["Smart commits: on -> off", "Status: enabled -> disabled"]);
    assert!(matches!(import.steps[0].planned.work, Some(Work::Change { switch: Some(false), .. })));
}

#[test]
fn projects_by_number_and_by_key() {
    for (ids, wanted, said) in [
        (json!([10000]), vec![], ""),
        (json!(["ENG"]), vec![], ""),
        (json!(["eng", 10000]), vec![], ""),
        (json!(["MOB", 10000]), vec!["Projects: ENG -> MOB, ENG"], ""),
        (
            json!([10000, 777]),
            vec!["Projects: ENG -> ENG, #777"],
            "Jira has no project 777, or you may not see it.",
        ),
    ] {
        let import =
            imported(&file(&json!([{"id": 1, "type": "GITHUB_SERVER", "projectMappingIds": ids}])), &fleet());
        assert_eq!(changes(&import, 0), wanted, "{ids}");
        assert_eq!(problems(&import), [""; 0]);
        assert!(
            notes(&import).iter().any(|note| note.ends_with(said)) || said.is_empty(),
            "{:?}",
            notes(&import)
        );
    }
}

#[test]
fn a_setting_without_effect_is_said() {
    let all = [github(1, "core", json!({"global": true, "projectMappingIds": []}))];
    let import =
        imported(&file(&json!([{"id": 1, "type": "GITHUB_SERVER", "projectMappingIds": ["ENG"]}])), &all);
    assert_eq!(import.steps[0].planned.work, None);
    assert_eq!(
        notes(&import),
        ["Line 10, column 28: “Projects” has no effect, because “Associate with all projects” is on."]
    );
}

#[test]
fn ten_thousand_that_look_alike_are_told_quickly() {
    let all: Vec<Integration> = (1..=10_000).map(|id| github(id, "core", json!({}))).collect();
    let entries: Vec<Value> = (1..=10_000).map(|_| entry(Value::Null, "core", GITHUB)).collect();
    let import = imported(&file(&json!(entries)), &all);
    assert_eq!(drift(&import), Drift { unclear: 10_000, ..Drift::default() });
}
