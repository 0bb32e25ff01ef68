//! One parameter in the catalogue.

use super::param_kind::ParamKind;
use super::target::{Level, Target, Tier};
use super::version::{Lifespan, Presence, Version};
use crate::form::Shown;
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
