//! One parameter in the catalogue.

use super::event::Event;
use super::param_kind::ParamKind;
use super::target::{Level, Target, Tier};
use super::version::{Bound, Lifespan, Presence, Version};
use crate::form::{Choice, KeyFile, KeyFormat, Shown};
use crate::text::recipients::Recipients;
use std::borrow::Cow;

/// The section of the form that a parameter is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// URLs and credentials of the service.
    Connection,
    /// Recipients of messages.
    Recipients,
    /// Events, with their channels.
    Events,
    /// Everything else.
    Options,
}

/// Whether the form shows a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamStanding {
    /// Shown and sent.
    Current,
    /// Neither shown nor sent. The sentence says why.
    Hidden(&'static str),
    /// Shown and sent, but most GitLab versions ignore it. The sentence says so at the field.
    Ignored(&'static str),
}

/// The value in a new form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// Empty text, or a toggle that is off.
    Empty,
    /// This text, or the option with this value.
    Text(&'static str),
    /// A toggle that is on.
    On,
}

/// One parameter of an integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param {
    /// Key on the wire.
    pub key: &'static str,
    /// Label in the form.
    pub label: &'static str,
    /// Help text, in sentences, with words for the level; see [`Param::help_for`]. May be empty.
    pub(super) help: &'static str,
    /// What it accepts.
    pub kind: ParamKind,
    /// Whether GitLab requires it in every request, including changes.
    pub required: bool,
    /// The first version that no longer does; `None` if all do. It is then required only while it is shown.
    pub required_until: Option<Version>,
    /// Whether it may not be empty while it is shown, although requests may leave it out.
    pub required_while_shown: bool,
    /// Value in a new form.
    pub initial: Initial,
    /// Example that the form shows while it is empty; may be empty.
    pub placeholder: &'static str,
    /// Whether the form shows it.
    pub standing: ParamStanding,
    /// The versions whose API takes it.
    pub life: Lifespan,
    /// What the server must be licensed for.
    pub tier: Tier,
    /// Whether the manual, of GitLab 14.8, documents it. For an integration that is not in the manual: whether it came with
    /// the integration.
    pub in_manual: bool,
    /// For choices: options that came later, each with its version.
    pub later_options: &'static [(&'static str, Version)],
    /// The section of the form that it is in.
    pub place: Place,
    /// Condition for showing it; `None` means always.
    pub shown: Option<Shown>,
    /// Whether it is sent even if empty, because older servers require it although the manual calls it optional.
    pub always_sent: bool,
    /// A property and its value with which the parameter may be empty, but must still be sent.
    pub optional_while: Option<Shown>,
    /// Name of the secret that GitLab deletes if this changes and the secret is not sent; empty if there is none.
    pub clears_secret: &'static str,
    /// For toggles: the value that GitLab sets if the first request does not send it.
    pub server_default: bool,
}

impl Param {
    /// A parameter of any kind. The constructors below are shorter.
    pub const fn new(key: &'static str, label: &'static str, kind: ParamKind, place: Place) -> Self {
        Self {
            key,
            label,
            help: "",
            kind,
            required: false,
            required_until: None,
            required_while_shown: false,
            initial: Initial::Empty,
            placeholder: "",
            standing: ParamStanding::Current,
            life: Lifespan::ALWAYS,
            tier: Tier::Free,
            in_manual: true,
            later_options: &[],
            place,
            shown: None,
            always_sent: false,
            optional_while: None,
            clears_secret: "",
            server_default: false,
        }
    }

    /// One line of text.
    pub const fn text(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, ParamKind::Text, Place::Connection)
    }

    /// An http(s) URL.
    pub const fn url(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, ParamKind::Url, Place::Connection)
    }

    /// A token or password.
    pub const fn secret(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, ParamKind::Secret, Place::Connection)
    }

    /// A key that is the content of a file. `name_key` is the parameter for the name of the file, which needs an entry of
    /// its own: [`Param::text`].
    pub const fn key_file(
        key: &'static str,
        label: &'static str,
        name_key: &'static str,
        format: KeyFormat,
    ) -> Self {
        Self::new(key, label, ParamKind::KeyFile(KeyFile { name_key, format }), Place::Connection)
    }

    /// A webhook URL. Everyone who knows it can post messages, so it is a secret.
    pub const fn webhook(placeholder: &'static str) -> Self {
        Self::new("webhook", "Webhook", ParamKind::SecretUrl, Place::Connection)
            .placeholder(placeholder)
            .required()
            .help("The URL that receives the messages. Anyone who knows it can post there.")
    }

    /// A toggle.
    pub const fn toggle(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, ParamKind::Toggle, Place::Options)
    }

    /// A choice. A new form has the first option.
    pub const fn choice(key: &'static str, label: &'static str, options: &'static [Choice]) -> Self {
        let param = Self::new(key, label, ParamKind::Choice(options), Place::Options);
        match options {
            [first, ..] => param.initial(first.value),
            [] => param,
        }
    }

    /// A choice that is a number on the wire. A new form has the first option.
    pub const fn number_choice(key: &'static str, label: &'static str, options: &'static [Choice]) -> Self {
        Self { kind: ParamKind::NumberChoice(options), ..Self::choice(key, label, options) }
    }

    /// A list of recipients.
    pub const fn recipients(recipients: Recipients) -> Self {
        Self::new("recipients", "Recipients", ParamKind::Recipients(recipients), Place::Recipients).required()
    }

    /// The toggle of an event.
    pub const fn event(event: Event) -> Self {
        let param = Self::new(event.key, event.title, ParamKind::Event(event), Place::Events);
        Self {
            help: event.help,
            server_default: event.server_default,
            initial: if event.form_default { Initial::On } else { Initial::Empty },
            ..param
        }
    }

    /// The channel for messages about an event, shown while the event is on.
    pub const fn channel(event: Event) -> Self {
        Self::new(event.channel, "Channel for these", ParamKind::Channel(event), Place::Events)
            .shown(event.key, "on")
    }

    /// The webhook for messages about an event, shown while the event is on.
    pub const fn webhook_for(event: Event) -> Self {
        Self::new(event.channel, "Webhook for these", ParamKind::Webhook(event), Place::Events)
            .shown(event.key, "on")
    }

    /// Sets the help text.
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// Makes it required; see [`Param::required`].
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Required in every request only before this version; see [`Param::required_until`].
    pub const fn required_until(self, major: u16, minor: u16) -> Self {
        Self { required: true, required_until: Some(Version::new(major, minor)), ..self }
    }

    /// Required while it is shown; see [`Param::required_while_shown`].
    pub const fn required_while_shown(self) -> Self {
        Self { required_while_shown: true, ..self }
    }

    /// Sets the text or option in a new form.
    pub const fn initial(self, text: &'static str) -> Self {
        Self { initial: Initial::Text(text), ..self }
    }

    /// For toggles: off in a new form.
    pub const fn off(self) -> Self {
        Self { initial: Initial::Empty, ..self }
    }

    /// For toggles: on in a new form, and on in GitLab if the first request does not send it.
    pub const fn on(self) -> Self {
        Self { initial: Initial::On, server_default: true, ..self }
    }

    /// For events: off in a new form, and off in GitLab if the first request does not send it.
    pub const fn off_by_default(self) -> Self {
        Self { initial: Initial::Empty, server_default: false, ..self }
    }

    /// Sets the example.
    pub const fn placeholder(self, placeholder: &'static str) -> Self {
        Self { placeholder, ..self }
    }

    /// Sets the section of the form.
    pub const fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Shows it only while the parameter `when` has the value `is`; see [`Shown`].
    pub const fn shown(self, when: &'static str, is: &'static str) -> Self {
        Self { shown: Some(Shown { when, is }), ..self }
    }

    /// Neither shown nor sent, with the reason as a sentence.
    pub const fn hidden(self, why: &'static str) -> Self {
        Self { standing: ParamStanding::Hidden(why), ..self }
    }

    /// Ignored by most GitLab versions, with a sentence that says so.
    pub const fn ignored(self, sentence: &'static str) -> Self {
        Self { standing: ParamStanding::Ignored(sentence), ..self }
    }

    /// Not in the manual, but every version takes it.
    pub const fn beside_manual(self) -> Self {
        Self { in_manual: false, ..self }
    }

    /// Not in the manual: came with this version.
    pub const fn since(self, major: u16, minor: u16) -> Self {
        Self { in_manual: false, ..self.life(Some(Bound::at(major, minor)), self.life.until) }
    }

    /// Not in the manual: came with one of these versions.
    pub const fn since_between(self, earliest: (u16, u16), latest: (u16, u16)) -> Self {
        Self { in_manual: false, ..self.life(Some(Bound::between(earliest, latest)), self.life.until) }
    }

    /// In the manual, but servers take it only since one of these versions.
    pub const fn taken_since(self, earliest: (u16, u16), latest: (u16, u16)) -> Self {
        self.life(Some(Bound::between(earliest, latest)), self.life.until)
    }

    /// This is the first version that does not take it any more.
    pub const fn until(self, major: u16, minor: u16) -> Self {
        self.life(self.life.since, Some(Bound::at(major, minor)))
    }

    /// The first version that does not take it any more is one of these.
    pub const fn until_between(self, earliest: (u16, u16), latest: (u16, u16)) -> Self {
        self.life(self.life.since, Some(Bound::between(earliest, latest)))
    }

    const fn life(self, since: Option<Bound>, until: Option<Bound>) -> Self {
        Self { life: Lifespan { since, until }, ..self }
    }

    /// Only with a license of this tier or a higher one.
    pub const fn tier(self, tier: Tier) -> Self {
        Self { tier, ..self }
    }

    /// Options that came later, each with its version.
    pub const fn later_options(self, options: &'static [(&'static str, Version)]) -> Self {
        Self { later_options: options, ..self }
    }

    /// Allows it to be empty while the property `when` has the value `is`.
    pub const fn optional_while(self, when: &'static str, is: &'static str) -> Self {
        Self { optional_while: Some(Shown { when, is }), ..self }
    }

    /// Sends it even if empty; see [`Param::always_sent`].
    pub const fn always_sent(self) -> Self {
        Self { always_sent: true, ..self }
    }

    /// A change makes GitLab delete the stored secret with this name.
    pub const fn clears_secret(self, secret: &'static str) -> Self {
        Self { clears_secret: secret, ..self }
    }

    /// Help text, in sentences, for projects or for groups; may be empty.
    pub fn help_for(&self, level: Level) -> Cow<'static, str> {
        level.say(self.help)
    }

    /// Whether the server takes it. What the manual documents is known to it at least by name, up to the version of the
    /// manual: what it does there is in [`Param::standing`].
    pub fn presence(&self, target: Target) -> Presence {
        if self.tier > target.at_most {
            return Presence::No;
        }
        self.life.at(target.version)
    }

    /// Whether the server requires it in every request. One whose version is not known may.
    pub fn is_required(&self, target: Target) -> bool {
        let is_before = |until| target.version.is_none_or(|version| version < until);
        self.required && self.required_until.is_none_or(is_before)
    }

    /// Whether a server of the time of the manual has it in its documentation.
    pub fn is_documented(&self, target: Target) -> bool {
        self.in_manual && target.version.is_some_and(|version| version <= Version::MANUAL)
    }
}
