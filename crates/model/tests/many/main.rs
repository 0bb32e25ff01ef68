//! Changing many Git integrations at once: their settings, their projects, their credentials.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod between;
mod credentials;
mod edits;
mod inputs;
mod projects;
mod settings;
#[path = "../support/mod.rs"]
mod support;

use patchbay_model::Object;
use patchbay_model::gij::plan::Planned;
use patchbay_model::gij::{self, Integration};
use patchbay_model::plan::edits::{Edit, How};
use serde_json::Value;
use support::object;

fn project(id: u64) -> String {
    format!("P{id}")
}

/// An integration of this type with the least that it must have, and `settings` over that.
#[track_caller]
fn integration(kind: &str, settings: Value) -> Integration {
    let mut stored: Object = support::stored(kind);
    stored.remove("username");
    stored.extend(object(settings));
    Integration::read(stored).expect("an integration")
}

fn edit(key: &str, how: How) -> Edit {
    Edit { key: key.to_owned(), how }
}

/// The changes of a step, a line each.
fn changes(planned: &Planned) -> Vec<String> {
    let changes = planned.step.changes.iter();
    changes.map(|change| format!("{}: {} -> {}", change.label, change.before, change.after)).collect()
}

/// What would be sent for it.
#[track_caller]
fn patch(planned: &Planned) -> Object {
    let opened = planned.opened.as_ref().expect("it exists");
    let Some(gij::plan::Work::Change { values, .. }) = &planned.work else { panic!("it changes nothing") };
    let form = gij::schema(&opened.kind, patchbay_model::Mode::Edit, &opened.settings);
    gij::request_patch(&opened.kind, &form, &form.read(&opened.settings), values)
}
