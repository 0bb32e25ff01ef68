//! The ids of a field's elements, by its key.

/// The field itself: where a problem in the summary leads.
pub fn field_id(key: &str) -> String {
    format!("field-{key}")
}

/// Its help, for `aria-describedby`.
pub fn hint_id(key: &str) -> String {
    format!("hint-{key}")
}

/// Its problem, for `aria-describedby`.
pub fn error_id(key: &str) -> String {
    format!("error-{key}")
}
