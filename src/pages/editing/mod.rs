//! What the forms of all servers share: the form with its buttons, what will be sent, and what comes back.

mod conflict;
mod editor;
mod refused;
mod side;

pub use conflict::{ConflictDialog, take_theirs};
pub use editor::{Editor, OUTCOME, focus_outcome, may_be_sent};
pub use refused::put_at_fields;
pub use side::Preview;
