//! What is said of an integration wherever it is listed: its title, its form's address, when it was changed.

use super::project_overview::Overview;
use crate::browser::dates;
use crate::route::{GitLabRoute, Route};
use crate::ui::Moment;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, find};

/// The address of an integration's form.
pub fn form_route(overview: Overview, slug: &str) -> String {
    let (server, project) = (overview.session.server.place(), overview.project.get_untracked());
    let id = project.map(|project| project.id).unwrap_or_default().to_string();
    Route::GitLab(GitLabRoute::integration(server, id, slug)).to_string()
}

/// What people know it by: ours where the catalogue has it, the server's otherwise.
pub fn title_of(integration: &Integration) -> &str {
    find(&integration.slug).map_or(integration.title.as_str(), |spec| spec.title)
}

/// When it was changed, if GitLab says so.
pub fn changed(integration: &Integration) -> Option<El> {
    let at = integration.updated_at.as_deref().and_then(dates::parse)?;
    Some(el("p").class("sub").text("Changed ").view(view! { <Moment at_ms=at /> }))
}
