//! One concern of a Jira: what it is, which integrations it is about, and what can be done.

use super::actions::actions;
use super::looked::{ALLOWED_HOURS, Looked};
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{click, memo};
use crate::browser::root;
use crate::route::{JiraPage, TableQuery};
use crate::ui::{Tag, Tone, fresh_id};
use leptos::prelude::*;
use patchbay_model::gij::health::{Concern, Finding};
use patchbay_model::text::{NAME, short};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// How many findings are listed before the rest is asked for.
const LISTED: usize = 8;

/// A heading with the number of integrations, why it matters, the integrations, and the actions.
#[component]
pub fn ConcernCard(
    /// The Jira.
    looked: Looked,
    /// What it is.
    concern: Concern,
) -> impl IntoView {
    let found = memo(move || {
        let all = looked.all_found();
        Arc::new(all.iter().filter(|one| one.concern == concern).cloned().collect::<Vec<_>>())
    });
    let ids = memo(move || found.read().iter().flat_map(|one| one.ids.clone()).collect::<Vec<u64>>());
    let is_open = RwSignal::new(false);
    let heading = fresh_id("concern");
    let label = heading.clone();
    let title = move || title_of(concern, ids.read().len());
    // Lines and actions that stay keep their elements, and with them the focus.
    let listed = move || {
        let most = if is_open.get() { usize::MAX } else { LISTED };
        found.get().iter().take(most).cloned().collect::<Vec<_>>()
    };
    let more = memo(move || found.read().len().saturating_sub(LISTED));
    let is_more = memo(move || more.get() > 0 && !is_open.get());
    let list = fresh_id("concerned");
    let of_list = list.clone();
    let button = move || {
        let list = of_list.clone();
        is_more.get().then(|| {
            let show = click(move || {
                is_open.set(true);
                focus_next(list.clone());
            });
            let label = move || format!("Show {} more", numbers::count(more.get()));
            view! {
                <button type="button" class="quiet" on:click=show>
                    {label}
                </button>
            }
        })
    };
    view! {
        <section class="panel section concern" aria-labelledby=label>
            <h3 id=heading>
                <Tag tone=tone_of(concern) text=Signal::stored(word_of(concern).to_owned()) />
                " "
                {title}
            </h3>
            <p class="sub">{why(concern)}</p>
            <ul class="alike" id=list>
                <For each=listed key=Finding::clone let:finding>
                    {line(looked, &finding)}
                </For>
            </ul>
            {button}
            <p class="actions">{actions(looked, concern, found)}</p>
        </section>
    }
}

/// Moves the focus to the first of those that were asked for: the button that did it is gone.
fn focus_next(list: String) {
    request_animation_frame(move || {
        let next = format!("li:nth-child({}) a", LISTED + 1);
        if let Some(Ok(Some(link))) = root::find(&list).map(|list| list.query_selector(&next)) {
            root::focus_on(link.unchecked_ref());
        }
    });
}

/// The integrations of a finding: one, or those that are alike.
fn line(looked: Looked, finding: &Finding) -> AnyView {
    let Looked { session, .. } = looked;
    let links = finding.ids.iter().enumerate().map(|(at, id)| {
        let id = *id;
        let known = memo(move || looked.integration(id));
        let name = move || {
            let known = known.read();
            known.as_ref().map_or_else(|| format!("Integration {id}"), |(name, _)| short(name, NAME))
        };
        let about = move || match known.read().as_ref().map(|(_, kind)| short(kind.label(), NAME)) {
            Some(kind) if !kind.is_empty() => format!("{kind} · #{id}"),
            Some(_) | None => format!("#{id}"),
        };
        view! {
            {(at > 0).then_some(", ")}
            <a href=session.link(JiraPage::Edit(id))>{name}</a>
            " "
            <small>{about}</small>
        }
    });
    let links = links.collect_view();
    let errors = (!finding.repositories.is_empty()).then(|| {
        let count = count_of(finding.repositories.len(), "repository", "repositories");
        let query = TableQuery::default().with("state", &["ERROR".to_owned()]);
        let page = JiraPage::Repositories(finding.ids.first().copied().unwrap_or_default(), query);
        view! {
            " · "
            <a href=session.link(page)>{format!("{count} with an error")}</a>
        }
    });
    view! { <li>{links} {errors}</li> }.into_any()
}

fn tone_of(concern: Concern) -> Tone {
    match concern {
        Concern::Failed | Concern::NeverIndexed => Tone::Bad,
        Concern::NotIndexed | Concern::TokensWithoutBrowser | Concern::Twins | Concern::Legacy => Tone::Warn,
        Concern::SameName => Tone::Plain,
    }
}

fn word_of(concern: Concern) -> &'static str {
    match concern {
        Concern::Failed => "Error",
        Concern::NeverIndexed => "Never",
        Concern::NotIndexed => "Late",
        Concern::TokensWithoutBrowser => "No effect",
        Concern::Twins => "Twice",
        Concern::Legacy => "Legacy",
        Concern::SameName => "Names",
    }
}

fn title_of(concern: Concern, count: usize) -> String {
    let hours = numbers::count(ALLOWED_HOURS as usize);
    let number = numbers::count(count);
    let all = count_of(count, "integration", "integrations");
    match concern {
        Concern::Failed => format!("{all} with errors in the last indexing"),
        Concern::NeverIndexed => format!("{number} never indexed"),
        Concern::NotIndexed => format!("{number} not indexed in {hours} h"),
        Concern::TokensWithoutBrowser => {
            format!(
                "{number} {} users’ own tokens while the repository browser is off",
                if count == 1 { "requires" } else { "require" }
            )
        }
        Concern::Twins => format!("{all} with the same origin and the same filter"),
        Concern::Legacy => format!("{number} of a type that is no longer supported"),
        Concern::SameName => format!("{number} that share their name with another"),
    }
}

fn why(concern: Concern) -> &'static str {
    match concern {
        Concern::Failed => "Commits of these repositories may be missing in issues.",
        Concern::NeverIndexed => {
            "They are enabled, but no issue shows their commits yet. Credentials or the filter may be wrong."
        }
        Concern::NotIndexed => "They are enabled, but issues do not show their newest commits.",
        Concern::TokensWithoutBrowser => {
            "Only the repository browser asks users for their tokens. Turn it on, or stop requiring tokens."
        }
        Concern::Twins => {
            "Jira fetches and shows the same commits more than once. Before you disable one, check whether their tokens reach different repositories: Jira does not report it."
        }
        Concern::Legacy => {
            "The vendor no longer supports this type. Add the integration again with a current type, then remove the old one."
        }
        Concern::SameName => "Rename them so that you can tell them apart in the list.",
    }
}
