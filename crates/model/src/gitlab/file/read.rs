//! A JSON file: what it must have, and what it may say of projects, groups and integrations.

use super::entry::OTHER;
use super::export::{VERSION, WHAT};
use super::import::{File, HomeEntry, IntegrationEntry, Named};
use crate::file::Fault;
use crate::file::header::{Header, members, takes, text, unknown};
use crate::file::json::{Member, Node, Tree, short};
use crate::gitlab::target::Level;
use crate::slices::{go_on, in_one_go};
use serde_json::Value;
use std::collections::HashMap;

const HEADER: Header = Header {
    name: "A file of GitLab’s integrations",
    what: WHAT,
    version: VERSION,
    mistaken: &[("slug", "This file has the settings of one integration only.")],
    server: "gitlab",
    list: "homes",
};
const OF_HOMES: [&str; 4] = ["level", "id", "path", "integrations"];
const OF_INTEGRATIONS: [&str; 5] = ["slug", "active", "inherited", "settings", OTHER];

/// Reads a JSON file.
///
/// # Errors
/// What is wrong with its structure, in the order of the file; then none of it is used. A setting that its integration does
/// not have is no such thing: the plan says it.
pub fn read(text: &str) -> Result<File, Vec<Fault>> {
    in_one_go(read_in_slices(text, &mut go_on)).unwrap_or_else(|| Err(Vec::new()))
}

/// The same, with rests between the projects and groups.
///
/// # Errors
/// See [`read`].
pub async fn read_in_slices(text: &str, rest: &mut impl AsyncFnMut()) -> Result<File, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (gitlab, items) = HEADER.read(text, rest).await?;
    let (mut homes, mut faults) = (Vec::new(), Vec::new());
    for item in items {
        homes.extend(home(&item, &mut faults));
        rest().await;
    }
    twice(&homes, &mut faults);
    if faults.is_empty() { Ok(File { gitlab, homes }) } else { Err(faults) }
}

fn toggle(member: &Member, faults: &mut Vec<Fault>) -> Option<bool> {
    match &member.node.tree {
        Tree::Plain(Value::Bool(on)) => Some(*on),
        _ => {
            faults.push(takes(member, "true or false, without quotation marks"));
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
                None => faults.push(takes(member, "a whole number without quotation marks")),
            },
            "integrations" => match &member.node.tree {
                Tree::List(items) => {
                    integrations.extend(items.iter().filter_map(|item| integration(item, faults)));
                }
                Tree::Plain(_) | Tree::Object(_) => faults.push(takes(member, "a list")),
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
            ("settings" | OTHER, Tree::Plain(_) | Tree::List(_)) => faults.push(takes(member, "an object")),
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
    let (mut paths, mut ids) = (HashMap::new(), HashMap::new());
    for HomeEntry { place, named, integrations } in homes {
        let path = (!named.path.is_empty()).then(|| (named.level, named.path.to_lowercase()));
        let by_path = path.map(|path| *paths.entry(path).or_insert(*place));
        let by_id = named.id.map(|id| *ids.entry((named.level, id)).or_insert(*place));
        if let Some(first) = [by_path, by_id].into_iter().flatten().find(|first| first != place) {
            let sentence =
                format!("This is in the file twice, first in line {}. Remove one of them.", first.line);
            faults.push(Fault::new(*place, sentence));
        }
        let mut slugs = HashMap::new();
        for one in integrations {
            let first = *slugs.entry(one.slug.as_str()).or_insert(one.place);
            if first != one.place {
                let sentence = format!(
                    "“{}” is here twice, first in line {}. Remove one of them.",
                    short(&one.slug),
                    first.line
                );
                faults.push(Fault::new(one.place, sentence));
            }
        }
    }
}
