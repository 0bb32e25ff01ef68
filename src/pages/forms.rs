//! The split point: every page but the list, in a file of its own that is fetched when one of them is opened.
//!
//! With the feature `split`, `cargo xtask` cuts whatever only these pages use out of the file that a first visit loads.
//! Without it everything is in one file, and there is nothing to fetch.

use super::connection::ConnectionPage;
use super::gitlab::GitLabPages;
use super::integrations::{AddPage, ChooseTypePage, ClonePage, EditPage};
use super::unlisted::unlisted;
use crate::console::{Console, jiras};
use crate::route::{ConnectionRoute, JiraPage, JiraRoute, Route};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;
use patchbay_model::Vendor;

/// Draws a page of the file.
pub type Draw = fn(Route) -> AnyView;

/// The file did not come, or not the one that belongs to what runs here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct NotFetched;

/// Fetches the file, unless it is there. After a failure the next call tries again.
pub async fn fetch() -> Result<Draw, NotFetched> {
    let entry = entry();
    #[cfg(feature = "split")]
    let entry = entry.await;
    entry.map_err(|_| NotFetched)
}

/// The one function of the file that the others are found from. An address is what it gives, so that a page is drawn
/// where it will stand, with all it can ask of its surroundings.
#[cfg_attr(feature = "split", wasm_split(forms, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: Route) -> AnyView {
    match route {
        Route::Jira(JiraRoute { server, .. }) if jiras().at(&server).is_none() => {
            let first = |console: &Console| (console.jira, console.route(JiraPage::list()));
            let listed = jiras().all().iter().map(first).collect();
            unlisted("Git integrations", Vendor::Jira, &server, listed)
        }
        Route::Jira(JiraRoute { page, .. }) => match page {
            JiraPage::ChooseType => view! { <ChooseTypePage /> }.into_any(),
            JiraPage::Add(kind) => view! { <AddPage kind /> }.into_any(),
            JiraPage::Edit(id) => view! { <EditPage id /> }.into_any(),
            JiraPage::Clone(id) => view! { <ClonePage id /> }.into_any(),
            // In the file that is always there.
            JiraPage::List(_) => ().into_any(),
        },
        Route::GitLab(route) => view! { <GitLabPages route /> }.into_any(),
        Route::Connection(ConnectionRoute(place)) => view! { <ConnectionPage place /> }.into_any(),
        // In the file that is always there.
        Route::Unknown(_) => ().into_any(),
    }
}
