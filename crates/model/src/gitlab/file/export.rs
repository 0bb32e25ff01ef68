//! A fleet as a JSON file: the same integrations give the same text, apart from the time.

use super::entry::{Exported, OTHER, exported};
use crate::gitlab::home::Home;
use crate::gitlab::plan::Opened;
use crate::gitlab::target::Level;
use crate::slices::{go_on, in_one_go};
use serde_json::Value;

/// What a file says first, so that it is told from others.
pub const WHAT: &str = "gitlab-integrations";

/// The version of the format.
pub const VERSION: u64 = 1;

/// The word for a level in a file.
pub(super) const fn word(level: Level) -> &'static str {
    match level {
        Level::Project => "project",
        Level::Group => "group",
    }
}

/// Each project and group with what it has, in the order of a file: groups before projects, by path; integrations by their
/// names in addresses. What was never set up is left out.
pub(super) fn ordered(all: &[Opened]) -> Vec<(&Home, Vec<&Opened>)> {
    let mut sorted: Vec<&Opened> = all.iter().collect();
    sorted.sort_by(|left, right| {
        let key = |one: &Opened| (one.home.level == Level::Project, one.home.id);
        left.home.path.cmp(&right.home.path).then(left.slug.cmp(&right.slug)).then(key(left).cmp(&key(right)))
    });
    sorted.sort_by_key(|one| one.home.level == Level::Project);
    let mut homes: Vec<(&Home, Vec<&Opened>)> = Vec::new();
    for one in sorted {
        let is_same = |home: &Home| home.level == one.home.level && home.id == one.home.id;
        match homes.last_mut().filter(|(home, _)| is_same(home)) {
            Some((_, all)) => all.push(one),
            None => homes.push((&one.home, vec![one])),
        }
    }
    for (_, all) in &mut homes {
        all.retain(|one| one.integration.is_some());
    }
    homes
}

/// A JSON file of these: one entry for each integration that was read, also of those that are not set up, so that their
/// project or group is in the file. `gitlab` is the address of their server, `at` the time in the form
/// `2026-11-26T08:00:00Z`.
pub fn export_json(all: &[Opened], gitlab: &str, at: &str) -> String {
    in_one_go(export_json_in_slices(all, gitlab, at, &mut go_on)).unwrap_or_default()
}

/// The same, with rests between the projects and groups.
pub async fn export_json_in_slices(
    all: &[Opened],
    gitlab: &str,
    at: &str,
    rest: &mut impl AsyncFnMut(),
) -> String {
    let homes = ordered(all);
    let mut text = format!(
        "{{\n  \"patchbay\": \"{WHAT}\",\n  \"version\": {VERSION},\n  \"gitlab\": {},\n  \"exportedAt\": {},\n  \"homes\": [",
        Value::from(gitlab),
        Value::from(at)
    );
    for (index, (home, integrations)) in homes.iter().enumerate() {
        text.push_str(if index > 0 { ",\n    {\n" } else { "\n    {\n" });
        text.push_str(&format!(
            "      \"level\": \"{}\",\n      \"id\": {},\n      \"path\": {},\n      \"integrations\": [",
            word(home.level),
            home.id,
            Value::from(home.path.as_str())
        ));
        let entries: Vec<String> = integrations.iter().filter_map(|one| entry(one)).collect();
        text.push_str(&entries.join(","));
        text.push_str(if entries.is_empty() { "]\n    }" } else { "\n      ]\n    }" });
        rest().await;
    }
    text.push_str(if homes.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
    text
}

fn entry(one: &Opened) -> Option<String> {
    let integration = one.integration.as_ref()?;
    let Exported { settings, other } = exported(one.target.at(one.home.level), integration);
    let line = |key: &str, value: &Value| format!("          {}: {value}", Value::from(key));
    let mut lines = vec![
        line("slug", &Value::from(integration.slug.as_str())),
        line("active", &Value::Bool(integration.active)),
    ];
    lines.extend(integration.inherited.map(|inherited| line("inherited", &Value::Bool(inherited))));
    let indented =
        |(key, value): &(String, Value)| format!("            {}: {value}", Value::from(key.as_str()));
    let settings: Vec<String> = settings.iter().map(indented).collect();
    lines.push(match settings.is_empty() {
        true => "          \"settings\": {}".to_owned(),
        false => format!("          \"settings\": {{\n{}\n          }}", settings.join(",\n")),
    });
    if !other.is_empty() {
        lines.push(line(OTHER, &Value::Object(other)));
    }
    Some(format!("\n        {{\n{}\n        }}", lines.join(",\n")))
}
