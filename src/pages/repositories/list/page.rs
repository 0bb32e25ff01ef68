//! The page with the repositories of an integration.

use super::asked::{Asked, Facet};
use super::dock::{Dock, SwitchingNotice};
use super::facets::Facets;
use super::sort_by::SortBy;
use super::table::RepositoriesTable;
use super::view::View;
use crate::browser::effect::effect;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{click, derive, memo};
use crate::browser::{announcer::announce_after_pause, root};
use crate::route::JiraPage;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::session::awaited::awaited;
use crate::ui::{Empty, Moment, PageTitle, RefreshButton, SearchBox, oddities};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};

/// The id of the search field.
const SEARCH: &str = "search";

/// The repositories of the integration.
#[component]
pub fn RepositoriesPage(
    /// Its number.
    id: u64,
) -> impl IntoView {
    let view = View::new(id);
    let View { session, inventory, read, asked, shown, .. } = view;
    inventory.open();
    inventory.load_projects();
    let name = memo(move || {
        let name = inventory.row(id).map(|row| short(row.integration.name(), NAME));
        name.unwrap_or_else(|| format!("Integration {id}"))
    });
    let title = memo(move || format!("Repositories of {}", name.get()));
    // Whether the table was filtered when it was last announced: the first drawing is not.
    let mut before = None;
    effect(move || {
        let all = count_of(shown.read().len(), "repository", "repositories");
        if !read.is_read() {
            return;
        }
        let is_filtered = asked.read().is_filtered();
        match (before.replace(is_filtered), is_filtered) {
            (Some(_), true) => announce_after_pause(move || format!("{all} found")),
            (Some(true), false) => announce_after_pause(move || format!("All {all}")),
            (Some(false), false) | (None, _) => {}
        }
    });
    let is_read = memo(move || read.is_read());
    let body = move || match is_read.get() {
        false => awaited(read, 12),
        true => view! { <Body view /> }.into_any(),
    };
    let failed = move || {
        let error = read.error().filter(|_| is_read.get())?;
        let on_retry = Callback::new(move |()| read.reload());
        Some(view! { <ErrorNotice error on_retry again=read.again() /> })
    };
    view! {
        <div>
            <a href=session.link(JiraPage::Edit(id))>{move || format!("← {}", name.get())}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title has_error=derive(move || read.error().is_some()) />
                <p class="sub">{move || is_read.get().then(|| in_numbers(view))}</p>
            </div>
            <div class="end">
                <RefreshButton
                    busy=read.loading()
                    has_failed=derive(move || read.error().is_some())
                    on_click=Callback::new(move |()| read.reload())
                />
                <a class="btn" href=session.link(JiraPage::Reindex(Some(id)))>
                    "Reindex"
                </a>
            </div>
        </div>
        {failed}
        <SwitchingNotice view />
        {body}
    }
}

/// "214 repositories · 12 disabled · 3 with an error · read 40 seconds ago".
fn in_numbers(view: View) -> AnyView {
    let rows = view.rows();
    let disabled = rows.iter().filter(|row| row.brief.disabled).count();
    let (errors, all) = (view.errors(), count_of(rows.len(), "repository", "repositories"));
    let disabled = (disabled > 0).then(|| format!(" · {} disabled", numbers::count(disabled)));
    let errors = (errors > 0).then(|| {
        let href = view.narrowed(Facet::State, "ERROR");
        view! { " · " <a href=href>{format!("{} with an error", numbers::count(errors))}</a> }
    });
    let read = view.read.read_at().map(|at_ms| view! { " · read " <Moment at_ms /> });
    view! { {all} {disabled} {errors} {read} }.into_any()
}

#[component]
fn Body(view: View) -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Nothing,
        NoMatch,
        Some,
    }
    let state = memo(move || match (view.rows().is_empty(), view.shown.read().is_empty()) {
        (true, _) => State::Nothing,
        (false, true) => State::NoMatch,
        (false, false) => State::Some,
    });
    // The column of states is there only where Jira reports some.
    let has_states = memo(move || view.has_states());
    let odd = move || {
        let odd = view.read.get().map(|read| read.odd).unwrap_or_default();
        (!odd.is_empty()).then(|| oddities("Jira", &odd, &[]))
    };
    let table = move || {
        match state.get() {
        State::Nothing => view! {
            <Empty
                title="No repositories"
                text="Jira lists no repositories of this integration. It may not have scanned the host yet, the filter may exclude all of them, or your account may not see them."
            >
                <a class="btn" href=view.session.link(JiraPage::Edit(view.integration))>
                    "Go to the integration"
                </a>
            </Empty>
        }
        .into_any(),
        State::NoMatch => {
            view! {
                <Empty title="No repository matches" text="No repository matches your search and filters.">
                    <button type="button" on:click=move |_| clear(view)>
                        "Show all repositories"
                    </button>
                </Empty>
            }
            .into_any()
        }
        State::Some => {
            let class = if has_states.get() { "" } else { "without-states" };
            view! {
                <div class=class>
                    <RepositoriesTable view />
                </div>
            }
            .into_any()
        }
    }
    };
    view! {
        {odd}
        {move || (state.get() != State::Nothing).then(|| view! { <Tools view /> })}
        {table}
        <Dock view />
    }
}

#[component]
fn Tools(view: View) -> impl IntoView {
    let search = Callback::new(move |search: String| {
        view.amend(&Asked { search, ..view.asked.get_untracked() });
    });
    let is_filtered = memo(move || view.asked.read().is_filtered());
    let tally = move || match is_filtered.get() {
        true => {
            let all = numbers::count(view.rows().len());
            format!("{} of {all}", numbers::count(view.shown.read().len()))
        }
        false => String::new(),
    };
    let clear = move || {
        is_filtered.get().then(|| {
            view! {
                <button type="button" class="quiet" on:click=click(move || clear(view))>
                    {sentences::CLEAR_FILTERS}
                </button>
            }
        })
    };
    view! {
        <div class="tools" role="search" aria-label="Repositories">
            <SearchBox
                id=SEARCH
                label="Search name, address, group or branch"
                placeholder="Search name, address, group or branch"
                value=derive(move || view.asked.get().search)
                on_input=search
            />
            <Facets view />
            <SortBy view />
            {clear}
            <span class="sub tally">{tally}</span>
        </div>
    }
}

/// The button disappears with the filters, so the focus moves first.
fn clear(view: View) {
    root::focus(SEARCH);
    view.ask(&view.asked.get_untracked().cleared());
}
