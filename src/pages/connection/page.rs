//! The page: a card for each server, then the diagnostics.

use super::card::ServerCard;
use super::check::Check;
use super::diagnostics::Diagnostics;
use super::report::VERSION;
use crate::route::{ConnectionRoute, Route};
use crate::session::sessions;
use crate::ui::PageTitle;
use crate::ui::el::el;
use crate::ui::{BusyButton, Empty};
use leptos::prelude::*;

/// All servers of config.json, or those at one place, which are checked at once.
#[component]
pub fn ConnectionPage(
    /// The place; empty for all.
    place: String,
) -> impl IntoView {
    let checks = checks(&place);
    let entering = RwSignal::new(None);
    let all = Route::Connection(ConnectionRoute::default()).to_string();
    let (title, back) = if place.is_empty() {
        ("Connections".to_owned(), None)
    } else {
        let back = el("a").attr("href", all.clone()).text("← All connections");
        (format!("Connection to {place}"), Some(el("div").child(back)))
    };
    if !place.is_empty() {
        checks.iter().for_each(|check| check.begin());
    }
    let begin_all = {
        let checks = checks.clone();
        Callback::new(move |()| checks.iter().for_each(|check| check.begin()))
    };
    let several = (checks.len() > 1)
        .then(|| el("div").class("end").view(view! { <BusyButton label="Check all" on_click=begin_all /> }));
    let about = "What this page can reach, and what it may do there. A check only reads: it changes nothing.";
    let head = el("div")
        .class("head")
        .child(el("div").view(view! { <PageTitle title /> }).child(el("p").class("sub").text(about)))
        .child_if(several);
    let servers = if checks.is_empty() {
        let link = el("a").class("btn").attr("href", all.clone()).text("Look at all connections");
        let text = format!("The file config.json beside this page lists no server at {place}.");
        view! { <Empty title="There is no such server" text>{link}</Empty> }.into_any()
    } else {
        checks.iter().map(|&check| view! { <ServerCard check entering /> }).collect_view().into_any()
    };
    let version = el("p").class("hint").child(el("a").attr("href", all).text(format!("Patchbay {VERSION}")));
    view! {
        {back}
        {head}
        {servers}
        <Diagnostics checks />
        {version}
    }
}

fn checks(place: &str) -> Vec<Check> {
    let sessions = sessions();
    let all = sessions.jira.iter().chain(sessions.gitlab).copied().map(Check::of);
    all.filter(|check| place.is_empty() || check.server.place() == place).collect()
}
