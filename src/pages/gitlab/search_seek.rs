//! The search field for projects or groups, with a link to what is meant without a search.

use super::search_asking::{HomeQuery, HomeSearch, SEARCH, summary};
use super::search_direct::{Direct, Reader, direct};
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
    query: Memo<HomeQuery>,
    /// What was asked and answered.
    search: HomeSearch,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let level = query.read_untracked().level;
    let (about, label) = match level {
        Level::Project => ("Projects", sentences::SEARCH_PROJECTS_OF_GITLAB),
        Level::Group => ("Groups", sentences::SEARCH_GROUPS_OF_GITLAB),
    };
    let set_search = Callback::new(move |search: String| {
        navigation.amend_soon(query.read_untracked().route(search, 1));
    });
    let tally = move || match (search.loading(), search.found.get()) {
        (true, Some(_)) => "Searching…".to_owned(),
        (false, Some((asked, found))) if search.found.error().is_none() && search.is_asked() => {
            summary(&asked, &found)
        }
        _ => String::new(),
    };
    let meant = memo(move || mean(session, query.read().level, sessions, &query.read().search));
    view! {
        <div class="seek">
            <div class="tools" role="search" aria-label=about>
                <SearchBox
                    id=SEARCH
                    label
                    placeholder="Name, path, number or web address"
                    value=derive(move || query.get().search)
                    on_input=set_search
                />
                <span class="sub tally">{tally}</span>
            </div>
            <div aria-live="polite">{move || meant.get().map(|meant| shortcut(meant, level))}</div>
        </div>
    }
}

/// What is meant without a search, on this server or another.
pub fn mean(session: Session, level: Level, sessions: Sessions, search: &str) -> Option<Direct> {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    let here = session.server.place();
    direct(search, Reader { here: &here, level, places: &places, ascii: &surroundings::ascii_host })
}

/// A link to what is meant without a search; `looked_for` is what the page is about.
fn shortcut(meant: Direct, looked_for: Level) -> AnyView {
    match meant {
        Direct::Home { place, level, id, or_other } => {
            let other = match level {
                Level::Project => Level::Group,
                Level::Group => Level::Project,
            };
            let is_other = (level != looked_for).then(|| {
                let text = format!("This is the address of a {}, not of a {}. ", level.noun(), other.noun());
                view! { <span>{text}</span> }
            });
            let open = |level: Level, what: String| {
                let href = Route::GitLab(GitLabRoute::home(place.clone(), level, id.clone())).to_string();
                view! { <a href=href>"Open " <b>{what}</b></a> }
            };
            let is_plain = level == Level::Project && id.contains('/');
            let name = if is_plain { id.clone() } else { with_noun(level, &id) };
            view! {
                <p class="panel shortcut">
                    {is_other} {open(level, name)} <span class="sub">{format!(" on {place}")}</span>
                    {or_other.then(|| open(other, with_noun(other, &id)))}
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

/// "project 101", "group acme/tools".
fn with_noun(level: Level, id: &str) -> String {
    format!("{} {id}", level.noun())
}
