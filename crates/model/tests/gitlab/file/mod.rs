//! Files of a fleet: written in one order without secrets, read with the place of each mistake, and compared with GitLab.

mod bad;
mod documents;
mod round;
mod terraform;

use crate::least;
use patchbay_model::gitlab::plan::Opened;
use patchbay_model::gitlab::server::check_put;
use patchbay_model::gitlab::{self, Home, Level, Presence, Spec, Target};
use serde_json::{Value, json};

const HOST: &str = "https://gitlab.acme.example";
const AT: &str = "2026-11-26T08:00:00Z";
const NEWEST: &str = "19.5.0-ee";

fn home(level: Level, id: u64, path: &str) -> Home {
    let answer = json!({"id": id, "name": "x", "path_with_namespace": path, "full_path": path});
    gitlab::wire::home(answer, level).expect("a home")
}

fn opened(home: Home, slug: &str, reported: Option<Value>) -> Opened {
    opened_on(NEWEST, home, slug, reported)
}

fn opened_on(version: &str, home: Home, slug: &str, reported: Option<Value>) -> Opened {
    let integration = reported.map(|given| {
        let mut answer = crate::support::object(
            json!({"id": 7, "slug": slug, "title": "", "active": true, "inherited": false}),
        );
        answer.extend(crate::support::object(given));
        gitlab::wire::one(Value::Object(answer)).expect("an integration")
    });
    Opened { target: Target::read(version, home.level), home, slug: slug.to_owned(), integration }
}

/// One of everything that a project, or a group, of the newest GitLab can have.
fn everything(level: Level) -> Vec<(&'static Spec, Opened)> {
    everything_of(NEWEST, level)
}

/// The same of a GitLab of this version.
fn everything_of(version: &str, level: Level) -> Vec<(&'static Spec, Opened)> {
    let target = Target::read(version, level);
    let offered = gitlab::all().filter(|spec| spec.presence(target) != Presence::No && spec.can_be_added());
    offered
        .map(|spec| {
            let mut least = least(spec);
            for (key, value) in &mut least {
                // Of secrets alone no file has the text.
                if *value == "s3cret" && spec.secrets().all(|secret| secret != key) {
                    *value = Value::from("plain");
                }
            }
            let stored = check_put(target, spec.slug, &least, true).expect("the least is taken");
            let home = home(level, 101, "acme/web");
            (spec, opened_on(version, home, spec.slug, Some(json!({"properties": stored}))))
        })
        .collect()
}
