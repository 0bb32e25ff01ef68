//! Names of repositories: any number of different ones.

const FIRST: [&str; 65] = [
    "app", "api", "docs", "dwh", "git", "web", "shop", "infra", "payments", "legacy", "archived", "test",
    "mobile", "core", "data", "ml", "crm", "tools", "media", "release", "design", "security", "billing",
    "search", "auth", "atlas", "aurora", "beacon", "bluebird", "bridge", "cedar", "compass", "coral",
    "delta", "ember", "falcon", "fjord", "granite", "harbour", "heron", "iris", "juniper", "kestrel",
    "lagoon", "lantern", "linden", "maple", "meadow", "meridian", "nimbus", "north", "opal", "orchard",
    "osprey", "pebble", "pine", "quarry", "raven", "sable", "summit", "tern", "tundra", "vega", "willow",
    "zephyr",
];
const SECOND: [&str; 24] = [
    "service", "gateway", "client", "worker", "library", "portal", "jobs", "models", "config", "images",
    "pipeline", "schema", "plugin", "reports", "tests", "cli", "sdk", "proxy", "cache", "events", "loader",
    "theme", "docs", "core",
];

/// How many there are before they get a number.
pub(super) const DIFFERENT: u32 = (FIRST.len() * SECOND.len()) as u32;

/// The parts of the name with this number.
pub(super) fn parts(number: u32) -> (&'static str, &'static str) {
    let number = number as usize;
    (FIRST[number % FIRST.len()], SECOND[(number / FIRST.len()) % SECOND.len()])
}

/// The name with this number.
pub(super) fn name(number: u32) -> String {
    let (first, second) = parts(number);
    match number / DIFFERENT {
        0 => format!("{first}-{second}"),
        round => format!("{first}-{second}-{}", round + 1),
    }
}

/// A number that is made of a text, the same every time (FNV-1a).
pub(super) fn mixed(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
