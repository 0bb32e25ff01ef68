//! A change of one field, in text for people.

/// A change of one field. Neither text ever contains a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Key of the field.
    pub key: String,
    /// Label of the field.
    pub label: String,
    /// The old value as [`Field::show`](crate::Field::show) writes it; empty in a new form.
    pub before: String,
    /// The new value, likewise.
    pub after: String,
}
