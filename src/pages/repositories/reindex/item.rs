//! One integration that is indexed.

use crate::api::Error;
use crate::browser::numbers::count;
use patchbay_model::plan::Ending;
use patchbay_model::text::{NAME, short};

/// An integration that is indexed.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// When it had been indexed before, in epoch milliseconds.
    pub indexed_at: Option<f64>,
    /// What Jira calls the runs that are not over, the next to ask about first: one of the integration, or one of each of
    /// its repositories. Empty where Jira named none.
    pub threads: Vec<String>,
    /// How many runs there were.
    pub of: usize,
    /// How far it is, in percent, where Jira says it.
    pub percent: Option<u8>,
    /// What is to be known of how it was started; empty where it is as usual.
    pub note: String,
    /// What is said of it: in Jira's words where there are any.
    pub said: String,
    /// What went wrong with some of its runs while others are not over.
    pub failed: Vec<String>,
    /// What came of the run; `None` until it is over.
    pub ending: Option<Ending>,
}

/// How many errors are shown.
const ERRORS: usize = 3;

/// The first of many errors in a line, and how many more there are.
pub fn in_a_line(errors: &[String]) -> String {
    let first = errors.iter().take(ERRORS).map(String::as_str).collect::<Vec<_>>().join(" · ");
    match errors.len().saturating_sub(ERRORS) {
        0 => short(&first, 2 * NAME),
        more => format!("{} · and {} more", short(&first, 2 * NAME), count(more)),
    }
}

/// What happened, in a line.
pub fn words(error: &Error) -> String {
    short(&format!("{}. {error}", error.title()), 2 * NAME)
}
