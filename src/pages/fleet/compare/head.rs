//! What is compared, how far it is read, and what keeps that from going on.

use super::run::Comparing;
use super::view::CompareView;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{derive, memo};
use crate::pages::fleet::columns::label_of;
use crate::pages::fleet::reading::lasts;
use crate::pages::fleet::scope::Scope;
use crate::pages::fleet::view::FleetView;
use crate::plan::Phase;
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{BusyButton, Notice, PageTitle, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};

/// The title, how far it is, and what reads it again.
#[component]
pub fn Head(
    /// What is compared.
    view: CompareView,
    /// The integration.
    slug: String,
    /// Which projects and groups.
    scope: Scope,
) -> impl IntoView {
    let CompareView { view: FleetView { session, .. }, compared, rows, .. } = view;
    let navigation = navigation();
    // The table as it was left, with its search and facets.
    let table = GitLabRoute::fleet(session.server.place(), scope.pair());
    let back = navigation.as_left([Route::GitLab(table)]).map(|route| route.to_string());
    let title = format!("{} side by side", short(&label_of(&slug), NAME));
    let phase = memo(move || compared.follow(|comparing| comparing.run.phase()).unwrap_or(Phase::Idle));
    let counts = memo(move || {
        let rows = rows.read();
        let read =
            compared.follow(|comparing| rows.iter().filter(|(_, key)| comparing.settings.has(*key)).count());
        (rows.len(), read.unwrap_or_default())
    });
    let told = move || {
        let (all, read) = counts.get();
        let all_of = count_of(all, "project or group has it", "projects and groups have it");
        match all - read {
            0 => all_of,
            to_go => format!("{all_of} · {} read, {} to go", numbers::count(read), numbers::count(to_go)),
        }
    };
    let finding = move || {
        let is_reading = matches!(view.view.phase.get(), Phase::Idle | Phase::Reading | Phase::Waiting(..));
        is_reading.then_some(" · more may be found: the projects are still being read")
    };
    let is_going = memo(move || phase.get().is_going());
    let label = derive(move || {
        let label = match phase.get() {
            Phase::Reading | Phase::Waiting(..) => sentences::STOP_READING,
            Phase::Stopped => sentences::CONTINUE_READING,
            Phase::Idle | Phase::Done => sentences::READ_ALL_AGAIN,
        };
        label.to_owned()
    });
    let act = Callback::new(move |()| match phase.get_untracked() {
        Phase::Reading | Phase::Waiting(..) => compared.stop(),
        Phase::Stopped => compared.go_on(),
        Phase::Idle | Phase::Done => {
            compared.read_anew(&session.version.get_untracked().unwrap_or_default());
            compared.add(untrack(|| rows.read().iter().map(|(_, key)| *key).collect()));
        }
    });
    view! {
        <div>
            <a href=back>"Back to all integrations of these projects"</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{told} {finding}</p>
                <p class="sub waits" role="timer">{move || phase.get().waits()}</p>
            </div>
            <div class="end">
                <BusyButton label on_click=act />
            </div>
        </div>
        <Show when=move || is_going.get()>
            <progress
                class="run"
                aria-label="Settings read"
                max=move || counts.get().0.max(1).to_string()
                value=move || counts.get().1.to_string()
            ></progress>
        </Show>
    }
}

/// What stopped it, and what could not be read.
#[component]
pub fn Failures(
    /// What is compared.
    view: CompareView,
) -> impl IntoView {
    let compared = view.compared;
    let stopped = memo(move || {
        compared
            .follow(|one| one.run.error().filter(|_| one.run.phase() == Phase::Stopped).cloned())
            .flatten()
    });
    let failed = memo(move || {
        let of = |comparing: &Comparing| {
            let is_over = matches!(comparing.run.phase(), Phase::Done | Phase::Stopped);
            let last = comparing.failed.values().next()?.clone();
            let may_pass = comparing.failed.values().any(|error| !lasts(&error.cause));
            is_over.then_some((comparing.failed.len(), last, may_pass))
        };
        compared.follow(of).flatten()
    });
    let stopped = move || {
        stopped.get().map(|error| {
            let on_retry = Callback::new(move |()| compared.go_on());
            view! { <ErrorNotice error doing="Reading stopped" on_retry /> }
        })
    };
    let failed = move || {
        failed.get().map(|(count, error, may_pass)| {
            let title = format!(
                "The settings of {} could not be read",
                count_of(count, "project or group", "projects or groups")
            );
            let text = format!("One answer was: {}. {error}", error.title());
            let on_click = Callback::new(move |()| {
                // The notice disappears, so the focus moves first.
                focus_title();
                compared.retry();
            });
            view! {
                <Notice tone=Tone::Warn title alert=true>
                    <p>{text}</p>
                    {may_pass
                        .then(|| {
                            view! {
                                <p class="actions">
                                    <BusyButton label="Try those again" on_click />
                                </p>
                            }
                        })}
                </Notice>
            }
        })
    };
    view! {
        {stopped}
        {failed}
    }
}
