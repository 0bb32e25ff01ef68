//! Trying what is written in a language of its own. The pages of Jira's forms bring this along, so that the part for GitLab
//! does not load it.

use super::pattern::PatternTrial;
use super::query::QueryTrial;
use super::state::Leaf;
use leptos::prelude::*;
use patchbay_model::{Field, Kind};

/// What comes of a filter or a pattern before it is saved; `None` for other fields.
pub fn try_expression(field: &Field, leaf: Leaf) -> Option<AnyView> {
    match field.kind {
        Kind::Query { shape, .. } => Some(view! { <QueryTrial shape leaf /> }.into_any()),
        Kind::Pattern { hides, samples, .. } => {
            Some(view! { <PatternTrial hides samples leaf /> }.into_any())
        }
        _ => None,
    }
}
