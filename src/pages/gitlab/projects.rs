//! The search for a project, with those that were opened last.

use super::projects_direct::{Direct, direct};
use super::projects_found::ProjectsFound;
use super::projects_search::{ProjectSearch, Wanted, summary};
use super::recents::{self, Recent, recents};
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::route::navigation;
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::session::{Session, Sessions, TroubleNotice, sessions};
use crate::ui::{PageTitle, SearchBox, Skeleton};
use leptos::prelude::*;

/// The id of the search field.
pub const SEARCH: &str = "search-projects";

/// Projects of one GitLab.
#[component]
pub fn ProjectsPage(
    /// The server.
    session: Session,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let wanted = Memo::new(move |last: Option<&Wanted>| match navigation.route() {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Projects { search, page } })
            if sessions.gitlab_at(&server) == Some(session) =>
        {
            let words = match mean(session, sessions, &search) {
                Some(Direct::Project { id, .. }) => id,
                Some(Direct::Unlisted(_)) | None => search.clone(),
            };
            Wanted { server, search, words, page }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    let search = ProjectSearch::follow(session, wanted);
    let set_search = Callback::new(move |search: String| {
        navigation.amend(wanted.read_untracked().route(search, 1));
    });
    let tally = move || match (search.loading(), search.found.get()) {
        (true, Some(_)) => "Searching…".to_owned(),
        (false, Some((wanted, found))) if search.found.error().is_none() => summary(&wanted, &found),
        _ => String::new(),
    };
    let meant = memo(move || mean(session, sessions, &wanted.read().search));
    let idle = memo(move || wanted.read().search.is_empty());
    let trouble = move || {
        search.found.error().map(|error| {
            let on_retry = Callback::new(move |()| search.retry());
            view! { <TroubleNotice error on_retry /> }
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
                <PageTitle title="GitLab projects" />
                <p class="sub">{session.server.place()}</p>
            </div>
        </div>
        <div class="seek">
            <div class="tools" role="search" aria-label="Projects">
                <SearchBox
                    id=SEARCH
                    label="Search projects by name, path, number or web address"
                    placeholder="Name, path, number or web address"
                    value=derive(move || wanted.get().search)
                    on_input=set_search
                />
                <span class="sub tally">{tally}</span>
            </div>
            <div aria-live="polite">{move || meant.get().map(shortcut)}</div>
        </div>
        {move || trouble()}
        <Show when=move || idle.get()>
            <Recents session />
        </Show>
        {move || body()}
    }
}

/// What is meant without a search, on this server or another.
fn mean(session: Session, sessions: Sessions, search: &str) -> Option<Direct> {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    direct(search, &session.server.place(), &places)
}

/// The address of a project on this server.
pub fn project_route(session: Session, id: impl ToString) -> String {
    Route::GitLab(GitLabRoute::project(session.server.place(), id.to_string())).to_string()
}

/// A link to what is meant without a search.
fn shortcut(meant: Direct) -> AnyView {
    match meant {
        Direct::Project { place, id } => {
            let name = if id.contains('/') { id.clone() } else { format!("project {id}") };
            let href = Route::GitLab(GitLabRoute::project(place.clone(), id)).to_string();
            view! {
                <p class="panel shortcut">
                    <a href=href>"Open " <b>{name}</b></a>
                    <span class="sub">{format!(" on {place}")}</span>
                </p>
            }
            .into_any()
        }
        Direct::Unlisted(host) => {
            let text = format!(
                "This is an address on {host}, which the file config.json beside this page does not list as a GitLab server."
            );
            view! { <p class="panel shortcut">{text}</p> }.into_any()
        }
    }
}

/// What was opened last, and a way to have that forgotten.
#[component]
fn Recents(session: Session) -> impl IntoView {
    let place = session.server.place();
    let all = RwSignal::new(recents(&place));
    let forget = move || {
        recents::forget(&session.server.place());
        // The button goes away with what it forgets; the focus must not go with it.
        root::focus(SEARCH);
        all.set(Vec::new());
    };
    let one = move |Recent { id, path }: Recent| {
        view! {
            <li>
                <a class="chip" href=project_route(session, id)>
                    {path}
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="recents" aria-label="Recent projects">
                <h2>"Recent projects"</h2>
                <ul>{all.get_untracked().into_iter().map(one).collect_view()}</ul>
                <button type="button" class="quiet" on:click=click(forget)>
                    "Forget recent projects"
                </button>
            </section>
        </Show>
    }
}
