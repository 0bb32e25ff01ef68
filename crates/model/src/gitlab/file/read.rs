//! A JSON file: what it must have, and what it may say of projects, groups and integrations.

use super::entry::OTHER;
use super::export::{VERSION, WHAT};
use super::import::{File, HomeEntry, IntegrationEntry, Named};
use crate::file::json::{Member, Node, Tree, parse, short};
use crate::file::words::{describe, hint};
use crate::file::{Fault, Place};
use crate::gitlab::target::Level;
use crate::slices::{go_on, in_one_go};
use serde_json::Value;

const KEYS: [&str; 5] = ["patchbay", "version", "gitlab", "exportedAt", "homes"];
const OF_HOMES: [&str; 4] = ["level", "id", "path", "integrations"];
const OF_INTEGRATIONS: [&str; 5] = ["slug", "active", "inherited", "settings", OTHER];

/// Reads a JSON file.
///
/// # Errors
/// What is wrong with its structure, in the order of the file; then none of it is used. A setting that its integration does
/// not have is no such thing: the plan says it.
pub fn read(text: &str) -> Result<File, Vec<Fault>> {
    let read = in_one_go(read_in_slices(text, &mut go_on));
    read.unwrap_or_else(|| Ok(File { gitlab: String::new(), homes: Vec::new(), notes: Vec::new() }))
}

/// The same, with rests between the projects and groups.
///
/// # Errors
/// See [`read`].
pub async fn read_in_slices(text: &str, rest: &mut impl AsyncFnMut()) -> Result<File, Vec<Fault>> {
    let node = parse(text, rest).await.map_err(|fault| vec![fault])?;
    let Tree::Object(members) = &node.tree else {
        return Err(vec![Fault::new(node.place, begins("The file is no object."))]);
    };
    let mut faults = head(node.place, members);
    let mut file = File { gitlab: String::new(), homes: Vec::new(), notes: Vec::new() };
    if !faults.is_empty() {
        return Err(faults);
    }
    for member in members {
        match (member.key.as_str(), &member.node.tree) {
            ("gitlab", Tree::Plain(Value::String(gitlab))) => file.gitlab.clone_from(gitlab),
            ("homes", Tree::List(items)) => {
                for item in items {
                    file.homes.extend(home(item, &mut faults));
                    rest().await;
                }
            }
            _ => {}
        }
    }
    twice(&file.homes, &mut faults);
    if faults.is_empty() { Ok(file) } else { Err(faults) }
}

fn begins(what: &str) -> String {
    format!(
        "{what} A file of GitLab’s integrations begins with {{\"patchbay\": \"{WHAT}\", \"version\": {VERSION}."
    )
}

/// Everything but the projects and groups.
fn head(place: Place, members: &[Member]) -> Vec<Fault> {
    let find = |key: &str| members.iter().find(|member| member.key == key);
    match find("patchbay") {
        None => return vec![Fault::new(place, begins("“patchbay” is missing."))],
        Some(member) if member.node.value() != WHAT => {
            return vec![Fault::new(member.node.place, begins("This is a file of something else."))];
        }
        Some(_) => {}
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
    unknown(members, &KEYS, &mut faults);
    for member in members {
        match member.key.as_str() {
            "gitlab" | "exportedAt" => drop(text(member, &mut faults)),
            "homes" if !matches!(member.node.tree, Tree::List(_)) => takes(member, "a list", &mut faults),
            _ => {}
        }
    }
    if faults.is_empty() && find("homes").is_none() {
        faults.push(Fault::new(place, "“homes” is missing. Add a list: \"homes\": []."));
    }
    faults
}

fn unknown(members: &[Member], known: &[&str], faults: &mut Vec<Fault>) {
    for member in members.iter().filter(|member| !known.contains(&member.key.as_str())) {
        let hint = hint(&member.key, known.iter().copied(), "Remove it.");
        let sentence = format!("“{}” has no meaning here. {hint}", short(&member.key));
        faults.push(Fault::new(member.place, sentence));
    }
}

fn takes(member: &Member, what: &str, faults: &mut Vec<Fault>) {
    let sentence = format!("“{}” takes {what}, not {}.", member.key, describe(&member.node.value()));
    faults.push(Fault::new(member.node.place, sentence));
}

fn text(member: &Member, faults: &mut Vec<Fault>) -> Option<String> {
    match &member.node.tree {
        Tree::Plain(Value::String(text)) => Some(text.clone()),
        _ => {
            takes(member, "text in quotation marks", faults);
            None
        }
    }
}

fn toggle(member: &Member, faults: &mut Vec<Fault>) -> Option<bool> {
    match &member.node.tree {
        Tree::Plain(Value::Bool(on)) => Some(*on),
        _ => {
            takes(member, "true or false, without quotation marks", faults);
            None
        }
    }
}

fn members<'a>(node: &'a Node, what: &str, faults: &mut Vec<Fault>) -> Option<&'a [Member]> {
    match &node.tree {
        Tree::Object(members) => Some(members),
        Tree::Plain(_) | Tree::List(_) => {
            let sentence = format!("{what} is an object in braces, not {}.", describe(&node.value()));
            faults.push(Fault::new(node.place, sentence));
            None
        }
    }
}

fn home(node: &Node, faults: &mut Vec<Fault>) -> Option<HomeEntry> {
    let members = members(node, "A project or group", faults)?;
    let before = faults.len();
    let (mut level, mut integrations) = (None, Vec::new());
    let mut named = Named { level: Level::Project, path: String::new(), id: None };
    unknown(members, &OF_HOMES, faults);
    for member in members {
        match member.key.as_str() {
            "level" => match text(member, faults).as_deref() {
                Some("project") => level = Some(Level::Project),
                Some("group") => level = Some(Level::Group),
                Some(_) => faults.push(Fault::new(member.node.place, "“level” is \"project\" or \"group\".")),
                None => {}
            },
            "path" => {
                named.path = text(member, faults).unwrap_or_default().trim().trim_matches('/').to_owned()
            }
            "id" => match member.node.value().as_u64() {
                Some(id) => named.id = Some(id),
                None => takes(member, "a whole number without quotation marks", faults),
            },
            "integrations" => match &member.node.tree {
                Tree::List(items) => {
                    integrations.extend(items.iter().filter_map(|item| integration(item, faults)));
                }
                Tree::Plain(_) | Tree::Object(_) => takes(member, "a list", faults),
            },
            _ => {}
        }
    }
    match level {
        Some(level) => named.level = level,
        None if faults.len() == before => {
            faults
                .push(Fault::new(node.place, "“level” is missing. Add \"level\": \"project\" or \"group\"."));
        }
        None => {}
    }
    if named.path.is_empty() && named.id.is_none() && faults.len() == before {
        faults.push(Fault::new(node.place, "Neither “path” nor “id” says which project or group this is."));
    }
    (faults.len() == before).then_some(HomeEntry { place: node.place, named, integrations })
}

fn integration(node: &Node, faults: &mut Vec<Fault>) -> Option<IntegrationEntry> {
    let members = members(node, "An integration", faults)?;
    let before = faults.len();
    let mut entry = IntegrationEntry {
        place: node.place,
        slug: String::new(),
        active: None,
        inherited: None,
        settings: Vec::new(),
    };
    unknown(members, &OF_INTEGRATIONS, faults);
    for member in members {
        match (member.key.as_str(), &member.node.tree) {
            ("slug", _) => entry.slug = text(member, faults).unwrap_or_default(),
            ("active", _) => entry.active = toggle(member, faults),
            ("inherited", _) => entry.inherited = toggle(member, faults),
            ("settings", Tree::Object(settings)) => {
                let of = |one: &Member| (one.key.clone(), one.node.place, one.node.value());
                entry.settings = settings.iter().map(of).collect();
            }
            ("settings" | OTHER, Tree::Plain(_) | Tree::List(_)) => takes(member, "an object", faults),
            _ => {}
        }
    }
    if entry.slug.is_empty() && faults.len() == before {
        faults.push(Fault::new(node.place, "“slug” is missing. Add one, such as \"slug\": \"slack\"."));
    }
    (faults.len() == before).then_some(entry)
}

/// Each project, group and integration stands in a file once.
fn twice(homes: &[HomeEntry], faults: &mut Vec<Fault>) {
    let mut seen: Vec<(&Named, Place)> = Vec::new();
    for home in homes {
        let is_same = |(other, _): &&(&Named, Place)| {
            let same_path = !other.path.is_empty() && other.path.eq_ignore_ascii_case(&home.named.path);
            other.level == home.named.level
                && (same_path || (other.id.is_some() && other.id == home.named.id))
        };
        if let Some((_, first)) = seen.iter().find(is_same) {
            let sentence =
                format!("This is in the file twice, first in line {}. Remove one of them.", first.line);
            faults.push(Fault::new(home.place, sentence));
        }
        seen.push((&home.named, home.place));
        let mut slugs: Vec<&IntegrationEntry> = Vec::new();
        for one in &home.integrations {
            if let Some(first) = slugs.iter().find(|other| other.slug == one.slug) {
                let sentence = format!(
                    "“{}” is here twice, first in line {}. Remove one of them.",
                    short(&one.slug),
                    first.place.line
                );
                faults.push(Fault::new(one.place, sentence));
            }
            slugs.push(one);
        }
    }
}
