//! What a person sees when a request failed: what happened, the next step, and the facts for a bug report.

use super::sign_in::TokenForm;
use crate::api::{Cause, Error, SignIn, jira};
use crate::browser::numbers::count;
use crate::browser::reactive::click;
use crate::route::{ConnectionRoute, Route};
use crate::sentences;
use crate::ui::{CopyButton, NewTabLink, Notice, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::text::short;

/// A notice with the next step. Nothing that was typed is lost by it.
#[component]
pub fn ErrorNotice(
    /// What went wrong.
    error: Error,
    /// Tries the same again, or does what `retry_label` says.
    #[prop(into)]
    on_retry: Callback<()>,
    /// Says what was being done, before the error's own title: "Saving failed".
    #[prop(optional, into)]
    doing: String,
    /// The whole title, in place of `doing` and the error's own; then the text begins with the latter.
    #[prop(optional, into)]
    title: String,
    /// More whole sentences.
    #[prop(optional, into)]
    more: String,
    /// What the button says: "Try again". Empty where something else tries again.
    #[prop(default = TRY_AGAIN)]
    retry_label: &'static str,
    /// In how many seconds it is tried again by itself.
    #[prop(optional)]
    again: Option<Signal<Option<f64>>>,
) -> impl IntoView {
    let has_title = !title.is_empty();
    let title = match (has_title, doing.is_empty()) {
        (true, _) => title,
        (false, true) => error.title(),
        (false, false) => format!("{doing}: {}", lower(&error.title())),
    };
    let said = if has_title { format!("{}. {more}", error.title()) } else { format!("{error} {more}") };
    let facts = error.facts.to_string();
    let next = next_step(&error, on_retry, retry_label);
    view! {
        <Notice tone=Tone::Bad title alert=true>
            <p>{short(said.trim(), 2_000)}</p>
            {again.map(countdown)}
            {next}
            <details>
                <summary>{sentences::DETAILS_FOR_A_BUG_REPORT}</summary>
                <pre class="facts">{facts.clone()}</pre>
                <CopyButton label="Copy details" text=facts />
            </details>
        </Notice>
    }
}

/// Not read out each second: a timer is no news.
fn countdown(again: Signal<Option<f64>>) -> impl IntoView {
    move || {
        again.get().filter(|seconds| seconds.is_finite()).map(|seconds| {
            let when = match seconds as usize {
                0 => "now…".to_owned(),
                // Without the code that writes fractions: 6 KB of the first visit.
                seconds => format!("in {} s.", count(seconds)),
            };
            view! { <p role="timer">{format!("{} {when}", sentences::PATCHBAY_TRIES_AGAIN)}</p> }
        })
    }
}

/// The default label of the button.
const TRY_AGAIN: &str = sentences::TRY_AGAIN;

/// "Saving failed: Jira …" but "Saving failed: you are …".
fn lower(title: &str) -> String {
    let is_name = title.starts_with("Jira") || title.starts_with("Git");
    match title.chars().next() {
        Some(first) if !is_name => {
            [first.to_ascii_lowercase()].into_iter().chain(title.chars().skip(1)).collect()
        }
        Some(_) | None => title.to_owned(),
    }
}

fn next_step(error: &Error, on_retry: Callback<()>, label: &'static str) -> AnyView {
    let server = error.server;
    let elsewhere = match (&error.cause, server.sign_in()) {
        (Cause::NotSignedIn | Cause::TokenRefused | Cause::Unsendable, SignIn::Token) => {
            return view! { <TokenForm server on_given=on_retry /> }.into_any();
        }
        (Cause::Redirected, SignIn::Token) => {
            Some((format!("Open {}", server.vendor().name()), server.url("/")))
        }
        (Cause::NotSignedIn | Cause::NobodyYet | Cause::NotJson | Cause::Redirected, SignIn::Session) => {
            let page = match server.vendor() {
                Vendor::Jira => "/login.jsp",
                Vendor::GitLab => "/users/sign_in",
            };
            Some((format!("Sign in to {}", server.vendor().name()), server.url(page)))
        }
        (Cause::NeedsSecureSession, SignIn::Session) => {
            Some(("Confirm in Jira".to_owned(), jira::confirmation(server)))
        }
        (Cause::Known(case), _) if **case == jira::CAPTCHA => {
            Some(("Sign in to Jira".to_owned(), server.url("/login.jsp")))
        }
        _ => None,
    };
    let link = elsewhere.map(|(label, href)| view! { <NewTabLink href label /> });
    // The server's own words name the cause.
    let clear = matches!(
        error.cause,
        Cause::NotSignedIn | Cause::NobodyYet | Cause::NotFound | Cause::Refused(_) | Cause::TooMany(_)
    );
    let check = (!clear).then(|| {
        let page = Route::Connection(ConnectionRoute(server.place()));
        view! { <a href=page.to_string()>{sentences::CHECK_THE_CONNECTION}</a> }
    });
    let again = move || {
        // The notice disappears meanwhile, so the focus moves first.
        focus_title();
        on_retry.run(());
    };
    view! {
        <p class="actions">
            {link}
            {(!label.is_empty())
                .then(|| {
                    view! {
                        <button type="button" on:click=click(again)>
                            {label}
                        </button>
                    }
                })}
            {check}
        </p>
    }
    .into_any()
}
