//! Changing the same settings of many Git integrations: which settings they share, what can be done with each, and what
//! that does to one of them.

use super::{Planned, Work, change};
use crate::edit::Action;
use crate::form::{Entry, Field, Kind, Lookup, Mode, Required, Schema, Values, lines};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::text::{refspec, url};
use std::mem::discriminant;

/// The field of the Jira projects, of which `global` is the other half.
pub const PROJECTS: &str = "projectMappingIds";
/// Whether an integration is associated with all projects.
const GLOBAL: &str = "global";

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

fn is_empty(entry: &Entry) -> bool {
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
fn can_be_emptied(kind: &Kind) -> bool {
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

fn form(integration: &Integration) -> Schema {
    schema(&integration.kind, Mode::Edit, &integration.settings)
}

/// What these edits do to one integration. Where nothing differs, nothing is done, and the step says why.
pub fn apply(opened: &Integration, edits: &[Edit], project: &dyn Fn(u64) -> String) -> Planned {
    let schema = form(opened);
    let before = schema.read(&opened.settings);
    let mut values = before.clone();
    let (mut problems, mut notes, mut whys) = (Vec::new(), Vec::new(), Vec::new());
    for edit in edits {
        let field = schema.field(&edit.key).filter(|field| can(field, &edit.how));
        let Some(field) = field else {
            problems.push(format!("{} has no setting “{}” that can be changed so.", opened.kind, edit.key));
            continue;
        };
        match work_in(field, &edit.how, &schema, &mut values) {
            Outcome::Changed => {}
            Outcome::Again(note) => notes.push(note),
            Outcome::Same(why) => whys.push(why),
            Outcome::Impossible(problem) => problems.push(problem),
        }
    }
    for edit in edits {
        // Only fields that are shown are sent.
        let hidden = schema.field(&edit.key).filter(|field| !field.is_shown(&values));
        if let Some(field) = hidden.filter(|field| values.get(&field.key) != before.get(&field.key))
            && let Some(other) = field.shown.and_then(|shown| schema.field(shown.when))
            && other.key != GLOBAL
        {
            notes.push(format!(
                "“{}” stays as it is: it has no effect while “{}” is off.",
                field.label, other.label
            ));
        }
    }
    let mut planned = change(opened.clone(), values, None, project);
    let step = &mut planned.step;
    problems.append(&mut step.problems);
    if planned.work.is_none() {
        notes.append(&mut whys);
    }
    notes.append(&mut step.notes);
    if planned.work.is_none() && problems.is_empty() && notes.is_empty() {
        notes.push("It is so already.".to_owned());
    }
    (step.problems, step.notes) = (problems, notes);
    planned
}

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

/// What an edit did to the value.
enum Outcome {
    Changed,
    /// It did, and the text was there before: this says so.
    Again(String),
    /// It did nothing, for this reason.
    Same(String),
    /// It cannot be done, for this reason.
    Impossible(String),
}

fn work_in(field: &Field, how: &How, schema: &Schema, values: &mut Values) -> Outcome {
    let key = field.key.as_ref();
    let label = &field.label;
    let now = values.get(key).cloned().unwrap_or_else(|| Entry::from(""));
    if field.kind == Kind::Projects {
        return associate(field, how, schema, values);
    }
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

/// Changes the projects, and whether these are all of them.
fn associate(field: &Field, how: &How, schema: &Schema, values: &mut Values) -> Outcome {
    let has_global = schema.field(GLOBAL).is_some();
    let is_global = values.is_on(GLOBAL);
    let now = match values.get(PROJECTS) {
        Some(Entry::Projects(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let same = |sentence: &str| Outcome::Same(sentence.to_owned());
    let after: Vec<u64> = match how {
        How::All if is_global => return same("It is associated with all projects already."),
        How::All if has_global => {
            values.set(GLOBAL, Entry::Toggle(Some(true)));
            return Outcome::Changed;
        }
        How::Add(_) if is_global => return same("It is associated with all projects already."),
        How::Remove(_) if is_global => {
            return Outcome::Impossible(
                "It is associated with all projects, so none can be taken out. Set the projects that it is to have."
                    .to_owned(),
            );
        }
        How::Add(Entry::Projects(ids)) => {
            let new = ids.iter().filter(|id| !now.contains(id));
            now.iter().chain(new).copied().collect()
        }
        How::Remove(Entry::Projects(ids)) => now.iter().filter(|id| !ids.contains(id)).copied().collect(),
        How::Set(Entry::Projects(ids)) => {
            if has_global {
                values.set(GLOBAL, Entry::Toggle(Some(false)));
            }
            let is_same =
                !is_global && ids.iter().all(|id| now.contains(id)) && now.iter().all(|id| ids.contains(id));
            if is_same {
                return same("It has exactly these projects already.");
            }
            ids.clone()
        }
        _ => return Outcome::Impossible(format!("“{}” cannot be changed so.", field.label)),
    };
    if after == now && !is_global {
        return match how {
            How::Remove(_) => same("It has none of these projects."),
            _ => same("It has these projects already."),
        };
    }
    values.set(PROJECTS, Entry::Projects(after));
    Outcome::Changed
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

/// What these edits do to each integration, in this order. Where two of them would get the same name at the same host,
/// their steps say so.
pub fn apply_all(
    integrations: &[Integration],
    edits: &[Edit],
    project: &dyn Fn(u64) -> String,
) -> Vec<Planned> {
    let mut plan: Vec<Planned> = integrations.iter().map(|one| apply(one, edits, project)).collect();
    if edits.iter().any(|edit| matches!(edit.key.as_str(), "displayName" | "origin")) {
        tell_of_same_names(&mut plan);
    }
    plan
}

fn tell_of_same_names(plan: &mut [Planned]) {
    let names: Vec<(String, String)> = plan.iter().map(name_and_host).collect();
    let mut sorted: Vec<&(String, String)> = names.iter().collect();
    sorted.sort_unstable();
    for (planned, name) in plan.iter_mut().zip(&names) {
        let is_renamed =
            planned.step.changes.iter().any(|change| matches!(change.key.as_str(), "displayName" | "origin"));
        let first = sorted.partition_point(|other| *other < name);
        let count = sorted[first..].iter().take_while(|other| **other == name).count();
        if is_renamed && count > 1 {
            let at = if name.1.is_empty() { String::new() } else { format!(" at {}", name.1) };
            planned
                .step
                .notes
                .push(format!("{count} of the chosen integrations{at} will be called “{}”.", name.0));
        }
    }
}

/// What it is called afterwards, and where it is.
fn name_and_host(planned: &Planned) -> (String, String) {
    let text = |key: &str| match (&planned.work, &planned.opened) {
        (Some(Work::Change { values, .. }), _) => values.text(key),
        (_, Some(opened)) => {
            opened.settings.get(key).and_then(|text| text.as_str()).unwrap_or_default().trim().to_owned()
        }
        _ => String::new(),
    };
    let origin = text("origin");
    let host = [url::host(&origin), origin.clone()].into_iter().find(|host| !host.is_empty());
    let name = [text("displayName"), origin].into_iter().find(|name| !name.is_empty());
    (name.unwrap_or_default(), host.unwrap_or_default())
}

/// What a plan comes to, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// How many will be changed.
    pub changed: usize,
    /// How many have a problem and are not sent.
    pub with_problem: usize,
    /// How many stay as they are.
    pub same: usize,
}

impl Outlook {
    /// Of this plan. The three add up to its length.
    pub fn of(plan: &[Planned]) -> Self {
        let mut outlook = Self::default();
        for planned in plan {
            let step = &planned.step;
            let one = match (step.problems.is_empty(), step.action) {
                (false, _) => &mut outlook.with_problem,
                (true, Some(Action::Change | Action::Add | Action::Switch | Action::Remove)) => {
                    &mut outlook.changed
                }
                (true, None) => &mut outlook.same,
            };
            *one += 1;
        }
        outlook
    }
}
