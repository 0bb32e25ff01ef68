//! The settings of one integration in many projects and groups: each text once, and which of them each has. Plain data.

use crate::pages::jira::columns::texts::{NONE, NOT_REPORTED, Texts};
use patchbay_model::gitlab::{Integration, Param, ParamKind, Presence, Target, find, is_secret};
use patchbay_model::text::pasted::without_credentials;
use serde_json::Value;
use std::collections::HashMap;

/// The column that says where the settings come from.
pub const FROM: &str = "inherited";

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name on the wire.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Each text of it once.
    distinct: Vec<String>,
}

/// The settings of one integration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The settings that anything has, in the order of the form.
    pub all: Vec<Setting>,
    /// The secrets of it, by their labels: GitLab shows none, so nobody can compare them.
    pub secrets: Vec<String>,
    /// For each project or group, by its key, the index of its text of each setting; behind the end it was not reported.
    rows: HashMap<u64, Vec<u32>>,
}

impl Settings {
    /// None yet, of the integration with this slug as the server has it.
    pub fn new(slug: &str, target: Target) -> Self {
        let setting = |key: &str, label: &str| Setting {
            key: key.to_owned(),
            label: label.to_owned(),
            distinct: vec![NOT_REPORTED.to_owned()],
        };
        let params = || find(slug).into_iter().flat_map(|spec| spec.params);
        let has = |param: &&Param| param.presence(target) != Presence::No;
        let shown = params().filter(has).filter(|param| !param.kind.is_secret());
        let mut all = vec![setting(FROM, "Settings from")];
        let mut event = "";
        for param in shown {
            // Each channel has the same label, below that of its event.
            let label = match param.kind {
                ParamKind::Event(_) => {
                    event = param.label;
                    param.label.to_owned()
                }
                _ if param.key.ends_with("_channel") && !event.is_empty() => format!("{event}: channel"),
                _ => param.label.to_owned(),
            };
            all.push(setting(param.key, &label));
        }
        let secrets = params().filter(has).filter(|param| param.kind.is_secret());
        Self { all, secrets: secrets.map(|param| param.label.to_owned()).collect(), rows: HashMap::new() }
    }

    /// Takes what was read of the project or group with this key.
    pub fn take(&mut self, key: u64, integration: &Integration) {
        for name in integration.settings.keys() {
            if self.all.iter().all(|setting| setting.key != *name)
                && !is_secret(name)
                && is_known(integration, name)
            {
                let distinct = vec![NOT_REPORTED.to_owned()];
                self.all.push(Setting { key: name.clone(), label: name.clone(), distinct });
            }
        }
        let from = match integration.inherited {
            Some(true) => "above",
            Some(false) => "its own",
            None => NOT_REPORTED,
        };
        let texts: Vec<String> = self
            .all
            .iter()
            .map(|setting| match setting.key.as_str() {
                FROM => from.to_owned(),
                name => integration.settings.get(name).map_or_else(|| NOT_REPORTED.to_owned(), text),
            })
            .collect();
        let row = self.all.iter_mut().zip(texts).map(|(setting, text)| setting.place(text)).collect();
        self.rows.insert(key, row);
    }

    /// Whether it was read of the project or group with this key.
    pub fn has(&self, key: u64) -> bool {
        self.rows.contains_key(&key)
    }

    /// The column of the setting at this index for these projects and groups, by their keys. `None` if there is no such.
    pub fn column(&self, at: usize, keys: &[u64]) -> Option<Texts> {
        let distinct = self.all.get(at)?.distinct.clone();
        let of = |key: &u64| self.rows.get(key).and_then(|row| row.get(at)).copied().unwrap_or_default();
        Some(Texts { distinct, of_row: keys.iter().map(of).collect() })
    }
}

impl Setting {
    fn place(&mut self, text: String) -> u32 {
        let at = self.distinct.iter().position(|one| *one == text).unwrap_or_else(|| {
            self.distinct.push(text);
            self.distinct.len() - 1
        });
        at as u32
    }
}

/// Flags of events that an integration does not take are in every answer and mean nothing.
fn is_known(integration: &Integration, name: &str) -> bool {
    find(&integration.slug).is_none() || !(name.ends_with("_events") || name == "comment_on_event_enabled")
}

/// What the setting says.
fn text(value: &Value) -> String {
    let plain = match value {
        Value::Null => String::new(),
        Value::Bool(on) => return if *on { "on" } else { "off" }.to_owned(),
        Value::String(text) => text.trim().to_owned(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    match plain.is_empty() {
        true => NONE.to_owned(),
        false => without_credentials(&plain).unwrap_or(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::jira::columns::texts::Agreement;
    use patchbay_model::gitlab::wire;
    use serde_json::json;

    fn slack(properties: Value, inherited: Value) -> Integration {
        let answer = json!({"slug": "slack", "active": true, "inherited": inherited, "push_events": true,
            "job_events": true, "properties": properties});
        wire::one(answer).unwrap()
    }

    /// What each of the rows says of a setting.
    fn says(settings: &Settings, key: &str, keys: &[u64]) -> Vec<String> {
        let at = settings.all.iter().position(|setting| setting.key == key).unwrap();
        let column = settings.column(at, keys).unwrap();
        (0..keys.len()).map(|row| column.text(row).to_owned()).collect()
    }

    #[test]
    fn each_setting_is_a_column_and_secrets_are_none() {
        let mut settings = Settings::new("slack", Target::MANUAL);
        settings.take(
            2,
            &slack(json!({"channel": "news", "webhook": "https://hooks.slack.com/s3cret"}), json!(null)),
        );
        settings.take(4, &slack(json!({"channel": "", "extra": [1, "b"]}), json!(true)));
        assert_eq!(says(&settings, "push_events", &[2, 4, 6]), ["on", "on", NOT_REPORTED]);
        assert_eq!(says(&settings, "extra", &[2, 4]), [NOT_REPORTED, "1, b"]);
        assert_eq!(says(&settings, FROM, &[2, 4]), [NOT_REPORTED, "above"]);
        let keys: Vec<&str> = settings.all.iter().map(|setting| setting.key.as_str()).collect();
        assert!(!keys.contains(&"webhook"), "{keys:?}");
        assert_eq!(settings.secrets, ["Webhook"]);
        let labels = || settings.all.iter().map(|setting| setting.label.as_str());
        assert!(
            labels().any(|label| label == "A push to the repository: channel"),
            "{:?}",
            labels().collect::<Vec<_>>()
        );
        assert!(!format!("{settings:?}").contains("s3cret"));
        let channel = settings.all.iter().position(|setting| setting.key == "channel").unwrap();
        assert_eq!(
            settings.column(channel, &[2, 4]).unwrap().agreement(&[0, 1]),
            Agreement::Differs { commonest: 1 }
        );
        assert!(settings.column(99, &[2]).is_none());
    }

    #[test]
    fn an_integration_that_the_catalogue_does_not_know_is_compared_as_it_is() {
        let mut settings = Settings::new("brand-new", Target::MANUAL);
        let answer = json!({"slug": "brand-new", "active": true, "push_events": false, "properties": {"url": "https://u:s3cret@h/x", "api_token": "s3cret"}});
        settings.take(2, &wire::one(answer).unwrap());
        assert_eq!(says(&settings, "push_events", &[2]), ["off"]);
        assert_eq!(says(&settings, "url", &[2]), ["https://h/x"]);
        assert!(!format!("{settings:?}").contains("s3cret"));
    }
}
