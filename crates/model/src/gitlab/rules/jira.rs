//! Transitions of Jira issues.

use crate::form::Lookup;

/// The sentence for transition IDs with the wrong format.
pub const NOT_TRANSITIONS: &str = "Transition IDs must be numbers separated by commas. Example: “11, 21”.";

// Seen on GitLab 14 to 16: numbers, separated by commas or semicolons.
pub(super) fn transitions(form: &dyn Lookup) -> Option<String> {
    let text = form.text("jira_issue_transition_id");
    let is_number = |id: &str| !id.trim().is_empty() && id.trim().bytes().all(|byte| byte.is_ascii_digit());
    (!text.is_empty() && !text.split([',', ';']).all(is_number)).then(|| NOT_TRANSITIONS.to_owned())
}
