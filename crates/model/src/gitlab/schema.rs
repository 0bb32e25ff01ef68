//! The form of each integration.

use super::rules::{TOKENS, WEBHOOK};
use super::{Category, Param, ParamKind, ParamStanding, Place, Spec, Start, event, find, is_secret};
use crate::form::{Choice, Required, Text};
use crate::{Field, Kind, Layout, Mode, Object, Schema, Section, Vendor};
use serde_json::Value;

/// The form of the integration `slug`. `settings` is what the server reports, and empty for a new one: what it reports
/// beyond the catalogue gets fields by its shape. `wanted` names what a server called missing: it is required from then
/// on, and gets a field where it has none.
pub fn schema(slug: &str, mode: Mode, settings: &Object, wanted: &[String]) -> Schema {
    let spec = find(slug);
    let mut sections = match spec {
        Some(spec) => known(spec, mode, settings),
        None => unknown(settings),
    };
    let (mut rules, mut warnings) =
        spec.map_or((Vec::new(), Vec::new()), |spec| (spec.rules.to_vec(), spec.warnings.to_vec()));
    if spec.is_some_and(|spec| spec.params.iter().any(|param| param.kind == ParamKind::SecretUrl)) {
        rules.push(WEBHOOK);
    }
    warnings.extend(TOKENS.iter().filter(|rule| spec.is_some_and(|spec| spec.param(rule.at).is_some())));
    let is_there = |sections: &[Section], key: &str| {
        sections.iter().any(|section| section.fields.iter().any(|field| field.key == key))
    };
    for field in sections.iter_mut().flat_map(|section| &mut section.fields) {
        // A secret may also be removed, which says something as well.
        if field.kind != Kind::Secret && wanted.iter().any(|key| *key == field.key) {
            field.required = Required::Always;
        }
    }
    let missing: Vec<Field> =
        wanted.iter().filter(|key| !is_there(&sections, key)).map(|key| asked_for(key)).collect();
    sections.push(Section::new(
        "Asked for by GitLab",
        "This server does not go without these settings.",
        missing,
    ));
    sections.retain(|section| !section.fields.is_empty());
    Schema { vendor: Vendor::GitLab, wants_required: true, mode, sections, rules, warnings }
}

fn known(spec: &'static Spec, mode: Mode, settings: &Object) -> Vec<Section> {
    let fields = |place: Place| -> Vec<Field> {
        let params =
            spec.params.iter().filter(|param| param.place == place && is_drawn(param, mode, settings));
        params.map(|param| field(param, mode, settings)).collect()
    };
    let others = settings
        .iter()
        .filter(|(key, _)| spec.param(key).is_none() && !is_flag(key) && !is_secret(key))
        .map(|(key, value)| by_name(key, value))
        .collect();
    // Newer servers tell chats of more events than the manual knows, and of some of them unless told otherwise. All flags
    // stand beside every integration, so those that the manual knows and this entry lacks mean nothing here.
    let has_more = spec.category == Category::Chat && spec.events().count() > 1;
    let other_events = settings
        .iter()
        .filter(|(key, _)| has_more && event(key).is_none() && key.ends_with("_events"))
        .map(|(key, value)| by_name(key, value))
        .collect();
    vec![
        Section::new(
            "Connection",
            "Where the service is, and how GitLab signs in.",
            fields(Place::Connection),
        ),
        Section::new("Recipients", "", fields(Place::Recipients)),
        Section {
            layout: Layout::Events,
            ..Section::new("Events", "What GitLab tells the service about.", fields(Place::Events))
        },
        Section::new("Options", "", fields(Place::Options)),
        Section::new(
            "Other settings",
            "This server reports them, and Patchbay does not know them: they have GitLab’s own names.",
            others,
        ),
        Section {
            layout: Layout::Events,
            ..Section::new(
                "Other events",
                "This server knows them, the manual that Patchbay follows does not.",
                other_events,
            )
        },
    ]
}

/// Flags that stand beside every integration, whether it has such an event or not.
fn is_flag(key: &str) -> bool {
    key.ends_with("_events") || key == "comment_on_event_enabled"
}

fn is_drawn(param: &Param, mode: Mode, settings: &Object) -> bool {
    match param.standing {
        ParamStanding::Current | ParamStanding::Ignored(_) => true,
        ParamStanding::Hidden(_) => false,
        ParamStanding::Reported => {
            let is_event = matches!(param.kind, ParamKind::Event(_));
            settings.contains_key(param.key) || (is_event && mode == Mode::Create)
        }
    }
}

fn field(param: &'static Param, mode: Mode, settings: &Object) -> Field {
    let reported = settings.get(param.key);
    let kind = match param.kind {
        ParamKind::Text | ParamKind::Channel(_) => Kind::Text,
        ParamKind::Multiline => Kind::Multiline,
        ParamKind::Url => Kind::WebAddress,
        ParamKind::Integer { min, max } => Kind::Integer { min, max, unit: "" },
        ParamKind::Toggle | ParamKind::Event(_) => Kind::Toggle { inverted: false },
        ParamKind::Secret | ParamKind::SecretUrl => Kind::Secret,
        ParamKind::Recipients(recipients) => Kind::Recipients(recipients),
        ParamKind::Choice(options) => choice(options, mode, reported.and_then(Value::as_str)),
    };
    let mut help = param.help.to_owned();
    let mut say = |sentence: &str| {
        if !help.is_empty() {
            help.push(' ');
        }
        help.push_str(sentence);
    };
    if let ParamStanding::Ignored(sentence) = param.standing {
        say(sentence);
    }
    if mode == Mode::Edit && param.required && kind == Kind::Secret {
        say("GitLab never returns it and wants it again with every change.");
    } else if mode == Mode::Edit && param.required && reported.is_none() {
        // Versions of the manual's time hide whatever is called a key.
        say("This server does not report it and wants it again with every change.");
    }
    let label: Text = match param.kind {
        // Several of them stand in one form.
        ParamKind::Channel(event) => format!("Channel for “{}”", event.title).into(),
        _ => param.label.into(),
    };
    let mut field = Field::new(param.key, label, kind).help(help).placeholder(param.placeholder).required(
        if param.required && !may_be_blank(param, settings) { Required::Always } else { Required::No },
    );
    field = match param.start {
        Start::Empty => field,
        Start::On => field.on(),
        // What exists begins with what the server reports.
        Start::Text(text) if mode == Mode::Create => field.default_text(text),
        Start::Text(_) => field,
    };
    if !param.forgets.is_empty() {
        field = field.consequence(format!(
            "makes GitLab forget the stored {}: enter it again with this change if it is needed.",
            param.forgets
        ));
    }
    Field { shown: param.shown, ..field }
}

fn may_be_blank(param: &Param, settings: &Object) -> bool {
    param.blank_while.is_some_and(|(property, number)| match settings.get(property) {
        Some(Value::Number(reported)) => reported.as_i64() == Some(number),
        Some(Value::String(reported)) => reported.trim().parse() == Ok(number),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => false,
    })
}

/// A choice that can hold what the server reports: also nothing, and also what the catalogue does not know.
fn choice(options: &'static [Choice], mode: Mode, reported: Option<&str>) -> Kind {
    let is_option = |text: &str| options.iter().any(|option| option.value == text);
    match (mode, reported) {
        (Mode::Edit, Some(text)) if !text.is_empty() && !is_option(text) => Kind::Text,
        (Mode::Edit, None | Some("")) if !is_option("") => {
            let unknown = Choice { value: "", label: "As GitLab has it (not reported)" };
            Kind::Choice { options: std::iter::once(unknown).chain(options.iter().cloned()).collect() }
        }
        _ => Kind::Choice { options: options.to_vec() },
    }
}

/// A form made from values, for a slug that the catalogue does not know.
fn unknown(settings: &Object) -> Vec<Section> {
    let fields = |flags: bool| -> Vec<Field> {
        let some = settings.iter().filter(|(key, _)| is_flag(key) == flags && !is_secret(key));
        some.map(|(key, value)| by_name(key, value)).collect()
    };
    vec![
        Section::new(
            "Settings",
            "Patchbay does not know this integration. These are the settings that the server reports, under its own names.",
            fields(false),
        ),
        Section {
            layout: Layout::Events,
            ..Section::new("Events", "Not each of them means something here.", fields(true))
        },
    ]
}

/// A field for what the server reports and the catalogue does not have: named as other integrations name the event, or
/// else as the server does.
fn by_name(key: &str, value: &Value) -> Field {
    let label: Text = event(key).map_or_else(|| key.to_owned().into(), |event| event.title.into());
    Field::new(key.to_owned(), label, by_shape(value))
}

/// A field for a setting that the server called missing.
fn asked_for(key: &str) -> Field {
    let kind = if is_secret(key) { Kind::Secret } else { Kind::Text };
    Field::new(key.to_owned(), key.to_owned(), kind).required(Required::Always)
}

fn by_shape(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Toggle { inverted: false },
        Value::Null => Kind::Text,
        Value::String(text) if !text.contains(char::is_control) => Kind::Text,
        Value::String(text) if !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) => {
            Kind::Multiline
        }
        Value::Number(number) if number.is_i64() => Kind::Integer { min: i64::MIN, max: i64::MAX, unit: "" },
        _ => Kind::Json,
    }
}
