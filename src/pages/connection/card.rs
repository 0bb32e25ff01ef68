//! A server: where it is, who is signed in, and the check.

use super::begin::begin;
use super::check::Check;
use super::outcome::Outcome;
use super::steps::Steps;
use crate::api::{Server, SignIn};
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::sentences;
use crate::session::{TOKEN_FIELD, TokenForm};
use crate::ui::{BusyButton, NewTabLink, Notice, Skeleton, fresh_id};
use leptos::prelude::*;

/// One server with its check.
#[component]
pub fn ServerCard(
    /// The check of the server.
    check: Check,
    /// The server that somebody enters a token for: a page has one field for it at a time.
    entering: RwSignal<Option<Server>>,
) -> impl IntoView {
    let id = fresh_id("server");
    let title = format!("{} on {}", check.server.vendor().name(), check.server.place());
    let again = derive(move || check.outcome.read().is_some());
    let label = derive(move || if again.get() { sentences::CHECK_AGAIN } else { "Check" }.to_owned());
    let on_click = Callback::new(move |()| begin(check));
    let waiting = memo(move || check.running.get() && check.steps.read().is_empty());
    let heading = id.clone();
    let result = move || {
        let heading = heading.clone();
        check.outcome.get().map(|outcome| view! { <Findings check outcome entering heading /> })
    };
    view! {
        <section class="panel connection" aria-labelledby=id>
            <div class="head">
                <h2 id=id.clone() tabindex="-1">
                    {title}
                </h2>
                <div class="end" role="group" aria-labelledby=id.clone()>
                    <BusyButton label busy_label="Checking…" busy=check.running on_click />
                </div>
            </div>
            <Known check />
            <Show when=move || waiting.get()>
                <div>
                    <Skeleton rows=2 />
                </div>
            </Show>
            <Steps check />
            <div>{result}</div>
        </section>
    }
}

/// Address, sign-in, user and version.
#[component]
fn Known(
    /// The server.
    check: Check,
) -> impl IntoView {
    let sign_in = match check.server.sign_in() {
        SignIn::Session => "The browser’s session there",
        SignIn::Token => "Personal access token, kept in memory only",
    };
    let said =
        |value: RwSignal<Option<String>>| move || value.get().unwrap_or_else(|| "Not known yet".to_owned());
    view! {
        <dl>
            <div>
                <dt>"Address"</dt>
                <dd class="mono">{check.server.url("/")}</dd>
            </div>
            <div>
                <dt>"Sign-in"</dt>
                <dd>{sign_in}</dd>
            </div>
            <div>
                <dt>"Signed in as"</dt>
                <dd>{said(check.user)}</dd>
            </div>
            <div>
                <dt>"Version"</dt>
                <dd>{said(check.version)}</dd>
            </div>
        </dl>
    }
}

/// The result, and the next step.
#[component]
fn Findings(
    /// The server.
    check: Check,
    /// The result.
    outcome: Outcome,
    /// The server that somebody enters a token for.
    entering: RwSignal<Option<Server>>,
    /// The id of the card's heading.
    heading: String,
) -> impl IntoView {
    let Outcome { tone, title, text, todo, door, wants_token } = outcome;
    let todo = (!todo.is_empty()).then(|| {
        let steps = todo.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        view! { <ol>{steps}</ol> }
    });
    let door = door.map(|(label, href)| {
        view! {
            <p class="actions">
                <NewTabLink href label />
            </p>
        }
    });
    let token = wants_token.then(|| view! { <Token check entering heading /> });
    view! {
        <Notice tone title>
            <p>{text}</p>
            {todo}
            {door}
        </Notice>
        {token}
    }
}

/// A button, and after a click the form.
#[component]
fn Token(
    /// The server that the token is for.
    check: Check,
    /// The server that somebody enters a token for.
    entering: RwSignal<Option<Server>>,
    /// The id of the card's heading.
    heading: String,
) -> impl IntoView {
    let label = if check.server.token().is_some() {
        sentences::ENTER_ANOTHER_TOKEN
    } else {
        sentences::ENTER_A_TOKEN
    };
    let on_given = Callback::new(move |()| {
        // The form disappears with the result that asked for it, so the focus moves to the heading.
        root::focus(&heading);
        entering.set(None);
        begin(check);
    });
    let enter = move || {
        entering.set(Some(check.server));
        request_animation_frame(|| {
            root::focus(TOKEN_FIELD);
        });
    };
    let here = memo(move || entering.get() == Some(check.server));
    let draw = move || {
        if here.get() {
            view! { <TokenForm server=check.server on_given /> }.into_any()
        } else {
            view! {
                <button type="button" on:click=click(enter)>
                    {label}
                </button>
            }
            .into_any()
        }
    };
    view! { <div>{draw}</div> }
}
