//! What the browser's console complains about: errors of scripts and violated Content-Security-Policies.

use fantoccini::Client;
use serde_json::{Value, json};

use crate::Page;
use crate::browser::runtime;
use crate::command::Command;

/// What every secret of a test has in it that must be nowhere.
const CANARY: &str = "canary-";

/// Takes out of the console what is in it.
pub(crate) fn read(client: &Client) -> Result<Value, String> {
    let log = client.issue_cmd(Command::post("se/log", json!({ "type": "browser" })));
    runtime().block_on(log).map_err(|error| error.to_string())
}

/// Every complaint that no test asked for, and whatever tells a secret.
pub(crate) fn complaints(page: &Page<'_>) -> Vec<String> {
    let log = read(page.client());
    let log = log.unwrap_or_else(|error| json!([{ "level": "SEVERE", "message": error }]));
    let entries = log.as_array().cloned().unwrap_or_default();
    let (failures, origin) = (page.server().wire.failures(), page.server().origin());
    let is_elsewhere = |entry: &&Value| !entry["message"].as_str().unwrap_or_default().starts_with(&origin);
    let message =
        |entry: &Value| entry["message"].as_str().map_or_else(|| Value::to_string(entry), str::to_owned);
    let telling = entries.iter().map(message).filter(|message| message.contains(CANARY));
    entries
        .iter()
        .filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security")
        // The browser tells every request that failed; whether one may is up to the test.
        .filter(|entry| entry["source"] != "network" || !(failures > 0 || is_elsewhere(entry)))
        .map(message)
        .chain(telling)
        .collect()
}
