//! What a server said about the values of a form.

use super::focus::focus_problems;
use crate::form::FormState;
use leptos::prelude::*;
use patchbay_model::Problem;

/// Puts problems beside their fields, and what is about none of them above the form; moves the focus there.
pub fn put_at_fields(form: FormState, problems: Vec<Problem>) {
    form.submitted.set(true);
    // What was said of the request before is out of date.
    form.forget_refusals();
    let schema = form.schema();
    for Problem { field, message } in problems {
        match (form.leaf(&field), schema.field(&field)) {
            (Some(leaf), _) if leaf.shown.get_untracked() => leaf.refused.update(|said| add(said, message)),
            // Beside a field that is not drawn, nobody would read it.
            (_, Some(field)) => form.refused.update(|said| add(said, named(&field.label, message))),
            (_, None) => form.refused.update(|said| add(said, message)),
        }
    }
    focus_problems();
}

/// The sentence with the field's label before it, unless it begins with it.
pub fn named(label: &str, sentence: String) -> String {
    if sentence.starts_with(label) { sentence } else { format!("{label}: {sentence}") }
}

/// Several sentences about one field are shown together.
fn add(said: &mut Option<String>, message: String) {
    match said {
        Some(before) if before.ends_with(['.', '!', '?']) => *before = format!("{before} {message}"),
        Some(before) => *before = format!("{before}. {message}"),
        None => *said = Some(message),
    }
}
