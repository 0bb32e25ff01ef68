//! A JSON file: what it must have, and what it may say of an integration.

use super::entry::OTHER;
use super::export::{VERSION, WHAT};
use super::forms::{Usual, settings};
use super::place::{Fault, Place};
use super::row::{Contents, Given, Row, check};
use crate::file::header::{Header, members, takes, text};
use crate::file::json::{Member, Node, Tree};
use crate::file::words::{describe, is_placeholder};
use crate::gij::integration_type::IntegrationType;
use crate::gij::secrets::is_secret;
use serde_json::Value;

const ANSWER: &str = "This is an answer of Jira, not a file of Patchbay.";

const HEADER: Header = Header {
    name: "A file of integrations",
    what: WHAT,
    version: VERSION,
    mistaken: &[("success", ANSWER), ("integration", ANSWER)],
    server: "jira",
    list: "integrations",
};

/// Reads a JSON file.
///
/// # Errors
/// What is wrong with its structure, in the order of the file. A setting that its type does not have is no such thing.
pub(super) async fn read(text: &str, rest: &mut impl AsyncFnMut()) -> Result<Contents, Vec<Fault>> {
    let (jira, items) = HEADER.read(text, rest).await?;
    let settings = settings();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for item in items {
        rows.extend(row(&item, &settings, &mut faults));
        // Each is forgotten once it is read: to forget all at once takes long.
        drop(item);
        rest().await;
    }
    if faults.is_empty() { Ok(Contents { jira, rows, notes: Vec::new() }) } else { Err(faults) }
}

fn row(node: &Node, settings: &[(String, Usual)], faults: &mut Vec<Fault>) -> Option<Row> {
    let members = members(node, "An integration", faults)?;
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
    match members.iter().find(|member| member.key == "type") {
        Some(member) => row.kind = text(member, faults).unwrap_or_default(),
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
                Tree::Plain(_) | Tree::List(_) => faults.push(takes(member, "an object")),
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
