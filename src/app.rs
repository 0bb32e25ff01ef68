//! The shell: reads the configuration, finds out who is signed in, and draws the page the address names.

use crate::api::{Error, Server, SignIn, jira};
use crate::browser::announcer::Announcer;
use crate::browser::task::spawn;
use crate::browser::{lost_focus, theme};
use crate::config;
use crate::console::{Console, console};
use crate::pages::integrations::ListPage;
use crate::pages::later::{LaterPage, fetch_when_reached_for};
use crate::pages::leaving::LeavingDialog;
use crate::pages::misconfigured::Misconfigured;
use crate::pages::page_title::{PageTitle, focus_title};
use crate::pages::sign_in::TokenForm;
use crate::pages::trouble::TroubleNotice;
use crate::pages::unknown::UnknownPage;
use crate::reactive::derive;
use crate::route::Route;
use crate::ui::el::{El, el};
use crate::ui::{BusyButton, Skeleton, ThemeButton, Toaster};
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
            None => view! { <main><Skeleton rows=8 /></main> }.into_any(),
            Some(Err(faults)) => view! { <Misconfigured faults /> }.into_any(),
            Some(Ok(server)) => view! { <Shell server /> }.into_any(),
        }}
        <Toaster />
    }
}

/// Who is signed in, as far as is known.
#[derive(Clone, PartialEq)]
enum Who {
    Unknown,
    Nobody,
    Somebody(String),
    Failed(Error),
}

#[component]
fn Shell(server: Server) -> impl IntoView {
    provide_context(Console::new(server));
    let start = if server.sign_in() == SignIn::Token { Who::Nobody } else { Who::Unknown };
    let who = RwSignal::new(start);
    let ask = Callback::new(move |()| {
        spawn(async move {
            who.set(match jira::myself(server).await {
                Ok(name) => Who::Somebody(name),
                Err(error) => Who::Failed(error),
            });
        });
    });
    if who.get_untracked() == Who::Unknown {
        ask.run(());
    }
    let main = move || match who.get() {
        Who::Unknown => view! { <Skeleton rows=8 /> }.into_any(),
        Who::Nobody => view! {
            <PageTitle title="Sign in" />
            <TokenForm server on_given=ask />
        }
        .into_any(),
        Who::Failed(error) => view! {
            <PageTitle title="Patchbay" has_error=true />
            <TroubleNotice error on_retry=ask />
        }
        .into_any(),
        Who::Somebody(_) => view! { <Pages /> }.into_any(),
    };
    let page = el("main")
        .on("pointerover", |event| fetch_when_reached_for(&event))
        .on("focusin", |event| fetch_when_reached_for(&event))
        .live_view(main);
    view! {
        {bar(server, who)}
        {page}
        <LeavingDialog />
    }
}

/// The bar at the top: where one is, which Jira this is, and who one is there.
fn bar(server: Server, who: RwSignal<Who>) -> El {
    let list = Route::list().to_string();
    let home = el("a").class("brand").attr("href", list.clone()).view(view! { <Logo /> }).text("Patchbay");
    let here = el("a").attr("href", list).attr("aria-current", "page").text("Git integrations");
    let host = server.host();
    let name = move || match who.get() {
        Who::Somebody(name) => Some(name),
        Who::Unknown | Who::Nobody | Who::Failed(_) => None,
    };
    let somebody = derive(move || name().is_some());
    let connected = move || {
        let dot = el("i").class("dot").attr("aria-hidden", "true");
        el("span")
            .class("who")
            .child(dot)
            .text(format!("{host} · "))
            .live_text(move || name().unwrap_or_default())
    };
    let Console { inventory, navigation, .. } = console();
    let unsaved =
        derive(move || navigation.is_dirty().then(|| "Save or discard your changes first.".to_owned()));
    let out = Callback::new(move |()| {
        server.set_token(None);
        // The next one to sign in may be allowed to see less.
        inventory.forget();
        who.set(Who::Nobody);
    });
    let sign_out = move || {
        el("span").view(view! { <BusyButton label="Sign out" disabled_because=unsaved on_click=out /> })
    };
    let with_token = derive(move || somebody.get() && server.sign_in() == SignIn::Token);
    let end = el("div").class("end").when(somebody, connected).when(with_token, sign_out);
    el("header")
        .class("bar")
        .child(home)
        .child(el("nav").attr("aria-label", "Main").child(here))
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

/// The page the address names. Only another page is drawn anew, not another search on the same one.
#[component]
fn Pages() -> impl IntoView {
    let navigation = console().navigation;
    let page = Memo::new_with_compare(
        move |_| navigation.route(),
        |before, after| match (before, after) {
            (Some(before), Some(after)) => !before.same_page(after),
            _ => true,
        },
    );
    move || match page.get() {
        Route::List(_) => view! { <ListPage /> }.into_any(),
        route @ (Route::ChooseType | Route::Add(_) | Route::Edit(_) | Route::Clone(_)) => {
            view! { <LaterPage route /> }.into_any()
        }
        Route::Unknown(address) => view! { <UnknownPage address /> }.into_any(),
    }
}
