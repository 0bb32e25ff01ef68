//! The page of one integration.

use super::export;
use super::neighbours::way_back;
use super::projects_failed::{about_projects, projects_failed};
use super::removal::Removal;
use super::remove::RemoveDialog;
use super::switching::Switching;
use crate::api::jira::{JIRA, integration_path, list_repositories};
use crate::api::{Found, Loaded, Record, Resource};
use crate::browser::dates;
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::task::spawn;
use crate::edit::jira::JiraRules;
use crate::edit::{Editor, Hooks, OperationWaiting, Reopen, Saver, arrival};
use crate::form::{FormState, Known, RealRepositories, RealRepository, try_expression};
use crate::pages::pairs::in_gitlab::in_gitlab;
use crate::route::{JiraPage, TableQuery};
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::{Session, session};
use crate::store::inventory;
use crate::store::work::{self, Verb};
use crate::ui::{BusyButton, Moment, Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::gij::{self, Brief, Integration};
use patchbay_model::text::{NAME, short};
use patchbay_model::{Mode, Vendor};
use std::sync::Arc;

/// Reads the integration, then draws its form.
#[component]
pub fn EditPage(id: u64) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    inventory.load_projects();
    let read = Loaded::<Found>::new();
    read.load(move || async move {
        let found = JIRA.read(&Resource::jira(session.server, id)).await?;
        match &found {
            Found::Present(Record::Jira(integration)) => inventory.put(integration.clone()),
            _ => inventory.take_out(id),
        }
        Ok(found)
    });
    let has_error = RwSignal::new(false);
    let name = memo(move || {
        inventory.row(id).map_or_else(|| format!("Integration {id}"), |row| row.integration.name().to_owned())
    });
    let removal = Removal::new();
    let switching = Switching::new(session.server, inventory);
    let being_removed = move || {
        inventory.is_removing(id).then(|| {
            view! {
                <Notice tone=Tone::Warn title="This integration is being removed">
                    <p>"Jira lists it as disabled until its queue gets to it. Changes that you make here will be lost."</p>
                </Notice>
            }
        })
    };
    // The form is drawn once; what is read later, by a save, is its saver's business.
    let found = memo(move || read.get());
    let body = move || match found.get() {
        Some(Found::Present(Record::Jira(integration))) => {
            let in_gitlab = in_gitlab(&integration);
            view! {
                <EditForm integration has_error />
                {in_gitlab}
            }
            .into_any()
        }
        Some(_) => gone(session, id).into_any(),
        None => awaited(read, 8),
    };
    let is_present = memo(move || matches!(*found.read(), Some(Found::Present(_))));
    view! {
        {way_back(session, inventory, id)}
        <div class="head">
            <div>
                <PageTitle title=name has_error />
                <p class="sub">{move || inventory.row(id).map(|row| about(&row.integration))}</p>
            </div>
            <div class="end">
                {move || is_present.get().then(|| view! { <Actions id name removal switching /> })}
            </div>
        </div>
        <p class="actions">
            <OperationWaiting
                resource=Signal::stored(Some(Resource::jira(session.server, id)))
                verbs=Verb::SWITCHING
                vendor=Vendor::Jira
            />
        </p>
        {move || switching.notice()}
        {move || being_removed()}
        {move || body()}
        <RemoveDialog removal />
    }
}

/// Says that there is no such integration, and leads to those that are.
pub(super) fn gone(session: Session, id: u64) -> impl IntoView {
    view! {
        <Notice tone=Tone::Bad title=format!("Integration {id} does not exist") alert=true>
            <p>"Somebody may have removed it, or the address is wrong."</p>
            <p><a href=session.link(JiraPage::list())>"Go to all Git integrations"</a></p>
        </Notice>
    }
}

/// Type, number and dates in a line.
fn about(integration: &Brief) -> AnyView {
    let connected = integration.connected_at().map(|at| format!(" · connected {}", dates::day(at)));
    let indexed = match integration.indexed_at() {
        Some(at) => view! { " · last indexed " <Moment at_ms=at /> }.into_any(),
        None => " · never indexed".into_any(),
    };
    let disabled = integration.is_disabled().then_some(" · disabled");
    view! { {short(integration.kind.label(), NAME)} {format!(" · #{}", integration.id)} {connected} {indexed} {disabled} }
        .into_any()
}

#[component]
fn Actions(id: u64, name: Memo<String>, removal: Removal, switching: Switching) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let disabled = memo(move || inventory.row(id).is_some_and(|row| row.integration.is_disabled()));
    let toggle = Callback::new(move |()| {
        switching.switch(id, name.get_untracked(), disabled.get_untracked());
    });
    let exporting = RwSignal::new(false);
    let export = Callback::new(move |()| {
        exporting.set(true);
        spawn(async move {
            export::save_one(session, id).await;
            exporting.try_set(false);
        });
    });
    let verb = memo(move || switching.under_way(id));
    let is_switching = derive(move || matches!(verb.get(), Some(Verb::Enabling | Verb::Disabling)));
    let waits = derive(move || {
        let other = verb.get().filter(|verb| !matches!(verb, Verb::Enabling | Verb::Disabling));
        other.map(|verb| verb.because().to_owned())
    });
    view! {
        <BusyButton
            label=derive(move || if disabled.get() { "Enable" } else { "Disable" }.to_owned())
            busy=is_switching
            busy_label=derive(move || if disabled.get() { "Enabling…" } else { "Disabling…" }.to_owned())
            disabled_because=waits
            on_click=toggle
        />
        <a class="btn" href=session.link(JiraPage::Repositories(id, TableQuery::default()))>
            "Repositories"
        </a>
        <a class="btn" href=session.link(JiraPage::Reindex(Some(id)))>
            "Reindex"
        </a>
        <a class="btn" href=session.link(JiraPage::Clone(id))>
            "Clone"
        </a>
        <BusyButton label="Export" busy_label="Exporting…" busy=exporting on_click=export />
        <button type="button" class="danger" on:click=click(move || removal.ask(id))>
            "Remove…"
        </button>
    }
}

/// The repositories that the integration tracks now, for trying filters on them.
fn real_repositories(session: Session, id: u64) -> RealRepositories {
    let read = Loaded::<Arc<Vec<RealRepository>>>::new();
    let ask = Callback::new(move |()| {
        read.load(move || async move {
            let listed = list_repositories(session.server, Some(id)).await?;
            let of = listed.read.into_iter().filter(|one| one.integration == Some(id));
            Ok(Arc::new(of.map(|one| RealRepository { name: one.name, path: one.root }).collect()))
        });
    });
    let known = derive(move || match (read.get(), read.error()) {
        (_, Some(error)) => Known::Failed(format!("{}. {error}", error.title())),
        (Some(all), None) => Known::Read(all),
        (None, None) if read.loading().get() => Known::Asked,
        (None, None) => Known::Unasked,
    });
    RealRepositories { known, ask }
}

/// "Edit integration connection settings": a change of these has Jira scan the host again, and drop what it does not find.
const RESCANS: [&str; 7] =
    ["username", "password", "pat", "apiPath", "apiFilter", "tfsCollection", "folderDepth"];

#[component]
fn EditForm(integration: Integration, has_error: RwSignal<bool>) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let id = integration.id;
    let schema = Arc::new(gij::schema(&integration.kind, Mode::Edit, &integration.settings));
    let before = schema.read(&integration.settings);
    let resource = Resource::jira(session.server, id);
    // What was left for this page by the one that added it.
    let Reopen { typed, outcome, .. } = arrival::take(&resource);
    let start = schema.with(&before, &typed);
    let projects = Signal::derive(move || inventory.known_projects());
    provide_context(real_repositories(session, id));
    let form = FormState::new(schema, before, start)
        .with_projects(projects, about_projects(inventory))
        .with_trials(try_expression);
    let rules = Arc::new(JiraRules::new(integration.kind.clone(), inventory));
    let base = RwSignal::new(Some(Record::Jira(integration)));
    // Until the next save.
    let rescans = RwSignal::new(false);
    let on_kept = Callback::new(move |keys: Vec<String>| {
        rescans.set(keys.iter().any(|key| RESCANS.contains(&key.as_str())));
    });
    let hooks = Hooks { on_kept: Some(on_kept), ..Hooks::default() };
    let saver = Saver::new(rules, resource.clone(), form, base, RwSignal::new(false), hooks);
    saver.outcome.set(outcome);
    effect(move || has_error.set(form.submitted.get() && !form.problems().is_empty()));
    let changed = memo(move || form.differing());
    let submit_label = derive(move || match changed.get() {
        0 => "Save".to_owned(),
        count => format!("Save {}", count_of(count, "change", "changes")),
    });
    let disabled_because = derive(move || {
        // While this form saves, its button says so by itself.
        let other = work::under_way(&resource).filter(|_| !saver.busy.get());
        match other {
            Some(verb) => Some(verb.because().to_owned()),
            None => (changed.get() == 0).then(|| "Nothing has been changed.".to_owned()),
        }
    });
    let now = move || {
        rescans.get().then(|| {
            view! {
                <Notice tone=Tone::Good title=sentences::TAKES_EFFECT_WITH_INDEXING alert=true>
                    <p>
                        "Jira then scans the host again. It removes repositories that it no longer finds, and adds new ones."
                    </p>
                    <p class="actions">
                        <a class="btn" href=session.link(JiraPage::Reindex(Some(id)))>
                            {sentences::REINDEX_NOW}
                        </a>
                    </p>
                </Notice>
            }
        })
    };
    view! {
        {now}
        <Editor
            saver
            method="PUT"
            url=session.server.url(&integration_path(id))
            submit_label
            busy_label="Saving…"
            disabled_because
            above=move || projects_failed(inventory)
        />
    }
}
