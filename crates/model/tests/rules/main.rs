//! The rules of an integration's form, as tables: what is typed, and the exact sentence it gets.

mod accepted;
mod corrections;
mod new;
mod one_field;
mod several_fields;
mod sign_in;
#[path = "../support/mod.rs"]
mod support;
mod unseen;
mod which_fields;

use patchbay_model::Mode::{self, Create, Edit};
use patchbay_model::{Schema, Values};
use serde_json::Value;
use support::{fill, form, least, stored};

/// A form without any problem, with `given` typed into it: filled in with the least for a new integration, opened on
/// a stored one otherwise.
fn typed(name: &str, mode: Mode, given: Value) -> (Schema, Values) {
    let form = form(name, mode);
    let mut values = match mode {
        Create => {
            let mut least = least(name);
            least.shift_remove("type");
            let mut values = form.defaults();
            fill(&form, &mut values, Value::from(least));
            values
        }
        Edit => form.read(&stored(name)),
    };
    fill(&form, &mut values, given);
    (form, values)
}

/// Each problem as `field: sentence`.
fn problems(name: &str, mode: Mode, given: Value) -> Vec<String> {
    let (form, values) = typed(name, mode, given);
    form.problems(&values).iter().map(|problem| format!("{}: {problem}", problem.field)).collect()
}

#[track_caller]
fn table(cases: &[(&str, Mode, Value, &[&str])]) {
    for (name, mode, given, expected) in cases {
        assert_eq!(problems(name, *mode, given.clone()), *expected, "{name} {mode:?} {given}");
    }
}
