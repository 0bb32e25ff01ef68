//! A server: where it is, who one is there, and the check.

use super::check::Check;
use super::outcome::Outcome;
use super::steps::steps;
use crate::api::{Server, SignIn};
use crate::browser::reactive::{derive, memo};
use crate::browser::root;
use crate::session::{TOKEN_FIELD, TokenForm};
use crate::ui::el::{El, button, el, unseen};
use crate::ui::{BusyButton, Notice, Skeleton, fresh_id};
use leptos::prelude::*;

/// One server with its check.
#[component]
pub fn ServerCard(
    /// The server and what is known of the connection to it.
    check: Check,
    /// The server that somebody enters a token for: a page has one field for it at a time.
    entering: RwSignal<Option<Server>>,
) -> impl IntoView {
    let id = fresh_id("server");
    let (vendor, place) = (check.server.vendor().name(), check.server.place());
    let again = derive(move || check.outcome.read().is_some());
    let label = derive(move || if again.get() { "Check again" } else { "Check" }.to_owned());
    let begin = Callback::new(move |()| check.begin());
    let start =
        el("div").class("end").attr("role", "group").attr("aria-labelledby", id.clone()).view(view! {
            <BusyButton label busy_label="Checking…" busy=check.running on_click=begin />
        });
    let head = el("div")
        .class("head")
        .child(el("h2").attr("id", id.clone()).attr("tabindex", "-1").text(format!("{vendor} on {place}")))
        .child(start);
    let result = {
        let id = id.clone();
        move || check.outcome.get().map(|outcome| result(check, outcome, entering, &id).into_any()).into_any()
    };
    let waiting = memo(move || check.running.get() && check.steps.read().is_empty());
    let skeleton = || el("div").view(view! { <Skeleton rows=2 /> });
    el("section")
        .class("panel connection")
        .attr("aria-labelledby", id)
        .child(head)
        .child(known(check))
        .when(waiting.into(), skeleton)
        .child(steps(check))
        .child(el("div").live_view(result))
}

/// What is known of it, checked or not.
fn known(check: Check) -> El {
    let server = check.server;
    let sign_in = match server.sign_in() {
        SignIn::Session => "The browser’s session there",
        SignIn::Token => "Personal access token, kept in memory only",
    };
    let fact = |name: &'static str, value: El| el("div").child(el("dt").text(name)).child(value);
    let told = |value: RwSignal<Option<String>>| {
        el("dd").live_text(move || value.get().unwrap_or_else(|| "Not known yet".to_owned()))
    };
    el("dl")
        .child(fact("Address", el("dd").class("mono").text(server.url("/"))))
        .child(fact("Sign-in", el("dd").text(sign_in)))
        .child(fact("Signed in as", told(check.user)))
        .child(fact("Version", told(check.version)))
}

/// What it came to, and the next step.
fn result(
    check: Check,
    outcome: Outcome,
    entering: RwSignal<Option<Server>>,
    heading: &str,
) -> impl IntoView + use<> {
    let Outcome { tone, title, text, todo, door, wants_token } = outcome;
    let todo =
        (!todo.is_empty()).then(|| el("ol").children(todo.into_iter().map(|step| el("li").text(step))));
    let door = door.map(|(label, address)| {
        let link =
            el("a").class("btn").attr("href", address).attr("target", "_blank").attr("rel", "noopener");
        el("p").class("actions").child(link.text(label).child(unseen(" (opens a new tab)")))
    });
    let notice = view! { <Notice tone title>{el("p").text(text)} {todo} {door}</Notice> };
    let token = wants_token.then(|| token_form(check, entering, heading.to_owned()));
    view! { {notice} {token} }
}

/// A button, and the form once it was asked for.
fn token_form(check: Check, entering: RwSignal<Option<Server>>, heading: String) -> El {
    let label = if check.server.token().is_some() { "Enter another token" } else { "Enter a token" };
    let on_given = Callback::new(move |()| {
        // The form goes away with the result that asked for it; the focus must not go with it.
        root::focus(&heading);
        entering.set(None);
        check.begin();
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
            button("").text(label).on_click(enter).into_any()
        }
    };
    el("div").live_view(draw)
}
