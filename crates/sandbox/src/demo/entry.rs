//! A demonstration integration, with ages in place of dates.

use patchbay_model::Object;
use patchbay_model::gij::{Auth, IntegrationType, Origin};
use serde_json::{Value, json};

use crate::host::Reach;
use crate::projects;
use crate::store::jira::{Credentials, Stored};

pub(super) const HOUR: u32 = 60;
pub(super) const DAY: u32 = 24 * HOUR;

/// An integration with the settings of its type, with a token where the type accepts one.
pub(super) struct Entry {
    settings: Object,
    credentials: Credentials,
    /// How long ago it was added, in minutes.
    added: u32,
    /// How long ago it was last indexed, in minutes.
    indexed: Option<u32>,
    /// How its host behaves.
    reach: Reach,
}

impl Entry {
    /// One of this type, just indexed and associated with all projects.
    pub(super) fn new(kind: &'static str, name: &str, origin: &str) -> Self {
        let kind = IntegrationType::parse(kind);
        let mut settings = Object::new();
        for (key, value) in [
            ("displayName", json!(name)),
            ("origin", json!(origin)),
            ("disabled", json!(false)),
            ("integrationType", json!(kind.name())),
            ("global", json!(true)),
            ("projectMappingIds", json!([])),
            ("gitViewerEnabled", json!(true)),
            ("sourcesDiffViewEnabled", json!(true)),
            ("smartCommitsEnabled", json!(true)),
            ("revisionIndexing", json!(true)),
            ("sendCommitEmails", json!(true)),
            ("maxMinsToCommitEmail", json!(1440)),
            ("trustFolderStat", json!(false)),
        ] {
            settings.insert(key.into(), value);
        }
        let mut entry = Self {
            settings,
            credentials: Credentials::default(),
            added: 400 * DAY,
            indexed: Some(7),
            reach: Reach::Whole,
        };
        if let Some(spec) = kind.spec() {
            if matches!(spec.origin, Origin::Folder(_)) {
                entry = entry.with("folderDepth", 1);
            } else {
                entry = entry.with("disableSslVerification", false);
            }
            if spec.refspecs {
                entry = entry.with("refSpecNotes", true).with("refSpecChanges", false);
            }
            entry = match spec.auth.first() {
                Some(Auth::Token) => entry.with_token(),
                Some(Auth::TokenForAll) => entry.with_token().with("username", "all"),
                Some(Auth::Password) => entry.with_password("svc-jira"),
                Some(Auth::AccessKey) => entry.with_password("AKIAIOSFODNN7EXAMPLE"),
                None => entry,
            };
        }
        entry
    }

    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.settings.insert(key.into(), value.into());
        self
    }

    fn with_token(mut self) -> Self {
        self.credentials = Credentials { pat: true, password: false };
        self
    }

    fn with_password(mut self, username: &str) -> Self {
        self.credentials = Credentials { pat: false, password: true };
        self.with("username", username)
    }

    pub(super) fn disabled(self) -> Self {
        self.with("disabled", true)
    }

    /// Associated with these projects only, named by their keys.
    pub(super) fn projects(self, keys: &[&str]) -> Self {
        let ids: Vec<_> = keys.iter().filter_map(|key| projects::id_of(key)).collect();
        self.project_ids(&ids)
    }

    pub(super) fn project_ids(self, ids: &[i64]) -> Self {
        self.with("global", false).with("projectMappingIds", ids)
    }

    /// On a host that behaves like this.
    pub(super) fn on(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }

    /// Last indexed this many minutes ago.
    pub(super) fn indexed(mut self, minutes: u32) -> Self {
        self.indexed = Some(minutes);
        self
    }

    /// Added this many minutes ago and never indexed.
    pub(super) fn never_indexed(mut self, added: u32) -> Self {
        self.added = added;
        self.indexed = None;
        self
    }

    /// Added this many minutes ago, or just before it was last indexed if that is earlier.
    pub(super) fn added(mut self, minutes: u32) -> Self {
        self.added = minutes;
        self
    }

    pub(super) fn into_stored(self, now: i64) -> Stored {
        let ago = |minutes: u32| now - i64::from(minutes) * 60_000;
        Stored {
            id: 0,
            settings: self.settings,
            credentials: self.credentials,
            init_date: ago(self.indexed.map_or(self.added, |indexed| self.added.max(indexed + 5))),
            last_indexed_date: self.indexed.map(ago),
            is_removed: false,
            is_tracked: false,
            reach: self.reach,
        }
    }
}
