//! What is Jira's own when a repository is changed that an integration tracks.

use super::rules::Rules;
use crate::api::jira::REPOSITORY;
use crate::api::{Record, Resource, Writing};
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::edit::Readback;
use patchbay_model::gij;
use patchbay_model::{Object, Project, Schema, Values};

/// The rules for repositories of one Jira.
pub struct RepositoryRules {
    id: u64,
    inventory: Inventory,
}

impl RepositoryRules {
    /// For the repository with this number.
    pub fn new(id: u64, inventory: Inventory) -> Self {
        Self { id, inventory }
    }
}

impl Rules for RepositoryRules {
    fn endpoints(&self) -> &'static dyn Writing {
        REPOSITORY
    }

    fn request(&self, schema: &Schema, before: &Values, values: &Values, _base: Option<&Record>) -> Object {
        gij::repository_patch(self.id, schema, before, values)
    }

    fn readback(&self, schema: &Schema, before: &Object, sent: &Object, now: &Record) -> Readback {
        gij::readback(schema, before, sent, now.settings(), &|id| self.project(id))
    }

    fn overtaken(&self, _opened: Option<&Record>, _now: Option<&Record>) -> Option<&'static str> {
        None
    }

    fn strip_secrets(&self, body: &mut Object) {
        gij::strip_secrets(body);
    }

    fn project(&self, id: u64) -> String {
        Project::key_of(&untrack(|| self.inventory.known_projects()), id)
    }

    fn name(&self, record: Option<&Record>) -> String {
        match record {
            Some(Record::Repository(repository)) => repository.name(),
            Some(Record::Jira(_) | Record::GitLab(_)) | None => "The repository".to_owned(),
        }
    }

    // Its page and the list of repositories read it anew.
    fn keep(&self, _record: &Record) {}

    fn keep_gone(&self, _of: &Resource) {}
}
