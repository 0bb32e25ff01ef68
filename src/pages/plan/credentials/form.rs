//! The page: what will happen, a block for each group, and the way to the plan.

use super::group::GroupView;
use super::state::Entries;
use crate::browser::leaving;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::edit::LeavingDialog;
use crate::pages::plan::prepare::{Chosen, Opener, title_of, with_chosen};
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::store::inventory;
use crate::ui::{BusyButton, ButtonTone, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::collections::BTreeMap;

/// Replacing the credentials of the chosen integrations.
#[component]
pub fn PrepareCredentials() -> impl IntoView {
    with_chosen(sentences::REPLACE_CREDENTIALS, |chosen| view! { <CredentialsForm chosen /> }.into_any())
}

#[component]
fn CredentialsForm(chosen: Chosen) -> impl IntoView {
    let opener = Opener::here();
    let entries = Entries::new(chosen, inventory());
    let problem = entries.problem();
    let is_begun = memo(move || entries.form.differing() > 0);
    navigation().guard(derive(move || if is_begun.get() { Guard::Unsaved } else { Guard::Clear }));
    leaving::guard(is_begun.into());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if problem.get_untracked().is_some() {
            entries.form.submitted.set(true);
            return;
        }
        let (planned, first) = entries.plan();
        let count = planned.iter().filter(|planned| planned.work.is_some()).count();
        opener.open(title_of("Replace the credentials of", count), planned, first);
    };
    let groups = (0..entries.count()).map(|at| view! { <GroupView entries at /> }).collect_view();
    let body = (entries.count() > 0).then(|| {
        view! {
            <Notice tone=Tone::Info title=sentences::JIRA_CANNOT_TEST_CREDENTIALS>
                <p>
                    "So for each host one integration goes first: the enabled one that was indexed last. The plan then waits. Reindex that one in Jira and check that it finds its repositories, then let the others follow."
                </p>
                <p>
                    "With new credentials Jira scans the host again, and removes repositories that it no longer finds. Use an account that can see the same repositories."
                </p>
            </Notice>
            <form class="panel" novalidate on:submit=submit>
                {groups}
                <div class="foot">
                    <BusyButton
                        label=sentences::SHOW_THE_PLAN.to_owned()
                        tone=ButtonTone::Primary
                        disabled_because=derive(move || problem.get())
                        submit=true
                    />
                    <span class="sub">
                        "Nothing is sent before you have seen the plan. What you leave empty stays as it is."
                    </span>
                </div>
            </form>
        }
    });
    view! {
        {without(entries)}
        {body}
        <LeavingDialog />
    }
}

/// Those that have nothing to replace, with the reason.
fn without(entries: Entries) -> impl IntoView {
    let mut by_reason: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    entries.groups.with_value(|groups| {
        entries.chosen.with_value(|chosen| {
            for (at, because) in &groups.without {
                let name = chosen.get(*at).map(|one| short(&one.name(), NAME)).unwrap_or_default();
                by_reason.entry(because).or_default().push(name);
            }
        });
    });
    let notice = |(because, names): (&'static str, Vec<String>)| {
        let left = count_of(names.len(), "integration is left out", "integrations are left out");
        view! {
            <Notice tone=Tone::Info title=left>
                <p>{format!("{because} {}", short(&names.join(", "), 5 * NAME))}</p>
            </Notice>
        }
    };
    by_reason.into_iter().map(notice).collect_view()
}
