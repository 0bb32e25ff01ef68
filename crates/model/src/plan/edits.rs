//! Changing the same settings of many resources: what can be done with a setting, and what that does to its value.

use super::Step;
use crate::form::{Entry, Field, Kind, Required, Schema, Values, lines};
use crate::text::refspec;
use std::mem::discriminant;

/// What can be done with a setting of many resources.
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

/// A change of one setting, for many resources at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Key of the field.
    pub key: String,
    /// What is done with it.
    pub how: How,
}

impl Edit {
    /// What is wrong with it for every resource alike, as a sentence; `None` if nothing is. `field` is one of
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

pub(crate) fn is_empty(entry: &Entry) -> bool {
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
pub(crate) fn can_be_emptied(kind: &Kind) -> bool {
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

/// The fields that all of these forms have, by key and kind, in the order of the first.
pub fn shared(forms: impl Iterator<Item = Schema>) -> Vec<Field> {
    let mut shared: Option<Vec<Field>> = None;
    for schema in forms {
        shared = Some(match shared {
            None => schema.fields().filter(|field| field.on_wire).cloned().collect(),
            Some(shared) => shared.into_iter().filter_map(|field| both(field, &schema)).collect(),
        });
    }
    let mut fields = shared.unwrap_or_default();
    for field in &mut fields {
        // What one depends on may differ from resource to resource.
        field.shown = None;
    }
    fields
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

/// Whether this can be done with the field.
fn can(field: &Field, how: &How) -> bool {
    let fits = |entry: &Entry| discriminant(entry) == discriminant(&field.default);
    match how {
        // Whether it may be empty is for the form to say.
        How::Clear => can_be_emptied(&field.kind),
        How::Set(entry) | How::Add(entry) | How::Remove(entry) => {
            fits(entry) && ways(field).contains(&how.way())
        }
        How::Append(_) | How::Prepend(_) | How::Replace { .. } | How::All => ways(field).contains(&how.way()),
    }
}

/// What edits did to the values of one form, and what is to be said of it.
pub(crate) struct Laid {
    problems: Vec<String>,
    notes: Vec<String>,
    /// Why edits did nothing.
    whys: Vec<String>,
}

impl Laid {
    /// Does these edits to `values`. `name` is what people call what the form is of. `lay` does one to a field that takes it.
    pub(crate) fn on(
        values: &mut Values,
        schema: &Schema,
        edits: &[Edit],
        name: &str,
        lay: impl Fn(&Field, &How, &mut Values) -> Outcome,
    ) -> Self {
        let mut laid = Self { problems: Vec::new(), notes: Vec::new(), whys: Vec::new() };
        for edit in edits {
            let field = schema.field(&edit.key).filter(|field| can(field, &edit.how));
            let Some(field) = field else {
                laid.problems.push(format!("{name} has no setting “{}” that can be changed so.", edit.key));
                continue;
            };
            match lay(field, &edit.how, values) {
                Outcome::Changed => {}
                Outcome::Again(note) => laid.notes.push(note),
                Outcome::Same(why) => laid.whys.push(why),
                Outcome::Impossible(problem) => laid.problems.push(problem),
            }
        }
        laid
    }

    /// Says which of the edits have no effect, because only fields that are shown are sent. `silent` is a field that needs no
    /// words where it hides another.
    pub(crate) fn tell_of_hidden(
        &mut self,
        [before, after]: [&Values; 2],
        schema: &Schema,
        edits: &[Edit],
        silent: &str,
    ) {
        for edit in edits {
            let hidden = schema.field(&edit.key).filter(|field| !field.is_shown(after));
            if let Some(field) = hidden.filter(|field| after.get(&field.key) != before.get(&field.key))
                && let Some(other) = field.shown.and_then(|shown| schema.field(shown.when))
                && other.key != silent
            {
                self.notes.push(format!(
                    "“{}” stays as it is: it has no effect while “{}” is off.",
                    field.label, other.label
                ));
            }
        }
    }

    /// Puts what is to be said before what the step says already; `is_left` is whether nothing is done.
    pub(crate) fn tell(mut self, step: &mut Step, is_left: bool) {
        self.problems.append(&mut step.problems);
        if is_left {
            self.notes.append(&mut self.whys);
        }
        self.notes.append(&mut step.notes);
        if is_left && self.problems.is_empty() && self.notes.is_empty() {
            self.notes.push("It is so already.".to_owned());
        }
        (step.problems, step.notes) = (self.problems, self.notes);
    }
}

/// What an edit did to the value.
pub(crate) enum Outcome {
    /// It did something.
    Changed,
    /// It did, and the text was there before: this says so.
    Again(String),
    /// It did nothing, for this reason.
    Same(String),
    /// It cannot be done, for this reason.
    Impossible(String),
}

/// Does it to the value of this field. Projects are not a value alone: their vendor does that.
pub(crate) fn lay(field: &Field, how: &How, values: &mut Values) -> Outcome {
    let key = field.key.as_ref();
    let label = &field.label;
    let now = values.get(key).cloned().unwrap_or_else(|| Entry::from(""));
    let text = now.text();
    let (after, outcome) = match how {
        How::Set(entry) => (entry.clone(), Outcome::Changed),
        How::Clear => (Entry::from(""), Outcome::Changed),
        How::Append(end) => {
            (Entry::Text(format!("{text}{end}")), again(text.ends_with(end.trim_end()), label, "ends", end))
        }
        How::Prepend(start) => (
            Entry::Text(format!("{start}{text}")),
            again(text.starts_with(start.trim_start()), label, "begins", start),
        ),
        How::Replace { text: find, with } if !find.is_empty() && text.contains(find.as_str()) => {
            (Entry::Text(text.replace(find.as_str(), with)), Outcome::Changed)
        }
        How::Replace { text: find, .. } => {
            return Outcome::Same(format!("“{label}” does not contain “{find}”."));
        }
        How::Add(entry) => {
            let there = entries(&field.kind, text);
            let new = entries(&field.kind, entry.text()).into_iter().filter(|new| !there.contains(new));
            let new: Vec<&str> = new.collect();
            if new.is_empty() {
                return Outcome::Same(format!("“{label}” has this already."));
            }
            (joined(&field.kind, there.into_iter().chain(new)), Outcome::Changed)
        }
        How::Remove(entry) => {
            let (there, gone) = (entries(&field.kind, text), entries(&field.kind, entry.text()));
            if !there.iter().any(|one| gone.contains(one)) {
                return Outcome::Same(format!("“{label}” does not have this."));
            }
            (joined(&field.kind, there.into_iter().filter(|one| !gone.contains(one))), Outcome::Changed)
        }
        How::All => return Outcome::Changed,
    };
    if after == now || (matches!(after, Entry::Text(_)) && after.text() == text) {
        return Outcome::Same(match is_empty(&after) {
            true => format!("“{label}” is empty already."),
            false => format!("“{label}” is so already."),
        });
    }
    values.set(key, after);
    outcome
}

/// Text that is put where it is already is as often a mistake as meant.
fn again(is_there: bool, label: &str, verb: &str, text: &str) -> Outcome {
    match is_there && !text.trim().is_empty() {
        true => Outcome::Again(format!("“{label}” already {verb} with “{}”.", text.trim())),
        false => Outcome::Changed,
    }
}

fn entries<'a>(kind: &Kind, text: &'a str) -> Vec<&'a str> {
    match kind {
        Kind::Lines => lines(text).collect(),
        _ => refspec::entries(text).collect(),
    }
}

fn joined<'a>(kind: &Kind, entries: impl Iterator<Item = &'a str>) -> Entry {
    let separator = if *kind == Kind::Lines { "\n" } else { ", " };
    Entry::Text(entries.collect::<Vec<_>>().join(separator))
}
