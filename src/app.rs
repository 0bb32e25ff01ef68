//! The shell: reads the configuration and draws the page the address names, once it is known who is signed in there.

use crate::api::{Error, Server, SignIn, jira};
use crate::bar::{Who, bar};
use crate::browser::announcer::Announcer;
use crate::browser::task::spawn;
use crate::browser::{lost_focus, root, theme};
use crate::config::{self, Config};
use crate::console::{Console, GitLabs};
use crate::navigation::{Navigation, navigation};
use crate::pages::integrations::ListPage;
use crate::pages::later::{LaterPage, fetch_when_reached_for};
use crate::pages::leaving::LeavingDialog;
use crate::pages::misconfigured::Misconfigured;
use crate::pages::page_title::{PageTitle, focus_title};
use crate::pages::sign_in::TokenForm;
use crate::pages::trouble::TroubleNotice;
use crate::pages::unknown::UnknownPage;
use crate::reactive::memo;
use crate::route::Route;
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
    let navigation = Navigation::start(config.jira.is_some());
    let gitlabs = GitLabs::new(config.gitlab);
    provide_context(navigation);
    provide_context(gitlabs);
    let start = match config.jira.map(Server::sign_in) {
        Some(SignIn::Session) => Who::Unknown,
        Some(SignIn::Token) | None => Who::Nobody,
    };
    let who = RwSignal::new(start);
    let console = config.jira.map(Console::new);
    if let Some(console) = console {
        provide_context(console);
    }
    // The pages of GitLab and of connections ask by themselves who is signed in, where they need it.
    let waits_for_jira = memo(move || {
        let elsewhere = matches!(navigation.route(), Route::GitLab(_) | Route::Connection(_));
        !elsewhere && !matches!(*who.read(), Who::Somebody(_))
    });
    let page = el(root::page_tag())
        .class("page")
        .on("pointerover", |event| fetch_when_reached_for(&event))
        .on("focusin", |event| fetch_when_reached_for(&event))
        .live_view(move || match console {
            Some(Console { jira, .. }) if waits_for_jira.get() => {
                view! { <WayIntoJira jira who /> }.into_any()
            }
            Some(_) | None => view! { <Pages has_jira=console.is_some() /> }.into_any(),
        });
    view! {
        {bar(console, gitlabs, who)}
        {page}
        <LeavingDialog />
    }
}

/// Until it is known who is signed in to Jira.
#[component]
fn WayIntoJira(jira: Server, who: RwSignal<Who>) -> impl IntoView {
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
            <PageTitle title="Patchbay" has_error=true />
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

/// The page the address names. Only another page is drawn anew, not another search on the same one.
#[component]
fn Pages(has_jira: bool) -> impl IntoView {
    let navigation = navigation();
    let page = Memo::new_with_compare(
        move |_| navigation.route(),
        |before, after| match (before, after) {
            (Some(before), Some(after)) => !before.same_page(after),
            _ => true,
        },
    );
    move || match page.get() {
        Route::List(_) => view! { <ListPage /> }.into_any(),
        route @ (Route::GitLab(_) | Route::Connection(_)) => view! { <LaterPage route /> }.into_any(),
        route @ (Route::ChooseType | Route::Add(_) | Route::Edit(_) | Route::Clone(_)) if has_jira => {
            view! { <LaterPage route /> }.into_any()
        }
        route
        @ (Route::ChooseType | Route::Add(_) | Route::Edit(_) | Route::Clone(_) | Route::Unknown(_)) => {
            let address = route.to_string().trim_start_matches('#').to_owned();
            view! { <UnknownPage address /> }.into_any()
        }
    }
}
