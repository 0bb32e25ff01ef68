//! The page of an address that means nothing.

use super::page_title::PageTitle;
use crate::route::Route;
use leptos::prelude::*;

/// Says so, and leads to the list.
#[component]
pub fn UnknownPage(
    /// What the address says.
    address: String,
) -> impl IntoView {
    view! {
        <div class="head">
            <div>
                <PageTitle title="There is no such page" />
                <p class="sub">"The address “" {address} "” leads nowhere. It may be cut off or misspelt."</p>
            </div>
        </div>
        <p><a href=Route::list().to_string()>"Go to all Git integrations"</a></p>
    }
}
