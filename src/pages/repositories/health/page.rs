//! The page: each Jira of config.json with what needs attention there.

use super::place::Place;
use crate::sentences;
use crate::session::sessions;
use crate::store::Inventories;
use crate::ui::{BusyButton, PageTitle};
use leptos::prelude::*;

/// What needs attention in all Jiras.
#[component]
pub fn HealthPage() -> impl IntoView {
    let (sessions, inventories) = (sessions(), expect_context::<Inventories>());
    // Counted up for each wish to read all of it anew.
    let again = RwSignal::new(0_u32);
    let refresh = Callback::new(move |()| again.update(|again| *again += 1));
    let places = sessions.jira.iter().filter_map(|session| {
        let inventory = inventories.of(session.server)?;
        Some(view! { <Place session=*session inventory again /> })
    });
    view! {
        <div class="head">
            <div>
                <PageTitle title=sentences::HEALTH />
                <p class="sub">"What needs attention, and what you can do about it. Opening this page changes nothing."</p>
            </div>
            <div class="end">
                <BusyButton label="Refresh" on_click=refresh />
            </div>
        </div>
        {places.collect_view()}
    }
}
