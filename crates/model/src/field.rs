//! A form field as data: what it is called, what it may hold, when it is shown.

use crate::query::HostShape;
use crate::values::{Entry, Lookup};
use crate::{Secret, pattern, query, refspec, url};
use std::borrow::Cow;
use std::num::IntErrorKind;

/// Text that is usually part of the program, but made at run time for fields no table knows.
pub type Text = Cow<'static, str>;

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// An absolute http(s) URL.
    Url,
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
    /// One of a list.
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
    /// Whether changing it makes the server scan the host again and drop repositories that are no longer found.
    pub rescans: bool,
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
            rescans: false,
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

    /// Marks a field whose change makes the server scan the host again.
    pub fn rescans(mut self) -> Self {
        self.rescans = true;
        self
    }

    /// Marks a field that only steers the form.
    pub fn off_wire(mut self) -> Self {
        self.on_wire = false;
        self
    }

    /// Whether the field counts at present. Reads only the field its condition names.
    pub fn is_shown(&self, form: &(impl Lookup + ?Sized)) -> bool {
        self.shown.is_none_or(|shown| match form.entry(shown.when) {
            Some(Entry::Toggle(on)) => on == Some(shown.is == "on"),
            Some(entry) => entry.text() == shown.is,
            None => true,
        })
    }

    /// What is wrong with `entry` on its own, as a sentence; `None` when nothing is.
    pub fn check(&self, entry: &Entry, creating: bool) -> Option<String> {
        let required = match self.required {
            Required::No => false,
            Required::OnCreate => creating,
            Required::Always => true,
        };
        match entry {
            Entry::Text(_) => {
                let text = entry.text();
                if text.is_empty() { required.then(|| self.missing()) } else { self.check_text(text) }
            }
            Entry::Secret(secret) => match secret.to_send() {
                None | Some("") if required => Some(self.missing()),
                None => None,
                // A field opened for a new secret and left empty would erase the stored one.
                Some("") if *secret != Secret::Clear && !creating => {
                    Some("Enter a new one, or keep what is stored.".to_owned())
                }
                Some(text) => check_secret(text),
            },
            Entry::Toggle(_) => None,
            Entry::Projects(ids) => {
                (required && ids.is_empty()).then(|| "Choose at least one project.".to_owned())
            }
        }
    }

    fn missing(&self) -> String {
        match self.kind {
            Kind::Choice { .. } => "Choose one of the options.".to_owned(),
            _ => format!("{} is required.", self.label),
        }
    }

    fn check_text(&self, text: &str) -> Option<String> {
        match &self.kind {
            Kind::Text => text
                .chars()
                .any(char::is_control)
                .then(|| "Remove the line break or control character.".into()),
            Kind::Url => url::check_http_url(text).err().map(|error| error.to_string()),
            Kind::ServerPath => url::check_server_path(text).err().map(|error| error.to_string()),
            Kind::ApiPath => url::check_api_path(text).err().map(|error| error.to_string()),
            Kind::Region { .. } => (!is_region(text))
                .then(|| format!("“{text}” is not a region code: it should look like “eu-west-1”.")),
            Kind::Integer { min, max, .. } => check_integer(text, *min, *max),
            Kind::Choice { options } => (!options.iter().any(|choice| choice.value == text))
                .then(|| format!("“{text}” is none of the choices.")),
            Kind::Pattern { .. } => pattern::check(text).err().map(|error| error.to_string()),
            Kind::Query(_) => query::Query::parse(text).err().map(|error| error.to_string()),
            Kind::Refspecs => refspec::parse_list(text).err().map(|error| error.to_string()),
            Kind::Json => serde_json::from_str::<serde_json::Value>(text).err().map(|error| {
                format!("This is not JSON: see line {}, column {}.", error.line(), error.column())
            }),
            Kind::Toggle { .. } | Kind::Secret | Kind::Projects => None,
        }
    }
}

/// Secrets travel in headers on the server's side, where a line break cannot stand.
fn check_secret(text: &str) -> Option<String> {
    text.chars()
        .any(char::is_control)
        .then(|| "Remove the line break or control character from the secret.".into())
}

fn check_integer(text: &str, min: i64, max: i64) -> Option<String> {
    let number = text.parse::<i64>();
    let below = match &number {
        Ok(number) if (min..=max).contains(number) => return None,
        Ok(number) => *number < min,
        Err(error) => match error.kind() {
            IntErrorKind::NegOverflow => true,
            IntErrorKind::PosOverflow => false,
            _ => return Some(format!("“{text}” is not a whole number: write digits only.")),
        },
    };
    Some(match (max == i64::from(i32::MAX), below) {
        (true, true) => format!("Enter {min} or more."),
        (true, false) => format!("Enter {max} or less."),
        (false, _) => format!("Enter a number from {min} to {max}."),
    })
}

/// Lower-case words joined by hyphens, with a number at the end: `us-gov-west-1`.
fn is_region(text: &str) -> bool {
    let mut parts: Vec<&str> = text.split('-').collect();
    let number = parts.pop().unwrap_or_default();
    parts.len() >= 2
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && parts.iter().all(|part| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}
