//! The page of one repository: what can be changed, and what is only shown, with the reason.

use super::list::{Turned, turn_one};
use crate::api::jira::REPOSITORY;
use crate::api::{Found, Loaded, Record, Resource};
use crate::browser::reactive::{derive, memo};
use crate::edit::repository::RepositoryRules;
use crate::edit::{Editor, Hooks, Saver};
use crate::form::{FormState, try_expression};
use crate::pages::jira::projects_failed::{about_projects, projects_failed};
use crate::route::{JiraPage, TableQuery, navigation};
use crate::session::awaited::awaited;
use crate::session::{Session, session};
use crate::store::work::{self, Verb};
use crate::store::{Inventory, inventory};
use crate::ui::{BusyButton, Moment, Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::gij::{Fixed, IntegrationType, Repository, RepositoryForm, repository_form};
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// Reads the repository, then draws its form.
#[component]
pub fn RepositoryPage(
    /// The integration that tracks it.
    integration: u64,
    /// Its number.
    id: u64,
) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    inventory.load_projects();
    inventory.open();
    let resource = Resource::Repository { server: session.server, integration, id };
    let read = Loaded::<Found>::new();
    let of = resource.clone();
    read.load(move || {
        let of = of.clone();
        async move { REPOSITORY.read(&of).await }
    });
    let has_error = RwSignal::new(false);
    let repository = memo(move || match read.get() {
        Some(Found::Present(Record::Repository(repository))) => Some(repository),
        _ => None,
    });
    let title =
        memo(move || repository.read().as_ref().map_or_else(|| format!("Repository {id}"), Repository::name));
    let of = derive(move || {
        let name = inventory.row(integration).map(|row| short(row.integration.name(), NAME));
        name.unwrap_or_else(|| format!("integration {integration}"))
    });
    let back = move || format!("← Repositories of {}", of.read());
    // The type decides which settings there are; without the list, all of them.
    let kind = memo(move || inventory.row(integration).map(|row| row.integration.kind.clone()));
    let is_known = memo(move || inventory.list.is_read() || inventory.list.error().is_some());
    // The form is drawn once: what is read later, by a save or a switch, must not take away what was typed.
    let is_present = memo(move || read.is_read().then(|| repository.read().is_some()));
    let body = move || match (is_present.get(), is_known.get()) {
        (Some(true), true) => {
            let kind = kind.get_untracked().unwrap_or_else(|| IntegrationType::parse(""));
            let repository = repository.get_untracked();
            repository
                .map(|repository| view! { <RepositoryEditor integration kind repository has_error /> })
                .into_any()
        }
        (Some(true) | None, _) => awaited(read, 8),
        (Some(false), _) => gone(session, integration, id).into_any(),
    };
    view! {
        <div>
            <a href=repositories(session, integration)>{back}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title has_error of />
                <p class="sub">{move || repository.get().map(|repository| about(&repository))}</p>
            </div>
            <div class="end">
                {move || {
                    repository
                        .get()
                        .map(|repository| view! { <Status integration repository read inventory /> })
                }}
            </div>
        </div>
        {body}
    }
}

/// The repositories of the integration, as they were left.
fn repositories(session: Session, integration: u64) -> Option<String> {
    let all = session.route(JiraPage::Repositories(integration, TableQuery::default()));
    navigation().as_left([all]).map(|route| route.to_string())
}

/// Address, number and when it was indexed, in a line.
fn about(repository: &Repository) -> AnyView {
    let place = [repository.origin(), repository.root()].into_iter().find(|place| !place.is_empty());
    let place = place.map(|place| format!("{} · ", short(place, NAME)));
    let indexed = match repository.indexed_at() {
        Some(at_ms) => view! { " · last indexed " <Moment at_ms /> }.into_any(),
        None => " · never indexed".into_any(),
    };
    let disabled = repository.is_disabled().then_some(" · disabled");
    view! { {place} {format!("#{}", repository.id)} {indexed} {disabled} }.into_any()
}

fn gone(session: Session, integration: u64, id: u64) -> impl IntoView {
    let all = repositories(session, integration);
    view! {
        <Notice tone=Tone::Bad title=format!("This integration does not track repository {id}") alert=true>
            <p>"It may have been removed from the host, the filter may exclude it now, or the address may be wrong."</p>
            <p>
                <a href=all>"Go to its repositories"</a>
            </p>
        </Notice>
    }
}

/// Enables or disables it.
#[component]
fn Status(
    integration: u64,
    repository: Repository,
    read: Loaded<Found>,
    inventory: Inventory,
) -> impl IntoView {
    let server = session().server;
    let (id, on) = (repository.id, repository.is_disabled());
    let resource = Resource::Repository { server, integration, id };
    let verb = memo(move || work::under_way(&resource));
    let busy = derive(move || matches!(verb.get(), Some(Verb::Enabling | Verb::Disabling)));
    let waits =
        derive(move || verb.get().filter(|verb| *verb == Verb::Saving).map(|verb| verb.because().to_owned()));
    let name = repository.name();
    let act = Callback::new(move |()| {
        let repository = repository.clone();
        let read = read;
        let done = Callback::new(move |disabled: bool| {
            let mut now = repository.clone();
            now.settings.insert("disabled".to_owned(), disabled.into());
            read.set(Found::Present(Record::Repository(now)));
        });
        turn_one(server, integration, inventory, Turned { id, name: name.clone() }, on, done);
    });
    let (label, busy_label) = if on { ("Enable", "Enabling…") } else { ("Disable", "Disabling…") };
    view! { <BusyButton label busy busy_label disabled_because=waits on_click=act /> }
}

#[component]
fn RepositoryEditor(
    integration: u64,
    kind: IntegrationType,
    repository: Repository,
    has_error: RwSignal<bool>,
) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let id = repository.id;
    let RepositoryForm { schema, fixed } = repository_form(&kind, &repository);
    let schema = Arc::new(schema);
    let before = schema.read(&repository.settings);
    let projects = Signal::derive(move || inventory.known_projects());
    let form = FormState::new(schema, before.clone(), before)
        .with_projects(projects, about_projects(inventory))
        .with_trials(try_expression);
    let rules = Arc::new(RepositoryRules::new(id, inventory));
    let resource = Resource::Repository { server: session.server, integration, id };
    let base = RwSignal::new(Some(Record::Repository(repository)));
    let saver = Saver::new(rules, resource.clone(), form, base, RwSignal::new(false), Hooks::default());
    crate::browser::effect::effect(move || {
        has_error.set(form.submitted.get() && !form.problems().is_empty());
    });
    let changed = memo(move || form.differing());
    let submit_label = derive(move || match changed.get() {
        0 => "Save".to_owned(),
        count => format!("Save {}", crate::browser::numbers::count_of(count, "change", "changes")),
    });
    let disabled_because = derive(move || {
        let other = work::under_way(&resource).filter(|_| !saver.busy.get());
        match other {
            Some(verb) => Some(verb.because().to_owned()),
            None => (changed.get() == 0).then(|| "Nothing has been changed.".to_owned()),
        }
    });
    let url = session.server.url("/rest/gitplugin/1.0/repository");
    view! {
        <Editor
            saver
            method="PUT"
            url
            submit_label
            busy_label="Saving…"
            disabled_because
            above=move || projects_failed(inventory)
        />
        {fixed_settings(fixed)}
    }
}

/// The id of the heading of what is only shown.
const FIXED: &str = "fixed-settings";

/// What is only shown, by the reason for that.
fn fixed_settings(fixed: Vec<Fixed>) -> AnyView {
    if fixed.is_empty() {
        return ().into_any();
    }
    let row = |one: Fixed| {
        view! {
            <div>
                <dt>{one.label} <code>{one.key}</code></dt>
                <dd>{short(&one.value, 2 * NAME)} <small>{one.reason.sentence()}</small></dd>
            </div>
        }
    };
    let rows = fixed.into_iter().map(row).collect_view();
    view! {
        <section class="panel section" aria-labelledby=FIXED>
            <h2 id=FIXED>"Settings that cannot be changed for a repository"</h2>
            <dl class="fixed">{rows}</dl>
        </section>
    }
    .into_any()
}
