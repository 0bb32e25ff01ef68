//! What is GitLab's own when an integration is set up or changed.

use super::rules::Rules;
use crate::api::gitlab::GITLAB_WRITING;
use crate::api::{Record, Refusal, Resource, Writing};
use crate::sentences;
use patchbay_model::edit::Readback;
use patchbay_model::form::Required;
use patchbay_model::gitlab::{self, Integration, Target, USE_INHERITED, find, is_activated_by_saving};
use patchbay_model::{Change, Kind, Object, Schema, Values};
use serde_json::Value;

/// The rules for one integration.
pub struct GitLabRules {
    /// Its name in addresses.
    pub slug: String,
    /// The path of its project or group.
    pub home: String,
    /// Whether it is a group's, which the server passes on.
    pub is_passed_on: bool,
    /// Whose settings it is to use.
    pub whose: Whose,
}

/// Whose settings an integration uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Its own, which are written.
    Own,
    /// Those of a group above it, or of the instance, as this server has them.
    Inherited(Target),
}

fn integration(record: &Record) -> Option<&Integration> {
    match record {
        Record::GitLab(integration) => Some(integration),
        Record::Jira(_) | Record::Repository(_) => None,
    }
}

impl Rules for GitLabRules {
    fn endpoints(&self) -> &'static dyn Writing {
        GITLAB_WRITING
    }

    fn request(&self, schema: &Schema, before: &Values, values: &Values, base: Option<&Record>) -> Object {
        let inherited = base.and_then(integration).and_then(|base| base.inherited);
        match (self.whose, base) {
            (Whose::Own, _) => gitlab::request_body(&self.slug, schema, before, values, inherited),
            // Only a server that reports it knows how to.
            (Whose::Inherited(target), Some(base)) if inherited == Some(false) => {
                gitlab::inherit_body(target, &self.slug, base.settings())
            }
            (Whose::Inherited(_), _) => Object::new(),
        }
    }

    fn readback(&self, schema: &Schema, before: &Object, sent: &Object, now: &Record) -> Readback {
        let mut readback = match self.whose {
            Whose::Own => gitlab::readback(schema, before, sent, now.settings()),
            // What they are is not ours to say.
            Whose::Inherited(_) => Readback::default(),
        };
        let inherited = integration(now).and_then(|now| now.inherited);
        if let (Some(Value::Bool(asked)), Some(inherited)) = (sent.get(USE_INHERITED), inherited)
            && *asked != inherited
        {
            let word = |on| if on { "inherited" } else { "its own" }.to_owned();
            readback.ignored.push(Change {
                key: USE_INHERITED.to_owned(),
                label: "Settings".to_owned(),
                before: word(*asked),
                after: word(inherited),
            });
        }
        let is_to_be_on = self.whose == Whose::Own && is_activated_by_saving(&self.slug);
        readback.switched = (is_to_be_on && !now.is_on()).then_some(false);
        readback
    }

    fn overtaken(&self, opened: Option<&Record>, now: Option<&Record>) -> Option<&'static str> {
        let inherits = |record: Option<&Record>| record.and_then(integration)?.inherited;
        match (inherits(opened), inherits(now)) {
            // It is as asked already, or its own values were changed, which is compared field by field.
            _ if self.whose != Whose::Own => return None,
            (Some(false), Some(true)) => {
                return Some(
                    "Somebody made it use inherited settings meanwhile. Saving gives it its own again.",
                );
            }
            (Some(true), Some(false)) => return Some("Somebody gave it settings of its own meanwhile."),
            _ => {}
        }
        match (opened, now) {
            (Some(opened), Some(now)) if opened.is_on() && !now.is_on() => {
                Some(match is_activated_by_saving(&self.slug) {
                    true => "Somebody disabled it meanwhile. Saving activates it again.",
                    false => "Somebody disabled it meanwhile. Saving does not activate it again.",
                })
            }
            (None, Some(now)) if now.is_on() => Some("Somebody set it up meanwhile."),
            (None, Some(_)) => {
                Some("Somebody set it up meanwhile, but it is not active. Saving activates it.")
            }
            (Some(_), None) => Some("Somebody removed it meanwhile: GitLab has no settings of it any more."),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    fn changed_at(&self, record: &Record) -> Option<String> {
        integration(record)?.updated_at.clone()
    }

    fn strip_secrets(&self, body: &mut Object) {
        gitlab::strip_secrets_of(&self.slug, body);
    }

    fn name(&self, record: Option<&Record>) -> String {
        match (find(&self.slug), record.and_then(integration)) {
            (Some(spec), _) => spec.title.to_owned(),
            (None, Some(known)) => known.title.clone(),
            (None, None) => self.slug.clone(),
        }
    }

    fn place(&self) -> String {
        format!(" in {}", self.home)
    }

    fn afterwards(&self) -> &'static str {
        if self.is_passed_on { sentences::PASSED_ON } else { "" }
    }

    fn keep(&self, _record: &Record) {
        // Its pages read again when they are opened.
    }

    fn keep_gone(&self, _of: &Resource) {}

    fn missing(&self, refusal: &Refusal, schema: &Schema) -> Vec<String> {
        let Refusal::GitLab(refusal) = refusal else { return Vec::new() };
        // It may also require a setting of an unknown integration that was not sent because it did not change.
        let is_left_out = |key: &String| {
            schema.field(key).is_none_or(|field| {
                let is_optional = field.required == Required::No && field.kind != Kind::Secret;
                is_optional && find(&self.slug).is_none()
            })
        };
        refusal.missing().into_iter().filter(is_left_out).collect()
    }
}
