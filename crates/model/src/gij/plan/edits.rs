//! Changing the same settings of many Git integrations: which settings they share, and what can be done with each. What that
//! does to one of them is in `apply`.

use crate::form::{Entry, Field, Kind, Mode, Required, Schema};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;

/// The field of the Jira projects, of which `global` is the other half.
pub const PROJECTS: &str = "projectMappingIds";
/// Whether an integration is associated with all projects.
pub(super) const GLOBAL: &str = "global";

/// What can be done with a setting of many integrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Give all of them the same value.
    Set,
    /// Empty it.
    Clear,
    /// Put text after what is there.
    Append,
    /// Put text before what is there.
    Prepend,
    /// Replace text in what is there, wherever it occurs.
    Replace,
    /// Add entries of a list, or projects.
    Add,
    /// Remove entries of a list, or projects.
    Remove,
    /// Associate with all projects.
    All,
}

/// What is done with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Give it this value. For projects: only these.
    Set(Entry),
    /// Empty it.
    Clear,
    /// Put this text after what is there.
    Append(String),
    /// Put this text before what is there.
    Prepend(String),
    /// Replace every occurrence of a text, which upper and lower case distinguish.
    Replace {
        /// The text.
        text: String,
        /// What takes its place; may be empty.
        with: String,
    },
    /// Add these to what is there: projects, or the entries of a list as the form takes them.
    Add(Entry),
    /// Remove these from what is there, likewise.
    Remove(Entry),
    /// Associate with all projects.
    All,
}

impl How {
    /// Which way it is.
    pub fn way(&self) -> Way {
        match self {
            Self::Set(_) => Way::Set,
            Self::Clear => Way::Clear,
            Self::Append(_) => Way::Append,
            Self::Prepend(_) => Way::Prepend,
            Self::Replace { .. } => Way::Replace,
            Self::Add(_) => Way::Add,
            Self::Remove(_) => Way::Remove,
            Self::All => Way::All,
        }
    }
}

/// A change of one setting, for many integrations at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Key of the field.
    pub key: String,
    /// What is done with it.
    pub how: How,
}

impl Edit {
    /// What is wrong with it for every integration alike, as a sentence; `None` if nothing is. `field` is one of
    /// [`fields_of`].
    pub fn problem(&self, field: &Field) -> Option<String> {
        match &self.how {
            How::Set(entry) if field.kind != Kind::Projects && is_empty(entry) => {
                Some("Enter a value.".to_owned())
            }
            How::Set(entry) => field.check(entry, false),
            How::Append(text) | How::Prepend(text) => {
                text.trim().is_empty().then(|| "Enter the text to add.".to_owned())
            }
            How::Replace { text, .. } => text.is_empty().then(|| "Enter the text to replace.".to_owned()),
            How::Add(Entry::Projects(ids)) | How::Remove(Entry::Projects(ids)) => {
                ids.is_empty().then(|| "Choose at least one project.".to_owned())
            }
            How::Add(entry) if is_empty(entry) => Some("Enter what to add.".to_owned()),
            // One that is wrong may well be there to be removed.
            How::Add(entry) => field.check(entry, false),
            How::Remove(entry) => is_empty(entry).then(|| "Enter what to remove.".to_owned()),
            How::Clear | How::All => None,
        }
    }
}

pub(super) fn is_empty(entry: &Entry) -> bool {
    matches!(entry, Entry::Text(_)) && entry.text().is_empty()
}

/// What can be done with a setting, the most usual first; nothing with a secret.
pub fn ways(field: &Field) -> Vec<Way> {
    let mut ways = match field.kind {
        Kind::Secret => return Vec::new(),
        Kind::Projects => return vec![Way::Add, Way::Remove, Way::Set, Way::All],
        Kind::Text
        | Kind::Url
        | Kind::WebAddress
        | Kind::ServerPath
        | Kind::ApiPath
        | Kind::Pattern { .. }
        | Kind::Query { .. } => vec![Way::Set, Way::Append, Way::Prepend, Way::Replace],
        Kind::Refspecs => vec![Way::Set, Way::Add, Way::Remove, Way::Replace],
        Kind::Lines => vec![Way::Set, Way::Add, Way::Remove],
        Kind::Multiline
        | Kind::Recipients(_)
        | Kind::Region { .. }
        | Kind::Integer { .. }
        | Kind::Toggle { .. }
        | Kind::Choice { .. }
        | Kind::Json => vec![Way::Set],
    };
    if field.required == Required::No && can_be_emptied(&field.kind) {
        ways.push(Way::Clear);
    }
    ways
}

/// Whether its value is a text that may be empty; whether it may is a question of each form.
pub(super) fn can_be_emptied(kind: &Kind) -> bool {
    match kind {
        Kind::Text
        | Kind::Multiline
        | Kind::Recipients(_)
        | Kind::Url
        | Kind::WebAddress
        | Kind::ServerPath
        | Kind::ApiPath
        | Kind::Pattern { .. }
        | Kind::Query { .. }
        | Kind::Refspecs
        | Kind::Lines => true,
        Kind::Region { .. }
        | Kind::Integer { .. }
        | Kind::Toggle { .. }
        | Kind::Choice { .. }
        | Kind::Secret
        | Kind::Projects
        | Kind::Json => false,
    }
}

/// The settings that all of these have, by key and kind, in the order of the form. Without credentials, which are replaced
/// in their own way, and without `global`, which [`PROJECTS`] includes.
pub fn fields_of(integrations: &[&Integration]) -> Vec<Field> {
    let mut shared: Option<Vec<Field>> = None;
    let mut seen: Vec<&IntegrationType> = Vec::new();
    for integration in integrations {
        // The form of a known type is always the same.
        if integration.kind.spec().is_some() {
            if seen.contains(&&integration.kind) {
                continue;
            }
            seen.push(&integration.kind);
        }
        let schema = form(integration);
        shared = Some(match shared {
            None => schema.fields().filter(|field| field.on_wire).cloned().collect(),
            Some(shared) => shared.into_iter().filter_map(|field| both(field, &schema)).collect(),
        });
    }
    let mut fields = shared.unwrap_or_default();
    let is_credential = |field: &Field| field.kind == Kind::Secret || is_credential(field);
    fields.retain(|field| !is_credential(field));
    if fields.iter().any(|field| field.key == PROJECTS) {
        fields.retain(|field| field.key != GLOBAL);
    }
    for field in &mut fields {
        // What one depends on may differ from integration to integration.
        field.shown = None;
    }
    fields
}

/// A user name belongs to a password. Forms of types that we do not know have neither.
fn is_credential(field: &Field) -> bool {
    field.shown.is_some_and(|shown| shown.when == crate::gij::AUTH)
}

/// The field, if this form has it too.
fn both(mut field: Field, schema: &Schema) -> Option<Field> {
    let other = schema.field(&field.key).filter(|other| other.kind == field.kind)?;
    if field.required == Required::No {
        field.required = other.required;
    }
    if other.placeholder != field.placeholder {
        field.placeholder = "".into();
    }
    if other.help != field.help {
        field.help = "".into();
    }
    Some(field)
}

/// The form in which it is edited.
pub(super) fn form(integration: &Integration) -> Schema {
    schema(&integration.kind, Mode::Edit, &integration.settings)
}
