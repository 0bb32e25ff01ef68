//! A copy of an integration's settings as a file, to be kept before it is disabled.

use crate::api::gitlab as api;
use crate::api::{Error, Found, Record, Server};
use crate::browser::download;
use patchbay_model::Object;
use patchbay_model::gitlab::{Home, Integration, export, find};
use serde_json::Value;

/// What became of the file.
pub enum Exported {
    /// The browser has it, under this name.
    Saved(String),
    /// There is nothing to keep: GitLab has no settings of it.
    Nothing,
    /// The browser did not take it.
    Blocked,
}

/// Reads the integration again and lets the browser save its settings, without secrets.
///
/// # Errors
/// When GitLab does not give it.
pub async fn download_settings(gitlab: Server, home: &Home, slug: &str) -> Result<Exported, Error> {
    let Found::Present(Record::GitLab(integration)) = api::get(gitlab, home.into(), slug).await? else {
        return Ok(Exported::Nothing);
    };
    let name = file_name(home, slug);
    let text = serde_json::to_string_pretty(&file(home, &integration)).unwrap_or_default();
    Ok(if download::json(&name, &text) { Exported::Saved(name) } else { Exported::Blocked })
}

/// What GitLab asks for again, because it is in no file: labels of the secrets, in the catalogue's order.
pub fn secret_labels(slug: &str) -> Vec<&'static str> {
    let Some(spec) = find(slug) else { return Vec::new() };
    spec.params.iter().filter(|param| param.kind.is_secret()).map(|param| param.label).collect()
}

/// `group-project-slack.json`.
fn file_name(home: &Home, slug: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' };
    format!("{}-{slug}.json", home.path).chars().map(plain).collect()
}

/// The settings, of which project or group they are, and which secrets are not among them.
fn file(home: &Home, integration: &Integration) -> Object {
    let mut file = Object::new();
    file.insert(home.level.noun().to_owned(), Value::from(home.path.as_str()));
    file.extend(export(integration));
    if let Some(spec) = find(&integration.slug) {
        file.insert("secrets_left_out".to_owned(), spec.secrets().map(Value::from).collect());
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use patchbay_model::gitlab::{Level, wire};
    use serde_json::json;

    fn project() -> Home {
        let answer = json!({"id": 7, "name": "App", "path_with_namespace": "acme/mobile/app"});
        wire::home(answer, Level::Project).unwrap()
    }

    #[test]
    fn names_the_file_after_project_and_integration() {
        assert_eq!(file_name(&project(), "slack"), "acme-mobile-app-slack.json");
    }

    #[test]
    fn keeps_the_settings_and_names_the_secrets_it_leaves_out() {
        let answer = json!({"slug": "slack", "title": "Slack", "active": true, "push_events": true,
            "properties": {"channel": "general", "webhook": "https://hooks.slack.example/T0/secret"}});
        let kept = Value::Object(file(&project(), &wire::one(answer).unwrap()));
        let expected = json!({"project": "acme/mobile/app", "slug": "slack", "title": "Slack", "active": true,
            "settings": {"push_events": true, "channel": "general"}, "secrets_left_out": ["webhook"]});
        assert_eq!(kept, expected);
    }
}
