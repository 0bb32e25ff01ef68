//! Answers in every shape that the documents show, and a few that servers may have: what is read out of each.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod answers;
mod briefs;
mod forms;
mod integrations;
mod reasons;
mod refusals;
#[path = "../support/mod.rs"]
mod support;

use patchbay_model::Listed;
use patchbay_model::gij::Integration;
use patchbay_model::gij::wire::{Refusal, WireError};
use serde_json::Value;
use support::object;

fn refused(error: &str, advice: &str) -> WireError {
    WireError::Refused(Refusal { error: error.to_owned(), advice: advice.to_owned() })
}

fn shape(sentence: &str) -> WireError {
    WireError::Shape(sentence.to_owned())
}

fn ids(list: Result<Listed<Integration>, WireError>) -> Result<Vec<u64>, WireError> {
    Ok(list?.read.iter().map(|integration| integration.id).collect())
}

fn read(settings: Value) -> Integration {
    Integration::read(object(settings)).expect("an integration")
}
