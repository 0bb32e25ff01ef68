//! Title, counts and progress of the plan, and what can be done with it as a whole.

use super::actions::Actions;
use super::shown::Shown;
use crate::browser::reactive::memo;
use crate::browser::{clock, dates, numbers};
use crate::plan::{self, OpenPlan, Planned};
use crate::ui::PageTitle;
use leptos::prelude::*;
use patchbay_model::plan::{Counts, Hindrance, Outlook, Phase};

/// The head of the page of a plan.
#[component]
pub fn Head(
    /// Which steps are shown.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let title = memo(|| plan::follow(|plan| plan.map(|plan| plan.title.clone()).unwrap_or_default()));
    let counts = memo(|| plan::follow(|plan| plan.map(|plan| plan.run.counts()).unwrap_or_default()));
    let is_ready = memo(|| plan::follow(|plan| plan.is_some_and(|plan| plan.run.phase() == Phase::Ready)));
    let progress = move || {
        (!is_ready.get()).then(|| {
            view! {
                <progress
                    class="run"
                    aria-label="Steps that have ended"
                    max=move || counts.get().total.to_string()
                    value=move || counts.get().ended().to_string()
                ></progress>
            }
        })
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{move || in_numbers()}</p>
            </div>
            <div class="end">
                <Actions shown />
            </div>
        </div>
        {progress}
    }
}

/// "96 done · 2 failed · 30 waiting · 4 at a time · about 20 s left".
fn in_numbers() -> String {
    plan::follow(|plan| {
        let Some(plan) = plan else { return String::new() };
        let (counts, phase) = (plan.run.counts(), plan.run.phase());
        match phase {
            Phase::Ready => before(plan),
            _ => during(plan, counts, phase),
        }
    })
}

fn before(plan: &OpenPlan) -> String {
    let (ready, Outlook { changed, with_problem, same }) =
        (plan.ready().len(), Outlook::of(plan.planned.iter().map(Planned::step)));
    let mut parts = vec![format!("{} to change", numbers::count(ready))];
    for (count, words) in
        [(same, "unchanged"), (with_problem, "with a problem"), (changed - ready, "left out")]
    {
        if count > 0 {
            parts.push(format!("{} {words}", numbers::count(count)));
        }
    }
    parts.push("nothing was sent yet".to_owned());
    parts.join(" · ")
}

fn during(plan: &OpenPlan, counts: Counts, phase: Phase) -> String {
    let mut parts = Vec::new();
    for (count, words) in [
        (counts.done, "done"),
        (counts.remarked, "saved, but different"),
        (counts.failed, "failed"),
        (counts.unknown, "not known"),
        (counts.under_way, "under way"),
        (counts.waiting, "waiting"),
    ] {
        if count > 0 || words == "done" {
            parts.push(format!("{} {words}", numbers::count(count)));
        }
    }
    match phase {
        Phase::Running => {
            if let Some(left) = plan.run.time_left(clock::now()).filter(|_| counts.waiting > 0) {
                parts.push(format!("about {} left", time(left)));
            }
        }
        Phase::Pausing { until, because } => {
            let seconds = ((until - clock::now()) / 1_000.0).ceil().max(1.0);
            let why = match because {
                Hindrance::SlowDown(_) => "asks to slow down",
                Hindrance::Unavailable(_) => "is not available",
                Hindrance::Unreachable => "cannot be reached",
            };
            let vendor = plan.session.server.vendor();
            parts.push(format!("{vendor} {why}: goes on in {} s", numbers::count(seconds as usize)));
        }
        Phase::Paused => parts.push("paused".to_owned()),
        Phase::Stopped(_) => parts.push("stopped".to_owned()),
        Phase::Over => {
            if let (Some(at), Some(last)) = (plan.started.at, plan.started.last) {
                parts.push(format!("took {}, ended {}", time(last - at), dates::exact(last)));
            }
        }
        Phase::Ready | Phase::Deciding => {}
    }
    parts.join(" · ")
}

/// "20 s", "3 min".
fn time(ms: f64) -> String {
    let seconds = (ms / 1_000.0).ceil().max(1.0) as usize;
    match seconds {
        0..=99 => format!("{seconds} s"),
        seconds => format!("{} min", numbers::count(seconds.div_ceil(60))),
    }
}
