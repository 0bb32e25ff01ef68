//! Notices about a project or a group: that it is archived, that it has moved, where it is.

use crate::route::{GitLabRoute, Route};
use crate::sentences;
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::url::check_http_url;

/// Why nothing can be changed in it, if it is archived.
pub fn archived(home: Option<&Home>) -> Option<String> {
    let home = home.filter(|home| home.archived)?;
    Some(format!("The {} is archived, so GitLab does not accept changes.", home.level.noun()))
}

/// A notice if it is archived.
pub fn archived_notice(home: &Home) -> Option<AnyView> {
    home.archived.then(|| {
        let title = match home.level {
            Level::Project => sentences::PROJECT_IS_ARCHIVED,
            Level::Group => "This group is archived",
        };
        let text = format!(
            "GitLab does not accept changes until the {} is unarchived in its settings.",
            home.level.noun()
        );
        view! {
            <Notice tone=Tone::Warn title>
                <p>{text}</p>
            </Notice>
        }
        .into_any()
    })
}

/// Heads the notice that it has moved.
pub fn moved_title(home: &Home) -> &'static str {
    match home.level {
        Level::Project => sentences::PROJECT_HAS_MOVED,
        Level::Group => "This group has moved",
    }
}

/// Whether `id`, a number or a full path, is not what it is called now: then it has moved.
pub fn has_moved_from(home: &Home, id: &str) -> bool {
    // GitLab takes paths in capitals and small letters alike.
    id != home.id.to_string() && !id.eq_ignore_ascii_case(&home.path)
}

/// The address of a project or a group on this server.
pub fn home_route(session: Session, level: Level, id: impl ToString) -> String {
    Route::GitLab(GitLabRoute::home(session.server.place(), level, id.to_string())).to_string()
}

/// What an address calls it, for people: its full path, or with its number "Project 7".
pub fn named(level: Level, id: &str) -> String {
    let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
    match level {
        Level::Project if is_number => format!("Project {id}"),
        Level::Group if is_number => format!("Group {id}"),
        _ => id.to_owned(),
    }
}

/// Leads to its page in GitLab, or to the one `below` it; only where the server gives an address that is one.
pub fn link_to_gitlab(home: &Home, below: &str) -> Option<impl IntoView + use<>> {
    let url = home.web_url.as_deref().filter(|url| check_http_url(url).is_ok())?;
    let href = format!("{url}{below}");
    Some(view! {
        <a href=href target="_blank" rel="noopener">
            "Open in GitLab"
            <span class="sr-only">" (opens a new tab)"</span>
        </a>
    })
}
