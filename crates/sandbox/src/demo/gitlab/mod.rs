//! Demonstration integrations of GitLab's projects: chosen for some projects, generated for many, none for the rest.
//! Some groups have integrations, too.

mod groups;
mod newer;
mod templates;

use patchbay_model::Object;
use serde_json::{Value, json};

use super::entry::DAY;
use super::random::Random;
use crate::gitlab::projects::data::{self, Project};
use crate::store::gitlab::{Holder, Stored};
use templates::template;

/// An integration of a project.
struct Entry {
    slug: &'static str,
    settings: Value,
    active: bool,
    inherited: bool,
}

/// Generated integrations, each with its share of a hundred projects.
const USUAL: [(&str, u32); 6] = [
    ("jira", 34),
    ("slack", 28),
    ("jenkins", 12),
    ("pipelines-email", 10),
    ("emails-on-push", 7),
    ("external-wiki", 5),
];

/// All of them, with ages that are counted back from now.
pub(super) fn rows(projects: usize, now: i64) -> impl Iterator<Item = Stored> {
    let (mut random, mut for_groups) = (Random::new(37), Random::new(53));
    let of_projects = data::first(projects).iter().flat_map(move |project| {
        let chosen = chosen(project);
        let entries = if chosen.is_empty() { usual(project, &mut random) } else { chosen };
        let holder = Holder::Project(project.id);
        let rows = entries.into_iter().map(|entry| stored(holder, entry, now, &mut random));
        rows.collect::<Vec<_>>()
    });
    let of_groups =
        groups::entries().map(move |groups::Entry { group, slug, settings, active, inherited }| {
            let entry = Entry { slug, settings: Value::Object(settings), active, inherited };
            stored(Holder::Group(group), entry, now, &mut for_groups)
        });
    let mut for_newer = Random::new(71);
    let of_newer = data::first(projects).iter().flat_map(move |project| {
        let rows = newer::of(project).into_iter();
        let rows = rows.map(|entry| stored(Holder::Project(project.id), entry, now, &mut for_newer));
        rows.collect::<Vec<_>>()
    });
    of_projects.chain(of_groups).chain(of_newer)
}

fn stored(holder: Holder, entry: Entry, now: i64, random: &mut Random) -> Stored {
    let settings = entry.settings.as_object().cloned().unwrap_or_default();
    let age = i64::from(random.below(300 * DAY)) * 60_000;
    let changed = age - i64::from(random.below(40 * DAY)) * 60_000;
    Stored {
        id: 0,
        holder,
        slug: entry.slug.to_owned(),
        active: entry.active,
        inherited: entry.inherited,
        secrets: templates::secrets(entry.slug),
        settings,
        created_at: now - age,
        updated_at: now - changed.max(61_000),
    }
}

/// The chosen integrations, which together have every state.
fn chosen(project: &Project) -> Vec<Entry> {
    let on = |slug| of(project, slug, json!({}));
    let off = |slug| Entry { active: false, ..on(slug) };
    match project.full_path.as_str() {
        "shop/web/website" => vec![
            on("slack"),
            on("jira"),
            on("jenkins"),
            on("emails-on-push"),
            off("microsoft-teams"),
            off("external-wiki"),
        ],
        // Rows of old servers hold toggles as text.
        "shop/web/checkout" => vec![of(
            project,
            "slack",
            json!({ "notify_only_broken_pipelines": "1", "branches_to_be_notified": "all" }),
        )],
        "platform/observability/alert-rules" => vec![on("alerts"), on("jira")],
        "platform/observability/monitoring" => vec![on("prometheus"), on("datadog")],
        "platform/cloud/base-images" | "platform/delivery/runner-fleet" => inherited(project, "slack"),
        "payments/cards/api" => inherited(project, "jira"),
        "company/tools/handbook" => vec![on("confluence"), on("discord")],
        "company/tools/changelog" => vec![off("irker")],
        _ => Vec::new(),
    }
}

fn inherited(project: &Project, slug: &'static str) -> Vec<Entry> {
    let default = groups::default_of(project.group_path, slug).map(Value::Object);
    default.map(|settings| Entry { slug, settings, active: true, inherited: true }).into_iter().collect()
}

fn usual(project: &Project, random: &mut Random) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (slug, share) in USUAL {
        if random.chance(share) {
            let active = !random.chance(8);
            entries.push(Entry { active, ..of(project, slug, json!({})) });
        }
    }
    entries
}

/// The template with other settings.
fn of(project: &Project, slug: &'static str, with: Value) -> Entry {
    let mut settings = template(&project.path, project.root(), slug);
    let with: Object = with.as_object().cloned().unwrap_or_default();
    settings.extend(with);
    Entry { slug, settings: Value::Object(settings), active: true, inherited: false }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use patchbay_model::gitlab::Version;
    use patchbay_model::gitlab::{Level, Target, find, server};

    use super::*;
    use crate::gitlab::integrations::known;

    const NOW: i64 = 1_790_000_000_000;

    #[test]
    fn the_server_would_have_accepted_each_of_them() {
        for row in rows(data::USUAL, NOW).filter(|row| row.slug != "alerts") {
            let mut body = row.settings.clone();
            body.extend(row.secrets.iter().map(|secret| (secret.clone(), secret_text(secret))));
            assert_eq!(
                server::check_put(target(&row), &row.slug, &body, true).err(),
                None,
                "{}: {body:?}",
                row.slug
            );
        }
    }

    fn is_later(row: &Stored) -> bool {
        find(&row.slug).is_some_and(|spec| spec.life.since.is_some())
    }

    /// The manual's server, or for what came later the newest.
    fn target(row: &Stored) -> Target {
        let version = if is_later(row) { Version::NEWEST } else { Version::MANUAL };
        Target { version: Some(version), ..Target::MANUAL.at(Level::Project) }
    }

    fn secret_text(key: &str) -> Value {
        match key {
            "webhook" => "https://discord.com/api/webhooks/1/x".into(),
            "app_store_private_key" => known::APPLE_KEY.into(),
            "service_account_key" => known::GOOGLE_KEY.into(),
            "password" => "s3cret-s3cret".into(),
            _ => "s3cret".into(),
        }
    }

    #[test]
    fn they_are_the_same_every_time_and_hold_no_secret() {
        let (once, again): (Vec<_>, Vec<_>) =
            (rows(data::USUAL, NOW).collect(), rows(data::USUAL, NOW).collect());
        assert_eq!(once, again);
        for row in once {
            let secrets: Vec<_> = find(&row.slug).into_iter().flat_map(|spec| spec.secrets()).collect();
            assert!(row.settings.keys().all(|key| !secrets.contains(&key.as_str())), "{:?}", row.settings);
            assert!(row.created_at <= row.updated_at && row.updated_at < NOW);
        }
    }

    #[test]
    fn every_state_can_be_seen() {
        let all: Vec<_> = rows(data::USUAL, NOW).collect();
        let is_project = |row: &&Stored| matches!(row.holder, Holder::Project(_)) && !is_later(row);
        let projects: HashSet<_> = all.iter().filter(is_project).map(|row| row.holder).collect();
        assert!((190..=210).contains(&projects.len()), "two in three, not {}", projects.len());
        assert!(all.iter().any(|row| !row.active) && all.iter().any(|row| row.inherited));
        assert_eq!(all.iter().filter(|row| row.slug == "alerts").count(), 1);
        let slugs = |project| all.iter().filter(|row| row.holder == project && row.active).count();
        assert_eq!(slugs(Holder::Project(101)), 4);
        let groups = all.iter().filter(|row| matches!(row.holder, Holder::Group(_)));
        assert_eq!(groups.clone().count(), 10);
        assert!(groups.clone().any(|row| row.inherited) && groups.clone().any(|row| !row.active));
    }
}
