//! What is Jira's own when a Git integration is added or changed.

use super::rules::Rules;
use crate::api::jira::JIRA_WRITING;
use crate::api::{Record, Resource, Writing};
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::edit::Readback;
use patchbay_model::gij::{self, Integration, IntegrationType};
use patchbay_model::{Object, Project, Schema, Values};

/// How far the clocks of Jira and of this computer may differ, in milliseconds.
const CLOCKS_DIFFER: f64 = 15.0 * 60_000.0;

/// The rules for integrations of one type in one Jira.
pub struct JiraRules {
    kind: IntegrationType,
    inventory: Inventory,
    /// The integrations that were there before one is added; `None` when the list was not read.
    known: Option<Vec<u64>>,
}

impl JiraRules {
    /// For an integration of this type.
    pub fn new(kind: IntegrationType, inventory: Inventory) -> Self {
        Self { kind, known: inventory.ids(), inventory }
    }
}

fn integration(record: &Record) -> Option<&Integration> {
    match record {
        Record::Jira(integration) => Some(integration),
        Record::Repository(_) | Record::GitLab(_) => None,
    }
}

impl Rules for JiraRules {
    fn endpoints(&self) -> &'static dyn Writing {
        JIRA_WRITING
    }

    fn request(&self, schema: &Schema, before: &Values, values: &Values, base: Option<&Record>) -> Object {
        match base {
            Some(_) => gij::request_patch(&self.kind, schema, before, values),
            None => gij::request_body(&self.kind, schema, values),
        }
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

    fn is_new(&self, candidate: &Record, started_at: f64) -> bool {
        let Some(candidate) = integration(candidate) else { return false };
        let is_late = candidate.connected_at().map(|at| at >= started_at - CLOCKS_DIFFER);
        let is_unknown = self.known.as_ref().map(|known| !known.contains(&candidate.id));
        // Each is enough where the other is not known; the list may be older than somebody else's integration.
        (is_late.is_some() || is_unknown.is_some()) && is_late.unwrap_or(true) && is_unknown.unwrap_or(true)
    }

    fn name(&self, record: Option<&Record>) -> String {
        let name = record.and_then(integration).map(Integration::name);
        name.unwrap_or_else(|| format!("The {} integration", self.kind))
    }

    fn keep(&self, record: &Record) {
        if let Some(integration) = integration(record) {
            self.inventory.put(integration.clone());
        }
    }

    fn keep_gone(&self, of: &Resource) {
        if let Resource::Jira { id: Some(id), .. } = of {
            self.inventory.take_out(*id);
        }
    }
}
