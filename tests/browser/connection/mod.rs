//! The page that checks connections: each outcome with what was proved and the next step, and diagnostics.

mod blocked;
mod diagnostics;
mod gitlab;
mod jira;
mod page;

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server};
use serde_json::{Value, json};

/// Has the app's config.json say this.
fn configure(server: &Server, config: Value) {
    server.disturb("GET /config.json", Fault::Answer(200, config));
}

/// A page that only knows this one server, on its connection page.
#[track_caller]
fn open_about<'s>(server: &'s Server, vendor: &str, url: &str, auth: &str) -> Page<'s> {
    configure(server, json!({ vendor: { "url": url, "auth": auth } }));
    server.open(&at(server))
}

/// The address of the connection page of the server itself.
fn at(server: &Server) -> String {
    at_place(&server.place())
}

fn at_place(place: &str) -> String {
    format!("/connection/{}", place.replace(':', "%3A"))
}

/// The card of a server: "Jira", "GitLab".
fn card<'p>(page: &'p Page<'p>, vendor: &str, place: &str) -> Locator<'p> {
    page.role("region").named(&format!("{vendor} on {place}"))
}

/// Signs in to the sandbox as somebody who administers nothing.
#[track_caller]
fn sign_in_as_user(page: &Page<'_>, server: &Server) {
    page.visit(&format!("{}/login.jsp", server.origin()));
    page.field("User name").fill("user");
    page.field("Password").fill("user");
    page.button(sentences::SIGN_IN).click();
    page.alert(sentences::NOT_ALLOWED).appears();
}

/// Enters a token where the card asks for one.
#[track_caller]
fn enter(page: &Page<'_>, place: &str, button: &str, token: &str) {
    page.button(button).click();
    let field = page.field(&format!("Personal access token for {place}"));
    field.has_focus();
    field.fill(token);
    page.button(sentences::SIGN_IN).click();
}
