//! What narrows the comparison down: the search, and whether settings are shown in which all agree.

use super::view::CompareView;
use crate::browser::reactive::{click, derive};
use crate::pages::fleet::asked::Asked;
use crate::pages::fleet::view::{FleetView, with_query};
use crate::route::navigation;
use crate::sentences;
use crate::ui::SearchBox;
use leptos::prelude::*;

/// The id of the search field.
const SEARCH: &str = "search";

/// The search and the switch.
#[component]
pub fn Tools(
    /// What is compared.
    view: CompareView,
) -> impl IntoView {
    let FleetView { asked, set, .. } = view.view;
    let navigation = navigation();
    let on_input = Callback::new(move |search: String| {
        let asked = Asked { search, ..asked.get_untracked() };
        let route = with_query(untrack(|| navigation.route()), asked.query());
        if let Some(route) = route {
            navigation.amend_soon(route);
        }
    });
    let pressed = move || if asked.read().all_settings { "false" } else { "true" };
    let toggle = click(move || {
        let asked = asked.get_untracked();
        set.run(Asked { all_settings: !asked.all_settings, ..asked });
    });
    view! {
        <div class="tools" role="search" aria-label="Projects and groups">
            <SearchBox
                id=SEARCH
                label=sentences::SEARCH_THE_FLEET
                placeholder=sentences::SEARCH_THE_FLEET
                value=derive(move || asked.get().search)
                on_input
            />
            <button type="button" class="chip" aria-pressed=pressed on:click=toggle>
                {sentences::ONLY_WHAT_DIFFERS}
            </button>
        </div>
    }
}
