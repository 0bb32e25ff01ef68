//! The page that has integrations indexed: which, how far Jira is, and what came of it.

use super::item::Item;
use super::runner::{self, Wanted, begin};
use super::runs::{self, Runs, Stage};
use super::table::RunsTable;
use super::{follow, runner::go_on};
use crate::api::Server;
use crate::browser::numbers::{count, count_of};
use crate::browser::reactive::{click, derive, memo};
use crate::route::{JiraPage, navigation};
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::{ErrorNotice, Session, session};
use crate::store::{Inventory, Row, inventory};
use crate::ui::{BusyButton, ButtonTone, Empty, Notice, PageTitle, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::plan::{Counts, Ending, Hindrance, Phase, Stopped};
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The id of the button that begins.
const BEGIN: &str = "reindex";

/// Indexing of one integration, or of those that are chosen and all that were asked for before.
#[component]
pub fn ReindexPage(
    /// The integration; none for those that are chosen.
    id: Option<u64>,
) -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    let server = session.server;
    inventory.open();
    runs::open(session, inventory);
    runner::find_out(server);
    follow::watch(server);
    let chosen = inventory.selection.ids();
    // Which were asked for when the page was opened, and which of them can be told to be indexed now.
    let ids = StoredValue::new(id.map_or(chosen, |id| vec![id]));
    let enabled = memo(move || enabled(inventory, &ids.get_value()));
    let wanted = memo(move || can_begin(server, &enabled.read()));
    let is_read = memo(move || inventory.list.is_read());
    let any = memo(move || {
        let asked = runs::follow(server, |runs| !runs.items.is_empty()).unwrap_or_default();
        !wanted.read().is_empty() || (asked && id.is_none()) || id.is_some_and(|id| is_listed(server, id))
    });
    let title = memo(move || match id {
        Some(id) => format!("Reindex {}", name_of(inventory, id)),
        None => sentences::REINDEX_INTEGRATIONS.to_owned(),
    });
    let sub = move || {
        runs::follow(server, |runs| match id {
            None => in_numbers(runs.counts()),
            Some(_) => String::new(),
        })
    };
    let body = move || {
        match (is_read.get(), any.get()) {
        (false, _) => awaited(inventory.list, 8),
        (true, true) => view! {
            <p class="sub">
                "Jira scans the host, then fetches and indexes new commits. It continues when you leave this page."
            </p>
            <RunsTable id wanted />
        }
        .into_any(),
        (true, false) => nothing(session, inventory, id),
    }
    };
    let back = as_left(session, back_to(id));
    view! {
        <div>
            <a href=back>{back_label(inventory, id)}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{sub}</p>
            </div>
            <div class="end">
                <Actions server ids enabled wanted />
            </div>
        </div>
        {move || notices(server)}
        {move || body()}
    }
}

/// The address of a page; of the list with its search and filters.
fn as_left(session: Session, page: JiraPage) -> Option<String> {
    navigation().as_left([session.route(page)]).map(|route| route.to_string())
}

fn back_to(id: Option<u64>) -> JiraPage {
    id.map_or_else(JiraPage::list, JiraPage::Edit)
}

fn back_label(inventory: Inventory, id: Option<u64>) -> Signal<String> {
    derive(move || match id {
        Some(id) => format!("← {}", name_of(inventory, id)),
        None => sentences::BACK_TO_GIT_INTEGRATIONS.to_owned(),
    })
}

fn name_of(inventory: Inventory, id: u64) -> String {
    let name = inventory.row(id).map(|row| short(row.integration.name(), NAME));
    name.unwrap_or_else(|| format!("integration {id}"))
}

fn is_listed(server: Server, id: u64) -> bool {
    runs::follow(server, |runs| runs.place(id).is_some()).unwrap_or_default()
}

/// Those of them that are enabled, by name.
fn enabled(inventory: Inventory, ids: &[u64]) -> Arc<Vec<Wanted>> {
    let mut rows: Vec<Row> = ids.iter().filter_map(|id| inventory.row(*id)).collect();
    rows.sort_by_key(|row| row.place);
    let one = |row: Row| Wanted {
        id: row.id(),
        name: row.integration.name().to_owned(),
        indexed_at: row.integration.indexed_at(),
    };
    Arc::new(rows.into_iter().filter(|row| !row.integration.is_disabled()).map(one).collect())
}

/// Those of them that are not under way.
fn can_begin(server: Server, enabled: &[Wanted]) -> Arc<Vec<Wanted>> {
    let is_under_way = |one: &&Wanted| {
        let stage = |runs: &Runs| runs.place(one.id).map(|at| runs.stage(at));
        let stage = runs::follow(server, stage).flatten();
        matches!(stage, Some(Stage::Waiting | Stage::Starting | Stage::Running))
    };
    Arc::new(enabled.iter().filter(|one| !is_under_way(one)).cloned().collect())
}

/// What the button does, or would do.
fn label_of(inventory: Inventory, ids: &[u64], enabled: &[Wanted], wanted: &[Wanted]) -> String {
    match (if wanted.is_empty() { enabled } else { wanted }, ids) {
        ([one], _) => format!("Reindex {}", short(&one.name, NAME)),
        ([], []) => "Reindex".to_owned(),
        ([], [id]) => format!("Reindex {}", name_of(inventory, *id)),
        ([], ids) => format!("Reindex {}", count_of(ids.len(), "integration", "integrations")),
        (many, _) => format!("Reindex {}", count_of(many.len(), "integration", "integrations")),
    }
}

/// Why none of these can be indexed now.
fn why_none(ids: &[u64], enabled: &[Wanted]) -> &'static str {
    match (ids, enabled) {
        ([], _) => "Choose integrations in the list first.",
        ([_], []) => "It is disabled. Enable it first.",
        (_, []) => "All of them are disabled. Enable them first.",
        (_, [_]) => sentences::IS_BEING_INDEXED,
        _ => sentences::ARE_BEING_INDEXED,
    }
}

/// "2 indexed · 1 failed · 22 under way".
fn in_numbers(counts: Counts) -> String {
    let parts = [
        (counts.done + counts.remarked, "indexed"),
        (counts.failed, "failed"),
        (counts.unknown, "not known"),
        (counts.under_way, "under way"),
        (counts.waiting, "waiting"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    parts.map(|(number, words)| format!("{} {words}", count(number))).collect::<Vec<_>>().join(" · ")
}

/// What can be done now.
#[component]
fn Actions(
    server: Server,
    ids: StoredValue<Vec<u64>>,
    enabled: Memo<Arc<Vec<Wanted>>>,
    wanted: Memo<Arc<Vec<Wanted>>>,
) -> impl IntoView {
    let inventory = inventory();
    let phase = memo(move || runs::follow(server, |runs| runs.run.phase()));
    let is_preparing = derive(move || runs::follow(server, |runs| runs.is_preparing) == Some(true));
    let unsupported = memo(move || runs::follow(server, |runs| runs.is_unsupported()) == Some(true));
    let failed = memo(move || {
        let failed = |runs: &Runs| {
            let bad = |at: &usize| matches!(runs.stage(*at), Stage::Ended(Ending::Failed | Ending::Unknown));
            let ids = (0..runs.items.len()).filter(bad).map(|at| &runs.items[at]);
            let again =
                |item: &Item| Wanted { id: item.id, name: item.name.clone(), indexed_at: item.indexed_at };
            ids.map(again).collect::<Vec<_>>()
        };
        Arc::new(runs::follow(server, failed).unwrap_or_default())
    });
    let label = derive(move || label_of(inventory, &ids.get_value(), &enabled.read(), &wanted.read()));
    let act = Callback::new(move |()| begin(server, wanted.get_untracked().to_vec()));
    let disabled_because = derive(move || {
        let none = wanted.read().is_empty() && !is_preparing.get();
        none.then(|| why_none(&ids.get_value(), &enabled.read()).to_owned())
    });
    let button = move || {
        (!unsupported.get()).then(|| {
            view! {
                <BusyButton
                    label
                    busy=is_preparing
                    busy_label="Starting…"
                    tone=ButtonTone::Primary
                    disabled_because
                    on_click=act
                />
            }
        })
    };
    let retry = move || {
        let count = failed.read().len();
        (count > 0 && !unsupported.get()).then(|| {
            let act = click(move || {
                // It disappears with this.
                focus_title();
                begin(server, failed.get_untracked().to_vec());
            });
            let label = format!("Try the {} again", count_of(count, "that failed", "that failed"));
            view! { <button type="button" on:click=act>{label}</button> }
        })
    };
    let halt = move || match phase.get() {
        Some(Phase::Running | Phase::Pausing { .. }) => {
            let act = click(move || runner::stop(server));
            view! { <button type="button" on:click=act>"Start no more"</button> }.into_any()
        }
        Some(Phase::Stopped(Stopped::ByPerson | Stopped::ForAll)) => {
            let act = click(move || go_on(server));
            view! { <button type="button" on:click=act>"Start the rest"</button> }.into_any()
        }
        _ => ().into_any(),
    };
    view! { {halt} {retry} <span id=BEGIN tabindex="-1">{button}</span> }
}

/// What went wrong, for all of them.
fn notices(server: Server) -> AnyView {
    let unsupported = runs::follow(server, Runs::is_unsupported) == Some(true);
    if unsupported {
        return view! {
            <Notice tone=Tone::Warn title=sentences::NO_REINDEX_ENDPOINT alert=true>
                <p>
                    "This version of Git Integration for Jira has no endpoint for it. Reindex on the app’s own page in \
                     Jira, or update the app: endpoints come with 4.17."
                </p>
            </Notice>
        }
        .into_any();
    }
    let trouble = runs::follow(server, |runs| runs.trouble.clone()).flatten();
    let stopped = runs::follow(server, |runs| {
        (runs.run.phase() == Phase::Stopped(Stopped::ForAll)).then(|| runs.refused.clone()).flatten()
    })
    .flatten();
    let hindrance = runs::follow(server, |runs| match runs.run.phase() {
        Phase::Pausing { because, .. } => Some(because),
        _ => None,
    })
    .flatten();
    let again = Callback::new(move |()| follow::try_again(server));
    let go_on = Callback::new(move |()| go_on(server));
    view! {
        {stopped
            .map(|error| {
                view! {
                    <ErrorNotice error doing="Starting failed" on_retry=go_on retry_label="Start the rest" />
                }
            })}
        {trouble
            .map(|error| {
                view! {
                    <ErrorNotice error title="Patchbay cannot read how far Jira is" on_retry=again />
                }
            })}
        {hindrance
            .map(|because| {
                let title = match because {
                    Hindrance::SlowDown(_) => "Jira asks to slow down",
                    Hindrance::Unavailable(_) => "Jira is not available",
                    Hindrance::Unreachable => "Jira cannot be reached",
                };
                view! {
                    <Notice tone=Tone::Info title>
                        <p>"Patchbay starts the rest after a pause."</p>
                    </Notice>
                }
            })}
    }
    .into_any()
}

/// Why there is nothing to index.
fn nothing(session: Session, inventory: Inventory, id: Option<u64>) -> AnyView {
    let (title, text, page, label) = match id {
        Some(id) if inventory.row(id).is_some() => (
            "It is disabled",
            "Jira does not index disabled integrations. Enable it first.",
            JiraPage::Edit(id),
            "Go to the integration",
        ),
        Some(_) => (
            "This integration does not exist",
            "Somebody may have removed it, or the address is wrong.",
            JiraPage::list(),
            sentences::GO_TO_THE_LIST,
        ),
        None => (
            sentences::NO_INTEGRATION_IS_CHOSEN,
            "Select enabled integrations in the list: tick the boxes in front of their names.",
            JiraPage::list(),
            sentences::GO_TO_THE_LIST,
        ),
    };
    view! {
        <Empty title text>
            <a class="btn" href=as_left(session, page)>
                {label}
            </a>
        </Empty>
    }
    .into_any()
}
