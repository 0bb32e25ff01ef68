//! What a server said about the values of a form.

use super::focus::focus_problems;
use crate::form::FormState;
use leptos::prelude::*;
use patchbay_model::Problem;

/// Puts problems beside their fields, and what is about none of them above the form; moves the focus there.
pub fn put_at_fields(form: FormState, problems: Vec<Problem>) {
    form.submitted.set(true);
    // What was said of the request before is out of date.
    form.refused.set(None);
    for leaf in problems.iter().filter_map(|problem| form.leaf(&problem.field)) {
        leaf.refused.set(None);
    }
    for Problem { field, message } in problems {
        match form.leaf(&field) {
            Some(leaf) => leaf.refused.update(|said| add(said, message)),
            None => form.refused.update(|said| add(said, message)),
        }
    }
    focus_problems();
}

/// Several sentences about one field are shown together.
fn add(said: &mut Option<String>, message: String) {
    match said {
        Some(before) if before.contains(&message) => {}
        Some(before) => *before = format!("{before} {message}"),
        None => *said = Some(message),
    }
}
