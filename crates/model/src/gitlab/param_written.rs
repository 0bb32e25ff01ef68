//! How an entry of the catalogue is written: one constructor for each kind of parameter, and what is said of it besides.

use super::event::Event;
use super::param::{Initial, Param, ParamStanding, Place};
use super::param_kind::ParamKind;
use super::target::Tier;
use super::version::{Bound, Lifespan, Version};
use crate::form::{Choice, KeyFile, KeyFormat, Shown};
use crate::text::recipients::Recipients;

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
}
