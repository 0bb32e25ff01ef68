//! The search for a project, with those that were opened last.

use super::projects_direct::{Direct, direct};
use super::projects_found::ProjectsFound;
use super::projects_search::{ProjectSearch, Wanted, summary};
use super::recents::{self, Recent, recents};
use crate::browser::root;
use crate::console::{GitLab, GitLabs, gitlabs};
use crate::navigation::navigation;
use crate::pages::page_title::PageTitle;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{derive, memo};
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::ui::el::{El, button, el, when};
use crate::ui::{SearchBox, Skeleton};
use leptos::prelude::*;

/// The id of the search field.
pub const SEARCH: &str = "search-projects";

/// Projects of one GitLab.
#[component]
pub fn ProjectsPage(
    /// The server.
    gitlab: GitLab,
) -> impl IntoView {
    let (navigation, gitlabs) = (navigation(), gitlabs());
    let wanted = Memo::new(move |last: Option<&Wanted>| match navigation.route() {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Projects { search, page } })
            if gitlabs.at(&server) == Some(gitlab) =>
        {
            let words = match mean(gitlab, gitlabs, &search) {
                Some(Direct::Project { id, .. }) => id,
                Some(Direct::Unlisted(_)) | None => search.clone(),
            };
            Wanted { server, search, words, page }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    let search = ProjectSearch::follow(gitlab, wanted);
    let set_search = Callback::new(move |search: String| {
        navigation.amend(wanted.read_untracked().route(search, 1));
    });
    let tally = move || match (search.loading.get(), search.found.read().as_ref()) {
        (true, Some(_)) => "Searching…".to_owned(),
        (false, Some((wanted, found))) if search.error.read().is_none() => summary(wanted, found),
        _ => String::new(),
    };
    let tools = el("div")
        .class("tools")
        .attr("role", "search")
        .attr("aria-label", "Projects")
        .view(view! {
            <SearchBox
                id=SEARCH
                label="Search projects by name, path, number or web address"
                placeholder="Name, path, number or web address"
                value=derive(move || wanted.get().search)
                on_input=set_search
            />
        })
        .child(el("span").class("sub tally").live_text(tally));
    let meant = memo(move || mean(gitlab, gitlabs, &wanted.read().search));
    let seek = el("div").class("seek").child(tools).child(
        el("div")
            .attr("aria-live", "polite")
            .live_children(move || meant.get().into_iter().map(shortcut).collect()),
    );
    let idle = memo(move || wanted.read().search.is_empty());
    let trouble = move || {
        search.error.get().map(|error| {
            let on_retry = Callback::new(move |()| search.retry());
            view! { <TroubleNotice error on_retry /> }
        })
    };
    // What an older question found is no answer to one that failed.
    let state = memo(move || (search.error.read().is_some(), search.found.read().is_some()));
    let body = move || match state.get() {
        (true, _) => ().into_any(),
        (false, true) => view! { <ProjectsFound gitlab search /> }.into_any(),
        (false, false) => view! { <Skeleton rows=10 /> }.into_any(),
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title="GitLab projects" />
                <p class="sub">{gitlab.server.place()}</p>
            </div>
        </div>
        {seek}
        {move || trouble()}
        {move || idle.get().then(|| view! { <Recents gitlab /> })}
        {move || body()}
    }
}

/// What is meant without a search, on this server or another.
fn mean(gitlab: GitLab, gitlabs: GitLabs, search: &str) -> Option<Direct> {
    let places: Vec<String> = gitlabs.all().iter().map(|gitlab| gitlab.server.place()).collect();
    direct(search, &gitlab.server.place(), &places)
}

/// The address of a project on this server.
pub fn project_route(gitlab: GitLab, id: impl ToString) -> String {
    Route::GitLab(GitLabRoute::project(gitlab.server.place(), id.to_string())).to_string()
}

/// A link to what is meant without a search.
fn shortcut(meant: Direct) -> El {
    match meant {
        Direct::Project { place, id } => {
            let name = if id.contains('/') { id.clone() } else { format!("project {id}") };
            let href = Route::GitLab(GitLabRoute::project(place.clone(), id)).to_string();
            let link = el("a").attr("href", href).text("Open ").child(el("b").text(name));
            el("p").class("panel shortcut").child(link).child(el("span").class("sub").text(format!(" on {place}")))
        }
        Direct::Unlisted(host) => el("p").class("panel shortcut").text(format!(
            "This is an address on {host}, which the file config.json beside this page does not list as a GitLab server."
        )),
    }
}

/// What was opened last, and a way to have that forgotten.
#[component]
fn Recents(gitlab: GitLab) -> impl IntoView {
    let place = gitlab.server.place();
    let all = RwSignal::new(recents(&place));
    let any = derive(move || !all.read().is_empty());
    let forget = move || {
        recents::forget(&gitlab.server.place());
        // The button goes away with what it forgets; the focus must not go with it.
        root::focus(SEARCH);
        all.set(Vec::new());
    };
    let one = move |Recent { id, path }: Recent| {
        el("li").child(el("a").class("chip").attr("href", project_route(gitlab, id)).text(path))
    };
    let draw = move || {
        el("section")
            .class("recents")
            .attr("aria-label", "Recent projects")
            .child(el("h2").text("Recent projects"))
            .child(el("ul").children(all.get_untracked().into_iter().map(one)))
            .child(button("quiet").text("Forget recent projects").on_click(forget))
    };
    when(any, draw)
}
