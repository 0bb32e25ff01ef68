//! Navigation between pages, with a question first when a form has unsaved changes.

use super::address::Route;
use super::gitlab::GitLabRoute;
use super::jira::{JiraPage, JiraRoute};
use super::left::Left;
use crate::browser::{page, place};
use leptos::prelude::*;
use patchbay_model::text::pasted::without_credentials;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::History;

/// What would be lost by leaving a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guard {
    /// Nothing.
    #[default]
    Clear,
    /// Changes that are not saved.
    Unsaved,
    /// Nothing, but a change is under way: the next page shows its result.
    UnderWay,
}

/// How an address gets into the history: as another step, or in place of the last.
type Put = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

/// The current page, and the way to others; copies are the same.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    /// The place of the first Jira, which addresses need not name; without any the first page is GitLab's.
    first_jira: StoredValue<Option<String>>,
    /// The Jira of which a page was opened last, as addresses call it.
    last_jira: RwSignal<String>,
    /// What the page that is open would lose.
    guard: RwSignal<Option<Signal<Guard>>>,
    /// The page to go to, while the question is open.
    pending: RwSignal<Option<Route>>,
    /// The pages as they were left.
    left: Left,
    /// The page that was left last.
    pub(super) came_from: RwSignal<Option<Route>>,
    /// What of the page is shown, where it has a choice; empty for what is shown at first.
    view: RwSignal<String>,
    /// The address that the browser still has although the page follows another one; see [`Self::amend_soon`].
    behind: StoredValue<Option<String>>,
}

impl Navigation {
    /// Begins at the address the browser has and follows it from then on.
    pub fn start(first_jira: Option<String>) -> Self {
        let route = named(first_jira.as_deref());
        let navigation = Self {
            last_jira: RwSignal::new(route.jira().unwrap_or_default().to_owned()),
            route: RwSignal::new(route),
            first_jira: StoredValue::new(first_jira),
            guard: RwSignal::new(None),
            pending: RwSignal::new(None),
            left: Left::new(),
            came_from: RwSignal::new(None),
            view: RwSignal::new(viewed()),
            behind: StoredValue::new(None),
        };
        // Otherwise the browser scrolls on its own before anybody could look where the list was left.
        page::restore_scroll_by_hand();
        let listener = window_event_listener_untyped("hashchange", move |_| navigation.follow());
        let ends = window_event_listener_untyped("pagehide", move |_| {
            navigation.left.keep(navigation.route.get_untracked())
        });
        on_cleanup(move || {
            listener.remove();
            ends.remove();
        });
        navigation
    }

    /// The current page.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The Jira of which a page was opened last, as addresses call it; the first one until then. Followed.
    pub fn last_jira(self) -> String {
        self.last_jira.get()
    }

    /// What would be lost by leaving; followed.
    pub fn guarded(self) -> Guard {
        self.guard.get().and_then(|guard| guard.try_get()).unwrap_or_default()
    }

    /// Whether this page is open.
    pub fn is_at(self, route: &Route) -> bool {
        *self.route.read_untracked() == *route
    }

    /// Goes to another page, as a link would; within a group of changes of the same page, without another step in the
    /// history.
    pub fn go(self, route: Route) {
        if page::is_grouped() && self.route.read_untracked().same_page(&route) {
            return self.amend(route);
        }
        self.catch_up();
        let _ = window().location().set_hash(&route.to_string());
    }

    /// Changes what the address says of the same page, without a step in the history.
    pub fn amend(self, route: Route) {
        // Some browsers refuse when this happens too often; the page itself follows all the same.
        let _ = self.write(History::replace_state_with_url, &route);
        self.route.set(route);
    }

    /// The same for what is typed: the page follows at once, and the address when that is painted. Browsers take as long to
    /// change an address as to draw some rows.
    pub fn amend_soon(self, route: Route) {
        self.route.set(route);
        if self.behind.with_value(Option::is_none) {
            self.behind.set_value(Some(hash()));
            // After the frame that shows it.
            request_animation_frame(move || set_timeout(move || self.catch_up(), Duration::ZERO));
        }
    }

    /// Has the address follow the page, unless somebody has gone elsewhere meanwhile.
    fn catch_up(self) {
        let behind = self.behind.try_update_value(Option::take).flatten();
        if behind.is_some_and(|behind| behind == hash()) {
            let _ = self.write(History::replace_state_with_url, &self.route.get_untracked());
        }
    }

    /// What of the page is shown, such as one of its tabs; empty for what is shown at first.
    pub fn view(self) -> RwSignal<String> {
        self.view
    }

    /// Says in the address what of the page is shown, without a step in the history.
    pub fn show(self, view: &str) {
        if *self.view.read_untracked() != view {
            self.view.set(view.to_owned());
            let _ = self.write(History::replace_state_with_url, &self.route.get_untracked());
        }
    }

    /// Asks before another page is opened, for as long as there is something to lose and the caller's owner lives.
    pub fn guard(self, guard: Signal<Guard>) {
        self.guard.set(Some(guard));
        on_cleanup(move || {
            self.guard.try_set(None);
        });
    }

    /// The page to go to, while the question is open.
    pub fn pending(self) -> RwSignal<Option<Route>> {
        self.pending
    }

    /// Goes there, and discards the changes.
    pub fn leave(self) {
        if let Some(route) = self.pending.get_untracked() {
            self.pending.set(None);
            self.guard.set(None);
            self.go(route);
        }
    }

    /// Goes to another page without the question, because the form is saved.
    pub fn go_on(self, route: Route) {
        self.guard.set(None);
        self.pending.set(None);
        self.go(route);
    }

    /// Puts this address into the history.
    fn write(self, put: Put, route: &Route) -> Result<(), JsValue> {
        let view = self.view.read_untracked();
        let view = if view.is_empty() { String::new() } else { format!("?view={view}") };
        put(&window().history()?, &JsValue::NULL, "", Some(&format!("{route}{view}")))
    }

    fn follow(self) {
        if is_elsewhere() {
            return;
        }
        let view = viewed();
        let (here, there) =
            (self.route.get_untracked(), self.first_jira.with_value(|first| named(first.as_deref())));
        if here == there {
            return self.view.set(view);
        }
        let guarded = untrack(|| self.guarded());
        if guarded != Guard::Clear && !here.same_page(&there) {
            // The browser is there already: step back in, then ask.
            let _ = self.write(History::push_state_with_url, &here);
            self.pending.set(Some(there));
            return;
        }
        let same_page = here.same_page(&there);
        if !same_page {
            self.came_from.set(Some(here.clone()));
            self.left.leave(here);
            page::set_underway();
            place::leave();
        }
        if let Some(jira) = there.jira() {
            self.last_jira.set(jira.to_owned());
        }
        self.view.set(view);
        self.route.set(there);
        if !same_page {
            page::scroll_to_top();
        }
    }

    /// The page that lists something as it was left last, with its search and filters; of several addresses of the same
    /// page, the one that was left later. The first of them if none was ever left.
    pub fn as_left<const N: usize>(self, lists: [Route; N]) -> Option<Route> {
        let left = self.left_last(|left| lists.iter().any(|list| list.same_page(left)));
        left.or_else(|| lists.into_iter().next())
    }

    /// Of the pages that are meant, the one that was left last, as it was left.
    pub fn left_last(self, is_meant: impl Fn(&Route) -> bool) -> Option<Route> {
        self.left.last(is_meant)
    }

    /// The page that was left for the one that is being drawn; only the first who asks is told.
    pub fn take_came_from(self) -> Option<Route> {
        self.came_from.try_update(Option::take).flatten()
    }

    /// Scrolls the page to where it was left, if it was left with the same search and filters. Called when what it lists is
    /// in the page.
    pub fn restore_scroll(self) {
        self.left.restore(&self.route.read_untracked());
    }
}

/// The way from the page that is being drawn to others.
pub fn navigation() -> Navigation {
    expect_context()
}

/// The page that the address names behind its `#`; the first one where that is a place in the page around the app.
fn named(first_jira: Option<&str>) -> Route {
    let hash = if is_elsewhere() { String::new() } else { hash() };
    let route = Route::parse(&hash);
    if without_credentials(&hash).is_some() {
        let url = route.to_string();
        let _ = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&url)));
    }
    match route {
        Route::Jira(JiraRoute { server, page }) => match (first_jira, page) {
            (None, JiraPage::List(_)) if server.is_empty() => Route::GitLab(GitLabRoute::projects("")),
            // One page has one address here, or a change in the address would be another page.
            (Some(first), page) if server == first => Route::Jira(JiraRoute { server: String::new(), page }),
            (_, page) => Route::Jira(JiraRoute { server, page }),
        },
        route => route,
    }
}

/// Whether the address names a place in Jira's page around the app, such as its main content. Ours begin with a slash.
fn is_elsewhere() -> bool {
    let hash = hash();
    !hash.is_empty() && !hash.starts_with("#/")
}

/// The address from its `#` on.
fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// What the address says of what is shown of the page.
fn viewed() -> String {
    hash().rsplit_once("?view=").map(|(_, view)| view.to_owned()).unwrap_or_default()
}
