//! One integration as a file.

use crate::api::jira::JIRA;
use crate::api::{Found, Record, Resource};
use crate::browser::{clock, dates, download};
use crate::session::Session;
use crate::ui::{Tone, toast};
use patchbay_model::gij::file::export_json;

/// Reads the integration again and has the browser save it, without secrets.
pub async fn save_one(session: Session, id: u64) {
    let integration = match JIRA.read(&Resource::jira(session.server, id)).await {
        Ok(Found::Present(Record::Jira(integration))) => integration,
        Ok(_) => return toast(Tone::Bad, "It does not exist any more."),
        Err(error) => return toast(Tone::Bad, format!("Exporting failed. {error}")),
    };
    let name = format!("git-integration-{id}.json");
    let at = dates::universal(clock::now());
    let text = export_json(&[integration], &session.server.url(""), &at);
    match download::json(&name, &text) {
        true => toast(Tone::Good, format!("Saved in {name}.")),
        false => toast(Tone::Bad, "The browser did not save the file. Allow downloads for this page."),
    }
}
