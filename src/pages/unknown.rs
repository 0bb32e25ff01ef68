//! The page of an address that means nothing.

use super::page_title::PageTitle;
use crate::console::jiras;
use crate::navigation::navigation;
use crate::route::{JiraPage, Route};
use leptos::prelude::*;

/// Says so, and leads to the list of the Jira that was looked at last.
#[component]
pub fn UnknownPage(
    /// What the address says.
    address: String,
) -> impl IntoView {
    let (jiras, navigation) = (jiras(), navigation());
    let list = untrack(|| jiras.looked_at(navigation))
        .map_or_else(Route::list, |console| console.route(JiraPage::list()));
    view! {
        <div class="head">
            <div>
                <PageTitle title="There is no such page" />
                <p class="sub">"The address “" {address} "” leads nowhere. It may be cut off or misspelt."</p>
            </div>
        </div>
        <p><a href=list.to_string()>"Go to all Git integrations"</a></p>
    }
}
