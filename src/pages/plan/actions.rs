//! What can be done with the plan as a whole, one set of buttons for each phase.

use super::downloads::{as_code, downloads};
use super::shown::Shown;
use crate::browser::numbers;
use crate::browser::reactive::{click, derive, memo};
use crate::plan::{self, OpenPlan};
use crate::route::navigation;
use crate::sentences;
use crate::ui::{BusyButton, ButtonTone, Menu, focus_title, text_face};
use leptos::prelude::*;
use patchbay_model::edit::Action;
use patchbay_model::plan::{Ending, Phase, State, Stopped};

/// What can be done with the plan now.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Now {
    phase: PhaseKind,
    /// How many would be sent.
    ready: usize,
    waiting: usize,
    failed: usize,
    /// How many of those are removed.
    removed: usize,
    is_kept: bool,
    /// How many can be put back.
    reversible: usize,
}

/// The phase without what changes all the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PhaseKind {
    Ready,
    Going,
    Paused,
    Deciding,
    FirstFailed,
    Stopped,
    Over,
}

fn now_of(plan: &OpenPlan) -> Now {
    let (counts, ready) = (plan.run.counts(), plan.ready());
    let is_removed =
        |at: usize| plan.planned.get(at).is_some_and(|one| one.step().action == Some(Action::Remove));
    Now {
        phase: match plan.run.phase() {
            Phase::Ready => PhaseKind::Ready,
            Phase::Running | Phase::Pausing { .. } => PhaseKind::Going,
            Phase::Paused => PhaseKind::Paused,
            Phase::Deciding => PhaseKind::Deciding,
            Phase::Stopped(Stopped::FirstFailed) => PhaseKind::FirstFailed,
            Phase::Stopped(_) => PhaseKind::Stopped,
            Phase::Over => PhaseKind::Over,
        },
        ready: ready.len(),
        waiting: counts.waiting,
        failed: counts.failed + counts.unknown,
        is_kept: plan.is_kept,
        reversible: if plan.is_kept { 0 } else { counts.done + counts.remarked },
        removed: ready.iter().filter(|at| is_removed(**at)).count(),
    }
}

/// The steps that were not done, or whose result is not known.
fn failed(plan: &OpenPlan) -> Vec<usize> {
    let is_bad = |state: &State| matches!(state, State::Ended(Ending::Failed | Ending::Unknown));
    plan.run.states().iter().enumerate().filter(|(_, state)| is_bad(state)).map(|(at, _)| at).collect()
}

/// The buttons that fit what the plan is doing.
#[component]
pub fn Actions(
    /// Which steps are shown: all, when something begins.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let navigation = navigation();
    let now = memo(|| plan::follow(|plan| plan.map(now_of)));
    let phase = memo(move || now.get().map(|now| now.phase));
    let typed = RwSignal::new(String::new());
    // A button that goes away takes the focus with it.
    let act = move |act: fn()| {
        click(move || {
            focus_title();
            act();
        })
    };
    let discard = move || {
        click(move || {
            let list = plan::look(|plan| plan.carrier.list_page());
            plan::close();
            if let Some(list) = list {
                navigation.go(list);
            }
        })
    };
    let number = move |of: fn(Now) -> usize| now.get().map(of).unwrap_or_default();
    let is_kept = move || now.get().is_some_and(|now| now.is_kept);
    let go_on = move || {
        view! {
            <button type="button" class="primary" on:click=act(plan::go_on)>
                {move || format!("Continue with {}", numbers::count(number(|now| now.waiting)))}
            </button>
        }
    };
    let stop = move || {
        view! {
            <button type="button" class="danger" on:click=act(plan::stop)>
                "Stop"
            </button>
        }
    };
    let retry = move || {
        let count = memo(move || number(|now| now.failed));
        let again = move || {
            click(move || {
                focus_title();
                shown.set(Shown::All);
                if let Some(steps) = plan::look(failed) {
                    plan::retry(steps);
                }
            })
        };
        move || {
            (count.get() > 0 && !is_kept()).then(|| {
                view! {
                    <button type="button" on:click=again()>
                        {format!("Retry {} failed", numbers::count(count.get()))}
                    </button>
                }
            })
        }
    };
    let apply = move || {
        let ready = move || number(|now| now.ready);
        let removed = move || number(|now| now.removed);
        let label = derive(move || {
            let verb = if removed() > 0 && removed() == ready() { "Remove" } else { "Apply to" };
            format!("{verb} {}", numbers::count(ready()))
        });
        let asked = move || match removed() == ready() {
            true => format!("Type {} to confirm", removed()),
            false => format!("Type {} to confirm what is removed", removed()),
        };
        let disabled_because = derive(move || {
            if ready() == 0 {
                return Some("This plan would change nothing.".to_owned());
            }
            let is_confirmed = removed() == 0 || typed.read().trim() == removed().to_string();
            (!is_confirmed).then(|| asked() + ".")
        });
        let on_click = Callback::new(move |()| {
            shown.set(Shown::All);
            focus_title();
            plan::start();
        });
        // Drawn once: which steps are left out changes the number, and may change whether there is one.
        let removes = memo(move || removed() > 0);
        let tone = if removes.get_untracked() { ButtonTone::Danger } else { ButtonTone::Primary };
        let confirm = move || {
            removes.get().then(|| {
                view! {
                    <label class="confirm">
                        {asked}
                        <input
                            type="text"
                            inputmode="numeric"
                            autocomplete="off"
                            prop:value=typed
                            on:input=crate::browser::reactive::typed(move |text| typed.set(text))
                        />
                    </label>
                }
            })
        };
        view! {
            <Menu label="As code" face=text_face("As code") items=as_code() />
            <button type="button" on:click=discard()>
                "Discard plan"
            </button>
            {confirm}
            <BusyButton label disabled_because tone on_click />
        }
    };
    let ended = move || {
        let reversible = move || number(|now| now.reversible) > 0;
        let close_label = if untrack(is_kept) { "Dismiss report" } else { "Close plan" };
        let back = plan::look(|plan| plan.carrier.reverse_page().to_string()).unwrap_or_default();
        view! {
            <Menu label="Download report" face=text_face("Download report") items=downloads() />
            {move || {
                reversible()
                    .then(|| {
                        view! {
                            <a class="btn" href=back.clone()>
                                {sentences::PLAN_THE_REVERSE}
                            </a>
                        }
                    })
            }}
            <button type="button" on:click=discard()>
                {close_label}
            </button>
        }
    };
    move || match phase.get() {
        None => ().into_any(),
        Some(PhaseKind::Ready) => apply().into_any(),
        Some(PhaseKind::Going) => view! {
            <button type="button" on:click=act(plan::pause)>
                "Pause"
            </button>
            {stop()}
        }
        .into_any(),
        Some(PhaseKind::Paused) => view! {
            {go_on()}
            {stop()}
        }
        .into_any(),
        Some(PhaseKind::Deciding) => view! {
            <button type="button" class="danger" on:click=act(plan::stop)>
                "Send nothing to the others"
            </button>
            {go_on()}
        }
        .into_any(),
        Some(PhaseKind::FirstFailed) => view! {
            {retry()}
            {ended()}
        }
        .into_any(),
        Some(PhaseKind::Stopped) => view! {
            {retry()}
            {move || (!is_kept()).then(go_on)}
            {ended()}
        }
        .into_any(),
        Some(PhaseKind::Over) => view! {
            {retry()}
            {ended()}
        }
        .into_any(),
    }
}
