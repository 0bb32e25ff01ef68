//! The table of GitLab's integrations in docs/api.md is what the catalogue says.
//!
//! After a change to the catalogue: `UPDATE_DOCS=1 cargo test -p patchbay-model --test docs`.

use patchbay_model::gitlab::{self, Bound, Category, Level, Lifespan, Param, ParamStanding, Presence};
use patchbay_model::gitlab::{Spec, Standing, Target, Tier, Version};
use std::{env, fs, path::Path};

const BEGIN: &str = "<!-- made from the catalogue -->\n";
const END: &str = "<!-- end -->";

#[test]
fn the_table_in_the_documentation_is_the_catalogue() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/api.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("docs/api.md has a place for the table");
    let (there, after) = rest.split_once(END).expect("docs/api.md says where the table ends");
    let table = table();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
    } else {
        assert_eq!(there, table, "run UPDATE_DOCS=1 cargo test -p patchbay-model --test docs");
    }
}

fn table() -> String {
    let mut lines = vec![
        "| slug | title | versions | levels | 14.8 | 19.5 | required | secrets | events | what works |"
            .to_owned(),
        "|---|---|---|---|--:|--:|--:|---|--:|---|".to_owned(),
    ];
    for category in Category::ALL {
        let specs: Vec<&Spec> = gitlab::all().filter(|spec| spec.category == category).collect();
        if !specs.is_empty() {
            lines.push(format!("| **{}** | | | | | | | | | |", category.label()));
            lines.extend(specs.into_iter().map(row));
        }
    }
    lines.join("\n") + "\n"
}

/// The newest server.
const NEWEST: Target =
    Target { version: Some(Version::NEWEST), at_most: Tier::Ultimate, level: Level::Project };

fn row(spec: &Spec) -> String {
    let newest = if spec.presence(NEWEST) == Presence::No { last(spec) } else { NEWEST };
    let taken = |target: Target| {
        let takes =
            move |param: &&Param| param.is_documented(target) || param.presence(target) != Presence::No;
        spec.params.iter().filter(takes)
    };
    let count = |target: Target| match spec.presence(target) {
        // The manual has one that was gone.
        Presence::No if spec.life.since.is_some() || target == NEWEST => String::new(),
        _ => taken(target).count().to_string(),
    };
    let (channels, secrets): (Vec<&Param>, Vec<&Param>) = spec
        .params
        .iter()
        .filter(|param| param.kind.is_secret())
        .partition(|param| param.key.ends_with("_channel"));
    let mut secrets: Vec<String> = secrets.iter().map(|param| format!("`{}`", param.key)).collect();
    if !channels.is_empty() {
        secrets.push(format!("{} `*_channel`", channels.len()));
    }
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        spec.slug,
        spec.title,
        versions(spec.life),
        if spec.only_projects { "project" } else { "project, group" },
        count(Target::MANUAL),
        count(NEWEST),
        taken(newest).filter(|param| param.is_required(newest)).count(),
        secrets.join(", "),
        taken(newest).filter(|param| param.kind.is_event()).count(),
        works(spec)
    )
}

/// The last version that has it.
fn last(spec: &Spec) -> Target {
    let until = spec.life.until.map_or(Version::NEWEST, |until| until.earliest);
    let before = until
        .minor
        .checked_sub(1)
        .map_or(Version::new(until.major - 1, 12), |minor| Version::new(until.major, minor));
    Target { version: Some(before), ..NEWEST }
}

/// `since 16.1`, `15.3 to 17.7`, `before 19.0`; `all`. Where a version is known only roughly, both ends of the range.
fn versions(life: Lifespan) -> String {
    let said = |bound: Bound| match bound {
        Bound { earliest, latest } if earliest == latest => earliest.to_string(),
        Bound { earliest, latest } => format!("{earliest}–{latest}"),
    };
    match (life.since, life.until) {
        (None, None) => "all".to_owned(),
        (Some(since), None) => format!("since {}", said(since)),
        (None, Some(until)) => format!("before {}", said(until)),
        (Some(since), Some(until)) => format!("since {}, before {}", said(since), said(until)),
    }
}

/// What can be done, and what one should know.
fn works(spec: &Spec) -> String {
    let can = match spec.standing {
        Standing::SetUpElsewhere(_) if !spec.stays.is_empty() => "change",
        Standing::SetUpElsewhere(_) => "change, disable",
        _ if spec.leaving().is_some() => "after a question: set up, change, disable",
        _ => "set up, change, disable",
    };
    let hidden: Vec<String> = spec
        .params
        .iter()
        .filter(|param| matches!(param.standing, ParamStanding::Hidden(_)))
        .filter(|param| !param.key.ends_with("work_item_events"))
        .map(|param| format!("`{}`", param.key))
        .collect();
    let ignored: Vec<String> = spec
        .params
        .iter()
        .filter(|param| matches!(param.standing, ParamStanding::Ignored(_)))
        .map(|param| format!("`{}`", param.key))
        .collect();
    let mut parts = vec![can.to_owned()];
    parts.extend(spec.standing_sentence().map(|sentence| sentence.trim_end_matches('.').to_owned()));
    if !hidden.is_empty() {
        parts.push(format!("not drawn: {}", hidden.join(", ")));
    }
    if !ignored.is_empty() {
        parts.push(format!("many servers ignore {}", ignored.join(", ")));
    }
    parts.join("; ")
}
