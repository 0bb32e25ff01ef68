//! What is said of a project wherever it is shown: that it is archived, that it has moved, where GitLab has it.

use crate::ui::el::{El, el, unseen};
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;
use patchbay_model::text::url::check_http_url;

/// Why nothing can be changed in an archived project.
pub const ARCHIVED: &str = "The project is archived: GitLab takes no changes.";

/// Says so before somebody tries, if it is archived.
pub fn archived_notice(project: &Project) -> Option<AnyView> {
    let notice = || {
        let text = "GitLab takes no changes to it until somebody unarchives it in the project’s settings.";
        view! { <Notice tone=Tone::Warn title="This project is archived">{el("p").text(text)}</Notice> }
    };
    project.archived.then(|| notice().into_any())
}

/// Whether `id`, a number or a full path, is not what the project is called now: then it has moved.
pub fn has_moved_from(project: &Project, id: &str) -> bool {
    // GitLab takes paths in capitals and small letters alike.
    id != project.id.to_string() && !id.eq_ignore_ascii_case(&project.path)
}

/// Leads to the project's page in GitLab, or to the one `below` it; only where the server gives an address that is one.
pub fn link_to_gitlab(project: &Project, below: &str) -> Option<El> {
    let href = project.web_url.as_deref().filter(|url| check_http_url(url).is_ok())?;
    let link = el("a")
        .attr("href", format!("{href}{below}"))
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text("Open in GitLab");
    Some(link.child(unseen(" (opens a new tab)")))
}
