//! Adding an integration, from nothing or as a copy of another.

use super::edit::gone;
use super::neighbours::list_as_left;
use super::projects_failed::{about_projects, projects_failed};
use super::rights::rights;
use crate::api::jira::{JIRA, integrations_path};
use crate::api::{Found, Loaded, Record, Resource};
use crate::browser::reactive::derive;
use crate::edit::jira::JiraRules;
use crate::edit::{Editor, Hooks, Reopen, Saver, arrival};
use crate::form::{FormState, try_expression};
use crate::route::{JiraPage, navigation};
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::session;
use crate::store::inventory;
use crate::ui::{Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::gij::{self, IntegrationType};
use patchbay_model::{Entry, Mode, Object};
use std::sync::Arc;

/// The form of a new integration of the type with this name.
#[component]
pub fn AddPage(kind: String) -> impl IntoView {
    match IntegrationType::parse(&kind) {
        IntegrationType::Other(name) => unknown_type(&name),
        known => {
            let title = format!("Add {known} integration");
            view! { <AddForm kind=known title settings=Object::new() back=JiraPage::ChooseType /> }.into_any()
        }
    }
}

fn unknown_type(name: &str) -> AnyView {
    let text = format!("Patchbay does not know the type “{name}”. The address may be cut off or misspelt.");
    let types = session().link(JiraPage::ChooseType);
    view! {
        <PageTitle title=sentences::NO_SUCH_TYPE has_error=true />
        <p>{text}</p>
        <p>
            <a href=types>"Choose a type"</a>
        </p>
    }
    .into_any()
}

/// The form of a copy: everything but secrets.
#[component]
pub fn ClonePage(id: u64) -> impl IntoView {
    let session = session();
    let source = Loaded::<Found>::new();
    source.load(move || async move { JIRA.read(&Resource::jira(session.server, id)).await });
    move || match source.get() {
        Some(Found::Present(Record::Jira(source))) => {
            let title = format!("Clone {}", source.name());
            let mut settings = (*source.settings).clone();
            settings.insert("displayName".to_owned(), format!("{} (copy)", source.name()).into());
            view! { <AddForm kind=source.kind title settings back=JiraPage::Edit(id) /> }.into_any()
        }
        found => {
            let is_gone = found.is_some();
            let has_error = derive(move || is_gone || source.error().is_some());
            let body = move || if is_gone { gone(session, id).into_any() } else { awaited(source, 8) };
            view! {
                <div>
                    <a href=list_as_left(navigation(), session).to_string()>{sentences::BACK_TO_GIT_INTEGRATIONS}</a>
                </div>
                <PageTitle title="Clone integration" has_error />
                {body}
            }
            .into_any()
        }
    }
}

#[component]
fn AddForm(
    kind: IntegrationType,
    title: String,
    /// The values that it starts with, in addition to the defaults.
    settings: Object,
    /// Where one came from.
    back: JiraPage,
) -> impl IntoView {
    let (session, inventory, navigation) = (session(), inventory(), navigation());
    inventory.load_projects();
    let schema = Arc::new(gij::schema(&kind, Mode::Create, &settings));
    let mut start = schema.read(&settings);
    // A copy of something that is disabled begins enabled, as everything new does.
    start.set("disabled", Entry::Toggle(Some(true)));
    let projects = Signal::derive(move || inventory.known_projects());
    let form = FormState::new(schema, start.clone(), start)
        .with_projects(projects, about_projects(inventory))
        .with_trials(try_expression);
    let notes = notes(&kind);
    let rules = Arc::new(JiraRules::new(kind, inventory));
    // Its own page shows what differs from the request.
    let on_saved = Callback::new(move |reopen: Reopen| {
        if let Some(Record::Jira(now)) = &reopen.record {
            let id = now.id;
            arrival::leave(Resource::jira(session.server, id), reopen);
            navigation.go_on(session.route(JiraPage::Edit(id)));
        }
    });
    let hooks = Hooks { on_saved: Some(on_saved), ..Hooks::default() };
    let resource = Resource::Jira { server: session.server, id: None };
    let saver = Saver::new(rules, resource, form, RwSignal::new(None), RwSignal::new(false), hooks);
    let has_error = derive(move || form.submitted.get() && !form.problems().is_empty());
    let back_label = if back == JiraPage::ChooseType {
        sentences::CHOOSE_ANOTHER_TYPE
    } else {
        "← Back to the original"
    };
    view! {
        <div>
            <a href=session.link(back)>{back_label}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title has_error />
            </div>
        </div>
        {rights(session)}
        {notes}
        <Editor
            saver
            method="POST"
            url=session.server.url(&integrations_path())
            submit_label=sentences::ADD_INTEGRATION
            busy_label="Adding…"
            above=move || projects_failed(inventory)
        />
    }
}

/// Notes about the type.
fn notes(kind: &IntegrationType) -> Option<AnyView> {
    let spec = kind.spec()?;
    let legacy = spec.legacy.map(|sentence| {
        view! {
            <Notice tone=Tone::Warn title="This type is no longer supported">
                <p>{sentence}</p>
            </Notice>
        }
    });
    let notes = (!spec.notes.is_empty()).then(|| {
        let items = spec.notes.iter().map(|note| view! { <li>{*note}</li> }).collect_view();
        view! {
            <Notice tone=Tone::Info title="Good to know">
                <ul>{items}</ul>
            </Notice>
        }
    });
    Some(view! { {legacy} {notes} }.into_any())
}
