//! An integration in a list: its title, the address of its form, when it was changed.

use super::overview::Overview;
use crate::browser::dates;
use crate::route::{GitLabRoute, Route};
use crate::ui::Moment;
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, Level, find};
use patchbay_model::text::{NAME, short};

/// The address of an integration's form; followed.
pub fn form_route(overview: Overview, slug: &str) -> String {
    let (server, home) = (overview.session.server.place(), overview.home.read());
    let id = home.as_ref().map(|home| home.id).unwrap_or_default().to_string();
    Route::GitLab(GitLabRoute::integration(server, overview.level, id, slug)).to_string()
}

/// What people know it by: ours where the catalogue has it, the server's otherwise.
pub fn title_of(integration: &Integration) -> String {
    short(find(&integration.slug).map_or(integration.title.as_str(), |spec| spec.title), NAME)
}

/// Why it cannot be disabled here, if only another page can do that.
pub fn stays(slug: &str) -> Option<String> {
    find(slug).map(|spec| spec.stays.to_owned()).filter(|why| !why.is_empty())
}

/// What it does in a project or in a group, if the catalogue has it.
pub fn about(integration: &Integration, level: Level) -> impl IntoView + use<> {
    find(&integration.slug).map(|spec| view! { <p class="sub">{spec.about(level)}</p> })
}

/// When it was changed, if GitLab says so.
pub fn changed(integration: &Integration) -> impl IntoView + use<> {
    let at_ms = integration.updated_at.as_deref().and_then(dates::parse);
    at_ms.map(|at_ms| view! { <p class="sub">"Changed " <Moment at_ms /></p> })
}
