//! The address of an issue, with `:id` for what its number or key is.

use crate::form::{Correction, Corrector};

/// Issue trackers: an issue with `:id` for its number.
pub const TRACKER: &[Corrector] = &[Corrector { at: "issues_url", correct: issue }];

/// YouTrack and ClickUp, whose `:id` is the whole key: `APP-12`, `86a1b2c3`.
pub const KEYS: &[Corrector] = &[Corrector { at: "issues_url", correct: whole_key }];

/// Phorge, whose `:id` is the whole number of a task: `T12`.
pub const TASKS: &[Corrector] = &[Corrector { at: "issues_url", correct: task }];

/// What stands for the number elsewhere, the longer ones first where one is a part of another.
const STAND_INS: [&str; 34] = [
    "{{ id }}",
    "{{id}}",
    "{{ issue }}",
    "{issue_id}",
    "{issueId}",
    "{issue_key}",
    "{issueKey}",
    "{issue}",
    "{number}",
    "{id}",
    "{ID}",
    "{key}",
    "{0}",
    "%{id}",
    "#{id}",
    "${id}",
    "${issue}",
    "<id>",
    "<ID>",
    "<issue>",
    "<ISSUE>",
    "<number>",
    "[id]",
    "[ID]",
    "[number]",
    ":issue_id",
    ":issue",
    ":number",
    ":key",
    ":ID",
    "$id",
    "$1",
    "%s",
    "%d",
];

fn issue(text: &str) -> Option<Correction> {
    if has_id(text) {
        return None;
    }
    stand_in(text).or_else(|| number(text)).map(told)
}

fn whole_key(text: &str) -> Option<Correction> {
    if has_id(text) {
        return None;
    }
    stand_in(text).or_else(|| key(text)).map(told)
}

/// `T:id` becomes `TT12`, which Phorge does not know (GitLab's issue 458934).
fn task(text: &str) -> Option<Correction> {
    let other = whole_key(text);
    let meant = other.as_ref().map_or(text, |other| &other.value);
    let Some(before) = meant.strip_suffix("T:id").filter(|before| before.ends_with(['/', '='])) else {
        return other;
    };
    let value = format!("{before}:id");
    let sentence = format!("“:id” stands for the whole number of the task, such as T123. Enter {value}");
    Some(Correction { sentence, value })
}

fn told(value: String) -> Correction {
    Correction { sentence: format!("“:id” stands for the number of the issue. Enter {value}"), value }
}

/// Not of `:identifier`.
fn has_id(text: &str) -> bool {
    text.match_indices(":id")
        .any(|(at, id)| !text[at + id.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

fn stand_in(text: &str) -> Option<String> {
    if let Some(other) =
        STAND_INS.into_iter().filter(|other| text.contains(other)).max_by_key(|other| other.len())
    {
        return Some(text.replacen(other, ":id", 1));
    }
    // A word in place of the number, at the end.
    let (before, last) = text.rsplit_once(['/', '=', '-'])?;
    let is_word = matches!(
        last,
        "ID" | "XXX" | "NNN" | "XXXX" | "*" | "#" | "###" | ":iid" | "KEY" | "NUMBER" | "ISSUE"
    );
    (is_word && text.contains("://")).then(|| format!("{}:id", &text[..before.len() + 1]))
}

/// Where the path begins, behind the host: a number in that is none of an issue.
fn path(text: &str) -> Option<usize> {
    let host = text.find("://")? + 3;
    Some(host + text[host..].find(['/', '?', '#'])?)
}

fn number(text: &str) -> Option<String> {
    let start = path(text)?;
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    // Behind a name of one.
    let named = ["id=", "issue=", "bug=", "key="].into_iter().find_map(|name| {
        let at = start + text[start..].find(name)? + name.len();
        Some((at, digits(at))).filter(|(_, length)| *length > 0)
    });
    if let Some((at, length)) = named {
        return Some(format!("{}:id{}", &text[..at], &text[at + length..]));
    }
    // A segment that is one, at best behind the word for it.
    let mut found: Option<(usize, usize, bool)> = None;
    let mut at = start;
    let mut is_issue = false;
    for segment in text[start..].split_inclusive(['/', '?', '#', '&', '=']) {
        let plain = segment.trim_end_matches(['/', '?', '#', '&', '=']);
        let begin = plain.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let prefix = &plain[..begin];
        let is_key = prefix.is_empty()
            || prefix
                .strip_suffix('-')
                .is_some_and(|key| key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        if begin < plain.len() && is_key && found.is_none_or(|(.., known)| is_issue && !known) {
            found = Some((at + begin, plain.len() - begin, is_issue));
        }
        is_issue = matches!(
            plain.to_ascii_lowercase().as_str(),
            "issues"
                | "issue"
                | "tickets"
                | "ticket"
                | "browse"
                | "bugs"
                | "bug"
                | "work_items"
                | "workitems"
                | "t"
        );
        at += segment.len();
    }
    if let Some((at, length, _)) = found {
        let rest = &text[at + length..];
        // A comment of the issue, and its title.
        let rest = rest.split('#').next().unwrap_or_default();
        return Some(format!("{}:id{rest}", &text[..at]));
    }
    let end = text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let begin = text[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (begin < end && begin > start).then(|| format!("{}:id{}", &text[..begin], &text[end..]))
}

fn key(text: &str) -> Option<String> {
    let start = path(text)?;
    let mut at = start;
    for segment in text[start..].split_inclusive(['/', '?', '#']) {
        let plain = segment.trim_end_matches(['/', '?', '#']);
        let is_key = plain.len() > 1
            && plain.starts_with(|c: char| c.is_ascii_alphanumeric())
            && plain.ends_with(|c: char| c.is_ascii_alphanumeric())
            && plain.bytes().any(|byte| byte.is_ascii_digit())
            && plain.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_key {
            // What follows is its title.
            return Some(format!("{}:id", &text[..at]));
        }
        at += segment.len();
    }
    None
}
