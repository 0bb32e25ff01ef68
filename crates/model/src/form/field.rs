//! A form field as data: its label, what it accepts, when it is shown.

use super::key_file::KeyFile;
use super::secret::Secret;
use super::values::{Entry, Lookup};
use crate::text::Check;
use crate::text::query::HostShape;
use crate::text::recipients::Recipients;
use std::borrow::Cow;

/// Text that is part of the program, or built at run time for fields that no catalogue describes.
pub type Text = Cow<'static, str>;

/// What a field accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text with any number of lines.
    Multiline,
    /// A list of email addresses or IRC channels.
    Recipients(Recipients),
    /// An absolute http(s) URL without a fragment.
    Url,
    /// An absolute http(s) URL, with or without a fragment.
    WebAddress,
    /// An absolute folder path on the Jira server that ends with an asterisk.
    ServerPath,
    /// A path of the host's REST API: begins with a slash, at most 2,000 characters.
    ApiPath,
    /// An AWS region code, such as `eu-west-1`.
    Region {
        /// Regions that the form suggests.
        known: &'static [&'static str],
    },
    /// A whole number from `min` to `max`, both included.
    Integer {
        /// Smallest number allowed.
        min: i64,
        /// Largest number allowed.
        max: i64,
        /// Unit that the form shows after the number, such as `minutes`; may be empty.
        unit: &'static str,
    },
    /// On or off.
    Toggle {
        /// Whether `true` on the wire means off.
        inverted: bool,
    },
    /// One of a list of options. The value of an option may be empty.
    Choice {
        /// The options, in the order of the form.
        options: Vec<Choice>,
    },
    /// A token or password.
    Secret,
    /// A Java regular expression.
    Pattern {
        /// Whether names that match are hidden rather than shown.
        hides: bool,
        /// Names that the form tries the pattern on.
        samples: &'static [&'static str],
        /// The check of the pattern.
        check: Check,
    },
    /// A JMESPath expression for the host's list of repositories, at most 2,000 characters.
    Query {
        /// How the host lists repositories.
        shape: HostShape,
        /// The check of the expression.
        check: Check,
    },
    /// Refspecs, separated by commas or line breaks.
    Refspecs,
    /// A list of texts, of which the form shows one a line.
    Lines,
    /// Ids of Jira projects.
    Projects,
    /// Any JSON, for settings that no catalogue describes.
    Json,
}

/// One option of a [`Kind::Choice`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Value of the form and of the wire.
    pub value: &'static str,
    /// Label in the form.
    pub label: &'static str,
}

/// Whether a field must not be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It may be empty.
    No,
    /// It may be empty only when editing, which keeps the stored value.
    OnCreate,
    /// It must not be empty.
    Always,
}

/// The condition for showing a field: another field has a certain value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Key of the other field.
    pub when: &'static str,
    /// Value that it must have: its text, or `on` or `off` for a toggle.
    pub is: &'static str,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Key on the wire.
    pub key: Text,
    /// Label in the form.
    pub label: Text,
    /// Help text below the field, in sentences; may be empty.
    pub help: Text,
    /// What it accepts.
    pub kind: Kind,
    /// Whether it must not be empty.
    pub required: Required,
    /// The value of another field with which it may be empty, although it is required; `None` if there is no such value.
    pub optional_while: Option<Shown>,
    /// Value in a new form.
    pub default: Entry,
    /// Example that the form shows while the field is empty; may be empty.
    pub placeholder: Text,
    /// Condition for showing, checking and sending it; `None` means always.
    pub shown: Option<Shown>,
    /// Whether it is sent; false for fields that only control the form.
    pub on_wire: bool,
    /// Whether a server may do without it, because of its license or its version.
    pub may_be_missing: bool,
    /// For secrets: the file that it is read from; `None` if it is typed.
    pub file: Option<KeyFile>,
    /// Side effect of a change, as the rest of a sentence that begins with “Changing “Label” ”; empty if there is none.
    pub consequence: Text,
}

impl Field {
    /// A field with the default of its kind: empty text, first option, toggle off, no project, secret kept.
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
            optional_while: None,
            default,
            placeholder: "".into(),
            shown: None,
            on_wire: true,
            may_be_missing: false,
            file: None,
            consequence: "".into(),
        }
    }

    /// Sets the help text.
    pub fn help(mut self, help: impl Into<Text>) -> Self {
        self.help = help.into();
        self
    }

    /// Sets whether it must not be empty.
    pub fn required(mut self, required: Required) -> Self {
        self.required = required;
        self
    }

    /// Sets the text in a new form.
    pub fn default_text(mut self, text: &str) -> Self {
        self.default = text.into();
        self
    }

    /// For toggles: on in a new form.
    pub fn on(mut self) -> Self {
        self.default = Entry::Toggle(Some(true));
        self
    }

    /// Sets the example.
    pub fn placeholder(mut self, text: impl Into<Text>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Shows the field only while the field `when` has the value `is`; see [`Shown`].
    pub fn shown(mut self, when: &'static str, is: &'static str) -> Self {
        self.shown = Some(Shown { when, is });
        self
    }

    /// Sets the side effect of a change; see [`Field::consequence`].
    pub fn consequence(mut self, rest: impl Into<Text>) -> Self {
        self.consequence = rest.into();
        self
    }

    /// Sets the side effect that Jira scans the host again.
    pub fn rescans(self) -> Self {
        self.consequence(
            "makes Jira scan the host again. At the next indexing, Jira removes repositories that it no longer finds.",
        )
    }

    /// For fields that only control the form: never sent.
    pub fn off_wire(mut self) -> Self {
        self.on_wire = false;
        self
    }

    /// Whether it may be empty in this state of the form, although it is required.
    pub fn is_optional(&self, form: &(impl Lookup + ?Sized)) -> bool {
        let may_be_empty =
            || self.optional_while.is_some_and(|condition| form.text(condition.when) == condition.is);
        self.may_be_unused(form) || may_be_empty()
    }

    /// Whether it is shown only because the server does not report the toggle that it belongs to. Nobody can say what a
    /// server wants there that does not even tell whether the toggle is on.
    pub fn may_be_unused(&self, form: &(impl Lookup + ?Sized)) -> bool {
        self.shown.is_some_and(|shown| matches!(form.entry(shown.when), Some(Entry::Toggle(None))))
    }

    /// Whether the field is shown in this state of the form. Reads only the field that the condition names. A toggle that
    /// the server does not report hides nothing, because the server may store a value for the dependent field.
    pub fn is_shown(&self, form: &(impl Lookup + ?Sized)) -> bool {
        self.shown.is_none_or(|shown| match form.entry(shown.when) {
            Some(Entry::Toggle(on)) => on.is_none_or(|on| on == (shown.is == "on")),
            Some(entry) => entry.text() == shown.is,
            None => true,
        })
    }
}
