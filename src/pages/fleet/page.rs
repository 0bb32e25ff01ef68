//! The page of a fleet: how far it is read, search and facets, the table, and what can be done with what is chosen.

use super::dock::FleetDock;
use super::head::Head;
use super::notices::Notices;
use super::reader::open_and_read;
use super::scope::Scope;
use super::table::FleetTable;
use super::tools::{Tools, clear_filters};
use super::view::FleetView;
use crate::browser::announcer::announce_after_pause;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{click, memo};
use crate::plan::Phase;
use crate::sentences;
use crate::session::{Session, sessions};
use crate::ui::{Empty, Skeleton};
use leptos::prelude::*;

/// The projects and groups of a scope.
#[component]
pub fn FleetPage(
    /// The server.
    session: Session,
    /// Which of them.
    scope: Scope,
) -> impl IntoView {
    let sessions = sessions();
    let id = open_and_read(session, sessions, &scope);
    id.selection().map(|selection| {
        let view = FleetView::new(id, session, sessions, selection);
        announce_matches(view);
        view! {
            <Head view scope />
            <Notices view />
            <Body view />
            <FleetDock view />
        }
    })
}

/// Whether the table was filtered when it was last announced: the first drawing is not, and neither is each answer.
fn announce_matches(view: FleetView) {
    Effect::new(move |before: Option<bool>| {
        let filtered = view.asked.read().is_filtered();
        let count = count_of(view.shown.read_untracked().len(), "row", "rows");
        match (before, filtered) {
            (Some(_), true) => announce_after_pause(move || format!("{count} found")),
            (Some(true), false) => announce_after_pause(move || format!("All {count}")),
            (Some(false), false) | (None, _) => {}
        }
        filtered
    });
}

#[component]
fn Body(view: FleetView) -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Reading,
        Nothing,
        NoMatch,
        Some,
    }
    let any = memo(move || view.id.follow(|kept| !kept.fleet.entries.is_empty()).unwrap_or_default());
    let state = memo(move || match (any.get(), view.phase.get()) {
        (true, _) if !view.shown.read().is_empty() => State::Some,
        (true, _) if view.asked.read().is_filtered() => State::NoMatch,
        (_, Phase::Done | Phase::Stopped) => State::Nothing,
        (_, Phase::Idle | Phase::Reading | Phase::Waiting(..)) => State::Reading,
    });
    let body = move || match state.get() {
        State::Reading => view! { <Skeleton rows=8 /> }.into_any(),
        State::Nothing if view.phase.get_untracked() == Phase::Stopped => ().into_any(),
        State::Nothing => {
            let text = "There is no project that you may see here, or none was named.";
            view! { <Empty title=sentences::NO_PROJECTS_IN_THE_TABLE text /> }.into_any()
        }
        State::NoMatch => {
            let text =
                "No project or group matches your search and filters. What is still being read may match.";
            view! {
                <Empty title=sentences::NO_PROJECT_MATCHES text>
                    <button type="button" on:click=click(move || clear_filters(view))>
                        {sentences::CLEAR_FILTERS}
                    </button>
                </Empty>
            }
            .into_any()
        }
        State::Some => view! { <FleetTable view /> }.into_any(),
    };
    view! {
        <Show when=move || any.get()>
            <Tools view />
        </Show>
        {body}
    }
}
