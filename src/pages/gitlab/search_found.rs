//! The projects or groups that a search found, a page of them, or why there are none.

use super::about_home::home_route;
use super::search_asking::{HomeQuery, HomeSearch, SEARCH};
use crate::api::gitlab::PageOfHomes;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, Empty, Tag, Tone, oddities};
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};
use patchbay_model::twins;

/// The heading, which has the focus after going to another page.
const FOUND: &str = "homes-found";

/// The last answer: a table with the way to other pages.
#[component]
pub fn Found(
    /// The server.
    session: Session,
    /// What was asked and answered.
    search: HomeSearch,
    /// What was searched for.
    level: Level,
) -> impl IntoView {
    let found_title = match level {
        Level::Project => "Projects found",
        Level::Group => "Groups found",
    };
    let searched =
        memo(move || search.found.with(|found| found.is_some_and(|(query, _)| !query.search.is_empty())));
    let results = move || match search.found.get() {
        // Those that could not be read may match.
        Some((_, found)) if found.homes.is_empty() && !found.odd.is_empty() => ().into_any(),
        Some((query, found)) if found.homes.is_empty() => none(query),
        Some((_, found)) => view! { <Table session level found /> }.into_any(),
        None => ().into_any(),
    };
    let odd = move || {
        let of = |found: Option<&(HomeQuery, PageOfHomes)>| {
            let (_, PageOfHomes { homes, odd, .. }) = found?;
            let twins: Vec<String> = twins(homes.iter().map(|home| home.id))
                .into_iter()
                .zip(homes)
                .filter(|((nth, of), _)| *nth == 0 && *of > 1)
                .map(|(_, home)| format!("#{}", home.id))
                .collect();
            Some(oddities("GitLab", odd, &twins))
        };
        search.found.with(of)
    };
    view! {
        <section class="found" aria-labelledby=FOUND>
            <h2 id=FOUND tabindex="-1">
                {move || if searched.get() { found_title } else { sentences::YOUR_PROJECTS }}
            </h2>
            {odd}
            <div class="results" aria-busy=move || if search.loading() { "true" } else { "false" }>
                {results}
            </div>
            <Pager search />
        </section>
    }
}

/// Why nothing was found, and the way on.
fn none(query: HomeQuery) -> AnyView {
    let navigation = navigation();
    let (searched, page) = (!query.search.is_empty(), query.page);
    let first = query.route(if page > 1 { query.search.clone() } else { String::new() }, 1);
    let back = move || {
        // The button disappears, so the focus moves first.
        root::focus(SEARCH);
        navigation.go(first.clone());
    };
    let next = |label: &'static str| {
        view! {
            <button type="button" on:click=click(back)>
                {label}
            </button>
        }
    };
    if page > 1 {
        let title = format!("There is no page {page}");
        let text = format!("There are fewer {}s than this address says.", query.level.noun());
        return view! { <Empty title text>{next("Go to the first page")}</Empty> }.into_any();
    }
    if searched {
        let title = match query.level {
            Level::Project => sentences::NO_PROJECT_MATCHES,
            Level::Group => sentences::NO_GROUP_MATCHES,
        };
        let text = format!("None of your {}s has all of this in its name or path.", query.level.noun());
        return view! { <Empty title text>{next(sentences::CLEAR_SEARCH)}</Empty> }.into_any();
    }
    let text = "You are not a member of any project here. To open another project, type its full path or number above.";
    view! { <Empty title=sentences::NO_PROJECTS_YET text /> }.into_any()
}

#[component]
fn Table(session: Session, level: Level, found: PageOfHomes) -> impl IntoView {
    let navigation = navigation();
    navigation.restore_scroll();
    // The one whose page was left for this list.
    if let Some(Route::GitLab(GitLabRoute { server, level: left, page: GitLabPage::Home { id, .. } })) =
        navigation.take_came_from()
        && left == level
    {
        navigation.focus_row(Route::GitLab(GitLabRoute::home(server, level, id)));
    }
    let (all, one) = match level {
        Level::Project => ("Projects", "Project"),
        Level::Group => ("Groups", "Group"),
    };
    view! {
        <div class="panel">
            <table>
                <caption class="sr-only">{all}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="wide">
                            {one}
                        </th>
                        <th scope="col" class="hide-xs">
                            <span class="sr-only">"State"</span>
                        </th>
                        <th scope="col" class="num hide-xs">
                            "Number"
                        </th>
                    </tr>
                </thead>
                <tbody>{found.homes.into_iter().map(|home| row(session, home)).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(session: Session, home: Home) -> impl IntoView {
    let Home { level, id, name, path, archived, .. } = home;
    view! {
        <tr>
            <th scope="row" class="wide">
                <span class="two">
                    <a href=home_route(session, level, id)>{short(&name, NAME)}</a>
                    <small>{short(&path, NAME)}</small>
                    // Where there is no room for columns.
                    <small class="only-xs">{format!("#{id}{}", if archived { " · Archived" } else { "" })}</small>
                </span>
            </th>
            <td class="hide-xs">{archived.then(|| view! { <Tag tone=Tone::Plain text="archived" /> })}</td>
            <td class="num hide-xs">{format!("#{id}")}</td>
        </tr>
    }
}

/// To the page before and after. Nothing if there is only one page.
#[component]
fn Pager(search: HomeSearch) -> impl IntoView {
    let navigation = navigation();
    let place = memo(move || {
        let (query, found) = search.found.get()?;
        (query.page > 1 || found.has_next).then_some((query, found.has_next))
    });
    let to = move |page: fn(u32) -> u32| {
        Callback::new(move |()| {
            if let Some((query, _)) = place.get_untracked() {
                navigation.go(query.route(query.search.clone(), page(query.page)));
                root::focus(FOUND);
            }
        })
    };
    let is_first = derive(move || {
        let is_first = place.read().as_ref().is_some_and(|(query, _)| query.page <= 1);
        is_first.then(|| "This is the first page.".to_owned())
    });
    let is_last = derive(move || {
        let is_last = place.read().as_ref().is_some_and(|(_, has_next)| !has_next);
        is_last.then(|| "This is the last page.".to_owned())
    });
    view! {
        <div>
            <Show when=move || place.read().is_some()>
                <nav class="pager" aria-label="Pages of what was found">
                    <BusyButton label="Previous" disabled_because=is_first on_click=to(|page| page - 1) />
                    <BusyButton
                        label="Next"
                        disabled_because=is_last
                        on_click=to(|page| page.saturating_add(1))
                    />
                </nav>
            </Show>
        </div>
    }
}
