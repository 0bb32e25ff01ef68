//! The bar at the top: where one is, which server this is with a menu of the others, and who one is there.

use crate::api::{Error, Server, SignIn};
use crate::browser::root;
use crate::console::{Console, GitLab, GitLabs};
use crate::navigation::navigation;
use crate::reactive::{derive, memo};
use crate::route::{ConnectionRoute, GitLabRoute, Route};
use crate::ui::el::{El, el};
use crate::ui::{Menu, MenuItem, ThemeButton};
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
        (Route::Connection(ConnectionRoute(place)), Some(Console { jira, .. }))
            if !place.is_empty() && place != jira.place() =>
        {
            gitlabs.at(&place)
        }
        (_, None) => gitlabs.at(""),
        (_, Some(_)) => None,
    });
    let server = derive(move || match (gitlab.get(), navigation.route()) {
        (Some(gitlab), _) => Some(gitlab.server),
        // A GitLab that nobody listed is no Jira either.
        (None, Route::GitLab(_)) => None,
        (None, _) => console.map(|console| console.jira),
    });
    let name = derive(move || match (gitlab.get(), who.get()) {
        (Some(gitlab), _) => gitlab.user.get(),
        (None, Who::Somebody(name)) => Some(name),
        (None, Who::Unknown | Who::Nobody | Who::Failed(_)) => None,
    });
    let sign_out = Callback::new(move |()| match (gitlab.get_untracked(), console) {
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
    let items = derive(move || {
        let Some(server) = server.get() else { return Vec::new() };
        let jira = console.into_iter().map(|console| (console.jira, Route::list()));
        let projects = |gitlab: GitLab| Route::GitLab(GitLabRoute::projects(gitlab.server.place()));
        let all = jira.chain(gitlabs.all().into_iter().map(|gitlab| (gitlab.server, projects(gitlab))));
        let mut items: Vec<MenuItem> = all
            .map(|(other, first)| MenuItem {
                label: format!("{} on {}", other.vendor().name(), other.place()),
                href: Some(first.to_string()),
                checked: Some(other == server),
                ..MenuItem::default()
            })
            .collect();
        // One is no choice.
        if items.len() == 1 {
            items.clear();
        }
        let check = Route::Connection(ConnectionRoute(server.place())).to_string();
        items.push(MenuItem {
            label: "Check the connection".to_owned(),
            href: Some(check),
            ..MenuItem::default()
        });
        if server.sign_in() == SignIn::Token && name.read().is_some() {
            let unsaved = navigation.is_dirty().then(|| "Save or discard your changes first.".to_owned());
            items.push(MenuItem {
                label: "Sign out".to_owned(),
                on_select: Some(sign_out),
                disabled_because: unsaved,
                ..MenuItem::default()
            });
        }
        items
    });
    let place = move || {
        let name = name.get().map(|name| format!(" · {name}")).unwrap_or_default();
        server.get().map(Server::place).unwrap_or_default() + &name
    };
    let dot = move || el("i").class("dot").attr("aria-hidden", "true");
    let face = move || {
        el("span")
            .class("who")
            .when(derive(move || name.read().is_some()), dot)
            .child(el("span").live_text(place))
    };
    let servers = move || view! { <Menu label="Server" face=face() items /> };
    let known = memo(move || server.read().is_some());
    let end = el("div").class("end").live_view(move || known.get().then(servers).into_any());
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
