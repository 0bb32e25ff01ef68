//! Reads the configuration and draws the page the address names, once it is known who is signed in there.

use super::bar::bar;
use super::later::{LaterPage, fetch_when_reached_for};
use super::parts::{self, DrawUnusable};
use super::shortcuts;
use super::shortcuts_dialog::ShortcutsLater;
use super::unknown::UnknownPage;
use crate::api::jira;
use crate::browser::announcer::Announcer;
use crate::browser::task::spawn;
use crate::browser::{lost_focus, theme};
use crate::pages::jira::ListPage;
use crate::route::{JiraPage, JiraRoute, Navigation, Route, navigation};
use crate::session::config_file::Unusable;
use crate::session::{Config, Gate, Session, Sessions, load};
use crate::store::Inventories;
use crate::ui::{Notice, PageFrame, Skeleton, Toaster, Tone, focus_title};
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    theme::apply();
    lost_focus::catch(focus_title);
    let configured = RwSignal::new(None);
    spawn(async move { configured.set(Some(configure().await)) });
    view! {
        <Announcer />
        {move || match configured.get() {
            None => view! { <PageFrame><Skeleton rows=8 /></PageFrame> }.into_any(),
            Some(Configured::Unusable(draw, faults)) => draw(faults),
            Some(Configured::NotFetched) => view! {
                <PageFrame>
                    <Notice tone=Tone::Bad title="A part of Patchbay could not be fetched" alert=true>
                        <p>"Check the connection, then load this page again."</p>
                    </Notice>
                </PageFrame>
            }
            .into_any(),
            Some(Configured::With(config)) => view! { <Shell config /> }.into_any(),
        }}
        <Toaster />
    }
}

/// What came of reading config.json.
#[derive(Clone)]
enum Configured {
    With(Config),
    Unusable(DrawUnusable, Unusable),
    /// The part that reads an unusual file did not come.
    NotFetched,
}

async fn configure() -> Configured {
    let unread = match load().await {
        Ok(config) => return Configured::With(config),
        Err(unread) => unread,
    };
    match parts::config().await {
        Ok((read, draw)) => match read(unread) {
            Ok(config) => Configured::With(config),
            Err(faults) => Configured::Unusable(draw, faults),
        },
        Err(_) => Configured::NotFetched,
    }
}

#[component]
fn Shell(config: Config) -> impl IntoView {
    let navigation = Navigation::start(config.jira.first().map(|jira| jira.place()));
    let sessions = Sessions::new(config);
    let inventories = Inventories::new(sessions.jira.iter().map(|session| session.server));
    let shortcuts = RwSignal::new(false);
    shortcuts::listen(shortcuts);
    provide_context(navigation);
    provide_context(sessions);
    provide_context(inventories);
    view! {
        {bar(sessions, inventories, shortcuts)}
        <PageFrame on_reach=fetch_when_reached_for>
            <Pages sessions inventories />
        </PageFrame>
        <ShortcutsLater open=shortcuts />
    }
}

/// The page the address names. It is drawn again only for another page, not for another search on the same page.
#[component]
fn Pages(sessions: Sessions, inventories: Inventories) -> impl IntoView {
    let navigation = navigation();
    let page = Memo::new_with_compare(
        move |_| navigation.route(),
        |before: Option<&Route>, after: Option<&Route>| match (before, after) {
            (Some(before), Some(after)) => !before.same_page(after),
            _ => true,
        },
    );
    move || match page.get() {
        Route::Jira(route) => match sessions.jira_at(&route.server) {
            Some(session) => jira_page(session, inventories, route),
            // Without any Jira the short addresses mean nothing.
            None if route.server.is_empty() => view! { <UnknownPage address=route.to_string() /> }.into_any(),
            None => view! { <LaterPage route=Route::Jira(route) /> }.into_any(),
        },
        route @ (Route::GitLab(_) | Route::Connection(_) | Route::Health) => {
            view! { <LaterPage route /> }.into_any()
        }
        Route::Unknown(address) => view! { <UnknownPage address /> }.into_any(),
    }
}

/// A page of a Jira, for somebody who is signed in there.
fn jira_page(session: Session, inventories: Inventories, route: JiraRoute) -> AnyView {
    let inventory = inventories.of(session.server);
    if let Some(inventory) = inventory {
        provide_context(inventory);
    }
    let is_list = matches!(route.page, JiraPage::List(_));
    let meanwhile = Callback::new(move |()| {
        if let Some(inventory) = inventory.filter(|_| is_list) {
            inventory.begin();
        }
    });
    let page = ViewFn::from(move || match &route.page {
        JiraPage::List(_) => view! { <ListPage /> }.into_any(),
        _ => view! { <LaterPage route=Route::Jira(route.clone()) /> }.into_any(),
    });
    view! { <Gate session read_user=|jira| Box::pin(jira::myself(jira)) meanwhile page /> }.into_any()
}
