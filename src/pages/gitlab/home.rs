//! A project or a group: its integrations that are active, those that were set up once, and those that can be.

use super::about_groups::{is_older, older};
use super::about_home::{archived_notice, link_to_gitlab, moved_title, named};
use super::active::{ACTIVE, ActiveSection};
use super::available::AvailableSection;
use super::disable_dialog::DisableDialog;
use super::disabling::Disabling;
use super::inactive::InactiveSection;
use super::inactive_search::InactiveSearch;
use super::overview::Overview;
use super::tree::branches;
use super::way_back::table_left;
use crate::browser::effect::effect;
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::pages::fleet::scope::Scope;
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, Session, sessions};
use crate::ui::{Moment, Notice, PageTitle, RefreshButton, Skeleton, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};

/// The id of the heading of what is in a group.
const SUBGROUPS: &str = "subgroups";

/// A project or a group with its integrations.
#[component]
pub fn HomePage(
    /// The server.
    session: Session,
    /// Whether it is a project or a group.
    level: Level,
    /// Its number or full path.
    id: String,
) -> impl IntoView {
    let overview = Overview::new(session, level, id.clone());
    let search = InactiveSearch::new(overview);
    let disabling = Disabling::new(session);
    let after_disabling = Callback::new(move |slug: String| {
        overview.disabled(&slug);
        search.ask_about(&slug);
        // The button disappears, so the focus moves first.
        request_animation_frame(|| {
            if !root::focus(ACTIVE) {
                focus_title();
            }
        });
    });
    let error_notice = move || {
        overview.active.error().map(|error| {
            let on_retry = Callback::new(move |()| overview.active.reload());
            view! { <ErrorNotice error on_retry again=overview.active.again() /> }
        })
    };
    let has_error = derive(move || overview.active.error().is_some());
    let is_read = memo(move || overview.active.is_read());
    let body = move || match is_read.get() {
        true if level == Level::Group && is_older(session) => {
            older(session, overview.home.get_untracked().as_ref())
        }
        true => view! {
            <ActiveSection overview disabling />
            <InactiveSection search />
            <AvailableSection overview search />
        }
        .into_any(),
        false if has_error.get() => ().into_any(),
        false => view! { <Skeleton rows=8 /> }.into_any(),
    };
    let name = named(level, &id);
    let title = derive(move || {
        overview.home.read().as_ref().map_or_else(|| name.clone(), |home| home.full_name.clone())
    });
    let navigation = navigation();
    effect(move || {
        if is_read.get() {
            navigation.come_back();
        }
    });
    let list = GitLabRoute::search(session.server.place(), level);
    // The first GitLab of config.json need not be named.
    let is_first = level == Level::Project && sessions().gitlab_at("") == Some(session);
    let unnamed = if is_first { GitLabRoute::projects("") } else { list.clone() };
    let back_to = match level {
        Level::Project => sentences::BACK_TO_GITLAB_PROJECTS,
        Level::Group => sentences::BACK_TO_GITLAB_GROUPS,
    };
    // Drawn again only when the group is another one, so that what is open there stays open.
    let group = memo(move || overview.home.get().filter(|home| home.level == Level::Group));
    let lists = [list, unnamed].map(Route::GitLab);
    let is_list = |left: &Route| lists.iter().any(|list| list.same_page(left));
    let own = Scope::Group(id).pair();
    let table = table_left(session, is_list, &own);
    let back_to = if table.is_some() { sentences::BACK_TO_THE_TABLE } else { back_to };
    let back = table.or_else(|| navigation.as_left(lists.clone())).map(|route| route.to_string());
    view! {
        <div>
            <a href=back>{back_to}</a>
        </div>
        <Head overview title has_error />
        {move || overview.home.get().map(|home| notices(overview, home))}
        {move || error_notice()}
        {move || body()}
        {move || group.get().map(|group| in_group(session, &group))}
        <DisableDialog disabling on_disabled=after_disabling />
    }
}

#[component]
fn Head(overview: Overview, title: Signal<String>, has_error: Signal<bool>) -> impl IntoView {
    let is_known = memo(move || overview.home.read().is_some());
    let when_read = move || overview.active.read_at().map(|at_ms| view! { " · read " <Moment at_ms /> });
    view! {
        <div class="head">
            <div>
                <PageTitle title has_error />
                <p class="sub">
                    <Show when=move || is_known.get()>
                        <span>
                            {overview.home.get_untracked().map(|home| about(&home))}
                            <span>{when_read}</span>
                        </span>
                    </Show>
                </p>
            </div>
            <div class="end">
                <RefreshButton
                    busy=overview.active.loading()
                    has_failed=derive(move || overview.active.error().is_some())
                    on_click=Callback::new(move |()| overview.active.reload())
                />
            </div>
        </div>
    }
}

/// Path, number and address in a line.
fn about(home: &Home) -> impl IntoView + use<> {
    let link = link_to_gitlab(home, "").map(|link| view! { <span>" · " {link}</span> });
    view! {
        <span>
            <span class="mono">{short(&home.path, NAME)}</span>
            {format!(" · #{}", home.id)}
            {link}
        </span>
    }
}

/// The groups directly in a group, and a search for its projects.
fn in_group(session: Session, group: &Home) -> impl IntoView + use<> {
    let page = GitLabPage::Search { search: group.path.replace('/', " "), page: 1 };
    let projects = GitLabRoute { server: session.server.place(), level: Level::Project, page };
    let fleet = GitLabRoute::fleet(session.server.place(), Scope::Group(group.id.to_string()).pair());
    view! {
        <section class="part" aria-labelledby=SUBGROUPS>
            <header>
                <h2 id=SUBGROUPS>"Subgroups"</h2>
                <span class="sub">
                    <a href=Route::GitLab(projects).to_string()>"Search its projects"</a>
                    " · "
                    <a href=Route::GitLab(fleet).to_string()>{sentences::ALL_PROJECTS_OF_THIS_GROUP}</a>
                </span>
            </header>
            <div class="panel tree">{branches(session, Some(group))}</div>
        </section>
    }
}

/// What one must know of it before changing anything.
fn notices(overview: Overview, home: Home) -> impl IntoView {
    let moved = overview.moved_to().map(|home| {
        let text = format!(
            "The address names it by a number or path that it had before. Everything here is about {}, number {}.",
            short(&home.path, NAME), home.id
        );
        view! {
            <Notice tone=Tone::Info title=moved_title(&home)>
                <p>{text}</p>
            </Notice>
        }
    });
    view! {
        {moved}
        {archived_notice(&home)}
    }
}
