//! A JSON file: what it must have, and what it may say of an integration.

use super::entry::OTHER;
use super::export::{VERSION, WHAT};
use super::forms::{Usual, settings};
use super::json::{Member, Node, Tree, parse, short};
use super::place::{Fault, Place};
use super::row::{Contents, Given, Row, check};
use crate::file::words::{describe, hint, is_placeholder};
use crate::gij::integration_type::IntegrationType;
use crate::gij::secrets::is_secret;
use serde_json::Value;

const KEYS: [&str; 5] = ["patchbay", "version", "jira", "exportedAt", "integrations"];

/// Reads a JSON file.
///
/// # Errors
/// What is wrong with its structure, in the order of the file. A setting that its type does not have is no such thing.
pub(super) async fn read(text: &str, rest: &mut impl AsyncFnMut()) -> Result<Contents, Vec<Fault>> {
    let node = parse(text, rest).await.map_err(|fault| vec![fault])?;
    let Tree::Object(members) = node.tree else {
        return Err(vec![Fault::new(node.place, begins("The file is a list."))]);
    };
    let mut faults = head(node.place, &members);
    let mut contents = Contents { jira: String::new(), rows: Vec::new(), notes: Vec::new() };
    // A file of something else has no integrations to look at.
    if faults.is_empty() {
        let settings = settings();
        for member in members {
            match (member.key.as_str(), member.node.tree) {
                ("jira", Tree::Plain(Value::String(jira))) => contents.jira = jira,
                ("integrations", Tree::List(items)) => {
                    for item in items {
                        // Each is forgotten once it is read: to forget all at once takes long.
                        contents.rows.extend(row(&item, &settings, &mut faults));
                        drop(item);
                        rest().await;
                    }
                }
                _ => {}
            }
        }
    }
    if faults.is_empty() { Ok(contents) } else { Err(faults) }
}

fn begins(what: &str) -> String {
    format!("{what} A file of integrations begins with {{\"patchbay\": \"{WHAT}\", \"version\": {VERSION}.")
}

/// Everything but the integrations.
fn head(place: Place, members: &[Member]) -> Vec<Fault> {
    let find = |key: &str| members.iter().find(|member| member.key == key);
    match find("patchbay").map(|member| (member, member.node.value())) {
        None if find("success").is_some() || find("integration").is_some() => {
            let what = "This is an answer of Jira, not a file of Patchbay.";
            return vec![Fault::new(place, begins(what))];
        }
        None => return vec![Fault::new(place, begins("“patchbay” is missing."))],
        Some((_, Value::String(what))) if what == WHAT => {}
        Some((member, _)) => {
            return vec![Fault::new(member.node.place, begins("This is a file of something else."))];
        }
    }
    match find("version").map(|member| (member, member.node.value())) {
        None => return vec![Fault::new(place, begins("“version” is missing."))],
        Some((_, version)) if version == VERSION => {}
        Some((member, Value::Number(version))) => {
            let sentence = format!(
                "The file has version {version}, and this Patchbay reads version {VERSION}. Use a Patchbay that knows it."
            );
            return vec![Fault::new(member.node.place, sentence)];
        }
        Some((member, value)) => {
            let sentence = format!("“version” takes the number {VERSION}, not {}.", describe(&value));
            return vec![Fault::new(member.node.place, sentence)];
        }
    }
    let mut faults = Vec::new();
    for member in members {
        let (key, place) = (member.key.as_str(), member.node.place);
        match (key, &member.node.tree) {
            ("jira" | "exportedAt", Tree::Plain(Value::String(_))) | ("integrations", Tree::List(_)) => {}
            ("jira" | "exportedAt", _) => {
                let sentence =
                    format!("“{key}” takes text in quotation marks, not {}.", describe(&member.node.value()));
                faults.push(Fault::new(place, sentence));
            }
            ("integrations", _) => {
                let sentence =
                    format!("“integrations” takes a list, not {}.", describe(&member.node.value()));
                faults.push(Fault::new(place, sentence));
            }
            ("patchbay" | "version", _) => {}
            _ => {
                let hint = hint(key, KEYS.into_iter(), "Remove it.");
                let sentence = format!("“{}” has no meaning here. {hint}", short(key));
                faults.push(Fault::new(member.place, sentence));
            }
        }
    }
    if faults.is_empty() && find("integrations").is_none() {
        faults.push(Fault::new(place, "“integrations” is missing. Add a list: \"integrations\": []."));
    }
    faults
}

fn row(node: &Node, settings: &[(String, Usual)], faults: &mut Vec<Fault>) -> Option<Row> {
    let Tree::Object(members) = &node.tree else {
        let found = describe(&node.value());
        let sentence = format!("An integration is an object in braces, not {found}.");
        faults.push(Fault::new(node.place, sentence));
        return None;
    };
    let mut row = Row {
        place: node.place,
        id: None,
        kind: String::new(),
        disabled: None,
        given: Vec::new(),
        is_removed: false,
        is_of_table: false,
        is_without_projects: false,
        notes: Vec::new(),
    };
    let before = faults.len();
    let kind = members.iter().find(|member| member.key == "type");
    match kind.map(|member| (member, member.node.value())) {
        Some((_, Value::String(kind))) => row.kind = kind,
        Some((member, value)) => {
            let sentence = format!("“type” takes text in quotation marks, not {}.", describe(&value));
            faults.push(Fault::new(member.node.place, sentence));
        }
        None => {
            let sentence = "The integration has no “type”. Add one, such as \"type\": \"GITHUB_SERVER\".";
            faults.push(Fault::new(node.place, sentence));
        }
    }
    let is_known = IntegrationType::parse(&row.kind).spec().is_some();
    for member in members {
        let given = Given {
            key: member.key.clone(),
            place: member.node.place,
            value: if member.key == OTHER { Value::Null } else { member.node.value() },
        };
        match member.key.as_str() {
            "type" => {}
            "id" => match given.value.as_u64() {
                Some(id) => row.id = Some(id),
                None => {
                    let found = describe(&given.value);
                    let takes = "“id” takes a whole number without quotation marks";
                    faults.push(Fault::new(
                        given.place,
                        format!("{takes}, not {found}. Leave it out for a new one."),
                    ));
                }
            },
            "disabled" => match check(Usual::Toggle, &given) {
                Ok(()) => row.disabled = given.value.as_bool(),
                Err(fault) => faults.push(fault),
            },
            OTHER => match &member.node.tree {
                Tree::Object(other) => row.notes.extend(secret_in(other)),
                _ => {
                    let found = describe(&member.node.value());
                    faults.push(Fault::new(given.place, format!("“{OTHER}” takes an object, not {found}.")));
                }
            },
            key => {
                let usual = settings.iter().find(|(known, _)| known == key).filter(|_| is_known);
                match usual.map_or(Ok(()), |(_, usual)| check(*usual, &given)) {
                    Ok(()) => row.given.push(given),
                    Err(fault) => faults.push(fault),
                }
            }
        }
    }
    (faults.len() == before).then_some(row)
}

/// What to say of a secret among what is not read.
fn secret_in(other: &[Member]) -> Option<String> {
    let found = other.iter().find_map(secret_at)?;
    Some(format!("{found}: There may be a secret, which is not read. Remove it from the file."))
}

fn secret_at(member: &Member) -> Option<Place> {
    match &member.node.tree {
        Tree::Plain(Value::String(text)) => {
            let is_meant = is_secret(&member.key) && !is_placeholder(text) && !text.is_empty();
            is_meant.then_some(member.node.place)
        }
        Tree::Plain(_) | Tree::List(_) => None,
        Tree::Object(inner) => inner.iter().find_map(secret_at),
    }
}
