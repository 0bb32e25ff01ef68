//! What is the same for all groups of a server: that an older GitLab cannot give their integrations.

use super::about_home::link_to_gitlab;
use super::words::target;
use crate::api::gitlab as api;
use crate::sentences;
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level, Presence};

/// Whether the server is older than the endpoints for groups, as far as its version is known; followed.
pub fn is_older(session: Session) -> bool {
    target(session, Level::Group).has_groups() == Presence::No
}

/// The same, once the version is known; where the server does not say it, it is not taken for older.
pub async fn is_too_old(session: Session) -> bool {
    if session.version.get_untracked().is_none()
        && let Ok(version) = api::version(session.server).await
    {
        session.version.set(version);
    }
    untrack(|| is_older(session))
}

/// A notice where the server is older; followed.
pub fn older_notice(session: Session) -> Option<AnyView> {
    is_older(session).then(|| older(session, None))
}

/// The same about one group, with a link to its page in GitLab.
pub fn older(session: Session, group: Option<&Home>) -> AnyView {
    let version = session.version.get_untracked().unwrap_or_default();
    let text = format!(
        "GitLab 17.9 or newer has an interface for them; this server has GitLab {version}. Set them up in GitLab’s own pages, or open a project here."
    );
    let link = group.and_then(|group| link_to_gitlab(group, "/-/settings/integrations"));
    view! {
        <Notice tone=Tone::Info title=sentences::GROUPS_NEED_17_9>
            <p>{text}</p>
            {link.map(|link| view! { <p>{link}</p> })}
        </Notice>
    }
    .into_any()
}
