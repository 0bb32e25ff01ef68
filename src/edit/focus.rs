//! Where the focus goes when a form cannot be saved, or was: what is said about it may be far above the button.

use crate::browser::root;
use leptos::prelude::*;

/// The id of the list of problems.
pub const SUMMARY: &str = "problems";

/// The id of the notice with what the server refused.
pub const REFUSED: &str = "refused";

/// The id of what came of saving.
pub const OUTCOME: &str = "outcome";

/// Moves the focus to what keeps the form from being sent.
pub fn focus_problems() {
    request_animation_frame(|| {
        if !root::focus(SUMMARY) {
            root::focus(REFUSED);
        }
    });
}

/// Moves the focus to the outcome of saving.
pub fn focus_outcome() {
    request_animation_frame(|| {
        root::focus(OUTCOME);
    });
}
