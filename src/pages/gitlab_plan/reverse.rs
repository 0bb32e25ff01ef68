//! From a plan that has run to the one that puts back what was there.

use super::head::Head;
use super::homes::list_link;
use super::opener::Opener;
use super::secrets::Secrets;
use crate::api::Record;
use crate::browser::effect::effect;
use crate::plan;
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, Empty};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Planned, asked, reverse};
use patchbay_model::plan::{Ending, State};

/// The plan that goes back, from what was read after each step: nothing is read again, because each step reads before it
/// changes anything.
#[component]
pub fn Reverse(session: Session) -> impl IntoView {
    let opener = Opener::here(session);
    let there = plan::look(|plan| plan.session == session && !plan.is_kept && !plan.is_going());
    let title = sentences::PLAN_THE_REVERSE;
    let body = match there {
        Some(true) => back(opener),
        _ => view! {
            <Empty title=sentences::NO_PLAN_IS_OPEN text="Only a plan that has run since this page was loaded can be reversed.">
                {list_link(session)}
            </Empty>
        }
        .into_any(),
    };
    view! {
        <Head session title />
        {body}
    }
}

fn back(opener: Opener) -> AnyView {
    let (steps, title) =
        plan::look(|plan| (way_back(plan), format!("Reverse: {}", plan.title))).unwrap_or_default();
    let secrets = Secrets::asked(asked(&steps));
    if secrets.is_empty() {
        // After this page is drawn: the address changes with it.
        effect(move || opener.open(title.clone(), steps.clone()));
        return ().into_any();
    }
    let show = Callback::new(move |()| opener.open(title.clone(), secrets.given(steps.clone())));
    let about = "GitLab wants them with each change and returns none, so those from before cannot be put back. Type each once; steps without theirs have a problem and are not sent.";
    view! {
        <div class="panel">
            {secrets.view("Secrets", about)}
            <div class="foot">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary on_click=show />
            </div>
        </div>
    }
    .into_any()
}

/// The steps that put back what the plan did, the last one first.
fn way_back(plan: &plan::OpenPlan) -> Vec<Planned> {
    let mut steps = Vec::new();
    for (at, planned) in plan.planned.iter().enumerate().rev() {
        if !matches!(plan.run.state(at), Some(State::Ended(Ending::Done | Ending::Remarked))) {
            continue;
        }
        let now = match plan.latest.get(&at) {
            Some(Record::GitLab(now)) => Some(now.clone()),
            Some(Record::Jira(_) | Record::Repository(_)) | None => None,
        };
        steps.extend(planned.gitlab().and_then(|planned| reverse(planned, now)));
    }
    steps
}
