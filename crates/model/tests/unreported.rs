//! Toggles that a server reports only sometimes: what counts as changed by somebody else, for each of both vendors.

#[path = "support/mod.rs"]
mod support;

use patchbay_model::edit::{Conflict, conflicts};
use patchbay_model::gitlab::{self, Level, Target};
use patchbay_model::{Entry, Kind, Mode, Object, Schema};
use support::{form, names};

const ON: Option<bool> = Some(true);
const OFF: Option<bool> = Some(false);
/// Not reported; of mine: as it was.
const NO: Option<bool> = None;

/// What was seen, what the server has now, what the form holds; then what is shown as (was, theirs, mine).
type Case = (Option<bool>, Option<bool>, Option<bool>, Option<[&'static str; 3]>);

const CASES: [Case; 27] = [
    (ON, ON, ON, None),
    (ON, ON, OFF, None),
    (ON, ON, NO, None),
    (ON, OFF, ON, Some(["on", "off", ""])),
    (ON, OFF, OFF, None),
    (ON, OFF, NO, Some(["on", "off", "(not reported)"])),
    (ON, NO, ON, None),
    (ON, NO, OFF, None),
    (ON, NO, NO, None),
    (OFF, ON, ON, None),
    (OFF, ON, OFF, Some(["off", "on", ""])),
    (OFF, ON, NO, Some(["off", "on", "(not reported)"])),
    (OFF, OFF, ON, None),
    (OFF, OFF, OFF, None),
    (OFF, OFF, NO, None),
    (OFF, NO, ON, None),
    (OFF, NO, OFF, None),
    (OFF, NO, NO, None),
    (NO, ON, ON, None),
    (NO, ON, OFF, Some(["(not reported)", "on", "off"])),
    (NO, ON, NO, Some(["(not reported)", "on", ""])),
    (NO, OFF, ON, Some(["(not reported)", "off", "on"])),
    (NO, OFF, OFF, None),
    (NO, OFF, NO, Some(["(not reported)", "off", ""])),
    (NO, NO, ON, None),
    (NO, NO, OFF, None),
    (NO, NO, NO, None),
];

/// Checks each toggle of the form, and gives how many there are.
fn check(of: &str, schema: &Schema) -> usize {
    let toggles: Vec<String> = schema
        .fields()
        .filter(|field| matches!(field.kind, Kind::Toggle { .. }))
        .map(|field| field.key.to_string())
        .collect();
    let empty = schema.read(&Object::new());
    for key in &toggles {
        for (base, theirs, mine, wanted) in CASES {
            let with = |on| {
                let mut values = empty.clone();
                values.set(key.clone(), Entry::Toggle(on));
                values
            };
            let found = conflicts(schema, &with(base), &with(theirs), &with(mine), &|id| id.to_string());
            let texts: Vec<[String; 3]> = found
                .into_iter()
                .map(|Conflict { base, theirs, mine, .. }| [base, theirs, mine.unwrap_or_default()])
                .collect();
            let wanted: Vec<[String; 3]> = wanted.iter().map(|one| one.map(str::to_owned)).collect();
            assert_eq!(texts, wanted, "{of}, {key}: {base:?}, {theirs:?}, {mine:?}");
        }
    }
    toggles.len()
}

#[test]
fn what_is_not_reported_any_more_was_changed_by_nobody() {
    let jira: usize = names().map(|name| check(name, &form(name, Mode::Edit))).sum();
    let mut gitlab = 0;
    for spec in gitlab::all() {
        for level in [Level::Project, Level::Group] {
            let target = Target { level, ..Target::MANUAL };
            let schema = gitlab::schema(target, spec.slug, Mode::Edit, &Object::new(), &[]);
            gitlab += check(spec.slug, &schema);
        }
    }
    assert!(jira > 50 && gitlab > 100, "{jira} and {gitlab} toggles");
}
