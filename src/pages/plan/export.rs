//! A file of the chosen integrations, or of all.

use crate::api::{Error, jira};
use crate::browser::numbers::count_of;
use crate::browser::task::spawn;
use crate::browser::{clock, dates, download};
use crate::route::{JiraPage, PlanPage};
use crate::sentences;
use crate::session::{ErrorNotice, Session, session};
use crate::store::inventory;
use crate::ui::{BusyButton, ButtonTone, Notice, PageTitle, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::file::{export_json, export_tsv};

/// In which format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Table,
}

/// Which integrations, and in which format.
#[component]
pub fn ExportPage() -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let chosen = inventory.selection.ids();
    let only_chosen = RwSignal::new(!chosen.is_empty());
    let format = RwSignal::new(Format::Json);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Error>);
    let odd = RwSignal::new(0_usize);
    let chosen_label =
        count_of(chosen.len(), "integration that is selected", "integrations that are selected");
    let any = !chosen.is_empty();
    let save = Callback::new(move |()| {
        let ids = if only_chosen.get_untracked() { chosen.clone() } else { Vec::new() };
        let format = format.get_untracked();
        error.set(None);
        busy.set(true);
        spawn(async move {
            let saved = save(session, ids, format).await;
            busy.try_set(false);
            match saved {
                Ok(unread) => drop(odd.try_set(unread)),
                Err(failed) => drop(error.try_set(Some(failed))),
            }
        });
    });
    let which = any.then(|| {
        view! {
            <fieldset class="radios">
                <legend>"Integrations"</legend>
                {radio("export-of", chosen_label, move || only_chosen.get(), move || only_chosen.set(true))}
                {radio("export-of", "All".to_owned(), move || !only_chosen.get(), move || only_chosen.set(false))}
            </fieldset>
        }
    });
    let is = move |one| move || format.get() == one;
    let set = move |one| move || format.set(one);
    view! {
        <div class="head">
            <PageTitle title=sentences::EXPORT_INTEGRATIONS has_error=Signal::derive(move || error.read().is_some()) />
            <div class="end">
                <a class="btn" href=session.link(JiraPage::Plan(PlanPage::Import))>
                    "Import a file"
                </a>
            </div>
        </div>
        {move || error.get().map(|error| view! { <ErrorNotice error on_retry=save /> })}
        {move || left_out(odd.get())}
        <div class="panel section">
            {which}
            <fieldset class="radios">
                <legend>"Format"</legend>
                {radio("export-as", "JSON, with every setting".to_owned(), is(Format::Json), set(Format::Json))}
                {radio(
                    "export-as",
                    "Table with tabs (TSV), for spreadsheets and for Bulk change in Jira".to_owned(),
                    is(Format::Table),
                    set(Format::Table),
                )}
            </fieldset>
            <p class="sub">
                "No file has tokens or passwords. Import it again to see how Jira differs from it, or to make Jira match it."
            </p>
            <p class="actions">
                <BusyButton
                    label="Save file"
                    busy_label="Reading from Jira…"
                    busy
                    tone=ButtonTone::Primary
                    on_click=save
                />
            </p>
        </div>
    }
}

fn radio(
    name: &'static str,
    label: String,
    is: impl Fn() -> bool + Send + Sync + 'static,
    mut set: impl FnMut() + 'static,
) -> AnyView {
    view! {
        <label>
            <input type="radio" name=name prop:checked=is on:change=move |_| set() />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// What is in no file.
fn left_out(odd: usize) -> Option<AnyView> {
    (odd > 0).then(|| {
        let title = format!("{} could not be read", count_of(odd, "integration", "integrations"));
        view! {
            <Notice tone=Tone::Warn title alert=true>
                <p>"Jira sent something that Patchbay cannot read. The file does not have it; the list says more."</p>
            </Notice>
        }
        .into_any()
    })
}

/// Reads these integrations whole, of no `ids` all, and has the browser save them. Gives how many could not be read.
async fn save(session: Session, ids: Vec<u64>, format: Format) -> Result<usize, Error> {
    let listed = jira::list(session.server).await?;
    let mut integrations = listed.read;
    if !ids.is_empty() {
        integrations.retain(|one| ids.binary_search(&one.id).is_ok());
    }
    let at = dates::universal(clock::now());
    let day = at.split('T').next().unwrap_or_default();
    let (ending, media_type, text) = match format {
        Format::Json => {
            ("json", "application/json", export_json(&integrations, &session.server.url(""), &at))
        }
        Format::Table => ("tsv", "text/tab-separated-values", export_tsv(&integrations)),
    };
    let name = format!("git-integrations-{day}.{ending}");
    let count = count_of(integrations.len(), "integration", "integrations");
    if download::text_of(media_type, &name, &text) {
        toast(Tone::Good, format!("{count} saved in {name}."));
    } else {
        toast(Tone::Bad, "The browser did not save the file. Allow downloads for this page.");
    }
    Ok(listed.odd.len())
}
