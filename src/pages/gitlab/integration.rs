//! The form of one integration of a project.

use crate::console::GitLab;
use leptos::prelude::*;

/// The integration `slug` of the project with this number or full path.
#[component]
pub fn IntegrationPage(gitlab: GitLab, id: String, slug: String) -> impl IntoView {
    format!("{} · {id} · {slug}", gitlab.server.place())
}
