//! Notices about a project: that it is archived, that it has moved, where it is.

use crate::route::{GitLabRoute, Route};
use crate::sentences;
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;
use patchbay_model::text::url::check_http_url;

/// Why nothing can be changed in an archived project.
pub const ARCHIVED: &str = "The project is archived, so GitLab does not accept changes.";

/// A notice if it is archived.
pub fn archived_notice(project: &Project) -> Option<AnyView> {
    project.archived.then(|| {
        view! {
            <Notice tone=Tone::Warn title=sentences::PROJECT_IS_ARCHIVED>
                <p>"GitLab does not accept changes until the project is unarchived in its settings."</p>
            </Notice>
        }
        .into_any()
    })
}

/// Whether `id`, a number or a full path, is not what the project is called now: then it has moved.
pub fn has_moved_from(project: &Project, id: &str) -> bool {
    // GitLab takes paths in capitals and small letters alike.
    id != project.id.to_string() && !id.eq_ignore_ascii_case(&project.path)
}

/// The address of a project on this server.
pub fn project_route(session: Session, id: impl ToString) -> String {
    Route::GitLab(GitLabRoute::project(session.server.place(), id.to_string())).to_string()
}

/// Leads to the project's page in GitLab, or to the one `below` it; only where the server gives an address that is one.
pub fn link_to_gitlab(project: &Project, below: &str) -> Option<impl IntoView + use<>> {
    let url = project.web_url.as_deref().filter(|url| check_http_url(url).is_ok())?;
    let href = format!("{url}{below}");
    Some(view! {
        <a href=href target="_blank" rel="noopener">
            "Open in GitLab"
            <span class="sr-only">" (opens a new tab)"</span>
        </a>
    })
}
