//! Associating many integrations with projects.

use crate::{changes, edit, integration, patch, project};
use patchbay_model::Entry;
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::Planned;
use patchbay_model::gij::plan::apply::apply;
use patchbay_model::gij::plan::edits::PROJECTS;
use patchbay_model::plan::edits::How;
use serde_json::{Value, json};

fn with(global: Value, ids: &[u64]) -> Integration {
    integration(
        "GITHUB_SERVER",
        json!({ "global": global, "projectMappingIds": ids, "gitViewerEnabled": true }),
    )
}

fn ids(ids: &[u64]) -> Entry {
    Entry::Projects(ids.to_vec())
}

fn planned(opened: &Integration, how: How) -> Planned {
    apply(opened, &[edit(PROJECTS, how)], &project)
}

#[test]
fn are_added_removed_and_set() {
    for (global, before, how, wanted) in [
        (json!(false), vec![1, 2], How::Add(ids(&[3, 2])), Some(json!({ "projectMappingIds": [1, 2, 3] }))),
        (json!(false), vec![1, 2], How::Add(ids(&[2])), None),
        (json!(false), vec![], How::Add(ids(&[2])), Some(json!({ "projectMappingIds": [2] }))),
        (json!(true), vec![], How::Add(ids(&[2])), None),
        // Whether it is all of them is not for us to decide.
        (Value::Null, vec![1], How::Add(ids(&[2])), Some(json!({ "projectMappingIds": [1, 2] }))),
        (
            json!(false),
            vec![1, 2, 3],
            How::Remove(ids(&[2, 4])),
            Some(json!({ "projectMappingIds": [1, 3] })),
        ),
        (json!(false), vec![1, 2], How::Remove(ids(&[4])), None),
        (json!(false), vec![1, 2], How::Set(ids(&[2, 1])), None),
        (json!(false), vec![1, 2], How::Set(ids(&[3])), Some(json!({ "projectMappingIds": [3] }))),
        (
            json!(true),
            vec![],
            How::Set(ids(&[3])),
            Some(json!({ "global": false, "projectMappingIds": [3] })),
        ),
        // Update doc: the ids count only while `global` is not true, so both are sent.
        (
            json!(true),
            vec![3],
            How::Set(ids(&[3])),
            Some(json!({ "global": false, "projectMappingIds": [3] })),
        ),
        (
            Value::Null,
            vec![1],
            How::Set(ids(&[3])),
            Some(json!({ "global": false, "projectMappingIds": [3] })),
        ),
        (json!(false), vec![1, 2], How::All, Some(json!({ "global": true }))),
        (Value::Null, vec![1], How::All, Some(json!({ "global": true }))),
        (json!(true), vec![], How::All, None),
    ] {
        let planned = planned(&with(global.clone(), &before), how.clone());
        let sent = planned.work.is_some().then(|| Value::from(patch(&planned)));
        assert_eq!(sent, wanted, "{global} {before:?} {how:?}");
        assert_eq!(planned.step.problems, [""; 0], "{global} {before:?} {how:?}");
    }
}

#[test]
fn those_that_stay_say_why() {
    for (global, how, wanted) in [
        (true, How::Add(ids(&[1])), "It is associated with all projects already."),
        (true, How::All, "It is associated with all projects already."),
        (false, How::Add(ids(&[1])), "It has these projects already."),
        (false, How::Set(ids(&[2, 1])), "It has exactly these projects already."),
        (false, How::Remove(ids(&[7])), "It has none of these projects."),
    ] {
        let planned = planned(&with(json!(global), &[1, 2]), how);
        assert_eq!((planned.work, planned.step.notes), (None, vec![wanted.to_owned()]));
    }
}

#[test]
fn the_changes_name_the_projects() {
    let added = planned(&with(json!(false), &[1]), How::Add(ids(&[2])));
    assert_eq!(changes(&added), ["Projects: P1 -> P1, P2"]);
    let set = planned(&with(json!(true), &[]), How::Set(ids(&[2])));
    assert_eq!(changes(&set), ["Associate with all projects: on -> off", "Projects: (none) -> P2"]);
}

#[test]
fn what_cannot_be_is_a_problem_of_its_row() {
    let browser =
        "Projects: The repository browser needs at least one project. Choose one, or associate all projects.";
    let all =
        "It is associated with all projects, so none can be removed. Set the projects that it should have.";
    for (global, how, wanted) in [
        (false, How::Remove(ids(&[1, 2])), browser),
        (false, How::Set(ids(&[])), browser),
        (true, How::Set(ids(&[])), browser),
        (true, How::Remove(ids(&[1])), all),
    ] {
        let planned = planned(&with(json!(global), &[1, 2]), how.clone());
        assert!(
            planned.step.problems.iter().any(|said| said == wanted),
            "{how:?} {:?}",
            planned.step.problems
        );
        assert!(!planned.step.is_ready());
    }
    // Without the repository browser it may have none.
    let mut quiet = with(json!(false), &[1]);
    std::sync::Arc::make_mut(&mut quiet.settings).insert("gitViewerEnabled".into(), json!(false));
    let planned = planned(&quiet, How::Remove(ids(&[1])));
    assert!(planned.step.is_ready());
    assert_eq!(changes(&planned), ["Projects: P1 -> (none)"]);
}
