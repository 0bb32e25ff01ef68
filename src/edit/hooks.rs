//! What a page does after a verdict, and what the form begins with that takes the place of another.

use super::outcome::Outcome;
use crate::api::{Error, Record, Refusal};
use leptos::prelude::*;
use patchbay_model::Values;

/// When the form learned what its changes are compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seen {
    /// When it was opened.
    #[default]
    Opened,
    /// When it was saved last.
    Saved,
    /// When somebody else had changed it, and that was decided.
    Decided,
    /// When it was read again, because it was not known or not as expected.
    ReadAgain,
}

/// What a form begins with that takes the place of another: the server has something else now, or something new.
#[derive(Default)]
pub struct Reopen {
    /// What the server has now.
    pub record: Option<Record>,
    /// What was entered, on top of it.
    pub typed: Values,
    /// What is said above it.
    pub outcome: Option<Outcome>,
    /// What the server refused: it asks for settings that the form has no fields for.
    pub refusal: Option<Refusal>,
    /// When `record` was read.
    pub seen: Seen,
}

/// What a page does after a verdict that concerns more than its form.
#[derive(Clone, Copy, Default)]
pub struct Hooks {
    /// It was saved, and another form takes over.
    pub on_saved: Option<Callback<Reopen>>,
    /// The form has to be drawn anew.
    pub on_reopen: Option<Callback<Reopen>>,
    /// The holder has another number by now.
    pub on_moved: Option<Callback<Error>>,
    /// Settings with these keys were saved, and the form stays.
    pub on_kept: Option<Callback<Vec<String>>>,
}
