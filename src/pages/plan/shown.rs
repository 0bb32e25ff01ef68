//! Which steps of a plan are shown.

use crate::browser::numbers;
use crate::plan::{OpenPlan, follow};
use leptos::prelude::*;
use patchbay_model::plan::{Ending, Phase, State};

/// A filter of the steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those that would be sent.
    Ready,
    /// Those with which nothing is done.
    Unchanged,
    /// Those that a problem keeps from being sent.
    Problem,
    /// Those with something to know.
    Noted,
    /// Those that were not sent yet.
    Waiting,
    /// Those under way.
    UnderWay,
    /// Those that are as planned.
    Done,
    /// Those to look at.
    Remarked,
    /// Those that were not done.
    Failed,
    /// Those whose result is not known.
    Unknown,
    /// Those that a person left out.
    LeftOut,
}

/// All of them, in the order of the page.
const ALL: [(Shown, &str); 12] = [
    (Shown::All, "All"),
    (Shown::Ready, "To change"),
    (Shown::Noted, "With a note"),
    (Shown::Problem, "With a problem"),
    (Shown::Failed, "Failed"),
    (Shown::Unknown, "Not known"),
    (Shown::Remarked, "Saved, but different"),
    (Shown::Done, "Done"),
    (Shown::UnderWay, "Under way"),
    (Shown::Waiting, "Waiting"),
    (Shown::Unchanged, "No change"),
    (Shown::LeftOut, "Left out"),
];

/// Whether the step passes the filter.
pub fn is_shown(plan: &OpenPlan, at: usize, shown: Shown) -> bool {
    let (Some(planned), Some(state)) = (plan.planned.get(at), plan.run.state(at)) else { return false };
    let (step, is_ready) = (planned.step(), plan.run.phase() == Phase::Ready);
    let is_unchosen = plan.is_left_out(at);
    match shown {
        Shown::All => true,
        Shown::Ready => is_ready && step.is_ready() && !is_unchosen,
        Shown::Unchanged => step.action.is_none() && step.problems.is_empty(),
        Shown::Problem => !step.problems.is_empty(),
        Shown::Noted => is_ready && step.is_ready() && !step.notes.is_empty(),
        Shown::Waiting => !is_ready && state == State::Waiting,
        Shown::UnderWay => matches!(state, State::UnderWay | State::Open | State::ReadingBack),
        Shown::Done => state == State::Ended(Ending::Done),
        Shown::Remarked => state == State::Ended(Ending::Remarked),
        Shown::Failed => state == State::Ended(Ending::Failed),
        Shown::Unknown => state == State::Ended(Ending::Unknown),
        Shown::LeftOut => step.is_ready() && if is_ready { is_unchosen } else { state == State::LeftOut },
    }
}

/// One button for each filter that lets some steps pass.
#[component]
pub fn Filters(
    /// Which one is chosen.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let counts = Memo::new(move |_| {
        follow(|plan| {
            let Some(plan) = plan else { return Vec::new() };
            let count =
                |shown: Shown| (0..plan.planned.len()).filter(|at| is_shown(plan, *at, shown)).count();
            ALL.iter().map(|(shown, _)| count(*shown)).collect::<Vec<_>>()
        })
    });
    let chip = move |at: usize, one: Shown, label: &'static str| {
        let count = Memo::new(move |_| counts.read().get(at).copied().unwrap_or_default());
        let is_there = Memo::new(move |_| count.get() > 0 || shown.get() == one);
        view! {
            <Show when=move || is_there.get()>
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || if shown.get() == one { "true" } else { "false" }
                    on:click=move |_| shown.set(one)
                >
                    {move || format!("{label} {}", numbers::count(count.get()))}
                </button>
            </Show>
        }
    };
    view! {
        <div class="tools" role="group" aria-label="Which steps are shown">
            {ALL.into_iter().enumerate().map(|(at, (one, label))| chip(at, one, label)).collect_view()}
        </div>
    }
}
