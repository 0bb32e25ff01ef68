//! An integration as the server describes it.

use super::{IntegrationType, strip_secrets};
use crate::Object;
use serde_json::Value;

const HOUR_MS: f64 = 3_600_000.0;

/// An integration. Everything the server sent is kept, known to us or not, except secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Integration {
    /// Its number; integrations and repositories are assumed to share the same numbers.
    pub id: u64,
    /// Its type, from `integrationType` or `type`.
    pub kind: IntegrationType,
    /// All settings under their names on the wire.
    pub settings: Object,
}

/// How long ago an integration was last indexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staleness {
    /// Within the allowed time.
    Fresh,
    /// Longer ago.
    Stale,
    /// More than seven times longer ago.
    VeryStale,
    /// Not once.
    Never,
}

impl Integration {
    /// Reads one; the fault is a sentence. All that is needed is an id, as a number or as text.
    pub fn read(mut settings: Object) -> Result<Self, String> {
        strip_secrets(&mut settings);
        let id = match settings.get("id") {
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(value) => value.as_u64(),
            None => None,
        };
        let id = id.ok_or("The server sent an integration without a numeric id.")?;
        let kind = ["integrationType", "type"]
            .iter()
            .filter_map(|key| settings.get(*key)?.as_str())
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let kind = IntegrationType::parse(kind);
        Ok(Self { id, kind, settings })
    }

    /// The display name; the origin where there is none, and the number where there is neither.
    pub fn name(&self) -> String {
        [self.text("displayName"), self.origin()]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or_else(|| format!("Integration {}", self.id), str::to_owned)
    }

    /// URL of the host, or the folder on the Jira server; empty where the server gives none.
    pub fn origin(&self) -> &str {
        self.text("origin")
    }

    /// Whether it is switched off. Absent means switched on.
    pub fn is_disabled(&self) -> bool {
        self.flag("disabled").unwrap_or(false)
    }

    /// Whether it is associated with every project; `None` when the server does not say.
    pub fn is_global(&self) -> Option<bool> {
        self.flag("global")
    }

    /// Ids of the Jira projects it is associated with.
    pub fn projects(&self) -> Vec<u64> {
        let ids = self.settings.get("projectMappingIds").and_then(Value::as_array);
        ids.into_iter()
            .flatten()
            .filter_map(|id| id.as_u64().or_else(|| id.as_str()?.trim().parse().ok()))
            .collect()
    }

    /// When it was connected, in epoch milliseconds.
    pub fn connected_at(&self) -> Option<f64> {
        self.moment("initDate")
    }

    /// When it was last indexed, in epoch milliseconds; `None` before the first time.
    pub fn indexed_at(&self) -> Option<f64> {
        self.moment("lastIndexedDate")
    }

    /// How long ago it was last indexed, seen from `now` (epoch milliseconds), when `hours` are allowed.
    pub fn staleness(&self, now: f64, hours: f64) -> Staleness {
        match self.indexed_at() {
            None => Staleness::Never,
            Some(at) if now - at <= hours * HOUR_MS => Staleness::Fresh,
            Some(at) if now - at <= 7.0 * hours * HOUR_MS => Staleness::Stale,
            Some(_) => Staleness::VeryStale,
        }
    }

    fn text(&self, key: &str) -> &str {
        self.settings.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default()
    }

    fn flag(&self, key: &str) -> Option<bool> {
        match self.settings.get(key)? {
            Value::Bool(on) => Some(*on),
            Value::String(text) => text.trim().to_ascii_lowercase().parse().ok(),
            _ => None,
        }
    }

    fn moment(&self, key: &str) -> Option<f64> {
        let at = match self.settings.get(key)? {
            // As a whole number: the tables for reading fractions would be 12 KB more to download.
            Value::String(text) => text.trim().parse::<u64>().ok()? as f64,
            value => value.as_f64()?,
        };
        (at > 0.0).then_some(at)
    }
}
