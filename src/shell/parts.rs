//! The split points: pages that are in files of their own, each fetched when one of its pages is opened.
//!
//! With the feature `split`, `cargo xtask` cuts what only these pages use out of the file that a first visit loads.
//! Without it everything is in one file, and there is nothing to fetch.

use super::misconfigured::{self, SecondLook};
use crate::browser::part::{SplitLoaderError, loaded};
use crate::pages::{connection, fleet, gitlab, gitlab_plan, jira, plan, repositories};
use crate::route::{GitLabPage, GitLabRoute, JiraPage, JiraRoute, Route};
use crate::session::config_file::Unusable;
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

/// Draws a page of a file.
pub type Draw = fn(Route) -> AnyView;

/// The file did not come, or not the one that belongs to what runs here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct NotFetched;

/// Fetches the file with the page at this address, unless it is there. After a failure the next call tries again.
pub async fn fetch(route: &Route) -> Result<Draw, NotFetched> {
    // The function of a part returns the function that draws, so that a page is drawn in its place, with the context of
    // its surroundings.
    let entry = match route {
        Route::Unknown(_) => return Err(NotFetched),
        // In the first file; of a Jira that config.json does not list, that one is named elsewhere.
        Route::Jira(JiraRoute { page: JiraPage::List(_), server }) if server.is_empty() => {
            return Err(NotFetched);
        }
        Route::Jira(JiraRoute { page: JiraPage::Plan(_), .. }) => loaded(plan_entry()).await,
        Route::Health
        | Route::Jira(JiraRoute {
            page: JiraPage::Reindex(_) | JiraPage::Repositories(..) | JiraPage::Repository(..),
            ..
        }) => loaded(repositories_entry()).await,
        Route::Jira(_) => loaded(jira_entry()).await,
        Route::GitLab(GitLabRoute { page: GitLabPage::Fleet { .. }, .. }) => loaded(fleet_entry()).await,
        Route::GitLab(GitLabRoute { page: GitLabPage::Plan { .. }, .. }) => loaded(gitlab_plan_entry()).await,
        Route::GitLab(_) => loaded(gitlab_entry()).await,
        Route::Connection(_) => loaded(connection_entry()).await,
    };
    entry.map_err(|_| NotFetched)
}

/// Fetches what reads an unusual config.json, and what draws that it cannot be used.
pub async fn config() -> Result<(SecondLook, DrawUnusable), NotFetched> {
    loaded(config_entry()).await.map_err(|_| NotFetched)
}

/// Draws why config.json cannot be used.
pub type DrawUnusable = fn(Unusable) -> AnyView;

#[cfg_attr(feature = "split", wasm_split(config, wasm_split_path = ::leptos::wasm_split, fallible))]
fn config_entry() -> Result<(SecondLook, DrawUnusable), SplitLoaderError> {
    Ok((misconfigured::READ, misconfigured::misconfigured))
}

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn jira_entry() -> Result<Draw, SplitLoaderError> {
    Ok(jira::draw)
}

#[cfg_attr(feature = "split", wasm_split(plan, wasm_split_path = ::leptos::wasm_split, fallible))]
fn plan_entry() -> Result<Draw, SplitLoaderError> {
    Ok(plan::draw)
}

#[cfg_attr(feature = "split", wasm_split(repositories, wasm_split_path = ::leptos::wasm_split, fallible))]
fn repositories_entry() -> Result<Draw, SplitLoaderError> {
    Ok(repositories::draw)
}

#[cfg_attr(feature = "split", wasm_split(gitlab, wasm_split_path = ::leptos::wasm_split, fallible))]
fn gitlab_entry() -> Result<Draw, SplitLoaderError> {
    Ok(gitlab::draw)
}

#[cfg_attr(feature = "split", wasm_split(fleet, wasm_split_path = ::leptos::wasm_split, fallible))]
fn fleet_entry() -> Result<Draw, SplitLoaderError> {
    Ok(fleet::draw)
}

#[cfg_attr(feature = "split", wasm_split(gitlab_plan, wasm_split_path = ::leptos::wasm_split, fallible))]
fn gitlab_plan_entry() -> Result<Draw, SplitLoaderError> {
    Ok(gitlab_plan::draw)
}

#[cfg_attr(feature = "split", wasm_split(connection, wasm_split_path = ::leptos::wasm_split, fallible))]
fn connection_entry() -> Result<Draw, SplitLoaderError> {
    Ok(connection::draw)
}
