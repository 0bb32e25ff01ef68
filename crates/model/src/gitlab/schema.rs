//! The form of each integration.

use super::catalogue::find;
use super::event::event;
use super::field::{by_name, field, is_drawn, missing_field};
use super::param::{Param, Place};
use super::param_kind::ParamKind;
use super::rules::WEBHOOK;
use super::secrets::is_secret;
use super::spec::{Category, Spec};
use super::target::Target;
use crate::form::{Field, Kind, Layout, Mode, Required, Schema, Section};
use crate::object::Object;
use crate::vendor::Vendor;

/// Title of the section with settings that only GitLab knows and reported as missing.
pub const REQUIRED_BY_GITLAB: &str = "Required by GitLab";

/// The sentence above the settings of an integration that the catalogue does not describe.
pub const UNKNOWN_INTEGRATION: &str = "Patchbay does not know this integration. The form shows the settings that GitLab reports, under their API names.";

/// Title of the section with events that the catalogue does not describe.
pub const OTHER_EVENTS: &str = "Other events";

/// The form of the integration `slug` for this server and place. `settings` are those that GitLab reports, or empty for a
/// new integration; settings that the catalogue does not describe get a field too. `missing` are the keys that GitLab
/// reported as missing: they become required, and get a field if they have none.
pub fn schema(target: Target, slug: &str, mode: Mode, settings: &Object, missing: &[String]) -> Schema {
    let spec = find(slug);
    let mut sections = match spec {
        Some(spec) => known(spec, target, mode, settings),
        None => unknown(settings),
    };
    let (mut rules, mut warnings) =
        spec.map_or((Vec::new(), Vec::new()), |spec| (spec.rules.to_vec(), spec.warnings.to_vec()));
    if spec.is_some_and(|spec| spec.params.iter().any(|param| param.kind == ParamKind::SecretUrl)) {
        rules.push(WEBHOOK);
    }
    warnings.extend(spec.map(|spec| spec.refused_by_some).unwrap_or_default());
    let has_field = |sections: &[Section], key: &str| {
        sections.iter().any(|section| section.fields.iter().any(|field| field.key == key))
    };
    for field in sections.iter_mut().flat_map(|section| &mut section.fields) {
        // A secret can also be removed, which sends it too.
        if field.kind != Kind::Secret && missing.iter().any(|key| *key == field.key) {
            field.required = Required::Always;
        }
    }
    let missing: Vec<Field> =
        missing.iter().filter(|key| !has_field(&sections, key)).map(|key| missing_field(key)).collect();
    sections.push(Section::new(REQUIRED_BY_GITLAB, "This GitLab server requires these settings.", missing));
    // The name of a key's file is chosen with the key: what is missing then is the key.
    let files: Vec<&str> = sections
        .iter()
        .flat_map(|section| &section.fields)
        .filter_map(|field| Some(field.file?.name_key))
        .collect();
    for field in sections.iter_mut().flat_map(|section| &mut section.fields) {
        if files.contains(&field.key.as_ref()) {
            field.required = Required::No;
        }
    }
    sections.retain(|section| !section.fields.is_empty());
    let corrections = spec.map(|spec| spec.corrections.to_vec()).unwrap_or_default();
    Schema { vendor: Vendor::GitLab, wants_required: true, mode, sections, rules, warnings, corrections }
}

fn known(spec: &'static Spec, target: Target, mode: Mode, settings: &Object) -> Vec<Section> {
    let is_drawn = |param: &&Param| is_drawn(param, target, mode, settings);
    // A key is of no use without the name of its file.
    let is_named = |param: &&Param| {
        let names =
            |other: &&Param| matches!(other.kind, ParamKind::KeyFile(file) if file.name_key == param.key);
        spec.params.iter().filter(names).any(|key| is_drawn(&key))
    };
    let fields = |place: Place| -> Vec<Field> {
        let params =
            spec.params.iter().filter(|param| param.place == place && (is_drawn(param) || is_named(param)));
        params.map(|param| field(param, target, mode, settings)).collect()
    };
    let others = settings
        .iter()
        .filter(|(key, _)| spec.param(key).is_none() && !is_flag(key) && !is_secret(key))
        .map(|(key, value)| by_name(key, value))
        .collect();
    // Newer servers send chats more events than the catalogue describes, some of them by default. Every integration reports
    // all flags, so a flag of an event that this entry does not have has no effect here.
    let has_more = spec.category == Category::Chat && spec.events().count() > 1;
    let other_events = settings
        .iter()
        .filter(|(key, _)| has_more && event(key).is_none() && key.ends_with("_events"))
        .map(|(key, value)| by_name(key, value))
        .collect();
    vec![
        Section::new("Connection", "The service and how GitLab signs in to it.", fields(Place::Connection)),
        Section::new("Recipients", "", fields(Place::Recipients)),
        Section {
            layout: Layout::Events,
            ..Section::new("Events", "The events that GitLab reports to the service.", fields(Place::Events))
        },
        Section::new("Options", "", fields(Place::Options)),
        Section::new(
            "Other settings",
            "This GitLab server reports settings that Patchbay does not know. They have their API names.",
            others,
        ),
        Section {
            layout: Layout::Events,
            ..Section::new(
                OTHER_EVENTS,
                "This GitLab server reports events that Patchbay does not know.",
                other_events,
            )
        },
    ]
}

/// Whether it is a flag that GitLab reports for every integration, even if the integration has no such event.
fn is_flag(key: &str) -> bool {
    key.ends_with("_events") || key == "comment_on_event_enabled"
}

/// A form made from settings, for a slug that the catalogue does not describe.
fn unknown(settings: &Object) -> Vec<Section> {
    let fields = |flags: bool| -> Vec<Field> {
        let some = settings.iter().filter(|(key, _)| is_flag(key) == flags && !is_secret(key));
        some.map(|(key, value)| by_name(key, value)).collect()
    };
    vec![
        Section::new("Settings", UNKNOWN_INTEGRATION, fields(false)),
        Section {
            layout: Layout::Events,
            ..Section::new(
                "Events",
                "GitLab reports all of them for every integration. Some have no effect here.",
                fields(true),
            )
        },
    ]
}
