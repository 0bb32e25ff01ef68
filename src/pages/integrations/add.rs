//! Adding an integration, from nothing or as a copy of another.

use super::edit::gone;
use super::inventory::Arrival;
use super::name_project::name_project;
use super::projects_failed::projects_failed;
use crate::api::{Error, Trouble, gij as api};
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::console::console;
use crate::form::FormState;
use crate::navigation::navigation;
use crate::pages::editing::{Editor, OUTCOME, Preview, focus_outcome, may_be_sent, put_at_fields};
use crate::pages::page_title::{PageTitle, focus_title};
use crate::pages::trouble::TroubleNotice;
use crate::pages::unknown::UnknownPage;
use crate::reactive::derive;
use crate::route::JiraPage;
use crate::ui::{Notice, Skeleton, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::{self, Integration, IntegrationType};
use patchbay_model::{Entry, Mode, Object, Values, Vendor};
use std::sync::Arc;

/// The form of a new integration of the type with this name.
#[component]
pub fn AddPage(kind: String) -> impl IntoView {
    match IntegrationType::parse(&kind) {
        IntegrationType::Other(name) => {
            view! { <UnknownPage address=format!("integrations/new/{name}") /> }.into_any()
        }
        known => {
            let title = format!("Add {known} integration");
            view! { <AddForm kind=known title settings=Object::new() back=JiraPage::ChooseType /> }.into_any()
        }
    }
}

/// The form of a copy: everything but secrets.
#[component]
pub fn ClonePage(id: u64) -> impl IntoView {
    let console = console();
    let source = RwSignal::new(None::<Result<Integration, Error>>);
    let load = Callback::new(move |()| {
        spawn(async move {
            let read = api::get(console.jira, id).await;
            source.try_set(Some(read));
        });
    });
    load.run(());
    move || {
        match source.get() {
        None => view! {
            <PageTitle title="Clone integration" />
            <Skeleton rows=8 />
        }
        .into_any(),
        Some(Err(error)) => view! {
            <div><a href=console.link(JiraPage::list())>"← Git integrations"</a></div>
            <PageTitle title="Clone integration" has_error=true />
            {if error.is_gone() { gone(console, id).into_any() } else { view! { <TroubleNotice error on_retry=load /> }.into_any() }}
        }
        .into_any(),
        Some(Ok(source)) => {
            let title = format!("Clone {}", source.name());
            let mut settings = source.settings.clone();
            settings.insert("displayName".to_owned(), format!("{} (copy)", source.name()).into());
            view! { <AddForm kind=source.kind title settings back=JiraPage::Edit(id) /> }.into_any()
        }
    }
    }
}

#[component]
fn AddForm(
    kind: IntegrationType,
    title: String,
    /// What it begins with, beside the defaults.
    settings: Object,
    /// Where one came from.
    back: JiraPage,
) -> impl IntoView {
    let (console, navigation) = (console(), navigation());
    let inventory = console.inventory;
    inventory.load_projects();
    let schema = Arc::new(gij::schema(&kind, Mode::Create, &settings));
    let mut start = schema.read(&settings);
    // A copy of something that is disabled begins enabled, as everything new does.
    start.set("disabled", Entry::Toggle(Some(true)));
    let form = FormState::new(schema, start.clone(), start.clone(), inventory.projects.into());
    let start = StoredValue::new(start);
    let kind = StoredValue::new(kind);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Error>);
    let body = move |values: &Values| kind.with_value(|kind| gij::request_body(kind, &form.schema(), values));
    let preview = derive(move || Preview {
        vendor: Vendor::Jira,
        method: "POST",
        url: console.jira.url(&api::integrations_path()),
        body: body(&form.live_values()),
        current: None,
    });
    let submit = Callback::new(move |()| {
        if !may_be_sent(form) {
            return;
        }
        // The form can neither be changed nor hold the focus from here on.
        focus_title();
        announce("Adding…".to_owned());
        busy.set(true);
        error.set(None);
        let body = body(&form.values());
        spawn(async move {
            let (created, read_back) = match api::create(console.jira, &body).await {
                // The answer may leave settings out: what counts is what can be read back.
                Ok(created) => match api::get(console.jira, created.id).await {
                    Ok(there) => (Ok(there), true),
                    Err(_) => (Ok(created), false),
                },
                Err(failed) => (Err(failed), false),
            };
            if let Ok(there) = &created {
                toast(Tone::Good, format!("{} was added. Jira now scans the host.", there.name()));
                inventory.put(there.clone());
            }
            if busy.is_disposed() {
                // The person went elsewhere meanwhile: no form is left to tell.
                return;
            }
            busy.set(false);
            match created {
                Ok(there) => {
                    let projects = inventory.projects.get_untracked();
                    let compared =
                        gij::readback(&form.schema(), &there.settings, &body, &there.settings, &|id| {
                            name_project(&projects, id)
                        });
                    inventory.arrival.set(read_back.then_some(Arrival { id: there.id, compared }));
                    navigation.go_on(console.route(JiraPage::Edit(there.id)));
                }
                Err(failed) => refused(form, error, failed),
            }
        });
    });
    let discard = Callback::new(move |()| start.with_value(|start| form.reset(start)));
    effect(move || {
        if error.read().is_some() {
            focus_outcome();
        }
    });
    let failure = move || {
        error.get().map(|failed| {
            let uncertain = matches!(failed.trouble, Trouble::Offline | Trouble::TimedOut | Trouble::Server);
            let uncertain = uncertain.then(|| {
                view! { <Notice tone=Tone::Warn title="Jira may have added it all the same: look at the list before you try again." /> }
            });
            view! { <TroubleNotice error=failed doing="Adding failed" on_retry=submit /> {uncertain} }
        })
    };
    let has_error = derive(move || form.submitted.get() && !form.problems().is_empty());
    let back_label =
        if back == JiraPage::ChooseType { "← Choose another type" } else { "← Back to the original" };
    view! {
        <div><a href=console.link(back)>{back_label}</a></div>
        <div class="head"><div><PageTitle title has_error /></div></div>
        {kind.with_value(notes)}
        <div id=OUTCOME class="outcome">{move || failure()}</div>
        <Editor
            form
            preview
            submit_label=derive(|| "Add integration".to_owned())
            busy_label="Adding…"
            busy
            disabled_because=derive(|| None::<String>)
            on_submit=submit
            on_discard=discard
            above=move || projects_failed(inventory)
        />
    }
}

/// What one should know of the type.
fn notes(kind: &IntegrationType) -> Option<AnyView> {
    let spec = kind.spec()?;
    let legacy = spec.legacy.map(|sentence| {
        view! { <Notice tone=Tone::Warn title="This type is no longer supported"><p>{sentence}</p></Notice> }
    });
    let notes = (!spec.notes.is_empty()).then(|| {
        let items = spec.notes.iter().map(|note| view! { <li>{*note}</li> }).collect_view();
        view! { <Notice tone=Tone::Info title="Good to know"><ul>{items}</ul></Notice> }
    });
    Some(view! { {legacy} {notes} }.into_any())
}

/// Puts what the server refused beside its fields; everything else above the form.
pub(super) fn refused(form: FormState, error: RwSignal<Option<Error>>, failed: Error) {
    let Trouble::Refused(refusal) = &failed.trouble else {
        error.try_set(Some(failed));
        return;
    };
    put_at_fields(form, refusal.problems(&form.schema()));
}
