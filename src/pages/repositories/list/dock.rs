//! The bar at the bottom of the window for the repositories that are chosen, and how far enabling or disabling is.

use super::batch::{self, Batch, Turned};
use super::switching;
use super::table::turn;
use super::view::View;
use crate::browser::effect::effect;
use crate::browser::numbers;
use crate::browser::reactive::{click, derive, memo};
use crate::pages::selecting::{DockRows, SelectionDock};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{BusyButton, Notice, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::plan::{Phase, Stopped};
use std::collections::HashSet;
use std::sync::Arc;

/// How many of those that failed are named.
const NAMED: usize = 10;

/// The bar; nothing while none is chosen.
#[component]
pub fn Dock(
    /// The page.
    view: View,
) -> impl IntoView {
    // Repositories that no longer exist are no longer chosen.
    effect(move || {
        let ids: HashSet<u64> = view.rows().iter().map(|row| row.brief.id).collect();
        if !ids.is_empty() {
            view.selection.retain(&|id| ids.contains(&id));
        }
    });
    let rows = DockRows {
        picks: view.picks,
        selection: view.selection,
        ids: Arc::new(move || view.shown_ids()),
        redrawn: Arc::new(move || {
            view.shown.track();
            view.read.with(|_| ());
        }),
    };
    let busy =
        derive(|| batch::is_going().then(|| "Wait until the others are done, or stop them.".to_owned()));
    let switch = move |label: &'static str, on: bool| {
        let on_click = Callback::new(move |()| {
            let rows = untrack(|| view.rows());
            let all = rows.iter().map(|row| Turned { id: row.brief.id, name: row.brief.name.clone() });
            turn(view, untrack(|| all.filter(|one| view.selection.is_chosen(one.id)).collect()), on);
        });
        view! { <BusyButton label disabled_because=busy on_click /> }
    };
    let acts = move || view! { {switch("Enable", true)} {switch("Disable", false)} };
    view! {
        <div class="docks">
            <SelectionDock rows label="Selected repositories" acts />
        </div>
    }
}

/// How far enabling or disabling is, and what did not work.
#[component]
pub fn SwitchingNotice(
    /// The page.
    view: View,
) -> impl IntoView {
    let (server, integration) = (view.session.server, view.integration);
    let state = memo(move || batch::follow(server, integration, state).unwrap_or(State::None));
    let counts = move || {
        let told = batch::follow(server, integration, |batch| {
            let counts = batch.counts();
            format!("{} of {}", numbers::count(counts.ended()), numbers::count(counts.total))
        });
        told.unwrap_or_default()
    };
    let verb = move || match batch::follow(server, integration, |batch| batch.on) {
        Some(true) => "Enabling",
        _ => "Disabling",
    };
    let go_on = Callback::new(|()| switching::go_on());
    let stop = || {
        focus_title();
        switching::stop();
    };
    let dismiss = || {
        focus_title();
        switching::dismiss();
    };
    move || match state.get() {
        State::None => ().into_any(),
        State::Going => view! {
            <Notice tone=Tone::Info title=verb()>
                <p class="actions">
                    <span>{counts}</span>
                    <button type="button" on:click=click(stop)>
                        "Stop"
                    </button>
                </p>
            </Notice>
        }
        .into_any(),
        State::Stopped => {
            let error = batch::follow(server, integration, |batch| batch.error.clone()).flatten();
            match error {
                Some(error) => view! {
                    <ErrorNotice error doing=format!("{} failed", verb()) on_retry=go_on />
                }
                .into_any(),
                None => view! {
                    <Notice tone=Tone::Warn title="Stopped">
                        <p class="actions">
                            <span>{counts}</span>
                            <button type="button" on:click=click(move || go_on.run(()))>
                                "Continue"
                            </button>
                            <button type="button" class="quiet" on:click=click(dismiss)>
                                "Dismiss"
                            </button>
                        </p>
                    </Notice>
                }
                .into_any(),
            }
        }
        State::Failed => {
            let failed = batch::follow(server, integration, Batch::failed).unwrap_or_default();
            let count = failed.len();
            let did = if verb() == "Enabling" { "enabled" } else { "disabled" };
            let title = match failed.as_slice() {
                [(one, _)] => format!("{} is not {did}", one.name),
                many => format!("{} repositories are not {did}", numbers::count(many.len())),
            };
            let lines = failed.into_iter().take(NAMED).map(|(one, said)| {
                view! { <li><b>{one.name}</b> {format!(" · {said}")}</li> }
            });
            let lines = lines.collect_view();
            let more = (count > NAMED).then(|| {
                view! { <p>{format!("and {} more", numbers::count(count - NAMED))}</p> }
            });
            let again = || {
                focus_title();
                switching::again();
            };
            view! {
                <Notice tone=Tone::Bad title alert=true>
                    <ul>{lines}</ul>
                    {more}
                    <p class="actions">
                        <button type="button" on:click=click(again)>
                            {sentences::TRY_AGAIN}
                        </button>
                        <button type="button" class="quiet" on:click=click(dismiss)>
                            "Dismiss"
                        </button>
                    </p>
                </Notice>
            }
            .into_any()
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    None,
    Going,
    Stopped,
    Failed,
}

fn state(batch: &Batch) -> State {
    match batch.run.phase() {
        // One is said by its row.
        _ if batch.is_going() && batch.error.is_none() && batch.all.len() < 2 => State::None,
        _ if batch.error.is_some() && !batch.is_over => State::Stopped,
        Phase::Stopped(Stopped::ByPerson | Stopped::ForAll | Stopped::FirstFailed) => State::Stopped,
        _ if batch.is_going() => State::Going,
        _ if batch.failed().is_empty() => State::None,
        _ => State::Failed,
    }
}
