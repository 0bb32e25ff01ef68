//! The difference between what was and what will be, for a person to read.

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Key of the field.
    pub key: String,
    /// Label of the field.
    pub label: String,
    /// What it holds now; never a secret's text.
    pub before: String,
    /// What it will hold; never a secret's text.
    pub after: String,
}
