//! The catalogue: one entry for each integration of GitLab's "Integrations API" document. Later ones can be added: nothing
//! else knows their names.

mod bots;
mod builds;
mod chat;
mod cloud;
mod common;
mod issues;
mod mail;
mod messages;
mod mobile;
mod monitoring;

use super::spec::Spec;

/// The entries, by file.
static TABLES: &[&[Spec]] = &[
    chat::SPECS,
    messages::SPECS,
    bots::SPECS,
    issues::SPECS,
    builds::SPECS,
    mail::SPECS,
    monitoring::SPECS,
    mobile::SPECS,
    cloud::SPECS,
];

/// All integrations of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The integration with this slug; `None` if the catalogue has none.
pub fn find(slug: &str) -> Option<&'static Spec> {
    all().find(|spec| spec.slug == slug)
}
