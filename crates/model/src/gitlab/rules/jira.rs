//! Transitions of Jira issues.

use crate::form::Lookup;

/// The sentence for transition IDs with the wrong format.
pub const NOT_TRANSITIONS: &str = "Transition IDs must be numbers separated by commas. Example: “11, 21”.";

// Seen on GitLab 14 to 16: it takes all numbers in the text, whatever is between them. Words would be lost silently.
pub(super) fn transitions(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let mut ids = text.split(is_between).filter(|id| !id.is_empty()).peekable();
    let is_list = ids.peek().is_some() && ids.all(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
    (!text.is_empty() && !is_list).then(|| NOT_TRANSITIONS.to_owned())
}
