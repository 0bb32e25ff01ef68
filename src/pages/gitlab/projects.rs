//! The search for a project, with those that were opened last.

use super::projects_direct::Direct;
use super::projects_found::ProjectsFound;
use super::projects_recent::Recents;
use super::projects_search::{ProjectQuery, ProjectSearch};
use super::projects_seek::{Seek, mean};
use crate::browser::reactive::memo;
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, Session, sessions};
use crate::ui::{PageTitle, Skeleton};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;

/// Projects of one GitLab.
#[component]
pub fn ProjectsPage(
    /// The server.
    session: Session,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let query = Memo::new(move |last: Option<&ProjectQuery>| match navigation.route() {
        Route::GitLab(GitLabRoute {
            server,
            level: Level::Project,
            page: GitLabPage::Search { search, page },
        }) if sessions.gitlab_at(&server) == Some(session) => {
            let words = match mean(session, sessions, &search) {
                Some(Direct::Project { id, .. }) => id,
                Some(Direct::Unlisted(_)) | None => search.clone(),
            };
            ProjectQuery { server, search, words, page }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    let search = ProjectSearch::follow(session, query);
    let error_notice = move || {
        search.found.error().map(|error| {
            let on_retry = Callback::new(move |()| search.retry());
            view! { <ErrorNotice error on_retry again=search.found.again() /> }
        })
    };
    // What an older question found is no answer to one that failed.
    let state = memo(move || (search.found.error().is_some(), search.found.is_read()));
    let body = move || match state.get() {
        (true, _) => ().into_any(),
        (false, true) => view! { <ProjectsFound session search /> }.into_any(),
        (false, false) => view! { <Skeleton rows=10 /> }.into_any(),
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title=sentences::GITLAB_PROJECTS />
                <p class="sub">{session.server.place()}</p>
            </div>
        </div>
        <Seek session query search />
        {move || error_notice()}
        <Show when=move || query.read().search.is_empty()>
            <Recents session />
        </Show>
        {move || body()}
    }
}
