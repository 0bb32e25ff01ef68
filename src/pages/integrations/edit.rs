//! The page of one integration.

use super::compared::compared_notice;
use super::inventory::Arrival;
use super::projects_failed::projects_failed;
use super::remove::{Removal, RemoveDialog};
use super::saving::{SaveFailure, Saving};
use super::switching::Switching;
use super::words::count_of;
use crate::api::{Error, gij as api};
use crate::browser::dates;
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::console::{Console, console};
use crate::form::FormState;
use crate::pages::editing::{ConflictDialog, Editor, OUTCOME, Preview, focus_outcome};
use crate::pages::page_title::PageTitle;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{click, derive, memo};
use crate::route::JiraPage;
use crate::ui::{BusyButton, Moment, Notice, Skeleton, Tone};
use leptos::prelude::*;
use patchbay_model::gij::{self, Integration};
use patchbay_model::{Mode, Values, Vendor};
use std::sync::Arc;

/// Reads the integration, then draws its form.
#[component]
pub fn EditPage(id: u64) -> impl IntoView {
    let console = console();
    let inventory = console.inventory;
    inventory.load_projects();
    let read = RwSignal::new(None::<Result<Integration, Error>>);
    let load = Callback::new(move |()| {
        spawn(async move {
            let answer = api::get(console.jira, id).await;
            if let Ok(integration) = &answer {
                inventory.put(integration.clone());
            }
            read.try_set(Some(answer));
        });
    });
    load.run(());
    let has_error = RwSignal::new(false);
    let name = memo(move || {
        inventory.row(id).map_or_else(|| format!("Integration {id}"), |row| row.integration.name())
    });
    let removal = Removal::new();
    let switching = Switching::new(console.jira, inventory);
    let switch_failed = move || {
        switching.failure.get().map(|failure| {
            let on_retry =
                Callback::new(move |()| switching.set_disabled(id, failure.name.clone(), failure.disable));
            view! { <TroubleNotice error=failure.error doing=failure.doing on_retry /> }
        })
    };
    let being_removed = move || {
        inventory.removing.read().contains(&id).then(|| {
            view! {
                <Notice tone=Tone::Warn title="This integration is being removed">
                    <p>"Jira lists it as disabled until its queue gets to it. What you change here will not last."</p>
                </Notice>
            }
        })
    };
    let body = move || match read.get() {
        None => view! { <Skeleton rows=8 /> }.into_any(),
        Some(Err(error)) if error.is_gone() => gone(console, id).into_any(),
        Some(Err(error)) => view! { <TroubleNotice error on_retry=load /> }.into_any(),
        Some(Ok(integration)) => view! { <EditForm integration has_error /> }.into_any(),
    };
    view! {
        <div><a href=console.link(JiraPage::list())>"← Git integrations"</a></div>
        <div class="head">
            <div>
                <PageTitle title=name has_error />
                <p class="sub">{move || inventory.row(id).map(|row| about(&row.integration))}</p>
            </div>
            <div class="end">
                {move || matches!(read.get(), Some(Ok(_))).then(|| view! { <Actions id name removal switching /> })}
            </div>
        </div>
        {move || switch_failed()}
        {move || being_removed()}
        {move || body()}
        <RemoveDialog removal />
    }
}

/// Says that there is no such integration, and leads to those that are.
pub(super) fn gone(console: Console, id: u64) -> impl IntoView {
    view! {
        <Notice tone=Tone::Bad title=format!("Integration {id} does not exist") alert=true>
            <p>"Somebody may have removed it, or the address is wrong."</p>
            <p><a href=console.link(JiraPage::list())>"Go to all Git integrations"</a></p>
        </Notice>
    }
}

/// Type, number and dates in a line.
fn about(integration: &Integration) -> AnyView {
    let connected = integration.connected_at().map(|at| format!(" · connected {}", dates::day(at)));
    let indexed = match integration.indexed_at() {
        Some(at) => view! { " · last indexed " <Moment at_ms=at /> }.into_any(),
        None => " · never indexed".into_any(),
    };
    let disabled = integration.is_disabled().then_some(" · disabled");
    view! { {integration.kind.label().to_owned()} {format!(" · #{}", integration.id)} {connected} {indexed} {disabled} }
        .into_any()
}

#[component]
fn Actions(id: u64, name: Memo<String>, removal: Removal, switching: Switching) -> impl IntoView {
    let console = console();
    let inventory = console.inventory;
    let disabled = memo(move || inventory.row(id).is_some_and(|row| row.integration.is_disabled()));
    let toggle = Callback::new(move |()| {
        switching.set_disabled(id, name.get_untracked(), !disabled.get_untracked());
    });
    view! {
        <BusyButton
            label=derive(move || if disabled.get() { "Enable" } else { "Disable" }.to_owned())
            busy=derive(move || switching.is_busy(id))
            busy_label=derive(move || if disabled.get() { "Enabling…" } else { "Disabling…" }.to_owned())
            on_click=toggle
        />
        <a class="btn" href=console.link(JiraPage::Clone(id))>"Clone"</a>
        <button type="button" class="danger" on:click=click(move || removal.ask(id))>"Remove…"</button>
    }
}

#[component]
fn EditForm(integration: Integration, has_error: RwSignal<bool>) -> impl IntoView {
    let console = console();
    let inventory = console.inventory;
    let id = integration.id;
    let schema = Arc::new(gij::schema(&integration.kind, Mode::Edit, &integration.settings));
    let start: Values = schema.read(&integration.settings);
    let form = FormState::new(schema, start.clone(), start, inventory.projects.into());
    let saving = Saving::new(console.jira, inventory, form, integration);
    effect(move || has_error.set(form.submitted.get() && !form.problems().is_empty()));
    let preview = derive(move || {
        let base = saving.base.get();
        Preview {
            vendor: Vendor::Jira,
            method: "PUT",
            url: console.jira.url(&api::integration_path(id)),
            body: gij::request_patch(&base.kind, &form.schema(), &form.before(), &form.live_values()),
            current: Some(base.settings),
        }
    });
    let changed = memo(move || form.differing());
    let submit_label = derive(move || match changed.get() {
        0 => "Save".to_owned(),
        count => format!("Save {}", count_of(count, "change", "changes")),
    });
    let unchanged = derive(move || (changed.get() == 0).then(|| "Nothing has been changed.".to_owned()));
    let discard = Callback::new(move |()| form.reset(&form.before_untracked()));
    effect(move || {
        if saving.failure.read().is_some() {
            focus_outcome();
        }
    });
    let failure = move || {
        saving.failure.get().map(|SaveFailure { doing, error, sent }| {
            let on_retry = Callback::new(move |()| match sent.clone() {
                Some(sent) => saving.read_back(sent),
                None => saving.save(),
            });
            view! { <TroubleNotice error doing on_retry /> }
        })
    };
    view! {
        <div id=OUTCOME class="outcome">
            {move || failure()}
            <Arrived id />
        </div>
        <Editor
            form
            preview
            submit_label
            busy_label="Saving…"
            busy=saving.busy
            disabled_because=unchanged
            on_submit=Callback::new(move |()| saving.save())
            on_discard=discard
            above=move || projects_failed(inventory)
        />
        <ConflictDialog
            conflicts=derive(move || saving.clash.get().map(|clash| clash.conflicts).unwrap_or_default())
            on_close=Callback::new(move |()| saving.clash.set(None))
            on_settle=Callback::new(move |keep_mine| saving.settle(keep_mine))
            on_save=Callback::new(move |()| saving.save())
        />
    }
}

/// What came of the last save, where it is not exactly what was asked.
#[component]
fn Arrived(id: u64) -> impl IntoView {
    let arrival = console().inventory.arrival;
    // It is said once, on the page that is open after the save.
    on_cleanup(move || arrival.set(None));
    move || {
        let Arrival { compared, .. } = arrival.get().filter(|arrival| arrival.id == id)?;
        if !compared.is_as_asked() {
            focus_outcome();
        }
        compared_notice(compared)
    }
}
