//! One Jira: what needs attention there, or why that is not known.

use super::concern::ConcernCard;
use super::looked::Looked;
use crate::api::{Cause, Error, SignIn, jira};
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::route::{JiraPage, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, Session};
use crate::ui::{Moment, Notice, Skeleton, Tone};
use leptos::prelude::*;
use patchbay_model::gij::health::Concern;

/// The section of one Jira.
#[component]
pub fn Place(
    /// What is looked at there.
    looked: Looked,
    /// Changes when all of it is to be read anew.
    again: RwSignal<u32>,
) -> impl IntoView {
    let Looked { session, inventory, .. } = looked;
    let Session { server, user, .. } = session;
    // As for every page of a Jira: without a sign-in, other addresses answer with less instead of refusing.
    let ask = Callback::new(move |()| user.load(move || Box::pin(jira::myself(server))));
    let needs_token = memo(move || {
        server.follow_token();
        server.needs_token()
    });
    if !untrack(|| user.is_read() || needs_token.get()) {
        ask.run(());
    }
    let is_in = memo(move || user.is_read() && !needs_token.get());
    effect(move || match (again.get(), is_in.get()) {
        (_, false) => {}
        (0, true) => {
            inventory.open();
            looked.read_repositories();
        }
        (_, true) => looked.read_again(),
    });
    let heading = format!("health-{}", server.place());
    let label = heading.clone();
    let read_at = move || inventory.list.read_at().map(|at_ms| view! { " · read " <Moment at_ms /> });
    let in_short =
        move || inventory.list.with(|all| all.map(|all| count_of(all.len(), "integration", "integrations")));
    let sub = move || is_in.get().then(|| view! { <p class="sub">{in_short} {read_at}</p> });
    let body = move || match (is_in.get(), needs_token.get()) {
        (true, _) => view! { <Found looked /> }.into_any(),
        (false, true) => sign_in(session, "You are not signed in there").into_any(),
        (false, false) => match user.error() {
            Some(error) => trouble(session, error.before_signing_in(), ask).into_any(),
            None => view! { <Skeleton rows=4 /> }.into_any(),
        },
    };
    view! {
        <section class="part health" aria-labelledby=label>
            <header>
                <h2 id=heading>
                    <a href=session.link(JiraPage::list())>
                        {server.place()}
                    </a>
                </h2>
                {sub}
            </header>
            {body}
        </section>
    }
}

/// What was found, the worst first.
#[component]
fn Found(looked: Looked) -> impl IntoView {
    let Looked { session, inventory, repositories, found } = looked;
    let list = inventory.list;
    let is_read = memo(move || found.read().is_some());
    let navigation = navigation();
    effect(move || {
        if is_read.get() {
            navigation.come_back();
        }
    });
    let on_retry = Callback::new(move |()| looked.read_again());
    let concerns = memo(move || {
        let mut concerns: Vec<Concern> = looked.all_found().iter().map(|finding| finding.concern).collect();
        concerns.dedup();
        concerns
    });
    let unread = move || {
        let error = repositories.error().filter(|_| list.error().is_none())?;
        Some(view! {
            <ErrorNotice
                error
                doing="Reading repositories failed"
                more="Patchbay cannot tell whether repositories have errors."
                on_retry
            />
        })
    };
    let failed = move || list.error().map(|error| trouble(session, error, on_retry));
    // A card that stays keeps its element, and with it the focus and what was opened in it.
    let cards = move || {
        view! {
            <For each=move || concerns.get() key=|concern| *concern let:concern>
                <ConcernCard looked concern />
            </For>
        }
    };
    let is_fine = memo(move || concerns.read().is_empty());
    let has_failed = memo(move || list.error().is_some());
    let body = move || match (is_read.get(), is_fine.get()) {
        (false, _) if has_failed.get() => ().into_any(),
        (false, _) => view! { <Skeleton rows=4 /> }.into_any(),
        (true, true) => view! {
            <Notice tone=Tone::Good title=sentences::NOTHING_NEEDS_ATTENTION />
        }
        .into_any(),
        (true, false) => cards().into_any(),
    };
    let is_busy = derive(move || list.loading().get());
    view! {
        {failed}
        {unread}
        <div class="concerns" aria-busy=move || is_busy.get().then_some("true")>
            {body}
        </div>
    }
}

/// What went wrong with this Jira; where a token is wanted, the way to its own page, which asks for it.
fn trouble(session: Session, error: Error, on_retry: Callback<()>) -> impl IntoView + use<> {
    match (&error.cause, session.server.sign_in()) {
        (Cause::NotSignedIn | Cause::TokenRefused | Cause::Unsendable, SignIn::Token) => {
            sign_in(session, &error.title()).into_any()
        }
        _ => view! { <ErrorNotice error on_retry /> }.into_any(),
    }
}

fn sign_in(session: Session, title: &str) -> impl IntoView + use<> {
    let title = title.to_owned();
    let text = format!(
        "Sign in to {} to see what needs attention there. Then come back here.",
        session.server.place()
    );
    view! {
        <Notice tone=Tone::Info title>
            <p>{text}</p>
            <p class="actions">
                <a class="btn" href=session.link(JiraPage::list())>
                    {sentences::SIGN_IN}
                </a>
            </p>
        </Notice>
    }
}
