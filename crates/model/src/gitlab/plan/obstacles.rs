//! What keeps a project or group from being changed, known before anything is sent.

use super::Opened;
use crate::gitlab::target::Level;
use crate::gitlab::version::Presence;

/// The least access level that GitLab wants for changing integrations, and what it is called.
const fn least(level: Level) -> (u64, &'static str) {
    match level {
        Level::Project => (40, "Maintainer"),
        Level::Group => (50, "Owner"),
    }
}

/// What keeps it from being changed, as sentences.
pub(super) fn obstacles(opened: &Opened) -> Vec<String> {
    let level = opened.home.level;
    let noun = match level {
        Level::Project => "project",
        Level::Group => "group",
    };
    let target = opened.target.at(level);
    let mut found = Vec::new();
    if opened.home.archived {
        found.push(format!("The {noun} is archived, so GitLab does not accept changes."));
    }
    let (least, role) = least(level);
    if opened.home.access.is_some_and(|access| access < least) {
        found.push(format!(
            "You may not change integrations of this {noun}: that takes the role {role} or a higher one."
        ));
    }
    match (level, target.version) {
        (Level::Group, Some(version)) if target.has_groups() == Presence::No => found.push(format!(
            "GitLab 17.9 or newer has an interface for integrations of groups; this server has GitLab {version}."
        )),
        _ => found.extend(opened.spec().and_then(|spec| spec.not_offered(target))),
    }
    found
}

/// What should be known before it is set up or changed, as sentences.
pub(super) fn cautions(opened: &Opened) -> Vec<String> {
    let target = opened.target.at(opened.home.level);
    let mut notes = Vec::new();
    if opened.integration.is_none()
        && let Some(spec) = opened.spec()
    {
        notes.extend(spec.leaving().map(str::to_owned));
        if spec.presence(target) == Presence::Unsure {
            notes.push(format!("This GitLab may be too old or too new for {}.", spec.title));
        }
    }
    if opened.home.level == Level::Group {
        notes.push(
            "GitLab passes it on, in the background, to the subgroups and projects below that use inherited settings or have none."
                .to_owned(),
        );
    }
    notes
}
