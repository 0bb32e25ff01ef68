//! A form field as data: what it is called, what it may hold, when it is shown.

use super::secret::Secret;
use super::values::{Entry, Lookup};
use crate::text::query::HostShape;
use crate::text::recipients::Recipients;
use std::borrow::Cow;

/// Text that is usually part of the program, but made at run time for fields no table knows.
pub type Text = Cow<'static, str>;

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text of any number of lines.
    Multiline,
    /// People or channels that get messages, in one list.
    Recipients(Recipients),
    /// An absolute http(s) URL of a Git host or service.
    Url,
    /// An absolute http(s) URL of any page, also with a part after `#`.
    WebAddress,
    /// A folder on the Jira server, ending in an asterisk.
    ServerPath,
    /// A path of the host's REST API, at most 2,000 characters.
    ApiPath,
    /// An AWS region: suggestions, plus anything of the right shape.
    Region {
        /// Regions offered.
        known: &'static [&'static str],
    },
    /// A whole number within a range, both ends included.
    Integer {
        /// Smallest number allowed.
        min: i64,
        /// Largest number allowed.
        max: i64,
        /// Unit written behind the field, such as `minutes`.
        unit: &'static str,
    },
    /// On or off. `inverted` when the wire says the opposite of the label.
    Toggle {
        /// The wire carries the negation.
        inverted: bool,
    },
    /// One of a list. An option may stand for the empty text.
    Choice {
        /// What can be chosen, in this order.
        options: Vec<Choice>,
    },
    /// A token or password.
    Secret,
    /// A Java regular expression.
    Pattern {
        /// Whether what matches is hidden rather than shown.
        hides: bool,
        /// Names to try it on.
        samples: &'static [&'static str],
    },
    /// A JMESPath expression over the host's list of repositories.
    Query(HostShape),
    /// A comma list of refspecs.
    Refspecs,
    /// Jira projects.
    Projects,
    /// Any JSON: for fields of a shape that no table knows.
    Json,
}

/// One option of a [`Kind::Choice`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form holds.
    pub value: &'static str,
    /// What the person reads.
    pub label: &'static str,
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It may.
    No,
    /// It may when editing: what is stored is kept.
    OnCreate,
    /// It may not.
    Always,
}

/// A field is shown only while another one holds a certain value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Key of the other field.
    pub when: &'static str,
    /// Text it must hold; for toggles `on` or `off`.
    pub is: &'static str,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name on the wire.
    pub key: Text,
    /// What the person reads beside it.
    pub label: Text,
    /// One or two sentences under it; may be empty.
    pub help: Text,
    /// What it may hold.
    pub kind: Kind,
    /// Whether it may stay empty.
    pub required: Required,
    /// What a new form begins with.
    pub default: Entry,
    /// Example shown while it is empty.
    pub placeholder: Text,
    /// Condition for showing, checking and sending it.
    pub shown: Option<Shown>,
    /// False for fields that only steer the form.
    pub on_wire: bool,
    /// What changing it does besides, as the rest of a sentence that begins “Changing “Label” ”; empty when nothing.
    pub consequence: Text,
}

impl Field {
    /// A field with the kind's natural default: empty text, toggle off, no project, secret kept.
    pub fn new(key: impl Into<Text>, label: impl Into<Text>, kind: Kind) -> Self {
        let default = match &kind {
            Kind::Toggle { .. } => Entry::Toggle(Some(false)),
            Kind::Secret => Entry::Secret(Secret::Keep),
            Kind::Projects => Entry::Projects(Vec::new()),
            Kind::Choice { options } => Entry::from(options.first().map_or("", |choice| choice.value)),
            _ => Entry::from(""),
        };
        Self {
            key: key.into(),
            label: label.into(),
            help: "".into(),
            kind,
            required: Required::No,
            default,
            placeholder: "".into(),
            shown: None,
            on_wire: true,
            consequence: "".into(),
        }
    }

    /// Sets the sentences under the field.
    pub fn help(mut self, help: impl Into<Text>) -> Self {
        self.help = help.into();
        self
    }

    /// Sets whether it may stay empty.
    pub fn required(mut self, required: Required) -> Self {
        self.required = required;
        self
    }

    /// Sets what a new form begins with.
    pub fn default_text(mut self, text: &str) -> Self {
        self.default = text.into();
        self
    }

    /// A toggle that begins switched on.
    pub fn on(mut self) -> Self {
        self.default = Entry::Toggle(Some(true));
        self
    }

    /// Sets the example shown while it is empty.
    pub fn placeholder(mut self, text: impl Into<Text>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Shows the field only while `when` holds `is`.
    pub fn shown(mut self, when: &'static str, is: &'static str) -> Self {
        self.shown = Some(Shown { when, is });
        self
    }

    /// Says what changing it does besides: the rest of a sentence that begins “Changing “Label” ”.
    pub fn consequence(mut self, rest: impl Into<Text>) -> Self {
        self.consequence = rest.into();
        self
    }

    /// Marks a field whose change makes Jira scan the host again.
    pub fn rescans(self) -> Self {
        self.consequence(
            "makes Jira scan the host again. Repositories that it no longer finds are removed from Jira at the next \
             index.",
        )
    }

    /// Marks a field that only steers the form.
    pub fn off_wire(mut self) -> Self {
        self.on_wire = false;
        self
    }

    /// Whether the field counts at present. Reads only the field its condition names: a toggle whose position the server
    /// does not report hides nothing, since what depends on it may be stored all the same.
    pub fn is_shown(&self, form: &(impl Lookup + ?Sized)) -> bool {
        self.shown.is_none_or(|shown| match form.entry(shown.when) {
            Some(Entry::Toggle(on)) => on.is_none_or(|on| on == (shown.is == "on")),
            Some(entry) => entry.text() == shown.is,
            None => true,
        })
    }
}
