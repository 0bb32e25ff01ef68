//! What is known of an integration, its project or group and its server.

use super::Opened;
use crate::api::{Holder, Record, Resource};
use crate::edit::gitlab::{GitLabRules, Whose};
use crate::pages::gitlab::about_home::{archived, has_moved_from, named};
use crate::pages::gitlab::words::target;
use crate::store::work;
use leptos::prelude::*;
use patchbay_model::gitlab::{self, Integration, Level, Spec, Target, find};
use patchbay_model::{Mode, Object, Schema};

impl Opened {
    /// The integration's name in addresses.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// What the catalogue says of it.
    pub fn spec(self) -> Option<&'static Spec> {
        self.slug.with_value(|slug| find(slug))
    }

    /// What is known of the server and the place, for the catalogue.
    pub fn target(self) -> Target {
        untrack(|| target(self.session, self.level))
    }

    /// Whether the server has said its version, or does not say it; followed.
    pub fn has_target(self) -> bool {
        self.session.version.is_read() || self.session.version.error().is_some()
    }

    /// What people know it by; followed.
    pub fn title(self) -> String {
        match (self.spec(), &*self.record.read()) {
            (Some(spec), _) => spec.title.to_owned(),
            (None, Some(Record::GitLab(known))) => known.title.clone(),
            (None, _) => self.slug(),
        }
    }

    /// What it belongs to; followed.
    pub fn holder(self) -> Holder {
        let number = self.home.read().as_ref().map_or(0, |home| home.id);
        Holder::new(self.level, number)
    }

    /// What requests and other pages call it; followed.
    pub fn resource(self) -> Resource {
        Resource::GitLab { server: self.session.server, holder: self.holder(), slug: self.slug() }
    }

    /// How its settings are written.
    pub fn rules(self, whose: Whose) -> GitLabRules {
        GitLabRules {
            slug: self.slug(),
            home: untrack(|| self.path()),
            is_passed_on: self.level == Level::Group,
            whose,
        }
    }

    /// Its settings on the server, as last read or saved.
    pub fn settings(self) -> Object {
        self.record
            .with_untracked(|record| record.as_ref().map(|record| record.settings().clone()))
            .unwrap_or_default()
    }

    /// The form of these settings.
    pub fn schema(self) -> Schema {
        gitlab::schema(self.target(), &self.slug(), Mode::Edit, &self.settings(), &[])
    }

    /// Why nothing can be changed at the moment; followed.
    pub fn why_not(self) -> Option<String> {
        archived(self.home.read().as_ref()).or_else(|| self.waits())
    }

    /// Why nothing can be changed at the moment, because of what is under way; followed.
    pub fn waits(self) -> Option<String> {
        work::under_way(&self.resource()).map(|verb| verb.because().to_owned())
    }

    /// The number of the project or group once it is known, and until then what the address has; followed.
    pub fn home_id(self) -> String {
        self.home.read().as_ref().map_or_else(|| self.id.get_value(), |home| home.id.to_string())
    }

    /// The path of the project or group once it is known, and until then what the address has; followed.
    pub fn path(self) -> String {
        let known = self.home.read().as_ref().map(|home| home.path.clone());
        known.unwrap_or_else(|| named(self.level, &self.id.get_value()))
    }

    /// Whether the address names the project or group by another number or path than it has now; followed.
    pub fn has_moved(self) -> bool {
        let id = self.id.get_value();
        self.home.read().as_ref().is_some_and(|home| has_moved_from(home, &id))
    }

    /// The integration as GitLab has it, if it was ever set up; followed.
    pub fn integration(self) -> Option<Integration> {
        match self.record.get() {
            Some(Record::GitLab(integration)) => Some(integration),
            Some(Record::Jira(_) | Record::Repository(_)) | None => None,
        }
    }

    /// Whether it uses settings of a group above it or of the instance; `None` where the server does not say. Followed.
    pub fn inherits(self) -> Option<bool> {
        match &*self.record.read() {
            Some(Record::GitLab(integration)) => integration.inherited,
            Some(Record::Jira(_) | Record::Repository(_)) | None => None,
        }
    }

    /// Whether it is active; followed.
    pub fn is_active(self) -> bool {
        self.record.read().as_ref().is_some_and(Record::is_on)
    }
}
