//! The groups of a server as a tree: those that are in no other one, each with a button that shows those in it.

use super::about_home::home_route;
use super::unfolded;
use crate::api::gitlab::groups_in;
use crate::api::{Error, Loaded};
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::click;
use crate::route::navigation;
use crate::sentences;
use crate::session::{ErrorNotice, Session};
use crate::ui::{BusyButton, Empty, Skeleton, Tag, Tone, fresh_id, oddities};
use leptos::prelude::*;
use patchbay_model::Odd;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};

/// The id of the heading.
const HEADING: &str = "groups-tree";

/// The groups that are in no other one, with those in them on request.
#[component]
pub fn Tree(
    /// The server.
    session: Session,
) -> impl IntoView {
    view! {
        <section class="found" aria-labelledby=HEADING>
            <h2 id=HEADING>{sentences::YOUR_GROUPS}</h2>
            <div class="panel tree">{branches(session, None)}</div>
        </section>
    }
}

/// The groups directly in `parent`, as many as were asked for; without one those that are in no other group.
pub fn branches(session: Session, parent: Option<&Home>) -> AnyView {
    let branch = Branch::new(session, parent.map(|parent| parent.id));
    let name = parent.map_or_else(|| "Groups".to_owned(), |parent| format!("Groups in {}", parent.name));
    let is_top = parent.is_none();
    let navigation = navigation();
    effect(move || {
        if branch.page.is_read() {
            navigation.come_back();
        }
    });
    let body = move || match (branch.page.is_read(), branch.page.error().is_some()) {
        (true, _) if branch.shown.read().is_empty() && branch.odd.read().is_empty() => none(is_top),
        (true, _) => branch.list(name.clone()),
        (false, true) => ().into_any(),
        (false, false) => view! { <Skeleton rows=3 /> }.into_any(),
    };
    let error_notice = move || {
        branch.page.error().map(|error| {
            let on_retry = Callback::new(move |()| branch.page.reload());
            view! { <ErrorNotice error on_retry again=branch.page.again() /> }
        })
    };
    view! {
        {move || error_notice()}
        {move || body()}
    }
    .into_any()
}

fn none(is_top: bool) -> AnyView {
    if is_top {
        let text =
            "You are not a member of a group here. To open another one, type its full path or number above.";
        view! { <Empty title="No groups yet" text /> }.into_any()
    } else {
        view! { <p class="sub">"No subgroups that you may see"</p> }.into_any()
    }
}

/// Groups that are in the same one, as far as they were read; copies are the same.
#[derive(Clone, Copy)]
struct Branch {
    session: Session,
    parent: Option<u64>,
    /// Those of all pages that were read.
    shown: RwSignal<Vec<Home>>,
    /// Entries that could not be read.
    odd: RwSignal<Vec<Odd>>,
    /// The last page that was read, and whether there is another.
    page: Loaded<(u32, bool)>,
}

impl Branch {
    fn new(session: Session, parent: Option<u64>) -> Self {
        let (shown, odd) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let branch = Self { session, parent, shown, odd, page: Loaded::new() };
        branch.read(1, unfolded::pages(&session.server.place(), parent));
        branch
    }

    /// Reads these pages.
    fn read(self, first: u32, last: u32) {
        self.page.load(move || async move {
            let mut page = first;
            loop {
                let has_next = self.read_page(page, first > 1).await?;
                if page >= last || !has_next {
                    unfolded::set_pages(&self.session.server.place(), self.parent, page);
                    return Ok((page, has_next));
                }
                page += 1;
            }
        });
    }

    /// Gives whether there is another one. `is_asked`: a person waits for more, and is told how many came.
    async fn read_page(self, page: u32, is_asked: bool) -> Result<bool, Error> {
        let found = groups_in(self.session.server, self.parent, page).await?;
        self.odd.try_update(|odd| odd.extend(found.odd));
        self.shown.try_update(|shown: &mut Vec<Home>| {
            // A group that was made meanwhile moves others to the next page.
            let new = found.homes.into_iter().filter(|new| shown.iter().all(|one| one.id != new.id));
            let new: Vec<Home> = new.collect();
            if is_asked {
                announce(format!("{} more", count_of(new.len(), "group", "groups")));
            }
            shown.extend(new);
        });
        Ok(found.has_next)
    }

    fn list(self, name: String) -> AnyView {
        let has_next = move || self.page.with(|page| page.is_some_and(|(_, has_next)| *has_next));
        let more = Callback::new(move |()| {
            let next = self.page.get_untracked().map_or(1, |(page, _)| page + 1);
            self.read(next, next);
        });
        view! {
            {move || self.odd.with(|odd| oddities("GitLab", odd, &[]))}
            <ul aria-label=name>
                <For each=move || self.shown.get() key=|home| home.id children=move |home| self.line(home) />
            </ul>
            <Show when=has_next>
                <p class="more">
                    <BusyButton
                        label="Show more groups"
                        busy_label="Reading…"
                        busy=self.page.loading()
                        on_click=more
                    />
                </p>
            </Show>
        }
        .into_any()
    }

    fn line(self, home: Home) -> AnyView {
        let (group, place) = (home.id, self.session.server.place());
        let (open, id) = (RwSignal::new(unfolded::is_open(&place, group)), fresh_id("groups"));
        let turn = move || {
            open.update(|open| *open = !*open);
            unfolded::set_open(&place, group, open.get_untracked());
        };
        let label = format!("Subgroups of {}", home.name);
        let href = home_route(self.session, Level::Group, home.id);
        let (name, path) = (short(&home.name, NAME), short(&home.path, NAME));
        let archived = home.archived.then(|| view! { <Tag tone=Tone::Plain text="archived" /> });
        let (session, controls) = (self.session, id.clone());
        view! {
            <li>
                <div class="twig">
                    <button
                        type="button"
                        class="quiet"
                        aria-label=label
                        aria-expanded=move || if open.get() { "true" } else { "false" }
                        aria-controls=move || open.get().then(|| controls.clone())
                        on:click=click(turn)
                    >
                        <span aria-hidden="true">{move || if open.get() { "▾" } else { "▸" }}</span>
                    </button>
                    <span class="two">
                        <a href=href>{name}</a>
                        <small>{path}</small>
                    </span>
                    {archived}
                </div>
                <div id=id>{move || open.get().then(|| branches(session, Some(&home)))}</div>
            </li>
        }
        .into_any()
    }
}
