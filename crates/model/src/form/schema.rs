//! A form as data: its sections, its fields and the rules between them.

use super::check::{EMPTY_JSON, cannot_be_cleared};
use super::correction::{Correction, Corrector};
use super::field::{Field, Kind, Required};
use super::problem::Problem;
use super::values::{Entry, Lookup, Values};
use super::wire::write_entry;
use crate::text::meant::as_address;
use crate::vendor::Vendor;
use serde_json::Value;

/// Whether a form creates or edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Every field that is shown is sent, with defaults.
    Create,
    /// Only changes are sent.
    Edit,
}

/// How a section's fields are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One below the other; short fields in two columns if there is room.
    Grid,
    /// A compact list of toggles, each with the field that depends on it.
    Events,
}

/// A group of fields with a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Heading.
    pub title: &'static str,
    /// One sentence below the heading; may be empty.
    pub about: &'static str,
    /// How the fields are laid out.
    pub layout: Layout,
    /// The fields, in the order of the form.
    pub fields: Vec<Field>,
}

impl Section {
    /// A section with [`Layout::Grid`].
    pub fn new(title: &'static str, about: &'static str, fields: Vec<Field>) -> Self {
        Self { title, about, layout: Layout::Grid, fields }
    }
}

/// A rule between fields. Its sentence appears at one field.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Key of the field where the sentence appears.
    pub at: &'static str,
    /// Gives the sentence if the rule is broken, for the form and the key of that field. Reads only the fields that it needs.
    pub check: fn(&dyn Lookup, &str) -> Option<String>,
}

impl Rule {
    /// The sentence if the rule is broken.
    pub fn problem(&self, form: &dyn Lookup) -> Option<String> {
        (self.check)(form, self.at)
    }
}

/// A form of one vendor.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The vendor whose server stores the values.
    pub vendor: Vendor,
    /// Whether the server requires all required fields in every change, so that stored secrets must be entered again.
    pub wants_required: bool,
    /// Whether it creates or edits.
    pub mode: Mode,
    /// The sections, in the order of the form.
    pub sections: Vec<Section>,
    /// Rules that must hold before the form can be sent.
    pub rules: Vec<Rule>,
    /// Warnings, which do not keep the form from being sent.
    pub warnings: Vec<Rule>,
    /// What finds out what was meant, before what is found by the kind of a field.
    pub corrections: Vec<Corrector>,
}

impl Schema {
    /// All fields, in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }

    /// Whether the field with this key is the name of a key's file, which is drawn with the key.
    pub fn is_file_name(&self, key: &str) -> bool {
        self.fields().any(|field| field.file.is_some_and(|file| file.name_key == key))
    }

    /// The values of a new form.
    pub fn defaults(&self) -> Values {
        self.fields().map(|field| (field.key.to_string(), field.default.clone())).collect()
    }

    /// `values` with those of `over` in their places; what has no field here is left out.
    pub fn with(&self, values: &Values, over: &Values) -> Values {
        let mut values = values.clone();
        for field in self.fields() {
            if let Some(entry) = over.get(&field.key) {
                values.set(field.key.as_ref(), entry.clone());
            }
        }
        values
    }

    /// What is wrong with `field`, as a sentence; `None` if nothing is, or if the field is not shown.
    pub fn problem(&self, field: &Field, form: &dyn Lookup) -> Option<String> {
        if !field.is_shown(form) {
            return None;
        }
        let entry = form.entry(&field.key)?;
        let may_be_empty =
            matches!(entry, Entry::Text(_)) && entry.text().is_empty() && field.is_optional(form);
        let problem = if may_be_empty { None } else { field.check(&entry, self.mode == Mode::Create) };
        problem.or_else(|| all(&self.rules, field, form))
    }

    /// What is wrong with emptying a field that has a value in `before`, as a sentence: the server has no way to clear it.
    /// `None` if it has, or if the field is not shown, or was not emptied.
    pub fn emptied(&self, field: &Field, before: &dyn Lookup, after: &dyn Lookup) -> Option<String> {
        let is_text = |form: &dyn Lookup, empty| {
            form.entry(&field.key)
                .is_some_and(|entry| matches!(entry, Entry::Text(_)) && entry.text().is_empty() == empty)
        };
        let is_emptied = self.mode == Mode::Edit
            && field.on_wire
            && field.is_shown(after)
            && is_text(after, true)
            && is_text(before, false);
        match field.kind {
            _ if !is_emptied => None,
            Kind::Json => Some(EMPTY_JSON.to_owned()),
            Kind::Integer { .. } if self.vendor == Vendor::GitLab => None,
            Kind::Integer { .. } => Some(cannot_be_cleared(self.vendor.name(), &field.label)),
            _ if field.required == Required::OnCreate => {
                Some(cannot_be_cleared(self.vendor.name(), &field.label))
            }
            _ => None,
        }
    }

    /// The value to send for an entry; `None` if nothing is to be sent. GitLab clears a number that is sent as an empty
    /// text.
    pub(crate) fn write(&self, field: &Field, entry: &Entry) -> Option<Value> {
        let is_cleared = self.vendor == Vendor::GitLab
            && matches!((&field.kind, entry), (Kind::Integer { .. }, Entry::Text(_)))
            && entry.text().is_empty();
        if is_cleared { Some(Value::from("")) } else { field.write(entry) }
    }

    /// The warnings at `field` in the order of the rules, the worst first; `None` if there is none, or if the field is not shown.
    pub fn warning(&self, field: &Field, form: &dyn Lookup) -> Option<String> {
        if !field.is_shown(form) {
            return None;
        }
        let odd = || self.correction(field, form).map(|odd| odd.sentence).filter(|odd| !odd.is_empty());
        // A rule's sentence says it better, and what was meant is offered beside either. A secret is said first.
        let secret = || field.shown_secret(&form.text(&field.key));
        all(&self.warnings, field, form)
            .map(|said| match secret() {
                Some(secret) => format!("{secret} {said}"),
                None => said,
            })
            .or_else(odd)
    }

    /// What was most likely meant in `field`; `None` if there is nothing to correct, or if the field is not shown.
    pub fn correction(&self, field: &Field, form: &dyn Lookup) -> Option<Correction> {
        let text = form.text(&field.key);
        if text.is_empty() || !field.is_shown(form) {
            return None;
        }
        let meant = |text: &str| {
            let own = self.corrections.iter().filter(|one| one.at == field.key);
            let mut own = own.filter_map(|one| (one.correct)(text)).filter(|found| found.value != text);
            match own.next() {
                // What everybody could read is said first.
                Some(found) => Some(found.after(field.shown_secret(text))),
                None => field.meant(text).filter(|found| found.value != text),
            }
        };
        // First an address, then one of a server: what is offered is right as it is, and names no password.
        let is_address = matches!(field.kind, Kind::Url | Kind::WebAddress);
        let address = if is_address { as_address(&text) } else { None };
        let mut found = match &address {
            Some(address) => Correction { sentence: String::new(), value: address.clone() },
            None => meant(&text)?,
        };
        for _ in 0..2 {
            if found.value.is_empty() {
                break;
            }
            match meant(&found.value) {
                Some(next) if !next.value.is_empty() => {
                    let sentence = found.sentence.replace(&found.value, &next.value);
                    found = Correction { sentence, value: next.value };
                }
                // A placeholder, which only a person can replace.
                Some(next) if address.is_some() => found = next,
                _ => break,
            }
        }
        Some(found)
    }

    /// All problems of these values, in the order of the fields.
    pub fn problems(&self, values: &Values) -> Vec<Problem> {
        self.fields()
            .filter_map(|field| Some(Problem::of(field.key.as_ref(), self.problem(field, values)?)))
            .collect()
    }

    /// Whether `before` and `after` differ in a field that is shown, and it is one that requests have. Whether the server
    /// can take the difference is a question for [`Schema::problem`] and [`Schema::emptied`].
    pub fn differs(&self, field: &Field, before: &dyn Lookup, after: &dyn Lookup) -> bool {
        if !field.on_wire || !field.is_shown(after) {
            return false;
        }
        match (before.entry(&field.key), after.entry(&field.key)) {
            (_, Some(Entry::Secret(secret))) => secret.to_send().is_some(),
            (Some(before @ Entry::Text(_)), Some(after @ Entry::Text(_))) => {
                before.text() != after.text() && !same_on_wire(&field.kind, &before, &after)
            }
            (Some(Entry::Projects(before)), Some(Entry::Projects(after))) => !same_set(&before, &after),
            (before, after) => before != after,
        }
    }
}

/// What all rules at this field say.
fn all(rules: &[Rule], field: &Field, form: &dyn Lookup) -> Option<String> {
    let said: Vec<String> =
        rules.iter().filter(|rule| rule.at == field.key).filter_map(|rule| rule.problem(form)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether both texts are the same number or JSON.
fn same_on_wire(kind: &Kind, before: &Entry, after: &Entry) -> bool {
    write_entry(kind, after).is_some_and(|after| write_entry(kind, before) == Some(after))
}

// "Update Existing Integration": project ids are a set.
fn same_set(left: &[u64], right: &[u64]) -> bool {
    left.iter().all(|id| right.contains(id)) && right.iter().all(|id| left.contains(id))
}
