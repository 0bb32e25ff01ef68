//! The bar at the top: where one is, which server this is, and who one is there.

use crate::api::{Error, Server, SignIn};
use crate::browser::root;
use crate::console::{Console, GitLab, GitLabs};
use crate::navigation::navigation;
use crate::reactive::derive;
use crate::route::{ConnectionRoute, GitLabRoute, Route};
use crate::ui::el::{El, el};
use crate::ui::{BusyButton, ThemeButton};
use leptos::prelude::*;

/// Who is signed in to Jira, as far as is known.
#[derive(Clone, PartialEq)]
pub enum Who {
    /// Not asked yet.
    Unknown,
    /// Nobody: a token is needed.
    Nobody,
    /// Somebody of this name.
    Somebody(String),
    /// Asking failed.
    Failed(Error),
}

/// Draws it. `who` is about Jira.
pub fn bar(console: Option<Console>, gitlabs: GitLabs, who: RwSignal<Who>) -> El {
    let navigation = navigation();
    let gitlab = Memo::new(move |_| match (navigation.route(), console) {
        (Route::GitLab(route), _) => gitlabs.at(&route.server),
        (_, None) => gitlabs.at(""),
        (_, Some(_)) => None,
    });
    let jira_name = move || match (who.get(), navigation.route()) {
        // A GitLab that nobody listed is no Jira either.
        (_, Route::GitLab(_)) => None,
        (Who::Somebody(name), _) => Some(name),
        (Who::Unknown | Who::Nobody | Who::Failed(_), _) => None,
    };
    let name = derive(move || gitlab.get().map_or_else(jira_name, |gitlab| gitlab.user.get()));
    let server = move || match gitlab.get() {
        Some(gitlab) => Some(gitlab.server),
        None => console.map(|console| console.jira),
    };
    let connected = move || {
        let dot = el("i").class("dot").attr("aria-hidden", "true");
        let place = move || server().map(Server::place).unwrap_or_default();
        let check = move || Some(Route::Connection(ConnectionRoute(place())).to_string().into());
        let place = el("a").live("href", check).live_text(place);
        let name = move || format!(" · {}", name.get().unwrap_or_default());
        el("span").class("who").child(dot).child(place).live_text(name)
    };
    let unsaved =
        derive(move || navigation.is_dirty().then(|| "Save or discard your changes first.".to_owned()));
    let out = Callback::new(move |()| match (gitlab.get_untracked(), console) {
        (Some(GitLab { server, user, .. }), _) => {
            server.set_token(None);
            user.set(None);
        }
        (None, Some(console)) => {
            console.jira.set_token(None);
            // The next one to sign in may be allowed to see less.
            console.inventory.forget();
            who.set(Who::Nobody);
        }
        (None, None) => {}
    });
    let sign_out = move || {
        el("span").view(view! { <BusyButton label="Sign out" disabled_because=unsaved on_click=out /> })
    };
    let somebody = derive(move || name.read().is_some());
    let with_token =
        derive(move || somebody.get() && server().is_some_and(|server| server.sign_in() == SignIn::Token));
    let end = el("div").class("end").when(somebody, connected).when(with_token, sign_out);
    // Also where the address names a GitLab that nobody listed.
    let at_gitlab = derive(move || gitlab.read().is_some() || matches!(navigation.route(), Route::GitLab(_)));
    let list = Route::list().to_string();
    let home = el("a").class("brand").attr("href", list.clone()).view(view! { <Logo /> }).text("Patchbay");
    let tab = |href: String, label: &'static str, here: Signal<bool>| {
        let here = move || here.get() && !matches!(navigation.route(), Route::Connection(_));
        el("a").attr("href", href).live("aria-current", move || here().then(|| "page".into())).text(label)
    };
    let jira_tab = console.map(|_| tab(list, "Git integrations", derive(move || !at_gitlab.get())));
    let projects = Route::GitLab(GitLabRoute::projects("")).to_string();
    let gitlab_tab = gitlabs.at("").map(|_| tab(projects, "GitLab projects", at_gitlab));
    el(root::bar_tag())
        .class("bar")
        .child(home)
        .child(el("nav").attr("aria-label", "Main").child_if(jira_tab).child_if(gitlab_tab))
        .child(end.view(view! { <ThemeButton /> }))
}

#[component]
fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <rect x="1" y="1" width="18" height="18" rx="4"></rect>
            <circle cx="6" cy="7" r="2"></circle>
            <circle cx="14" cy="13" r="2"></circle>
            <path d="M6 7c6 0 2 6 8 6"></path>
        </svg>
    }
}
