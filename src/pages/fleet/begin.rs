//! Which projects are to be in the table: all of one's own, or those that somebody pastes.

use super::scope::Scope;
use crate::browser::reactive::derive;
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, PageTitle};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;

/// The id of the field.
const PASTED: &str = "fleet-list";

/// The id of what is said about it.
const HELP: &str = "fleet-list-help";

/// The questions.
#[component]
pub fn BeginPage(
    /// The server.
    session: Session,
) -> impl IntoView {
    let navigation = navigation();
    let place = session.server.place();
    let pasted = RwSignal::new(String::new());
    let scope = move || Scope::of_pasted(&pasted.read());
    let read = Callback::new(move |()| {
        if let Some(scope) = untrack(scope) {
            navigation.go(Route::GitLab(GitLabRoute::fleet(session.server.place(), scope.pair())));
        }
    });
    let nothing = derive(move || scope().is_none().then(|| "Enter at least one of them first.".to_owned()));
    let mine = Route::GitLab(GitLabRoute::fleet(place.clone(), Scope::Mine.pair())).to_string();
    let groups = Route::GitLab(GitLabRoute::search(place.clone(), Level::Group)).to_string();
    let projects = Route::GitLab(GitLabRoute::projects(place.clone()));
    let projects = navigation.as_left([projects]).map(|route| route.to_string());
    let set = move |event| pasted.set(event_target_value(&event));
    view! {
        <div>
            <a href=projects.clone()>{sentences::BACK_TO_GITLAB_PROJECTS}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title=sentences::FLEET_TABLE />
                <p class="sub">{place}</p>
            </div>
        </div>
        <p>"Choose which projects to compare. Patchbay reads them one by one, and nothing is changed."</p>
        <p class="actions">
            <a class="btn" href=mine>{sentences::ALL_YOUR_PROJECTS}</a>
        </p>
        <p class="sub">
            "For the projects of one group, open the " <a href=groups>"group"</a> " first. For those that match some words, "
            <a href=projects>"search"</a> " first."
        </p>
        <div class="field">
            <label for=PASTED>{sentences::PROJECTS_AND_GROUPS_TO_READ}</label>
            <textarea
                id=PASTED
                rows="8"
                spellcheck="false"
                autocomplete="off"
                aria-describedby=HELP
                prop:value=move || pasted.get()
                on:input=set
            ></textarea>
            <p class="help" id=HELP>
                "Numbers, full paths or web addresses, separated by lines, blanks or commas. Of a group all projects are read."
            </p>
        </div>
        <p class="actions">
            <BusyButton label="Read them" tone=ButtonTone::Primary disabled_because=nothing on_click=read />
        </p>
    }
}
