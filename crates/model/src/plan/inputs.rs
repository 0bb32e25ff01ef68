//! What a person enters for an edit: the fields of each way to change a setting, and the edit that they make.

use super::edits::{Edit, How, Way};
use crate::form::{Entry, Field, Kind, Lookup, Required, read_entry};
use crate::object::Object;
use crate::text::invisible::trim_stray;

/// What a way is called where a person chooses one.
pub fn name(field: &Field, way: Way) -> &'static str {
    let is_projects = field.kind == Kind::Projects;
    match way {
        Way::Set if is_projects => "Only these projects",
        Way::Set => "Set to",
        Way::Clear => "Clear",
        Way::Append => "Append",
        Way::Prepend => "Put in front",
        Way::Replace => "Replace text in",
        Way::Add if is_projects => "Add projects",
        Way::Add => "Add entries",
        Way::Remove if is_projects => "Remove projects",
        Way::Remove => "Remove entries",
        Way::All => "All projects",
    }
}

/// The key of a field that is entered for one way; the field's own key for [`Way::Set`].
fn key(field: &Field, what: &str) -> String {
    if what.is_empty() { field.key.to_string() } else { format!("{}-{what}", field.key) }
}

/// The fields for one way, none of which is required: what is missing is said by [`Edit::problem`].
pub fn inputs(field: &Field, way: Way) -> Vec<Field> {
    let text = |what: &str, label: &str| {
        Field::new(key(field, what), format!("{}: {label}", field.label), Kind::Text)
    };
    let like = |what: &str, label: String| {
        let mut field = Field { key: key(field, what).into(), label: label.into(), ..field.clone() };
        field.required = Required::No;
        field.default = match field.kind {
            Kind::Toggle { .. } => Entry::Toggle(Some(true)),
            _ => field.default,
        };
        field.consequence = "".into();
        field
    };
    let named = |what: &str| format!("{}: {what}", field.label);
    match way {
        Way::Set => vec![like("", field.label.to_string())],
        Way::Append => vec![text("append", "text to append")],
        Way::Prepend => vec![text("prepend", "text to put in front")],
        Way::Replace => vec![text("find", "text to replace"), text("with", "replace it with")],
        Way::Add => vec![like("add", named("to add"))],
        Way::Remove => vec![like("remove", named("to remove"))],
        Way::Clear | Way::All => Vec::new(),
    }
}

/// The edit that a person made with the [`inputs`] of a way. Text to put somewhere keeps the spaces around it.
pub fn edit(field: &Field, way: Way, form: &dyn Lookup) -> Edit {
    let entry = |what: &str| form.entry(&key(field, what)).unwrap_or_else(|| field.default.clone());
    let raw = |what: &str| match form.entry(&key(field, what)) {
        Some(Entry::Text(text)) => trim_stray(&text).to_owned(),
        _ => String::new(),
    };
    let how = match way {
        Way::Set => How::Set(entry("")),
        Way::Clear => How::Clear,
        Way::Append => How::Append(raw("append")),
        Way::Prepend => How::Prepend(raw("prepend")),
        Way::Replace => How::Replace { text: raw("find"), with: raw("with") },
        Way::Add => How::Add(entry("add")),
        Way::Remove => How::Remove(entry("remove")),
        Way::All => How::All,
    };
    Edit { key: field.key.to_string(), how }
}

/// The value with which [`Way::Set`] begins: what all of them have, to be changed; a toggle that all have alike begins the
/// other way round.
pub fn start<'a>(field: &Field, settings: impl IntoIterator<Item = &'a Object>) -> Entry {
    let read = |one: &Object| one.get(field.key.as_ref()).and_then(|value| read_entry(&field.kind, value));
    let mut all = settings.into_iter().map(read);
    let first = all.next().flatten();
    let is_common = first.is_some() && all.all(|other| other == first);
    match (&field.kind, first.filter(|_| is_common)) {
        (Kind::Toggle { .. }, Some(Entry::Toggle(Some(on)))) => Entry::Toggle(Some(!on)),
        (Kind::Toggle { .. }, _) => Entry::Toggle(Some(true)),
        (Kind::Projects, _) => Entry::Projects(Vec::new()),
        (_, Some(entry)) => entry,
        (_, None) => Entry::from(""),
    }
}
