//! Any number of further integrations, of all types and ages.

use super::entry::{DAY, Entry, HOUR};
use super::random::Random;
use crate::projects;

const TEAMS: [&str; 40] = [
    "atlas", "aurora", "beacon", "bluebird", "bridge", "cedar", "compass", "coral", "delta", "ember",
    "falcon", "fjord", "granite", "harbour", "heron", "iris", "juniper", "kestrel", "lagoon", "lantern",
    "linden", "maple", "meadow", "meridian", "nimbus", "north", "opal", "orchard", "osprey", "pebble",
    "pine", "quarry", "raven", "sable", "summit", "tern", "tundra", "vega", "willow", "zephyr",
];
const THINGS: [&str; 18] = [
    "services",
    "frontend",
    "backend",
    "libraries",
    "tools",
    "pipelines",
    "infra",
    "docs",
    "mobile",
    "data",
    "models",
    "gateway",
    "portal",
    "reports",
    "jobs",
    "plugins",
    "images",
    "tests",
];
const REGIONS: [&str; 6] =
    ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-south-1", "ap-southeast-2"];
/// Types, each with its share of a hundred integrations.
const TYPES: [(&str, u32); 12] = [
    ("GITHUB", 20),
    ("GITHUB_SERVER", 12),
    ("GITLAB", 12),
    ("GITLAB_SERVER", 20),
    ("GITLAB_SERVER_LEGACY", 2),
    ("AZURE", 10),
    ("AZURE_DEVOPS", 5),
    ("VSTS", 2),
    ("TFS_SERVER", 2),
    ("AWS", 5),
    ("GERRIT", 4),
    ("FILESPACE", 6),
];

/// An endless iterator.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    let mut random = Random::new(25);
    (0..).map(move |number| entry(number, &mut random))
}

fn entry(number: usize, random: &mut Random) -> Entry {
    let team = TEAMS[number % TEAMS.len()];
    let thing = THINGS[(number / TEAMS.len()) % THINGS.len()];
    let round = number / (TEAMS.len() * THINGS.len());
    let kind = kind(random);
    let origin = origin(kind, team, thing, random);
    let name = if random.chance(4) {
        // The server's default name.
        if origin.ends_with('*') { origin.clone() } else { format!("{origin}/*") }
    } else if round == 0 {
        format!("{team}-{thing}")
    } else {
        format!("{team}-{thing}-{}", round + 1)
    };
    let mut entry = Entry::new(kind, &name, &origin);
    if let (true, Some(region)) = (kind == "AWS", origin.split('.').nth(1)) {
        entry = entry.with("awsRegion", region);
    }
    entry = with_filter(entry, kind, team, random);
    entry = with_projects(entry, random);
    if random.chance(6) {
        entry = entry.disabled();
    }
    if random.chance(15) {
        entry = entry.with("sendCommitEmails", false);
    }
    with_age(entry, random)
}

fn kind(random: &mut Random) -> &'static str {
    let mut left = random.below(TYPES.iter().map(|(_, share)| share).sum());
    for (kind, share) in TYPES {
        if left < share {
            return kind;
        }
        left -= share;
    }
    TYPES[0].0
}

fn origin(kind: &str, team: &str, thing: &str, random: &mut Random) -> String {
    match kind {
        "GITHUB" => "https://api.github.com".to_owned(),
        "GITLAB" => "https://gitlab.com".to_owned(),
        "AZURE" => "https://dev.azure.com".to_owned(),
        "VSTS" => format!("https://{team}.visualstudio.com"),
        "AWS" => format!("https://git-codecommit.{}.amazonaws.com", random.pick(&REGIONS)),
        "FILESPACE" => format!("/srv/git/{team}/{thing}/*"),
        "GITHUB_SERVER" => format!("https://github.{team}.example"),
        "GERRIT" => format!("https://gerrit.{team}.example"),
        "AZURE_DEVOPS" | "TFS_SERVER" => format!("https://tfs.{team}.example/tfs"),
        _ => format!("https://gitlab.{team}.example"),
    }
}

fn with_filter(entry: Entry, kind: &str, team: &str, random: &mut Random) -> Entry {
    if !random.chance(25) {
        return entry;
    }
    match kind {
        "GITHUB" | "GITHUB_SERVER" => entry.with("apiPath", format!("/orgs/{team}/repos")),
        "GITLAB" | "GITLAB_SERVER" => entry.with("apiPath", format!("/api/v4/groups/{team}/projects")),
        "AZURE" | "VSTS" | "AZURE_DEVOPS" | "TFS_SERVER" => {
            entry.with("apiFilter", format!("{{value:value[?contains(name, '{team}')]}}"))
        }
        "AWS" => entry.with("tagsFilter", "^release.*"),
        _ => entry.with("apiFilter", format!("[?starts_with(name, '{team}')]")),
    }
}

fn with_projects(entry: Entry, random: &mut Random) -> Entry {
    if random.chance(55) {
        return entry;
    }
    let mut ids: Vec<_> =
        (0..=random.below(4)).map(|_| 10_000 + i64::from(random.below(projects::COUNT as u32))).collect();
    ids.sort_unstable();
    ids.dedup();
    entry.project_ids(&ids)
}

fn with_age(entry: Entry, random: &mut Random) -> Entry {
    let entry = match random.below(100) {
        0..4 => return entry.never_indexed(1 + random.below(30 * DAY)),
        4..10 => entry.indexed(8 * DAY + random.below(300 * DAY)),
        10..22 => entry.indexed(DAY + random.below(6 * DAY)),
        _ => entry.indexed(2 + random.below(20 * HOUR)),
    };
    entry.added(random.below(900 * DAY))
}
