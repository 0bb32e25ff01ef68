//! The projects that a search found, a page of them, or why there are none.

use super::projects::{SEARCH, project_route};
use super::projects_search::{ProjectSearch, Wanted};
use crate::api::gitlab::PageOfProjects;
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::route::navigation;
use crate::session::Session;
use crate::ui::el::{El, button, el, true_or_false, unseen};
use crate::ui::{BusyButton, Empty, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;

/// The heading, which has the focus after going to another page.
const FOUND: &str = "projects-found";

/// The last answer: a table with the way to other pages.
#[component]
pub fn ProjectsFound(session: Session, search: ProjectSearch) -> impl IntoView {
    let searched =
        memo(move || search.found.with(|found| found.is_some_and(|(wanted, _)| !wanted.search.is_empty())));
    let heading = move || if searched.get() { "Projects found" } else { "Your projects" }.to_owned();
    let rows = move || match search.found.get() {
        Some((wanted, found)) if found.projects.is_empty() => none(wanted),
        Some((_, found)) => table(session, found).into_any(),
        None => ().into_any(),
    };
    let results =
        el("div").class("results").live("aria-busy", move || true_or_false(search.loading())).live_view(rows);
    el("section")
        .class("found")
        .attr("aria-labelledby", FOUND)
        .child(el("h2").attr("id", FOUND).attr("tabindex", "-1").live_text(heading))
        .child(results)
        .view(view! { <Pager search /> })
}

/// Why nothing was found, and the way on.
fn none(wanted: Wanted) -> AnyView {
    let navigation = navigation();
    let (searched, page) = (!wanted.search.is_empty(), wanted.page);
    let first = wanted.route(if page > 1 { wanted.search.clone() } else { String::new() }, 1);
    let back = move || {
        // The button goes away; the focus must not go with it.
        root::focus(SEARCH);
        navigation.go(first.clone());
    };
    if page > 1 {
        let first = button("").text("Go to the first page").on_click(back);
        let text = "There are fewer projects than this address says.";
        return view! { <Empty title=format!("There is no page {page}") text>{first}</Empty> }.into_any();
    }
    if searched {
        let clear = button("").text("Clear search").on_click(back);
        let text = "None of the projects that you are a member of has all of this in its name or path.";
        return view! { <Empty title="No project matches" text>{clear}</Empty> }.into_any();
    }
    let text = "You are a member of no project here. A project of others opens by its full path or number: type that above.";
    view! { <Empty title="No projects yet" text /> }.into_any()
}

fn table(session: Session, found: PageOfProjects) -> El {
    let head = el("tr")
        .child(el("th").attr("scope", "col").class("wide").text("Project"))
        .child(el("th").attr("scope", "col").class("hide-xs").child(unseen("State")))
        .child(el("th").attr("scope", "col").class("num hide-xs").text("Number"));
    let table = el("table")
        .child(el("caption").class("sr-only").text("Projects"))
        .child(el("thead").child(head))
        .child(el("tbody").children(found.projects.into_iter().map(|project| row(session, project))));
    el("div").class("panel").child(table)
}

fn row(session: Session, project: Project) -> El {
    let Project { id, name, path, archived, .. } = project;
    let link = el("a").attr("href", project_route(session, id)).text(name);
    let named = el("span")
        .class("two")
        .child(link)
        .child(el("small").text(path))
        // Where there is no room for its column.
        .child_if(archived.then(|| el("small").class("only-xs").text("Archived")));
    let state = el("td").class("hide-xs");
    let state = if archived { state.view(view! { <Tag tone=Tone::Plain text="archived" /> }) } else { state };
    el("tr")
        .child(el("th").attr("scope", "row").class("wide").child(named))
        .child(state)
        .child(el("td").class("num hide-xs").text(format!("#{id}")))
}

/// To the page before and after. Nothing where one page holds all.
#[component]
fn Pager(search: ProjectSearch) -> impl IntoView {
    let navigation = navigation();
    let place = memo(move || {
        let (wanted, found) = search.found.get()?;
        (wanted.page > 1 || found.has_next).then_some((wanted, found.has_next))
    });
    let some = derive(move || place.read().is_some());
    let to = move |page: fn(u32) -> u32| {
        Callback::new(move |()| {
            if let Some((wanted, _)) = place.get_untracked() {
                navigation.go(wanted.route(wanted.search.clone(), page(wanted.page)));
                root::focus(FOUND);
            }
        })
    };
    let is_first = derive(move || {
        place
            .read()
            .as_ref()
            .is_some_and(|(wanted, _)| wanted.page <= 1)
            .then(|| "This is the first page.".to_owned())
    });
    let is_last = derive(move || {
        place
            .read()
            .as_ref()
            .is_some_and(|(_, has_next)| !has_next)
            .then(|| "This is the last page.".to_owned())
    });
    let draw = move || {
        el("nav")
            .class("pager")
            .attr("aria-label", "Pages of projects")
            .view(view! {
                <BusyButton label="Previous" disabled_because=is_first on_click=to(|page| page - 1) />
            })
            .view(view! {
                <BusyButton label="Next" disabled_because=is_last on_click=to(|page| page.saturating_add(1)) />
            })
    };
    el("div").when(some, draw)
}
