//! The search for a project, with those that were opened last.

use super::projects_direct::{Direct, direct};
use super::projects_found::ProjectsFound;
use super::projects_search::{ProjectSearch, Wanted, summary};
use super::recents::{self, Recent, recents};
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::route::navigation;
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::session::{Session, Sessions, TroubleNotice, sessions};
use crate::ui::PageTitle;
use crate::ui::el::{El, button, el, when};
use crate::ui::{SearchBox, Skeleton};
use leptos::prelude::*;

/// The id of the search field.
pub const SEARCH: &str = "search-projects";

/// Projects of one GitLab.
#[component]
pub fn ProjectsPage(
    /// The server.
    session: Session,
) -> impl IntoView {
    let (navigation, sessions) = (navigation(), sessions());
    let wanted = Memo::new(move |last: Option<&Wanted>| match navigation.route() {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Projects { search, page } })
            if sessions.gitlab_at(&server) == Some(session) =>
        {
            let words = match mean(session, sessions, &search) {
                Some(Direct::Project { id, .. }) => id,
                Some(Direct::Unlisted(_)) | None => search.clone(),
            };
            Wanted { server, search, words, page }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    let search = ProjectSearch::follow(session, wanted);
    let set_search = Callback::new(move |search: String| {
        navigation.amend(wanted.read_untracked().route(search, 1));
    });
    let tally = move || match (search.loading(), search.found.get()) {
        (true, Some(_)) => "Searching…".to_owned(),
        (false, Some((wanted, found))) if search.found.error().is_none() => summary(&wanted, &found),
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
    let meant = memo(move || mean(session, sessions, &wanted.read().search));
    let seek = el("div").class("seek").child(tools).child(
        el("div")
            .attr("aria-live", "polite")
            .live_children(move || meant.get().into_iter().map(shortcut).collect()),
    );
    let idle = memo(move || wanted.read().search.is_empty());
    let trouble = move || {
        search.found.error().map(|error| {
            let on_retry = Callback::new(move |()| search.retry());
            view! { <TroubleNotice error on_retry /> }
        })
    };
    // What an older question found is no answer to one that failed.
    let state = memo(move || (search.found.error().is_some(), search.found.is_read()));
    let body = move || match state.get() {
        (true, _) => ().into_any(),
        (false, true) => view! { <ProjectsFound session search /> }.into_any(),
        (false, false) => view! { <Skeleton rows=10 /> }.into_any(),
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title="GitLab projects" />
                <p class="sub">{session.server.place()}</p>
            </div>
        </div>
        {seek}
        {move || trouble()}
        {move || idle.get().then(|| view! { <Recents session /> })}
        {move || body()}
    }
}

/// What is meant without a search, on this server or another.
fn mean(session: Session, sessions: Sessions, search: &str) -> Option<Direct> {
    let places: Vec<String> = sessions.gitlab.iter().map(|session| session.server.place()).collect();
    direct(search, &session.server.place(), &places)
}

/// The address of a project on this server.
pub fn project_route(session: Session, id: impl ToString) -> String {
    Route::GitLab(GitLabRoute::project(session.server.place(), id.to_string())).to_string()
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
fn Recents(session: Session) -> impl IntoView {
    let place = session.server.place();
    let all = RwSignal::new(recents(&place));
    let any = derive(move || !all.read().is_empty());
    let forget = move || {
        recents::forget(&session.server.place());
        // The button goes away with what it forgets; the focus must not go with it.
        root::focus(SEARCH);
        all.set(Vec::new());
    };
    let one = move |Recent { id, path }: Recent| {
        el("li").child(el("a").class("chip").attr("href", project_route(session, id)).text(path))
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
