//! What a server said about the values of a form.

use super::focus::focus_problems;
use crate::form::FormState;
use leptos::prelude::*;
use patchbay_model::Problem;

/// Puts problems beside their fields, and what is about none of them above the form; moves the focus there.
pub fn put_at_fields(form: FormState, problems: Vec<Problem>) {
    form.submitted.set(true);
    for problem in problems {
        match form.leaf(&problem.field) {
            Some(leaf) => leaf.refused.set(Some(problem.message)),
            None => form.refused.update(|said| {
                *said = Some(match said.take() {
                    Some(before) => format!("{before} {}", problem.message),
                    None => problem.message,
                });
            }),
        }
    }
    focus_problems();
}
