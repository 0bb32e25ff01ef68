//! The field of a parameter, and of settings that the catalogue does not describe.

use super::event::event;
use super::param::{Initial, Param, ParamStanding};
use super::param_kind::ParamKind;
use super::secrets::is_secret;
use super::target::{Target, Tier};
use super::version::{Presence, Version};
use crate::form::{Choice, Field, Kind, Mode, Required, Shown, Text, kind_of};
use crate::object::Object;
use crate::text::{NAME, short};
use serde_json::Value;

/// The help for a required secret of an existing integration.
pub const ENTER_AGAIN: &str = "GitLab never returns it and requires it in every change. Enter it again.";

/// The same for a key that is read from a file.
const CHOOSE_AGAIN: &str =
    "Patchbay never shows it, and GitLab requires it in every change. Choose its file again.";

/// The side effect of a change that clears a secret, as [`Field::consequence`].
pub fn clears(secret: &str) -> String {
    format!("makes GitLab delete the stored {secret}. If it is still needed, enter it again.")
}

/// What the form says of a parameter that this version of GitLab may not take.
const MAY_BE_IGNORED: &str = "This version of GitLab may ignore it.";

/// Whether the form has a field for this parameter.
pub(super) fn is_drawn(param: &Param, target: Target, mode: Mode, settings: &Object) -> bool {
    if matches!(param.standing, ParamStanding::Hidden(_)) {
        return false;
    }
    let is_reported = || settings.contains_key(param.key);
    let is_newer = target.version.is_some_and(|version| version > Version::MANUAL);
    // GitLab turns on most events that the first request does not send.
    let is_turned_on = mode == Mode::Create && param.kind.is_event() && param.server_default;
    match param.presence(target) {
        _ if param.is_documented(target) => true,
        // Servers of the time of the manual were not seen to take what it leaves out, but in new ones.
        Presence::Yes => param.in_manual || is_newer || is_turned_on || is_reported(),
        Presence::Unsure if mode == Mode::Create => is_newer || is_turned_on,
        // What a server never reports says nothing about whether it takes it.
        Presence::Unsure => is_reported() || (param.kind.is_secret() && is_newer),
        // Servers report the flags of all events for every integration.
        Presence::No => is_reported() && !param.kind.is_event(),
    }
}

/// The field of a parameter. `settings` are those that GitLab reports.
pub(super) fn field(param: &'static Param, target: Target, mode: Mode, settings: &Object) -> Field {
    let reported = settings.get(param.key);
    let kind = match param.kind {
        ParamKind::Text | ParamKind::Channel(_) => Kind::Text,
        ParamKind::Multiline => Kind::Multiline,
        ParamKind::Lines => Kind::Lines,
        ParamKind::Url => Kind::WebAddress,
        ParamKind::Integer { min, max } => Kind::Integer { min, max, unit: "" },
        ParamKind::Toggle | ParamKind::Event(_) => Kind::Toggle { inverted: false },
        ParamKind::Secret | ParamKind::SecretUrl | ParamKind::KeyFile(_) | ParamKind::Webhook(_) => {
            Kind::Secret
        }
        ParamKind::Recipients(recipients) => Kind::Recipients(recipients),
        ParamKind::Choice(options) | ParamKind::NumberChoice(options) => {
            choice(&offered_options(param, options, target), mode, reported)
        }
    };
    let label: Text = match param.kind {
        // One form can have several channels.
        ParamKind::Channel(event) => format!("Channel for “{}”", event.title).into(),
        ParamKind::Webhook(event) => format!("Webhook for “{}”", event.title).into(),
        _ => param.label.into(),
    };
    let mut field = Field::new(param.key, label, kind)
        .help(help(param, target, mode, reported.is_some()))
        .placeholder(param.placeholder)
        .required(if param.required || param.required_while_shown { Required::Always } else { Required::No });
    field = match param.initial {
        Initial::Empty => field,
        Initial::On => field.on(),
        // An existing integration has what GitLab reports.
        Initial::Text(text) if mode == Mode::Create => field.default_text(text),
        Initial::Text(_) => field,
    };
    if !param.clears_secret.is_empty() {
        field = field.consequence(clears(param.clears_secret));
    }
    if let ParamKind::KeyFile(file) = param.kind {
        field.file = Some(file);
    }
    // What every request must have cannot be left out of the form. What is not reported hides nothing, because the server may
    // store a value; toggles know that themselves.
    let is_known = |shown: &Shown| {
        matches!(shown.is, "on" | "off") || mode == Mode::Create || settings.contains_key(shown.when)
    };
    let shown = param.shown.filter(|shown| !param.is_required(target) && is_known(shown));
    let may_be_missing =
        !param.is_documented(target) && (param.presence(target) != Presence::Yes || param.tier > Tier::Free);
    Field { shown, optional_while: param.optional_while, may_be_missing, ..field }
}

/// The help of the entry, and what this server and this change make of it.
fn help(param: &Param, target: Target, mode: Mode, is_reported: bool) -> String {
    let mut help = param.help_for(target.level).into_owned();
    let mut add = |sentence: &str| {
        if !help.is_empty() {
            help.push(' ');
        }
        help.push_str(sentence);
    };
    let is_there = param.presence(target) == Presence::Yes;
    // That a server reports the flag of an event does not say that the integration has the event.
    let is_known = is_there || (is_reported && !param.kind.is_event());
    match param.standing {
        // Versions from then on do not ignore it.
        ParamStanding::Ignored(_) if is_there && param.life.since.is_some() => {}
        ParamStanding::Ignored(sentence) => add(sentence),
        _ if !is_known => add(MAY_BE_IGNORED),
        _ => {}
    }
    match param.tier {
        Tier::Free => {}
        Tier::Premium => add("Requires GitLab Premium or Ultimate."),
        Tier::Ultimate => add("Requires GitLab Ultimate."),
    }
    if mode == Mode::Edit && param.required {
        match param.kind {
            ParamKind::KeyFile(_) => add(CHOOSE_AGAIN),
            kind if kind.is_secret() => add(ENTER_AGAIN),
            // GitLab 14.8 does not report settings with “key” in their names.
            _ if !is_reported => {
                add("This GitLab server does not report it and requires it in every change. Enter it again.");
            }
            _ => {}
        }
    }
    help
}

/// The options that this server has.
fn offered_options(param: &Param, options: &'static [Choice], target: Target) -> Vec<Choice> {
    let came_later = |choice: &Choice| param.later_options.iter().find(|(value, _)| choice.value == *value);
    let is_offered = |choice: &&Choice| match (came_later(choice), target.version) {
        (None, _) => true,
        (Some((_, since)), Some(version)) => version >= *since,
        (Some(_), None) => false,
    };
    options.iter().filter(is_offered).cloned().collect()
}

/// A choice that can hold what GitLab reports, including nothing and values that are not options.
fn choice(options: &[Choice], mode: Mode, reported: Option<&Value>) -> Kind {
    let is_option = |text: &str| options.iter().any(|option| option.value == text);
    let reported = reported.and_then(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    match (mode, reported.as_deref()) {
        (Mode::Edit, Some(text)) if !text.is_empty() && !is_option(text) => Kind::Text,
        (Mode::Edit, None | Some("")) if !is_option("") => {
            let unknown = Choice { value: "", label: "Unchanged (not reported)" };
            Kind::Choice { options: std::iter::once(unknown).chain(options.iter().cloned()).collect() }
        }
        _ => Kind::Choice { options: options.to_vec() },
    }
}

/// A field for a setting that GitLab reports and the catalogue does not describe. Its label is that of the event, else its
/// key.
pub(super) fn by_name(key: &str, value: &Value) -> Field {
    let label: Text = event(key).map_or_else(|| short(key, NAME).into(), |event| event.title.into());
    Field::new(key.to_owned(), label, kind_of(value, Kind::Text))
}

/// A field for a setting that GitLab reported as missing.
pub(super) fn missing_field(key: &str) -> Field {
    let kind = if is_secret(key) { Kind::Secret } else { Kind::Text };
    Field::new(key.to_owned(), short(key, NAME), kind).required(Required::Always)
}
