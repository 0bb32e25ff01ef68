//! One way to change a resource, whichever server keeps it: read, compare, write, read back, show the result.

pub mod arrival;
mod attempt;
mod conflict;
mod editor;
mod focus;
pub mod gitlab;
mod hooks;
pub mod jira;
mod leaving;
mod operation;
mod outcome;
mod preview;
mod refused;
pub mod repository;
mod rules;
mod saver;
mod steps;
mod waiting;

pub use attempt::Attempt;
pub use editor::Editor;
pub use hooks::{Hooks, Reopen, Seen};
pub use leaving::LeavingDialog;
pub use operation::{Ended, Goal, Operation};
pub use outcome::Outcome;
pub use refused::put_at_fields;
pub use saver::Saver;
pub use waiting::{OperationWaiting, Waiting};
