//! The bar at the top: where one is, which server this is with a menu of the others, and who one is there.

use crate::api::{Server, SignIn};
use crate::browser::root;
use crate::console::{Console, GitLab, GitLabs, Jiras, Who};
use crate::navigation::navigation;
use crate::reactive::{derive, memo};
use crate::route::{ConnectionRoute, GitLabRoute, JiraPage, Route};
use crate::ui::el::{El, el, unseen};
use crate::ui::{Menu, MenuItem, ThemeButton};
use leptos::prelude::*;

/// Draws it.
pub fn bar(jiras: Jiras, gitlabs: GitLabs) -> El {
    let navigation = navigation();
    let jira = move || jiras.looked_at(navigation);
    let gitlab = Memo::new(move |_| match (navigation.route(), jira()) {
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
        (None, Route::Jira(route)) => jiras.at(&route.server).map(|console| console.jira),
        (None, Route::Connection(_) | Route::Unknown(_)) => jira().map(|console| console.jira),
    });
    let name = derive(move || match (gitlab.get(), jira().map(|console| console.who.get())) {
        (Some(gitlab), _) => gitlab.user.get(),
        (None, Some(Who::Somebody(name))) => Some(name),
        (None, Some(Who::Unknown | Who::Nobody | Who::Failed(_)) | None) => None,
    });
    let sign_out = Callback::new(move |()| match (gitlab.get_untracked(), untrack(jira)) {
        (Some(GitLab { server, user, .. }), _) => {
            server.set_token(None);
            user.set(None);
        }
        (None, Some(console)) => {
            console.jira.set_token(None);
            // The next one to sign in may be allowed to see less.
            console.inventory.forget();
            console.who.set(Who::Nobody);
        }
        (None, None) => {}
    });
    let items = derive(move || {
        let Some(server) = server.get() else { return Vec::new() };
        let list = |console: &Console| (console.jira, console.route(JiraPage::list()));
        let projects =
            |GitLab { server, .. }: &GitLab| (*server, Route::GitLab(GitLabRoute::projects(server.place())));
        let all = jiras.all().iter().map(list).chain(gitlabs.all().iter().map(projects));
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
            // On a phone it is cut off.
            .live("title", move || Some(place().into()))
            .child(unseen("Server: "))
            .when(derive(move || name.read().is_some()), dot)
            .child(el("span").live_text(place))
    };
    let servers = move || view! { <Menu label="Server" face=face() items /> };
    let known = memo(move || server.read().is_some());
    let end = el("div").class("end").live_view(move || known.get().then(servers).into_any());
    // Also where the address names a GitLab that nobody listed.
    let at_gitlab = derive(move || gitlab.read().is_some() || matches!(navigation.route(), Route::GitLab(_)));
    let list = move || {
        let list = jira().map_or_else(Route::list, |console| console.route(JiraPage::list()));
        Some(list.to_string().into())
    };
    let home = el("a").class("brand").live("href", list).view(view! { <Logo /> }).text("Patchbay");
    let tab = |label: &'static str, here: Signal<bool>| {
        let here = move || here.get() && !matches!(navigation.route(), Route::Connection(_));
        el("a").live("aria-current", move || here().then(|| "page".into())).text(label)
    };
    let at_jira = derive(move || !at_gitlab.get());
    let jira_tab = jiras.at("").map(|_| tab("Git integrations", at_jira).live("href", list));
    let projects = Route::GitLab(GitLabRoute::projects("")).to_string();
    let gitlab_tab = gitlabs.at("").map(|_| tab("GitLab projects", at_gitlab).attr("href", projects));
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
