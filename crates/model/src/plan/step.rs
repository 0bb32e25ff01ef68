//! One step of a plan, as people see it before anything is sent.

use crate::edit::Action;
use crate::form::Change;

/// What a plan does with one resource. Neither of its texts ever contains a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What tells the resource from others of its server, such as `#17`; empty for one that does not exist yet.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// Where it is, such as the address of the Git host; may be empty.
    pub place: String,
    /// What is done with it; `None` if it stays as it is.
    pub action: Option<Action>,
    /// What changes, field by field. For a new one, everything that is sent; for one that is removed, nothing.
    pub changes: Vec<Change>,
    /// What keeps it from being sent, as sentences.
    pub problems: Vec<String>,
    /// What a person should know before it is sent, as sentences.
    pub notes: Vec<String>,
}

impl Step {
    /// Whether it can be sent: it does something, and nothing keeps it from that.
    pub fn is_ready(&self) -> bool {
        self.action.is_some() && self.problems.is_empty()
    }
}
