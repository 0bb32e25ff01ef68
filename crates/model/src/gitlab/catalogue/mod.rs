//! Every integration that GitLab's "Integrations API" document describes, one table entry each.

mod builds;
mod chat;
mod common;
mod elsewhere;
mod issues;
mod mail;
mod messages;

use super::Spec;

/// The tables, in the order in which they are read.
static TABLES: [&[Spec]; 6] =
    [chat::SPECS, messages::SPECS, issues::SPECS, builds::SPECS, mail::SPECS, elsewhere::SPECS];

/// All integrations of the catalogue, by category.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The integration with this slug; `None` for one that the catalogue does not know.
pub fn find(slug: &str) -> Option<&'static Spec> {
    all().find(|spec| spec.slug == slug)
}
