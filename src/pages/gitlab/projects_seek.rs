//! The search field for projects, with a link to what is meant without a search.

use super::projects_direct::{Direct, direct};
use super::projects_search::{ProjectQuery, ProjectSearch, SEARCH, summary};
use crate::browser::reactive::{derive, memo};
use crate::browser::surroundings;
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{Session, Sessions, sessions};
use crate::ui::SearchBox;
use leptos::prelude::*;
use patchbay_model::gitlab::Level;

/// What is searched for, how much was found, and a link where an address or a number was entered.
#[component]
pub fn Seek(
    /// The server.
    session: Session,
    /// What the address asks for.
    query: Memo<ProjectQuery>,
    /// What was asked and answered.
    search: ProjectSearch,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let set_search = Callback::new(move |search: String| {
        navigation.amend(query.read_untracked().route(search, 1));
    });
    let tally = move || match (search.loading(), search.found.get()) {
        (true, Some(_)) => "Searching…".to_owned(),
        (false, Some((query, found))) if search.found.error().is_none() => summary(&query, &found),
        _ => String::new(),
    };
    let meant = memo(move || mean(session, sessions, &query.read().search));
    view! {
        <div class="seek">
            <div class="tools" role="search" aria-label="Projects">
                <SearchBox
                    id=SEARCH
                    label=sentences::SEARCH_PROJECTS_OF_GITLAB
                    placeholder="Name, path, number or web address"
                    value=derive(move || query.get().search)
                    on_input=set_search
                />
                <span class="sub tally">{tally}</span>
            </div>
            <div aria-live="polite">{move || meant.get().map(shortcut)}</div>
        </div>
    }
}

/// What is meant without a search, on this server or another.
pub fn mean(session: Session, sessions: Sessions, search: &str) -> Option<Direct> {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    direct(search, &session.server.place(), &places, &surroundings::ascii_host)
}

/// A link to what is meant without a search.
fn shortcut(meant: Direct) -> AnyView {
    match meant {
        Direct::Project { place, id } => {
            let name = if id.contains('/') { id.clone() } else { format!("project {id}") };
            let href = Route::GitLab(GitLabRoute::home(place.clone(), Level::Project, id)).to_string();
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
