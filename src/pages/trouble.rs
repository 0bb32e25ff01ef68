//! What a person sees when a request failed: what happened, the next step, and the facts for a bug report.

use super::page_title::focus_title;
use super::sign_in::TokenForm;
use crate::api::{Error, SignIn, Trouble, jira};
use crate::route::{ConnectionRoute, Route};
use crate::ui::el::{button, el, unseen};
use crate::ui::{CopyButton, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::Vendor;

/// A notice with the next step. Nothing that was typed is lost by it.
#[component]
pub fn TroubleNotice(
    /// What went wrong.
    error: Error,
    /// Tries the same again.
    #[prop(into)]
    on_retry: Callback<()>,
    /// Says what was being done, before the error's own title: "Saving failed".
    #[prop(optional, into)]
    doing: String,
) -> impl IntoView {
    let title = if doing.is_empty() { error.title() } else { format!("{doing}: {}", lower(&error.title())) };
    let facts = error.facts.clone();
    let details = el("details")
        .child(el("summary").text("Details for a bug report"))
        .child(el("pre").class("facts").text(facts.clone()))
        .view(view! { <CopyButton label="Copy details" text=facts /> });
    let said = el("p").text(error.to_string());
    let next = next_step(&error, on_retry);
    view! { <Notice tone=Tone::Bad title alert=true>{said} {next} {details}</Notice> }
}

/// "Saving failed: Jira …" but "Saving failed: you are …".
fn lower(title: &str) -> String {
    let is_name = title.starts_with("Jira") || title.starts_with("Git");
    match title.chars().next() {
        Some(first) if !is_name => first.to_lowercase().chain(title.chars().skip(1)).collect(),
        Some(_) | None => title.to_owned(),
    }
}

fn next_step(error: &Error, on_retry: Callback<()>) -> AnyView {
    let server = error.server;
    let elsewhere = match (&error.trouble, server.sign_in()) {
        (Trouble::NotSignedIn | Trouble::TokenRefused, SignIn::Token) => {
            return view! { <TokenForm server on_given=on_retry /> }.into_any();
        }
        (Trouble::NotSignedIn | Trouble::NotJson, SignIn::Session) => {
            let page = match server.vendor() {
                Vendor::Jira => "/login.jsp",
                Vendor::GitLab => "/users/sign_in",
            };
            Some((format!("Sign in to {}", server.vendor().name()), server.url(page)))
        }
        (Trouble::NeedsSecureSession, SignIn::Session) => {
            Some(("Confirm in Jira".to_owned(), jira::confirmation(server)))
        }
        _ => None,
    };
    let link = elsewhere.map(|(label, href)| {
        let link = el("a").class("btn").attr("href", href).attr("target", "_blank").attr("rel", "noopener");
        link.text(label).child(unseen(" (opens a new tab)"))
    });
    // The server itself said what it is about.
    let clear = matches!(
        error.trouble,
        Trouble::NotSignedIn | Trouble::NotFound | Trouble::Refused(_) | Trouble::TooMany(_)
    );
    let check = (!clear).then(|| {
        let page = Route::Connection(ConnectionRoute(server.place()));
        el("a").attr("href", page.to_string()).text("Check the connection")
    });
    let again = button("").text("Try again").on_click(move || {
        // This notice goes away while it is tried; the focus must not go with it.
        focus_title();
        on_retry.run(());
    });
    el("p").class("actions").child_if(link).child(again).child_if(check).into_any()
}
