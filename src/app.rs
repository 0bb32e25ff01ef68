//! The shell: reads the configuration and draws the page the address names, once it is known who is signed in there.

use crate::api::{Error, SignIn, jira};
use crate::bar::bar;
use crate::browser::announcer::Announcer;
use crate::browser::task::spawn;
use crate::browser::{lost_focus, root, theme};
use crate::config::{self, Config};
use crate::console::{Console, GitLabs, Jiras, Who};
use crate::navigation::{Navigation, navigation};
use crate::pages::integrations::ListPage;
use crate::pages::later::{LaterPage, fetch_when_reached_for};
use crate::pages::leaving::LeavingDialog;
use crate::pages::misconfigured::Misconfigured;
use crate::pages::page_title::{PageTitle, focus_title};
use crate::pages::sign_in::TokenForm;
use crate::pages::trouble::TroubleNotice;
use crate::pages::unknown::UnknownPage;
use crate::route::{JiraPage, JiraRoute, Route};
use crate::ui::el::el;
use crate::ui::{Skeleton, Toaster};
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    theme::apply();
    lost_focus::catch(focus_title);
    let configured = RwSignal::new(None);
    spawn(async move { configured.set(Some(config::load().await)) });
    view! {
        <Announcer />
        {move || match configured.get() {
            None => el(root::page_tag()).class("page").view(view! { <Skeleton rows=8 /> }).into_any(),
            Some(Err(faults)) => view! { <Misconfigured faults /> }.into_any(),
            Some(Ok(config)) => view! { <Shell config /> }.into_any(),
        }}
        <Toaster />
    }
}

#[component]
fn Shell(config: Config) -> impl IntoView {
    let navigation = Navigation::start(config.jira.first().copied());
    let (jiras, gitlabs) = (Jiras::new(config.jira), GitLabs::new(config.gitlab));
    provide_context(navigation);
    provide_context(jiras);
    provide_context(gitlabs);
    let page = el(root::page_tag())
        .class("page")
        .on("pointerover", |event| fetch_when_reached_for(&event))
        .on("focusin", |event| fetch_when_reached_for(&event))
        .view(view! { <Pages jiras /> });
    view! {
        {bar(jiras, gitlabs)}
        {page}
        <LeavingDialog />
    }
}

/// Until it is known who is signed in to a Jira.
#[component]
fn WayIntoJira(console: Console) -> impl IntoView {
    let Console { jira, who, .. } = console;
    let ask = Callback::new(move |()| {
        spawn(async move {
            who.set(match jira::myself(jira).await {
                Ok(name) => Who::Somebody(name),
                Err(error) => Who::Failed(error),
            });
        });
    });
    // Whoever comes here from another page may have mended there what failed before, or given a token.
    if jira.sign_in() == SignIn::Session || jira.token().is_some() {
        who.set(Who::Unknown);
        ask.run(());
    }
    let failed = move |error: Error| {
        view! {
            <PageTitle title=format!("Jira on {}", jira.place()) has_error=true />
            <TroubleNotice error on_retry=ask />
        }
        .into_any()
    };
    move || match who.get() {
        Who::Unknown | Who::Somebody(_) => view! { <Skeleton rows=8 /> }.into_any(),
        Who::Nobody => view! {
            <PageTitle title="Sign in" />
            <TokenForm server=jira on_given=ask />
        }
        .into_any(),
        Who::Failed(error) => failed(error),
    }
}

/// The page the address names, or the way into its Jira. Only another page is drawn anew, not another search on the same
/// one.
#[component]
fn Pages(jiras: Jiras) -> impl IntoView {
    let navigation = navigation();
    // The pages of GitLab and of connections ask by themselves who is signed in, where they need it.
    let entered = move |route: &Route| {
        let console = match route {
            Route::Jira(JiraRoute { server, .. }) => jiras.at(server),
            Route::Unknown(_) => jiras.looked_at(navigation),
            Route::GitLab(_) | Route::Connection(_) => None,
        };
        console.filter(|console| !matches!(*console.who.read(), Who::Somebody(_)))
    };
    // Both in one, so that no page is drawn, and asks, before somebody is signed in there.
    let page = Memo::new_with_compare(
        move |_| {
            let route = navigation.route();
            (entered(&route), route)
        },
        |before, after| match (before, after) {
            (Some((None, before)), Some((None, after))) => !before.same_page(after),
            (Some((before, _)), Some((after, _))) => before != after,
            _ => true,
        },
    );
    move || match page.get() {
        (Some(console), _) => view! { <WayIntoJira console /> }.into_any(),
        (None, Route::Jira(route)) => match jiras.at(&route.server) {
            Some(console) => {
                provide_context(console);
                match route.page {
                    JiraPage::List(_) => view! { <ListPage /> }.into_any(),
                    _ => view! { <LaterPage route=Route::Jira(route) /> }.into_any(),
                }
            }
            // Without any Jira the short addresses mean nothing.
            None if route.server.is_empty() => view! { <UnknownPage address=route.to_string() /> }.into_any(),
            None => view! { <LaterPage route=Route::Jira(route) /> }.into_any(),
        },
        (None, route @ (Route::GitLab(_) | Route::Connection(_))) => view! { <LaterPage route /> }.into_any(),
        (None, Route::Unknown(address)) => view! { <UnknownPage address /> }.into_any(),
    }
}
