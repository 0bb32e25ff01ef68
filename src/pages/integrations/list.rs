//! The list of integrations: counts, search, facets, and the table.

use super::facets::Facets;
use super::inventory::Inventory;
use super::listing::{Filter, order};
use super::remove::{Removal, RemoveDialog};
use super::row::RowContext;
use super::switching::Switching;
use super::table::IntegrationsTable;
use super::words::count_of;
use crate::browser::effect::effect;
use crate::browser::{announcer::announce, clock, numbers};
use crate::console::console;
use crate::pages::page_title::PageTitle;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{click, derive, memo};
use crate::route::{ListQuery, Route};
use crate::ui::{BusyButton, Empty, Moment, SearchBox, Skeleton};
use leptos::prelude::*;
use std::sync::Arc;

/// All Git integrations of Jira.
#[component]
pub fn ListPage() -> impl IntoView {
    let console = console();
    let (inventory, navigation) = (console.inventory, console.navigation);
    inventory.reload();
    inventory.load_projects();
    let query = Memo::new(move |last: Option<&ListQuery>| match navigation.route() {
        Route::List(query) => query,
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    let set = Callback::new(move |query| navigation.amend(Route::List(query)));
    let shown = shown(inventory, query);
    let context = RowContext {
        jira: console.jira,
        inventory,
        switching: Switching::new(console.jira, inventory),
        removal: Removal::new(),
        stale_hours: derive(move || query.read().stale_hours),
    };
    Effect::new(move |said: Option<bool>| {
        let count = shown.read().len();
        if said.is_some() && query.read_untracked().is_filtered() {
            announce(format!("{} found", count_of(count, "integration", "integrations")));
        }
        true
    });
    let something = memo(move || inventory.read_at.read().is_some());
    effect(move || {
        if something.get() {
            navigation.restore_list_scroll();
        }
    });
    view! {
        <Head inventory query set />
        <Failures context />
        <Show when=move || something.get() fallback=move || Loading(LoadingProps { inventory })>
            <Tools inventory query set shown />
            <Rows context query set shown />
        </Show>
        <RemoveDialog removal=context.removal />
    }
}

/// Indexes of the rows that are shown. Sorting and filtering are apart, so that a keystroke sorts nothing.
fn shown(inventory: Inventory, query: Memo<ListQuery>) -> Memo<Arc<Vec<usize>>> {
    let by = memo(move || (query.read().sort, query.read().descending));
    let sorted = memo(move || {
        let (sort, descending) = by.get();
        Arc::new(order(&inventory.rows.read(), sort, descending))
    });
    let now = clock::ticking();
    memo(move || {
        let (rows, query) = (inventory.rows.read(), query.read());
        let filter = Filter::new(&query, now.get());
        let kept = sorted
            .read()
            .iter()
            .copied()
            .filter(|at| rows.get(*at).is_some_and(|row| filter.keeps(row)))
            .collect();
        Arc::new(kept)
    })
}

#[component]
fn Head(inventory: Inventory, query: Memo<ListQuery>, set: Callback<ListQuery>) -> impl IntoView {
    let counts = memo(move || {
        let (rows, hours, now) = (inventory.rows.read(), query.read().stale_hours, clock::ticking().get());
        let disabled = rows.iter().filter(|row| row.integration.is_disabled()).count();
        let stale = rows.iter().filter(|row| row.indexed(now, hours) == "stale").count();
        (rows.len(), disabled, stale, hours)
    });
    let stale_link = move |stale: usize, hours: u32| {
        let query = ListQuery { indexed: vec!["stale".to_owned()], ..query.get_untracked().cleared() };
        let href = Route::List(query.clone()).to_string();
        let follow = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            set.run(query.clone());
        };
        view! { " · " <a href=href on:click=follow>{format!("{} not indexed in {hours} h", numbers::count(stale))}</a> }
    };
    let sub = move || {
        let (all, disabled, stale, hours) = counts.get();
        inventory.read_at.get().map(|at| {
            view! {
                {count_of(all, "integration", "integrations")}
                {(disabled > 0).then(|| format!(" · {} disabled", numbers::count(disabled)))}
                {(stale > 0).then(|| stale_link(stale, hours))}
                " · read "
                <Moment at_ms=at />
            }
        })
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title="Git integrations" />
                <p class="sub">{move || sub()}</p>
            </div>
            <div class="end">
                <BusyButton
                    label="Refresh"
                    busy_label="Refreshing…"
                    busy=derive(move || inventory.loading.get())
                    on_click=Callback::new(move |()| inventory.reload())
                />
                <a class="btn primary" href=Route::ChooseType.to_string()>"Add integration"</a>
            </div>
        </div>
    }
}

/// Before the first answer: grey rows, or what went wrong.
#[component]
fn Loading(inventory: Inventory) -> impl IntoView {
    move || inventory.error.read().is_none().then(|| view! { <Skeleton rows=12 /> })
}

/// What went wrong with reading the list or with turning a switch; the rows stay.
#[component]
fn Failures(context: RowContext) -> impl IntoView {
    let RowContext { inventory, switching, .. } = context;
    let reading = move || {
        inventory.error.get().map(|error| {
            let on_retry = Callback::new(move |()| inventory.reload());
            view! { <TroubleNotice error on_retry /> }
        })
    };
    let turning = move || {
        switching.failure.get().map(|failure| {
            let on_retry = Callback::new(move |()| {
                let name = inventory.row(failure.id).map(|row| row.integration.name()).unwrap_or_default();
                switching.set_disabled(failure.id, name, failure.disable);
            });
            view! { <TroubleNotice error=failure.error doing=failure.doing on_retry /> }
        })
    };
    view! {
        {move || reading()}
        {move || turning()}
    }
}

#[component]
fn Tools(
    inventory: Inventory,
    query: Memo<ListQuery>,
    set: Callback<ListQuery>,
    shown: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let search = Callback::new(move |search: String| set.run(ListQuery { search, ..query.get_untracked() }));
    let clear = move || {
        query.read().is_filtered().then(|| {
            view! {
                <button type="button" class="quiet" on:click=click(move || set.run(query.get_untracked().cleared()))>
                    "Clear filters"
                </button>
            }
        })
    };
    let tally = move || {
        let all = inventory.rows.read().len();
        query
            .read()
            .is_filtered()
            .then(|| format!("{} of {}", numbers::count(shown.read().len()), numbers::count(all)))
    };
    view! {
        <div class="tools" role="search" aria-label="Integrations">
            <SearchBox
                id="search"
                label="Search name, URL or id"
                placeholder="Search name, URL or id"
                value=derive(move || query.get().search)
                on_input=search
            />
            <Facets inventory query set />
            {move || clear()}
            <span class="sub tally">{move || tally()}</span>
        </div>
    }
}

/// The table, or why there is none.
#[component]
fn Rows(
    context: RowContext,
    query: Memo<ListQuery>,
    set: Callback<ListQuery>,
    shown: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let inventory = context.inventory;
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Nothing,
        NoMatch,
        Some,
    }
    let state = memo(move || match (inventory.rows.read().is_empty(), shown.read().is_empty()) {
        (true, _) => State::Nothing,
        (false, true) => State::NoMatch,
        (false, false) => State::Some,
    });
    move || {
        match state.get() {
        State::Nothing => view! {
            <Empty title="No integrations yet" text="An integration connects Jira with a Git host and tracks its repositories.">
                <a class="btn" href=Route::ChooseType.to_string()>"Add the first integration"</a>
            </Empty>
        }
        .into_any(),
        State::NoMatch => view! {
            <Empty title="No integration matches" text="None has all that you search and filter for.">
                <button type="button" on:click=click(move || set.run(query.get_untracked().cleared()))>"Show all integrations"</button>
            </Empty>
        }
        .into_any(),
        State::Some => view! { <IntegrationsTable shown query set context /> }.into_any(),
    }
    }
}
