//! The file, read strictly: each mistake with its place and with what would be right.

use std::time::Duration;

use super::BadFaults;
use super::fault::{Fault, Outcome, Which};
use super::json::{self, Content, Member, Node};
use super::numbers::Numbers;
use super::object::Object;
use super::outcome;
use super::path::{Api, PathPattern};
use super::sentences::Sentences;

/// The keys of a fault, in the order of the documentation.
pub(super) const KEYS: [&str; 16] = [
    "api", "method", "path", "nth", "from", "to", "every", "status", "body", "headers", "html", "done",
    "drop", "cut", "length", "delay",
];

/// The most that a fault may wait: ten minutes.
const LONGEST: u64 = 600_000;

/// Reads the text of a file.
pub(super) fn read(text: &str) -> Result<Vec<Fault>, BadFaults> {
    let mut sentences = Sentences::default();
    let faults = match json::read(text) {
        Ok(Node { content: Content::List(items), .. }) => {
            items.into_iter().filter_map(|item| fault(item, &mut sentences)).collect()
        }
        Ok(Node { at, .. }) => {
            sentences.add(
                at,
                "The file is a list of faults. Write [{ \"method\": \"PUT\", \"nth\": [1], \"status\": 503 }].",
            );
            Vec::new()
        }
        Err((at, sentence)) => {
            sentences.add(at, sentence);
            Vec::new()
        }
    };
    sentences.none_or(faults)
}

/// `None` only together with a sentence.
fn fault(item: Node, sentences: &mut Sentences) -> Option<Fault> {
    let Content::Object(members) = item.content else {
        sentences.add(
            item.at,
            "A fault is an object. Write { \"method\": \"PUT\", \"nth\": [1], \"status\": 503 }.",
        );
        return None;
    };
    let before = sentences.len();
    check_keys(&members, sentences);
    let fault = Object { at: item.at, members };
    let which = which(&fault, sentences);
    let numbers = numbers(&fault, sentences);
    let delay = fault.number("delay", 1..=LONGEST, "a number of milliseconds", sentences);
    let outcome = outcome::read(&fault, sentences);
    if sentences.len() == before && delay.is_none() && matches!(outcome, Outcome::Answered) {
        sentences.add(
            fault.at,
            "This fault changes nothing. Add \"status\", \"html\", \"drop\", \"cut\" or \"delay\".",
        );
    }
    let delay = Duration::from_millis(delay.unwrap_or_default());
    Some(Fault { which, numbers, delay, outcome })
}

fn check_keys(members: &[Member], sentences: &mut Sentences) {
    for (at, member) in members.iter().enumerate() {
        let key = &member.key;
        if !KEYS.contains(&key.as_str()) {
            let keys = KEYS.map(|key| format!("\"{key}\"")).join(", ");
            sentences.add(member.at, format!("\"{key}\" is no key of a fault. The keys are {keys}."));
        } else if members.iter().take(at).any(|other| other.key == *key) {
            sentences.add(member.at, format!("\"{key}\" is here twice. Remove one of them."));
        }
    }
}

fn which(fault: &Object, sentences: &mut Sentences) -> Which {
    let apis = [("jira", Api::Jira), ("gitlab", Api::GitLab)];
    let api = fault.choice("api", &apis, "Leave it out for both.", sentences);
    let path = fault.get("path").and_then(|node| {
        let read = node.text().ok_or_else(|| "\"path\" is a text such as \"/integration/*\".".to_owned());
        match read.and_then(PathPattern::read) {
            Ok(path) => Some(path),
            Err(sentence) => {
                sentences.add(node.at, sentence);
                None
            }
        }
    });
    Which { api, methods: fault.methods(sentences), path }
}

fn numbers(fault: &Object, sentences: &mut Sentences) -> Numbers {
    let mut number = |key| fault.number(key, 1..=u64::MAX, "a number from 1", sentences);
    let (from, to, every) = (number("from"), number("to"), number("every"));
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let sentence = format!("\"to\" is before \"from\". Write {from} or more.");
        sentences.add(fault.place("to"), sentence);
    }
    let Some(nth) = fault.get("nth") else {
        return Numbers::Span { from: from.unwrap_or(1), to, every: every.unwrap_or(1) };
    };
    fault.refuse_beside("nth", &["from", "to", "every"], "\"nth\" names each number itself", sentences);
    let read = match &nth.content {
        Content::List(items) if !items.is_empty() => {
            items.iter().map(|item| item.value().as_u64().filter(|number| *number > 0)).collect()
        }
        Content::List(_) | Content::Leaf(_) | Content::Object(_) => None,
    };
    if read.is_none() {
        sentences.add(nth.at, "\"nth\" is a list of numbers from 1. Write it as [1, 3].");
    }
    Numbers::These(read.unwrap_or_default())
}
