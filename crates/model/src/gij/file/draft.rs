//! What a file asks of one integration, as values of its form, until it is planned.

mod credentials;

use super::forms::Usual;
use super::place::Place;
use super::projects::Projects;
use super::row::{Given, Row, check};

use crate::file::words::{hidden, hint, plain_of};
use crate::form::{Entry, Field, Kind, Mode, Schema, Values, read_entry};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::plan::{Planned, add, change};
use crate::gij::spec::Auth;
use crate::text::refspec;
use serde_json::Value;
use std::sync::Arc;

/// The integration that a draft is for.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// A new one of this type.
    New(IntegrationType),
    /// One that Jira has.
    Stored(Integration),
}

/// The values of a form, and what is to be said of them.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    target: Target,
    form: Arc<Schema>,
    /// What the form had before the file was read.
    before: Values,
    values: Values,
    /// Whether it is to be enabled; `None` if the file does not say.
    on: Option<bool>,
    /// Where its entry is, and where the values of its settings are.
    place: Place,
    places: Vec<(String, Place)>,
    /// What is wrong with the entry, apart from what the form says of its values.
    problems: Vec<String>,
    /// What a person should know of it.
    pub(super) notes: Vec<String>,
    /// Host, user name and way to sign in of the secret that a person has to type.
    pub(super) asked: Option<(String, String, Auth)>,
    /// Whether the file has a secret as plain text.
    pub(super) has_secret: bool,
}

impl Draft {
    /// `form` is that of the target: of a new one, or of one that is edited.
    pub(super) fn of(row: &Row, target: Target, form: Arc<Schema>, projects: &Projects) -> Self {
        let before = match &target {
            Target::New(_) => form.defaults(),
            Target::Stored(one) => form.read(&one.settings),
        };
        let known = row.given.iter().filter(|given| form.field(&given.key).is_some());
        let places = known.map(|given| (given.key.clone(), given.place)).collect();
        let mut draft = Self {
            target,
            form,
            values: before.clone(),
            before,
            on: row.disabled.map(|disabled| !disabled),
            place: row.place,
            places,
            problems: Vec::new(),
            notes: row.notes.clone(),
            asked: None,
            has_secret: false,
        };
        draft.settings(row, projects);
        draft.credentials(row);
        draft.without_effect(row);
        draft
    }

    fn kind(&self) -> &IntegrationType {
        match &self.target {
            Target::New(kind) => kind,
            Target::Stored(one) => &one.kind,
        }
    }

    fn is_new(&self) -> bool {
        matches!(self.target, Target::New(_))
    }

    fn problem(&mut self, place: Place, sentence: &str) {
        self.problems.push(format!("{place}: {sentence}"));
    }

    /// Everything but credentials.
    fn settings(&mut self, row: &Row, projects: &Projects) {
        if self.is_new() {
            if let Some(disabled) = row.disabled {
                self.values.set("disabled", Entry::Toggle(Some(!disabled)));
            }
            // Editing doc: for no projects, leave the cell empty and turn the browser off.
            let browser = row.get("gitViewerEnabled").map(|given| &given.value);
            if row.is_without_projects && browser == Some(&Value::Bool(false)) {
                self.values.set("global", Entry::Toggle(Some(false)));
            }
        }
        let form = Arc::clone(&self.form);
        let is_known = self.kind().spec().is_some();
        for given in &row.given {
            let key = given.key.as_str();
            match form.field(key).filter(|field| field.on_wire && (key != "disabled")) {
                Some(_) if is_known && is_credential_key(key) => {}
                Some(field) => self.setting(field, given, projects),
                None => self.foreign(row, given),
            }
        }
    }

    fn setting(&mut self, field: &Field, given: &Given, projects: &Projects) {
        let stored = self.before.get(&field.key).and_then(|before| field.write(before));
        let is_known = self.kind().spec().is_some();
        let in_one_line = match &given.value {
            Value::String(text) if field.kind == Kind::Refspecs => Some(refspec::in_one_line(text).into()),
            _ => None,
        };
        let value = match in_one_line.as_ref().unwrap_or(&given.value) {
            // Most of a file is as Jira has it.
            value if stored.as_ref() == Some(value) => return,
            // The file has it without credentials that Jira reports.
            value if stored.is_some_and(|stored| plain_of(&field.kind, &stored) == *value) => return,
            Value::String(text) if hidden(&field.kind, text) != *text => {
                let sentence = format!(
                    "“{}” has a user name, password or token in it. Remove it from the file.",
                    given.key
                );
                return self.problem(given.place, &sentence);
            }
            Value::Array(_) if field.kind == Kind::Projects => match self.ids(given, projects) {
                Some(ids) => ids,
                None => return,
            },
            value => value.clone(),
        };
        let fits = match &field.kind {
            Kind::Lines => value.as_array().is_some_and(|items| items.iter().all(Value::is_string)),
            Kind::Json => true,
            _ if is_known => true,
            kind => match check(Usual::of(kind), given) {
                Ok(()) => true,
                Err(fault) => {
                    self.problems.push(fault.to_string());
                    return;
                }
            },
        };
        match read_entry(&field.kind, &value).filter(|_| fits) {
            Some(entry) => self.values.set(field.key.as_ref(), entry),
            None => self.problem(given.place, &format!("“{}” takes a list of texts.", given.key)),
        }
    }

    /// Numbers of projects in the place of their keys; `None` if there is no project with one of them.
    fn ids(&mut self, given: &Given, projects: &Projects) -> Option<Value> {
        let items = given.value.as_array().map(Vec::as_slice).unwrap_or_default();
        let stored = match self.before.get(&given.key) {
            Some(Entry::Projects(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        let mut ids: Vec<u64> = Vec::new();
        let mut is_wrong = false;
        for item in items {
            let id = match item {
                Value::String(key) => match projects.id(key) {
                    Some(id) => id,
                    None => {
                        let key = super::json::short(key);
                        let sentence = format!(
                            "Jira has no project with the key “{key}”, or you may not see it. Correct the key, or write its number."
                        );
                        self.problem(given.place, &sentence);
                        is_wrong = true;
                        continue;
                    }
                },
                number => number.as_u64().unwrap_or_default(),
            };
            if !projects.knows(id) && !stored.contains(&id) {
                self.notes.push(format!("{}: Jira has no project {id}, or you may not see it.", given.place));
            }
            ids.push(id);
        }
        (!is_wrong).then(|| Value::from(ids))
    }

    /// A setting that the form does not have.
    fn foreign(&mut self, row: &Row, given: &Given) {
        let key = super::json::short(&given.key);
        let kind = self.kind().to_string();
        if is_credential_key(&given.key) && self.kind().spec().is_some() {
            if given.key == "username" && given.value != "" {
                self.notes.push(format!(
                    "“username” is not read: integrations of type {kind} sign in without one."
                ));
            }
            return;
        }
        if row.is_of_table {
            let is_default = given.value == false || given.value == "";
            if !is_default {
                self.notes
                    .push(format!("“{key}” is not read: integrations of type {kind} have no such setting."));
            }
            return;
        }
        let names: Vec<String> = self.form.fields().map(|field| field.key.to_string()).collect();
        let sentence = match given.key.as_str() {
            "integrationType" => "Write “type” in place of “integrationType”.".to_owned(),
            name => {
                let hint = hint(name, names.iter().map(String::as_str), "Remove it.");
                match self.kind().spec() {
                    Some(_) => format!("Integrations of type {kind} have no setting “{key}”. {hint}"),
                    None => format!("Jira reports no setting “{key}” for this integration. {hint}"),
                }
            }
        };
        self.problem(given.place, &sentence);
    }

    /// Says which values of the file are not used, because of other values.
    fn without_effect(&mut self, row: &Row) {
        let form = Arc::clone(&self.form);
        for given in &row.given {
            let Some(field) = form.field(&given.key).filter(|_| !is_credential_key(&given.key)) else {
                continue;
            };
            let Some(shown) = field.shown.filter(|_| !field.is_shown(&self.values)) else { continue };
            let differs = self.before.get(&field.key) != self.values.get(&field.key);
            if let (true, Some(other)) = (differs, form.field(shown.when)) {
                let is = if shown.is == "on" { "off" } else { "on" };
                self.notes.push(format!(
                    "{}: “{}” has no effect, because “{}” is {is}.",
                    given.place, field.label, other.label
                ));
            }
        }
    }

    /// Whether the integration is to become another than it is, or the entry is wrong.
    pub(super) fn changes_anything(&self) -> bool {
        let switches = match &self.target {
            Target::New(_) => true,
            Target::Stored(one) => self.on == Some(one.is_disabled()),
        };
        let form = &self.form;
        switches
            || !self.problems.is_empty()
            || self.asked.is_some()
            || form.fields().any(|field| form.differs(field, &self.before, &self.values))
    }

    /// The step, and whether the entry has a mistake. What the form says is wrong gets its place in the file.
    pub(super) fn plan(&self, projects: &Projects) -> (Planned, bool) {
        let name = |id| projects.name(id);
        let mut planned = match &self.target {
            Target::New(kind) => add(kind.clone(), self.values.clone(), &name),
            Target::Stored(one) => change(one.clone(), self.values.clone(), self.on, &name),
        };
        let mut has_mistake = !self.problems.is_empty();
        let placed = planned.step.problems.iter().map(|problem| {
            let of = |field: &&Field| {
                problem.strip_prefix(field.label.as_ref()).is_some_and(|rest| rest.starts_with(": "))
            };
            let key = self.form.fields().find(of).map(|field| field.key.as_ref());
            // What is asked for is no mistake.
            has_mistake |= self.asked.is_none() || !key.is_some_and(is_credential_key);
            let place = key.and_then(|key| self.place_of(key)).unwrap_or(self.place);
            format!("{place}: {problem}")
        });
        let placed: Vec<String> = placed.collect();
        planned.step.problems = [self.problems.clone(), placed].concat();
        planned.step.notes.extend(self.notes.iter().cloned());
        if let (Mode::Create, Some(legacy)) =
            (self.form.mode, self.kind().spec().and_then(|spec| spec.legacy))
        {
            planned.step.notes.push(legacy.to_owned());
        }
        // What is wrong keeps it from being sent; without an action it would seem to be left alone.
        planned.step.action = planned.step.action.or(Some(crate::edit::Action::Change));
        (planned, has_mistake)
    }

    fn place_of(&self, key: &str) -> Option<Place> {
        self.places.iter().find(|(other, _)| other == key).map(|(_, place)| *place)
    }
}

fn is_credential_key(key: &str) -> bool {
    matches!(key, "username" | "pat" | "password")
}
