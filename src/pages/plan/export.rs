//! A file of the chosen integrations, or of all.

use crate::api::{Error, jira};
use crate::browser::numbers::{count, count_of};
use crate::browser::reactive::derive;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::browser::{clock, dates, download};
use crate::route::{JiraPage, PlanPage};
use crate::sentences;
use crate::session::{ErrorNotice, Session, session};
use crate::store::inventory;
use crate::ui::{BusyButton, ButtonTone, Notice, PageTitle, Tone, toast};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{export_json_in_slices, export_tsv_in_slices};
use patchbay_model::plan::script::reading;

/// In which format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Table,
    Requests,
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
    let done = RwSignal::new(0_usize);
    let busy_label = derive(move || match done.get() {
        0 => "Reading from Jira…".to_owned(),
        done => format!("Writing… {}", count(done)),
    });
    let chosen_label =
        count_of(chosen.len(), "integration that is selected", "integrations that are selected");
    let any = !chosen.is_empty();
    let save = Callback::new(move |()| {
        let ids = if only_chosen.get_untracked() { chosen.clone() } else { Vec::new() };
        let format = format.get_untracked();
        error.set(None);
        done.set(0);
        busy.set(true);
        spawn(async move {
            let saved = save(session, ids, format, done).await;
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
                {radio(
                    "export-as",
                    "Shell script (sh) that reads each of them with curl".to_owned(),
                    is(Format::Requests),
                    set(Format::Requests),
                )}
            </fieldset>
            <p class="sub">
                {move || match format.get() {
                    Format::Json | Format::Table => {
                        "No file has tokens or passwords. Import it again to see how Jira differs from it, or to make \
                         Jira match it."
                    }
                    Format::Requests => {
                        "It takes your token from $JIRA_TOKEN, prints what Jira answers, and stops at the first request \
                         that fails."
                    }
                }}
            </p>
            <p class="actions">
                <BusyButton
                    label="Save file"
                    busy_label
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

/// Reads these integrations whole, of no `ids` all, and has the browser save them; `done` counts those that are written,
/// where that takes long. Gives how many could not be read.
async fn save(
    session: Session,
    ids: Vec<u64>,
    format: Format,
    done: RwSignal<usize>,
) -> Result<usize, Error> {
    let listed = jira::list(session.server).await?;
    let mut integrations = listed.read;
    if !ids.is_empty() {
        integrations.retain(|one| ids.binary_search(&one.id).is_ok());
    }
    let mut slices = Slices::telling(done);
    let rest = &mut async || slices.rest().await;
    let at = dates::universal(clock::now());
    let day = at.split('T').next().unwrap_or_default();
    let (ending, media_type, text) = match format {
        Format::Json => {
            let jira = session.server.url("");
            ("json", "application/json", export_json_in_slices(&integrations, &jira, &at, rest).await)
        }
        Format::Requests => ("sh", "application/x-sh", requests(session, &integrations, &at)),
        Format::Table => {
            ("tsv", "text/tab-separated-values", export_tsv_in_slices(&integrations, rest).await)
        }
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

/// What reads each of them.
fn requests(session: Session, integrations: &[Integration], at: &str) -> String {
    let address = |id| session.server.url(&jira::integration_path(id));
    let one = |one: &Integration| (one.name().to_owned(), address(one.id));
    reading(Vendor::Jira, at, &integrations.iter().map(one).collect::<Vec<_>>())
}
