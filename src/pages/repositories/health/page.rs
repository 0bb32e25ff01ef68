//! The page: each Jira of config.json with what needs attention there.

use super::looked::Looked;
use super::place::Place;
use crate::browser::reactive::derive;
use crate::sentences;
use crate::session::sessions;
use crate::store::Inventories;
use crate::ui::{PageTitle, RefreshButton};
use leptos::prelude::*;

/// What needs attention in all Jiras.
#[component]
pub fn HealthPage() -> impl IntoView {
    let (sessions, inventories) = (sessions(), expect_context::<Inventories>());
    // Counted up for each wish to read all of it anew.
    let again = RwSignal::new(0_u32);
    let refresh = Callback::new(move |()| again.update(|again| *again += 1));
    let looked: Vec<Looked> = sessions
        .jira
        .iter()
        .filter_map(|session| Some(Looked::new(*session, inventories.of(session.server)?)))
        .collect();
    let all = StoredValue::new(looked.clone());
    let busy = derive(move || all.with_value(|all| all.iter().any(|looked| looked.is_busy())));
    let has_failed = derive(move || all.with_value(|all| all.iter().any(|looked| looked.has_failed())));
    let places = looked.into_iter().map(|looked| view! { <Place looked again /> });
    view! {
        <div class="head">
            <div>
                <PageTitle title=sentences::HEALTH />
                <p class="sub">"What needs attention, and what you can do about it. Opening this page changes nothing."</p>
            </div>
            <div class="end">
                <RefreshButton busy has_failed on_click=refresh />
            </div>
        </div>
        {places.collect_view()}
    }
}
