//! What a person has to decide or to see to before a plan goes on.

use crate::browser::reactive::memo;
use crate::plan::{self, OpenPlan, said_to_all};
use crate::route::JiraPage;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::plan::{Phase, State, Stopped};
use patchbay_model::text::{NAME, short};

/// Which notice is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    None,
    ForAll,
    FirstFailed,
    FirstDone,
}

fn which(plan: &OpenPlan) -> Which {
    match plan.run.phase() {
        Phase::Stopped(Stopped::ForAll) => Which::ForAll,
        Phase::Stopped(Stopped::FirstFailed) => Which::FirstFailed,
        Phase::Deciding => Which::FirstDone,
        _ => Which::None,
    }
}

/// The notice that fits the phase of the run.
#[component]
pub fn Notices() -> impl IntoView {
    let which = memo(|| plan::follow(|plan| plan.map_or(Which::None, which)));
    move || {
        match which.get() {
        Which::None => ().into_any(),
        Which::ForAll => stopped(),
        Which::FirstFailed => view! {
            <Notice tone=Tone::Bad title=format!("{} was not changed", first()) alert=true>
                <p>
                    "Nothing was sent to the others. Its details say why. Mend the cause, then retry it: the others follow when you say so."
                </p>
            </Notice>
        }
        .into_any(),
        Which::FirstDone if is_gitlab() => untested_in_gitlab(),
        Which::FirstDone if secret().is_some() => untested(secret().unwrap_or_default()),
        Which::FirstDone => view! {
            <Notice tone=Tone::Good title=format!("{} is changed", first()) alert=true>
                <p>
                    {format!("Jira took it, and it reads back as asked. Look at it before you go on. {} waiting.", waiting())}
                </p>
            </Notice>
        }
        .into_any(),
    }
    }
}

fn is_gitlab() -> bool {
    plan::look(|plan| plan.session.server.vendor()) == Some(Vendor::GitLab)
}

/// In GitLab one goes first where secrets are sent. Its API cannot test them.
fn untested_in_gitlab() -> AnyView {
    let text = format!(
        "GitLab took it, and it reads back as asked. {} Open it in GitLab, choose “Test settings” there and look what arrives. Then continue. {} waiting.",
        sentences::GITLAB_CANNOT_TEST_SECRETS,
        waiting(),
    );
    view! {
        <Notice tone=Tone::Good title=format!("{} is done", first()) alert=true>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

/// The names of those that go first.
fn first() -> String {
    let names = plan::look(|plan| {
        let name = |step: &usize| plan.planned.get(*step).map(|planned| short(&planned.step().name, NAME));
        plan.first().iter().filter_map(name).collect::<Vec<_>>().join(", ")
    });
    names.unwrap_or_default()
}

/// What those that go first have now, where it is a secret: "the new token". Jira cannot tell whether it is right.
fn secret() -> Option<&'static str> {
    plan::look(|plan| {
        let first = plan.first();
        let changes = first.iter().filter_map(|at| plan.planned.get(*at)).flat_map(|one| &one.step().changes);
        let keys: Vec<&str> = changes.map(|change| change.key.as_str()).collect();
        match (keys.contains(&"pat"), keys.contains(&"password")) {
            (false, false) => None,
            _ if first.len() > 1 => Some("new credentials"),
            (true, _) => Some("the new token"),
            (false, _) => Some("the new password"),
        }
    })?
}

/// Nothing that Jira answers says whether new credentials are right.
fn untested(secret: &'static str) -> AnyView {
    let (names, is_one) = (first(), plan::look(|plan| plan.first().len()) == Some(1));
    let (has, took, its) = match is_one {
        true => ("has", "took it, and it reads", "its"),
        false => ("have", "took them, and they read", "their"),
    };
    view! {
        <Notice tone=Tone::Good title=format!("{names} {has} {secret}") alert=true>
            <p>
                {format!(
                    "Jira {took} back as before. {}: reindex {names} in Jira and look whether {its} repositories are found. Then continue. {} waiting.",
                    sentences::JIRA_CANNOT_TEST_CREDENTIALS,
                    waiting(),
                )}
            </p>
            <p class="actions">{looks()}</p>
        </Notice>
    }
    .into_any()
}

/// The ways to the pages that index those that go first; the plan waits meanwhile.
fn looks() -> AnyView {
    let firsts = plan::look(|plan| {
        let one = |step: &usize| {
            let planned = plan.planned.get(*step)?.jira()?;
            let page = JiraPage::Reindex(Some(planned.opened.as_ref()?.id));
            Some((short(&planned.step.name, NAME), plan.session.link(page)))
        };
        plan.first().iter().filter_map(one).collect::<Vec<_>>()
    });
    let link = |(name, href): (String, String)| {
        view! {
            <a class="btn" href=href aria-label=format!("{}: {name}", sentences::REINDEX_AND_LOOK)>
                {sentences::REINDEX_AND_LOOK}
            </a>
        }
    };
    firsts.unwrap_or_default().into_iter().map(link).collect_view().into_any()
}

fn waiting() -> String {
    let count = plan::look(|plan| plan.run.counts().waiting).unwrap_or_default();
    crate::browser::numbers::count_of(count, "other is", "others are")
}

/// Why it stopped by itself.
fn stopped() -> AnyView {
    let Some(error) = plan::look(|plan| said_to_all(&plan.results)).flatten() else { return ().into_any() };
    let again = Callback::new(|()| {
        let failed = plan::look(|plan| {
            let is_failed = |at: &usize| {
                let concerns =
                    plan.results.get(*at).and_then(Option::as_ref).and_then(|told| told.error.as_ref());
                matches!(plan.run.state(*at), Some(State::Ended(_)))
                    && concerns.is_some_and(plan::concerns_all)
            };
            (0..plan.planned.len()).filter(is_failed).collect::<Vec<_>>()
        });
        plan::retry(failed.unwrap_or_default());
    });
    view! {
        <ErrorNotice
            error
            title="The plan has stopped: the others would fail alike"
            more="Nothing more was sent. When the cause is mended, go on: what failed for this reason is sent again first."
            retry_label="Go on"
            on_retry=again
        />
    }
    .into_any()
}
