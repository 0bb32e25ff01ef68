//! One parameter of an integration, as the catalogue writes it down.

use super::{Event, ParamKind};
use crate::form::{Choice, Shown};
use crate::text::recipients::Recipients;

/// The part of the form a parameter is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where the service is and how GitLab signs in.
    Connection,
    /// Who gets the messages.
    Recipients,
    /// What the messages are about.
    Events,
    /// Everything else.
    Options,
}

/// Whether a parameter is of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamStanding {
    /// It is.
    Current,
    /// Not drawn and not sent; the sentence says why.
    Hidden(&'static str),
    /// Most servers take it and do nothing with it; the sentence says so at the field.
    Ignored(&'static str),
    /// Not in the manual: drawn only where the server reports it. Events are in a new form as well, because servers take
    /// them and switch on what a first request does not say.
    Reported,
}

/// What a new form begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// An empty text, or a toggle that is off.
    Empty,
    /// This text, or this choice.
    Text(&'static str),
    /// A toggle that is on.
    On,
}

/// One parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param {
    /// Name on the wire.
    pub key: &'static str,
    /// What a person reads.
    pub label: &'static str,
    /// One or two sentences in our own words; may be empty.
    pub help: &'static str,
    /// What it may hold.
    pub kind: ParamKind,
    /// Whether GitLab refuses a request without it; it wants it with every change.
    pub required: bool,
    /// What a new form begins with.
    pub start: Start,
    /// Example shown while it is empty.
    pub placeholder: &'static str,
    /// Whether it is of use.
    pub standing: ParamStanding,
    /// The part of the form it is in.
    pub place: Place,
    /// When it is shown.
    pub shown: Option<Shown>,
    /// Whether older servers refuse a request without it, although the manual calls it optional; empty is enough.
    pub insisted: bool,
    /// Property and number: while the server reports that number, it may be blank, but must be sent all the same.
    pub blank_while: Option<(&'static str, i64)>,
    /// Label of the secret that GitLab forgets when this changes without a new one; empty when none.
    pub forgets: &'static str,
    /// For toggles: whether GitLab switches it on when a first request does not say.
    pub on_unless_said: bool,
}

impl Param {
    /// A parameter of any kind. Short constructors below cover the usual ones.
    pub const fn new(key: &'static str, label: &'static str, kind: ParamKind, place: Place) -> Self {
        Self {
            key,
            label,
            help: "",
            kind,
            required: false,
            start: Start::Empty,
            placeholder: "",
            standing: ParamStanding::Current,
            place,
            shown: None,
            insisted: false,
            blank_while: None,
            forgets: "",
            on_unless_said: false,
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

    /// The address that takes the messages. Who knows it can send some, so it is a secret.
    pub const fn webhook(placeholder: &'static str) -> Self {
        Self::new("webhook", "Webhook", ParamKind::SecretUrl, Place::Connection)
            .placeholder(placeholder)
            .required()
            .help("The address that takes the messages. Whoever knows it can post there.")
    }

    /// On or off.
    pub const fn toggle(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, ParamKind::Toggle, Place::Options)
    }

    /// One of these; a new form begins with the first.
    pub const fn choice(key: &'static str, label: &'static str, options: &'static [Choice]) -> Self {
        let param = Self::new(key, label, ParamKind::Choice(options), Place::Options);
        match options {
            [first, ..] => param.begins(first.value),
            [] => param,
        }
    }

    /// Addresses in a list.
    pub const fn recipients(recipients: Recipients) -> Self {
        Self::new("recipients", "Recipients", ParamKind::Recipients(recipients), Place::Recipients).required()
    }

    /// Whether GitLab tells the service about this event.
    pub const fn event(event: Event) -> Self {
        let param = Self::new(event.key, event.title, ParamKind::Event(event), Place::Events);
        Self {
            help: event.help,
            on_unless_said: event.on_unless_said,
            start: if event.on_in_form { Start::On } else { Start::Empty },
            ..param
        }
    }

    /// The channel that gets the messages about this event.
    pub const fn channel(event: Event) -> Self {
        Self::new(event.channel, "Channel for these", ParamKind::Channel(event), Place::Events)
            .shown(event.key, "on")
    }

    /// Sets the sentences under it.
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// GitLab refuses a request without it.
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The text or choice that a new form begins with.
    pub const fn begins(self, text: &'static str) -> Self {
        Self { start: Start::Text(text), ..self }
    }

    /// A toggle that a new form leaves off.
    pub const fn off(self) -> Self {
        Self { start: Start::Empty, ..self }
    }

    /// A toggle that begins switched on, and that GitLab switches on unless told otherwise.
    pub const fn on(self) -> Self {
        Self { start: Start::On, on_unless_said: true, ..self }
    }

    /// An event that GitLab leaves off for this integration unless told otherwise, and so does the form.
    pub const fn off_unless_said(self) -> Self {
        Self { start: Start::Empty, on_unless_said: false, ..self }
    }

    /// Sets the example.
    pub const fn placeholder(self, placeholder: &'static str) -> Self {
        Self { placeholder, ..self }
    }

    /// Puts it into another part of the form.
    pub const fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Shows it only while `when` holds `is`.
    pub const fn shown(self, when: &'static str, is: &'static str) -> Self {
        Self { shown: Some(Shown { when, is }), ..self }
    }

    /// Neither drawn nor sent, for this reason.
    pub const fn hidden(self, why: &'static str) -> Self {
        Self { standing: ParamStanding::Hidden(why), ..self }
    }

    /// Most servers do nothing with it.
    pub const fn ignored(self, sentence: &'static str) -> Self {
        Self { standing: ParamStanding::Ignored(sentence), ..self }
    }

    /// Not in the manual; see [`ParamStanding::Reported`].
    pub const fn reported(self) -> Self {
        Self { standing: ParamStanding::Reported, ..self }
    }

    /// It may be blank while the server reports this number for that property.
    pub const fn blank_while(self, property: &'static str, number: i64) -> Self {
        Self { blank_while: Some((property, number)), ..self }
    }

    /// Older servers insist on it; empty is enough.
    pub const fn insisted(self) -> Self {
        Self { insisted: true, ..self }
    }

    /// Changing it makes GitLab forget the stored secret of this name.
    pub const fn forgets(self, secret: &'static str) -> Self {
        Self { forgets: secret, ..self }
    }

    /// Whether the manual has it.
    pub const fn in_manual(&self) -> bool {
        !matches!(self.standing, ParamStanding::Reported)
    }
}
