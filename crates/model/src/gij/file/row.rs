//! One integration as a file says it, before it is compared with Jira.

use super::forms::Usual;
use super::place::{Fault, Place};
use crate::file::words::describe;
use serde_json::Value;

/// What a whole file says.
pub(super) struct Contents {
    /// The address of the Jira that it was exported from; empty if the file does not say.
    pub(super) jira: String,
    /// Its integrations, in the order of the file.
    pub(super) rows: Vec<Row>,
    /// What a person should know of the file, as sentences.
    pub(super) notes: Vec<String>,
}

/// What a file says of one integration.
pub(super) struct Row {
    /// Where it begins.
    pub(super) place: Place,
    pub(super) id: Option<u64>,
    /// The name of its type; empty if the file does not say, which only a table may do.
    pub(super) kind: String,
    pub(super) disabled: Option<bool>,
    /// Its settings, in the order of the file, each once.
    pub(super) given: Vec<Given>,
    /// Whether the file asks to remove it.
    pub(super) is_removed: bool,
    /// Whether it is a row of a table, which has the same columns for every type.
    pub(super) is_of_table: bool,
    /// Whether a table leaves its projects empty, which means none for a new one without the repository browser.
    pub(super) is_without_projects: bool,
    /// What a person should know of it, as sentences.
    pub(super) notes: Vec<String>,
}

/// One setting.
pub(super) struct Given {
    pub(super) key: String,
    /// Where its value stands.
    pub(super) place: Place,
    pub(super) value: Value,
}

impl Row {
    pub(super) fn get(&self, key: &str) -> Option<&Given> {
        self.given.iter().find(|given| given.key == key)
    }

    /// The text of a setting without white space around it; `None` if the file does not say it as text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.value.as_str().map(str::trim)
    }
}

/// Checks that a value is what this setting has in a file.
pub(super) fn check(usual: Usual, given: &Given) -> Result<(), Fault> {
    let value = &given.value;
    let (fits, takes) = match usual {
        Usual::Toggle => (value.is_boolean(), "true or false, without quotation marks"),
        Usual::Number => (value.is_i64(), "a whole number, without quotation marks"),
        Usual::Projects => return check_projects(given),
        Usual::Secret => (value.is_string(), "text in quotation marks, such as \"$TOKEN\""),
        Usual::Text => (value.is_string(), "text in quotation marks"),
    };
    if fits { Ok(()) } else { Err(takes_not(given, takes)) }
}

fn check_projects(given: &Given) -> Result<(), Fault> {
    let takes = "a list of project numbers or keys, such as [10000, \"ENG\"]";
    let Value::Array(items) = &given.value else { return Err(takes_not(given, takes)) };
    let is_key = |text: &str| text.trim().starts_with(|c: char| c.is_alphabetic());
    match items.iter().find(|item| !item.is_u64() && !item.as_str().is_some_and(is_key)) {
        None => Ok(()),
        Some(Value::String(text)) if text.trim().parse::<u64>().is_ok() => {
            let sentence = format!("“{}” has a number as text. Write it without quotation marks.", given.key);
            Err(Fault::new(given.place, sentence))
        }
        Some(_) => {
            let sentence =
                format!("“{}” has an entry that is neither a number nor a key of a project.", given.key);
            Err(Fault::new(given.place, sentence + " Write entries such as 10000 or \"ENG\"."))
        }
    }
}

fn takes_not(given: &Given, takes: &str) -> Fault {
    let hint = match given.value {
        Value::Null => " Leave the setting out to keep it as it is.",
        _ => "",
    };
    let sentence = format!("“{}” takes {takes}, not {}.{hint}", given.key, describe(&given.value));
    Fault::new(given.place, sentence)
}
