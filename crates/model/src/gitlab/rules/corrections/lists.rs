//! Lists that are written in another way than GitLab reads them.

use super::name_in;
use crate::form::{Correction, Corrector};
use crate::text::meant::placeholder;

/// Asana and Pivotal Tracker: names of branches, separated by commas.
pub const BRANCHES: &[Corrector] = &[Corrector { at: "restrict_to_branch", correct: branches }];

/// The numbers in a list that is written in another way; they are what GitLab takes of it.
pub(super) fn transitions(text: &str) -> Option<Correction> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        c => c,
    };
    let plain: String = text.chars().map(digit).collect();
    let is_list = text.bytes().all(|byte| byte.is_ascii_digit() || b" ,;".contains(&byte));
    // Not of “11.0” and “2a”, which may mean something else.
    let is_odd = |pair: &[u8]| pair[0].is_ascii_digit() && (pair[1].is_ascii_alphabetic() || pair[1] == b'.');
    let ids: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).filter(|id| !id.is_empty()).collect();
    let is_address = plain.contains("://");
    let is_meant = !is_list && !is_address && !ids.is_empty() && !plain.as_bytes().windows(2).any(is_odd);
    is_meant.then(|| Correction { sentence: String::new(), value: ids.join(", ") })
}

pub(super) fn jira_keys(text: &str) -> Option<Correction> {
    if let Some(found) = placeholder(text).filter(|_| text.contains(['<', '{'])) {
        return Some(Correction::of(format!(
            "“{found}” looks like a placeholder. Enter the key of the project."
        )));
    }
    let split = |c: char| matches!(c, '\n' | ',' | ';');
    let parts: Vec<&str> = text.split(split).map(str::trim).filter(|key| !key.is_empty()).collect();
    let is_key = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_uppercase())
            && key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    };
    let mut keys: Vec<String> = Vec::new();
    for part in &parts {
        if part.contains("://") {
            let found = name_in(part, "browse").or_else(|| name_in(part, "projects"))?;
            keys.push(project_of(&found.value).to_owned());
        } else if part.contains(char::is_whitespace) && part.split_whitespace().all(is_key) {
            keys.extend(part.split_whitespace().map(str::to_owned));
        } else if part.contains(char::is_whitespace) {
            let sentence = format!("“{part}” looks like the name of a project. Enter its key, such as APP.");
            // `Application (APP)`
            let named =
                part.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).filter(|key| is_key(key));
            let value = if parts.len() == 1 { named.unwrap_or_default() } else { "" };
            return Some(Correction { sentence, value: value.to_owned() });
        } else {
            let plain = part.trim_matches(['[', ']', '"', '\'', '#']);
            keys.push(project_of(&plain.to_uppercase()).to_owned());
        }
    }
    let is_list = text.contains([',', ';']);
    if parts.iter().copied().eq(keys.iter()) && !is_list {
        return None;
    }
    let value = keys.join("\n");
    let sentence = if value == text.to_uppercase() || is_list {
        "Keys of projects are written in capital letters, one per line.".to_owned()
    } else {
        format!("Enter only the keys of projects, one per line: {}", keys.join(" "))
    };
    Some(Correction { sentence, value })
}

/// The project of an issue: `APP` of `APP-12`.
fn project_of(key: &str) -> &str {
    key.rsplit_once('-')
        .filter(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(key, |(project, _)| project)
}

fn branches(text: &str) -> Option<Correction> {
    // A name of a branch has none of these.
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|');
    let named = |name: &str| {
        let name = name.strip_prefix("refs/heads/").unwrap_or(name);
        name.strip_prefix("origin/").unwrap_or(name).to_owned()
    };
    let there = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    let names: Vec<String> = text.split(is_between).filter(|name| !name.is_empty()).map(named).collect();
    let is_right = names.iter().map(String::as_str).eq(there);
    Some(names.join(", ")).filter(|_| !is_right).map(|value| Correction {
        sentence: format!("GitLab separates branches with commas and wants their names. Enter {value}"),
        value,
    })
}
