//! A form as data: its sections, its fields and the rules between them. One engine draws it, this checks it.

use super::field::{Field, Kind, Required};
use super::problem::Problem;
use super::values::{Entry, Lookup, Values};
use super::wire::write_entry;
use crate::vendor::Vendor;

/// Whether a form makes something new or changes something that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everything that is shown is sent, defaults included.
    Create,
    /// Only what differs is sent.
    Edit,
}

/// How a section's fields are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One below the other; two short ones side by side where there is room.
    Grid,
    /// Many toggles, compactly, each with the field that belongs to it.
    Events,
}

/// Fields that belong together.
#[derive(Clone, Debug)]
pub struct Section {
    /// Heading.
    pub title: &'static str,
    /// One sentence under it; may be empty.
    pub about: &'static str,
    /// How they are laid out.
    pub layout: Layout,
    /// The fields in the order in which they are drawn.
    pub fields: Vec<Field>,
}

impl Section {
    /// A section in the usual layout.
    pub fn new(title: &'static str, about: &'static str, fields: Vec<Field>) -> Self {
        Self { title, about, layout: Layout::Grid, fields }
    }
}

/// A rule between fields. It is reported at one field and reads only the fields it needs.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Key of the field under which the sentence stands.
    pub at: &'static str,
    /// The sentence when the rule is broken.
    pub check: fn(&dyn Lookup) -> Option<String>,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Whose server keeps what the form is about.
    pub vendor: Vendor,
    /// Whether the server wants every required field with each change, so that none can be left as it is.
    pub wants_required: bool,
    /// Whether it creates or edits.
    pub mode: Mode,
    /// Its sections in the order in which they are drawn.
    pub sections: Vec<Section>,
    /// Rules that must hold.
    pub rules: Vec<Rule>,
    /// Things worth a second look, which do not keep the form from being sent.
    pub warnings: Vec<Rule>,
}

impl Schema {
    /// All fields in the order in which they are drawn.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// The field `key`.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }

    /// What a new form begins with.
    pub fn defaults(&self) -> Values {
        self.fields().map(|field| (field.key.to_string(), field.default.clone())).collect()
    }

    /// What is wrong with `field` in this form; `None` when nothing is, or when the field is not shown.
    pub fn problem(&self, field: &Field, form: &dyn Lookup) -> Option<String> {
        if !field.is_shown(form) {
            return None;
        }
        let entry = form.entry(&field.key)?;
        field.check(&entry, self.mode == Mode::Create).or_else(|| first(&self.rules, field, form))
    }

    /// What deserves a second look at `field`; `None` when nothing does, or when the field is not shown.
    pub fn warning(&self, field: &Field, form: &dyn Lookup) -> Option<String> {
        if field.is_shown(form) { first(&self.warnings, field, form) } else { None }
    }

    /// Everything that keeps these values from being sent, in the order of the fields.
    pub fn problems(&self, values: &Values) -> Vec<Problem> {
        self.fields()
            .filter_map(|field| Some(Problem::of(field.key.as_ref(), self.problem(field, values)?)))
            .collect()
    }

    /// Whether the two differ in a field that is shown, and the difference can be sent: emptying a field that may stay
    /// empty because what is stored is kept, or one that holds a number, says nothing.
    pub fn differs(&self, field: &Field, before: &dyn Lookup, after: &dyn Lookup) -> bool {
        if !field.on_wire || !field.is_shown(after) {
            return false;
        }
        match (before.entry(&field.key), after.entry(&field.key)) {
            (_, Some(Entry::Secret(secret))) => secret.to_send().is_some(),
            (_, Some(after @ Entry::Text(_))) if after.text().is_empty() && keeps_when_empty(field) => false,
            (Some(before @ Entry::Text(_)), Some(after @ Entry::Text(_))) => {
                before.text() != after.text() && !same_on_wire(&field.kind, &before, &after)
            }
            (Some(Entry::Projects(before)), Some(Entry::Projects(after))) => !same_set(&before, &after),
            (before, after) => before != after,
        }
    }
}

fn first(rules: &[Rule], field: &Field, form: &dyn Lookup) -> Option<String> {
    rules.iter().filter(|rule| rule.at == field.key).find_map(|rule| (rule.check)(form))
}

/// Whether an empty text in this field leaves what is stored as it is: nothing on the wire stands for "no number".
fn keeps_when_empty(field: &Field) -> bool {
    field.required == Required::OnCreate || matches!(field.kind, Kind::Integer { .. } | Kind::Json)
}

/// Whether both are the same number or JSON, however it is written.
fn same_on_wire(kind: &Kind, before: &Entry, after: &Entry) -> bool {
    write_entry(kind, after).is_some_and(|after| write_entry(kind, before) == Some(after))
}

// "Update Existing Integration": project ids are a set.
fn same_set(left: &[u64], right: &[u64]) -> bool {
    left.iter().all(|id| right.contains(id)) && right.iter().all(|id| left.contains(id))
}
