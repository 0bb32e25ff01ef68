//! The way in: which GitLab the address means, and who one is there.

use crate::route::GitLabRoute;
use leptos::prelude::*;

/// Draws a page of a GitLab server for somebody who is signed in there.
#[component]
pub fn GitLabPages(
    /// Which page.
    route: GitLabRoute,
) -> impl IntoView {
    route.to_string()
}
