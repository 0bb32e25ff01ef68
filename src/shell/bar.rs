//! The bar at the top: the current page, a menu with this server and the others, and who is signed in.
//!
//! Made with `el`: this saves 3,205 bytes (brotli) of the first visit, measured against the same with `view!`.

use crate::api::{Server, SignIn};
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::route::{ConnectionRoute, GitLabRoute, Guard, JiraPage, JiraRoute, PlanPage, Route, navigation};
use crate::sentences;
use crate::session::{Session, Sessions};
use crate::store::Inventories;
use crate::ui::el::{El, el, unseen};
use crate::ui::{Menu, MenuItem, ThemeButton, skip_link};
use leptos::prelude::*;

/// Draws it.
pub fn bar(sessions: Sessions, inventories: Inventories, shortcuts: RwSignal<bool>) -> El {
    let navigation = navigation();
    let jira = move || sessions.looked_at(navigation);
    let gitlab = Memo::new(move |_| match (navigation.route(), jira()) {
        (Route::GitLab(route), _) => sessions.gitlab_at(&route.server),
        (Route::Connection(ConnectionRoute(place)), Some(session))
            if !place.is_empty() && place != session.server.place() =>
        {
            sessions.gitlab_at(&place)
        }
        (_, None) => sessions.gitlab_at(""),
        (_, Some(_)) => None,
    });
    let server = derive(move || match (gitlab.get(), navigation.route()) {
        (Some(gitlab), _) => Some(gitlab.server),
        // A GitLab that config.json does not list is not a Jira.
        (None, Route::GitLab(_)) => None,
        (None, Route::Jira(route)) => sessions.jira_at(&route.server).map(|session| session.server),
        (None, Route::Connection(_) | Route::Health | Route::Unknown(_)) => {
            jira().map(|session| session.server)
        }
    });
    let session = derive(move || gitlab.get().or_else(jira));
    let name = derive(move || session.get().and_then(|session| session.user.get()));
    let sign_out = Callback::new(move |()| {
        if let Some(session) = session.get_untracked() {
            session.sign_out();
            // The next person to sign in may be allowed to see less.
            if let Some(inventory) = inventories.of(session.server) {
                inventory.forget();
            }
        }
    });
    let show_shortcuts = Callback::new(move |()| shortcuts.set(true));
    let items = derive(move || {
        let Some(server) = server.get() else { return Vec::new() };
        let list = |session: &Session| (session.server, session.route(JiraPage::list()));
        let projects = |session: &Session| {
            (session.server, Route::GitLab(GitLabRoute::projects(session.server.place())))
        };
        let all = sessions.jira.iter().map(list).chain(sessions.gitlab.iter().map(projects));
        let mut items: Vec<MenuItem> = all
            .map(|(other, first)| MenuItem {
                label: format!("{} on {}", other.vendor(), other.place()),
                href: Some(first.to_string()),
                checked: Some(other == server),
                ..MenuItem::default()
            })
            .collect();
        // One server needs no menu entries.
        if items.len() == 1 {
            items.clear();
        }
        let check = Route::Connection(ConnectionRoute(server.place())).to_string();
        items.push(MenuItem {
            label: sentences::CHECK_THE_CONNECTION.to_owned(),
            href: Some(check),
            ..MenuItem::default()
        });
        items.push(MenuItem {
            label: sentences::KEYBOARD_SHORTCUTS.to_owned(),
            on_select: Some(show_shortcuts),
            ..MenuItem::default()
        });
        if server.sign_in() == SignIn::Token && name.read().is_some() {
            let is_guarded = navigation.guarded() != Guard::Clear;
            let unsaved = is_guarded.then(|| "Save or discard your changes first.".to_owned());
            items.push(MenuItem {
                label: sentences::SIGN_OUT.to_owned(),
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
    let trouble = memo(move || server.get().map(Server::trouble).unwrap_or_default());
    // Of another shape, and said: colour alone tells nothing to many.
    let trouble_said = move || match trouble.get().as_str() {
        "" => String::new(),
        trouble => format!(" · {trouble}"),
    };
    let dot_class = move || Some(if trouble.read().is_empty() { "dot" } else { "dot bad" }.into());
    let dot = move || el("i").live("class", dot_class).attr("aria-hidden", "true");
    let face = move || {
        el("span")
            .class("who")
            // On a phone it is cut off.
            .live("title", move || Some((place() + &trouble_said()).into()))
            .child(unseen("Server: "))
            .when(derive(move || name.read().is_some() || !trouble.read().is_empty()), dot)
            .child(el("span").live_text(place))
            .child(unseen("").live_text(trouble_said))
    };
    let servers = move || view! { <Menu label="Server" face=face() items /> };
    let known = memo(move || server.read().is_some());
    let end = el("div").class("end").live_view(move || known.get().then(servers).into_any());
    // Also if config.json does not list the GitLab in the address.
    let at_gitlab = derive(move || gitlab.read().is_some() || matches!(navigation.route(), Route::GitLab(_)));
    let list = move || {
        let list = jira().map_or_else(Route::list, |session| session.route(JiraPage::list()));
        Some(list.to_string().into())
    };
    let home = el("a").class("brand").live("href", list).view(view! { <Logo /> }).text("Patchbay");
    let tab = |label: &'static str, here: Signal<bool>| {
        let here = move || here.get() && !matches!(navigation.route(), Route::Connection(_));
        el("a").live("aria-current", move || here().then(|| "page".into())).text(label)
    };
    let at_plan =
        derive(move || matches!(navigation.route(), Route::Jira(JiraRoute { page: JiraPage::Plan(_), .. })));
    let at_health = derive(move || navigation.route() == Route::Health);
    let at_jira = derive(move || !at_gitlab.get() && !at_plan.get() && !at_health.get());
    let plan = move || {
        let plan = jira().map(|session| session.link(JiraPage::Plan(PlanPage::Open)));
        plan.map(Into::into)
    };
    let health_tab = sessions
        .jira_at("")
        .map(|_| tab(sentences::HEALTH, at_health).attr("href", Route::Health.to_string()));
    let plan_tab = sessions.jira_at("").map(|_| tab(sentences::PLANS, at_plan).live("href", plan));
    let jira_tab = sessions.jira_at("").map(|_| tab(sentences::GIT_INTEGRATIONS, at_jira).live("href", list));
    let projects = Route::GitLab(GitLabRoute::projects("")).to_string();
    let gitlab_tab = sessions.gitlab_at("").map(|_| tab(sentences::GITLAB, at_gitlab).attr("href", projects));
    el(root::bar_tag())
        .class("bar")
        .child(skip_link())
        .child(home)
        .child(
            el("nav")
                .attr("aria-label", "Main")
                .child_if(jira_tab)
                .child_if(health_tab)
                .child_if(plan_tab)
                .child_if(gitlab_tab),
        )
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
