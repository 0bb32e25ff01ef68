//! The search for a project or a group, with those that were opened last.

use super::about_groups::older_notice;
use super::search_asking::{HomeQuery, HomeSearch};
use super::search_direct::Direct;
use super::search_found::Found;
use super::search_recents::Recents;
use super::search_seek::{Seek, mean};
use super::tree::Tree;
use crate::browser::reactive::memo;
use crate::pages::fleet::scope::Scope;
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, Session, sessions};
use crate::ui::{PageTitle, Skeleton};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;

/// Projects or groups of one GitLab.
#[component]
pub fn SearchPage(
    /// The server.
    session: Session,
    /// Which of the two.
    level: Level,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let query = Memo::new(move |last: Option<&HomeQuery>| match navigation.route() {
        Route::GitLab(GitLabRoute { server, level: of, page: GitLabPage::Search { search, page } })
            if of == level && sessions.gitlab_at(&server) == Some(session) =>
        {
            let words = match mean(session, level, sessions, &search) {
                Some(Direct::Home { id, .. }) => id,
                Some(Direct::Unlisted(_)) | None => search.clone(),
            };
            HomeQuery { server, level, search, words, page }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_else(|| HomeQuery { level, ..HomeQuery::default() }),
    });
    let search = HomeSearch::follow(session, query);
    let is_asked = memo(move || search.is_asked());
    let error_notice = move || {
        search.found.error().filter(|_| is_asked.get()).map(|error| {
            let on_retry = Callback::new(move |()| search.retry());
            view! { <ErrorNotice error on_retry again=search.found.again() /> }
        })
    };
    // What an older question found is no answer to one that failed.
    let state = memo(move || (search.found.error().is_some(), search.found.is_read()));
    let body = move || match (is_asked.get(), state.get()) {
        (false, _) => view! { <Tree session /> }.into_any(),
        (true, (true, _)) => ().into_any(),
        (true, (false, true)) => view! { <Found session search level /> }.into_any(),
        (true, (false, false)) => view! { <Skeleton rows=10 /> }.into_any(),
    };
    let title = match level {
        Level::Project => sentences::GITLAB_PROJECTS,
        Level::Group => sentences::GITLAB_GROUPS,
    };
    // What is searched for by its words; else one is asked which ones.
    let fleet = move || {
        let query = query.read();
        let is_words = !query.words.is_empty() && query.words == query.search;
        let scope = if is_words { Scope::Search(query.words.clone()).pair() } else { String::new() };
        Route::GitLab(GitLabRoute::fleet(session.server.place(), scope)).to_string()
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{session.server.place()}</p>
            </div>
            <div class="end">
                <a class="btn" href=fleet>
                    {sentences::MANY_IN_ONE_TABLE}
                </a>
            </div>
        </div>
        {kinds(session, level)}
        {move || (level == Level::Group).then(|| older_notice(session))}
        <Seek session query search />
        {move || error_notice()}
        <Show when=move || query.read().search.is_empty()>
            <Recents session level />
        </Show>
        {move || body()}
    }
}

/// Links to both searches of the server.
fn kinds(session: Session, level: Level) -> impl IntoView {
    let link = |label: &'static str, to: Level| {
        let href = Route::GitLab(GitLabRoute::search(session.server.place(), to)).to_string();
        let current = (to == level).then_some("page");
        view! {
            <a class="chip" href=href aria-current=current>
                {label}
            </a>
        }
    };
    view! {
        <nav class="chips" aria-label="What to look for">
            {link("Projects", Level::Project)}
            {link("Groups", Level::Group)}
        </nav>
    }
}
