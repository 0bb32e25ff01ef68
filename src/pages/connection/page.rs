//! The page: a card for each server, then the diagnostics.

use super::begin::begin;
use super::card::ServerCard;
use super::check::Check;
use super::diagnostics::Diagnostics;
use super::report::VERSION;
use crate::route::{ConnectionRoute, Route};
use crate::sentences;
use crate::session::sessions;
use crate::ui::{BusyButton, Empty, PageTitle};
use leptos::prelude::*;

/// All servers of config.json, or those at one place, which are checked at once.
#[component]
pub fn ConnectionPage(
    /// The place; empty for all.
    place: String,
) -> impl IntoView {
    let checks = checks(&place);
    let all = Route::Connection(ConnectionRoute::default()).to_string();
    let is_one = !place.is_empty();
    if is_one {
        checks.iter().copied().for_each(begin);
    }
    let back = is_one.then(|| {
        view! {
            <div>
                <a href=all.clone()>"← All connections"</a>
            </div>
        }
    });
    let title = if is_one { format!("Connection to {place}") } else { "Connections".to_owned() };
    let several = (checks.len() > 1).then(|| {
        let checks = checks.clone();
        let on_click = Callback::new(move |()| checks.iter().copied().for_each(begin));
        view! {
            <div class="end">
                <BusyButton label=sentences::CHECK_ALL on_click />
            </div>
        }
    });
    view! {
        {back}
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">
                    "The servers that this page can reach, and what you may do there. A check only reads; it changes nothing."
                </p>
            </div>
            {several}
        </div>
        <Servers checks=checks.clone() place all=all.clone() />
        <Diagnostics checks />
        <p class="hint">
            <a href=all>{format!("Patchbay {VERSION}")}</a>
        </p>
    }
}

fn checks(place: &str) -> Vec<Check> {
    let sessions = sessions();
    let all = sessions.jira.iter().chain(sessions.gitlab).copied().map(Check::of);
    all.filter(|check| place.is_empty() || check.server.place() == place).collect()
}

/// A card for each server, or that there is none.
#[component]
fn Servers(
    /// The servers.
    checks: Vec<Check>,
    /// The place that they are at.
    place: String,
    /// The address of all connections.
    all: String,
) -> impl IntoView {
    if checks.is_empty() {
        let text = format!("The file config.json beside this page lists no server at {place}.");
        return view! {
            <Empty title="There is no such server" text>
                <a class="btn" href=all>
                    "Go to all connections"
                </a>
            </Empty>
        }
        .into_any();
    }
    let entering = RwSignal::new(None);
    checks.into_iter().map(|check| view! { <ServerCard check entering /> }).collect_view().into_any()
}
