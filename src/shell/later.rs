//! A page of the file that is fetched when it is needed: until it is there, and when it does not come.

use super::parts::{self, Draw, NotFetched};
use crate::browser::reactive::click;
use crate::browser::task::spawn;
use crate::route::{JiraPage, JiraRoute, Route};
use crate::sentences;
use crate::ui::{Notice, PageTitle, Skeleton, Tone};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Fetches a file as soon as somebody points at or tabs to a link that leads to one of its pages: then the page opens at
/// once, and a visit that only uses the list does not load it. The same with what is pressed in the list, which marks
/// where that is with `data-part`. A failure shows when a page is opened, or at the press.
pub fn fetch_when_reached_for(event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let found = element.and_then(|element| element.closest(REACHED).ok().flatten());
    let route = found.map(|found| match found.get_attribute("href") {
        Some(href) => Route::parse(&href),
        // Any page of its part: only Jira's list has such marks.
        None => Route::Jira(JiraRoute { server: String::new(), page: JiraPage::ChooseType }),
    });
    if let Some(route) = route {
        spawn(async move {
            parts::fetch(&route).await.ok();
        });
    }
}

/// What needs a file when it is pressed. The labels are those of checkboxes.
const REACHED: &str = "a[href^='#/'], [data-part] :is(button, label)";

/// The page at an address, drawn as soon as its file is there.
#[component]
pub fn LaterPage(
    /// Which page.
    route: Route,
) -> impl IntoView {
    let fetched = RwSignal::new(None::<Result<Draw, NotFetched>>);
    let address = StoredValue::new(route.clone());
    let fetch = move || {
        fetched.set(None);
        let Some(route) = address.try_get_value() else { return };
        spawn(async move {
            let outcome = parts::fetch(&route).await;
            // The page may have been left meanwhile.
            fetched.try_set(Some(outcome));
        });
    };
    fetch();
    move || {
        match fetched.get() {
        None => view! { <Skeleton rows=8 /> }.into_any(),
        Some(Ok(draw)) => draw(route.clone()),
        Some(Err(NotFetched)) => view! {
            <div class="head">
                <PageTitle title="This page did not load" has_error=true />
            </div>
            <Notice tone=Tone::Bad title="A part of Patchbay could not be fetched" alert=true>
                <p>
                    "The network may be down, or you are signed out. If trying again does not help, load the page again in the \
                     browser: Patchbay may have been replaced by a newer version."
                </p>
                <p class="actions">
                    <button type="button" on:click=click(fetch)>{sentences::TRY_AGAIN}</button>
                </p>
            </Notice>
        }
        .into_any(),
    }
    }
}
