//! An integration as Jira reports it.

use super::integration_type::IntegrationType;
use super::secrets::strip_secrets;
use crate::form::{read_bool, read_ids};
use crate::listed::Odd;
use crate::object::Object;
use serde_json::Value;
use std::sync::Arc;

const HOUR_MS: f64 = 3_600_000.0;

/// An integration. It keeps every setting that Jira reported, including unknown ones, but no secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Integration {
    /// Id on this Jira. Integrations and repositories share one range of ids.
    pub id: u64,
    /// Its type, from `integrationType` or `type`.
    pub kind: IntegrationType,
    /// All settings by their keys on the wire. Copies share them, since a plan may have ten
    /// thousand.
    pub settings: Arc<Object>,
}

/// How long ago Jira last indexed an integration, compared with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staleness {
    /// Within the limit.
    Fresh,
    /// Beyond the limit.
    Stale,
    /// Beyond seven times the limit.
    VeryStale,
    /// Jira has never indexed it.
    Never,
}

impl Integration {
    /// Reads one. Only an id is required, as a number or as text.
    ///
    /// # Errors
    /// A sentence, if there is no id.
    pub fn read(settings: Object) -> Result<Self, String> {
        Self::read_or_give_back(settings).map_err(|odd| odd.why)
    }

    /// Reads one.
    ///
    /// # Errors
    /// What was given, if there is no id.
    pub(super) fn read_or_give_back(mut settings: Object) -> Result<Self, Odd> {
        strip_secrets(&mut settings);
        let id = match settings.get("id") {
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(value) => value.as_u64(),
            None => None,
        };
        let Some(id) = id else {
            let why = "Jira sent an integration without a numeric id.";
            return Err(Odd::new(why, Value::Object(settings), strip_secrets));
        };
        let name = |key: &str| settings.get(key).and_then(Value::as_str).unwrap_or_default();
        let kind = type_of([name("integrationType"), name("type")]);
        Ok(Self { id, kind, settings: Arc::new(settings) })
    }

    /// The display name; without one, the origin; without both, “Integration” and the id.
    pub fn name(&self) -> String {
        [self.text("displayName"), self.origin()]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or_else(|| Self::unnamed(self.id), str::to_owned)
    }

    /// What an integration without name and origin is called.
    pub(super) fn unnamed(id: u64) -> String {
        format!("Integration {id}")
    }

    /// URL of the host, or the folder on the Jira server; empty if Jira reports none.
    pub fn origin(&self) -> &str {
        self.text("origin")
    }

    /// Whether it is disabled. Absent means enabled.
    pub fn is_disabled(&self) -> bool {
        self.settings.get("disabled").and_then(read_bool).unwrap_or(false)
    }

    /// Whether it is associated with all projects; `None` if Jira does not report it.
    pub fn is_global(&self) -> Option<bool> {
        self.settings.get("global").and_then(read_bool)
    }

    /// Ids of the Jira projects it is associated with.
    pub fn projects(&self) -> Vec<u64> {
        self.settings.get("projectMappingIds").and_then(read_ids).unwrap_or_default()
    }

    /// When it was added, in epoch milliseconds.
    pub fn connected_at(&self) -> Option<f64> {
        self.moment("initDate")
    }

    /// When Jira last indexed it, in epoch milliseconds; `None` if it never did.
    pub fn indexed_at(&self) -> Option<f64> {
        self.moment("lastIndexedDate")
    }

    /// How long ago Jira last indexed it. `now` is in epoch milliseconds, the limit in `hours`.
    pub fn staleness(&self, now: f64, hours: f64) -> Staleness {
        staleness(self.indexed_at(), now, hours)
    }

    fn text(&self, key: &str) -> &str {
        self.settings.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default()
    }

    fn moment(&self, key: &str) -> Option<f64> {
        moment(self.settings.get(key)?)
    }
}

/// The type, from the values of `integrationType` and `type`.
pub(super) fn type_of(names: [&str; 2]) -> IntegrationType {
    IntegrationType::parse(names.into_iter().find(|name| !name.is_empty()).unwrap_or_default())
}

/// A moment as Jira writes it, in epoch milliseconds; `None` if it is none.
pub(super) fn moment(value: &Value) -> Option<f64> {
    let at = match value {
        // As a whole number: reading fractions would add 12 KB of tables to the download.
        Value::String(text) => text.trim().parse::<u64>().ok()? as f64,
        value => value.as_f64()?,
    };
    (at > 0.0).then_some(at)
}

/// As [`Integration::staleness`].
pub(super) fn staleness(indexed_at: Option<f64>, now: f64, hours: f64) -> Staleness {
    match indexed_at {
        None => Staleness::Never,
        Some(at) if now - at <= hours * HOUR_MS => Staleness::Fresh,
        Some(at) if now - at <= 7.0 * hours * HOUR_MS => Staleness::Stale,
        Some(_) => Staleness::VeryStale,
    }
}
