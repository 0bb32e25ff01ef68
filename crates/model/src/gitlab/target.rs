//! What is known of the server and the place that a form or a request is for.

use super::version::{Presence, Version};
use std::borrow::Cow;

/// What an integration belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// A project.
    #[default]
    Project,
    /// A group. Its projects and subgroups can use the settings.
    Group,
}

/// What sentences of the catalogue have where the level decides about the words.
const THE_PROJECT: &str = "{the project}";

impl Level {
    /// What it is called in the middle of a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Group => "group",
        }
    }

    /// A sentence of the catalogue, as it is said of an integration of this level: what an integration of a group does, it
    /// does for the projects in it.
    pub(super) fn say(self, sentence: &'static str) -> Cow<'static, str> {
        if !sentence.contains(THE_PROJECT) {
            return sentence.into();
        }
        let project = match self {
            Self::Project => "the project",
            Self::Group => "each project of the group",
        };
        sentence.replace(THE_PROJECT, project).into()
    }
}

/// What a server must be licensed for. Each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Nothing.
    Free,
    /// GitLab Premium.
    Premium,
    /// GitLab Ultimate.
    Ultimate,
}

/// The server and the place that a form or a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// The version of the server; `None` if it does not say.
    pub version: Option<Version>,
    /// The highest tier that it can be licensed for: a server of the Community Edition is free. Servers tell maintainers
    /// their edition, not their license.
    pub at_most: Tier,
    /// Where the integration is.
    pub level: Level,
}

impl Target {
    /// A project on the server that the manual describes.
    pub const MANUAL: Self =
        Self { version: Some(Version::MANUAL), at_most: Tier::Ultimate, level: Level::Project };

    /// What is known of a server by what `GET /version` gives, such as `14.8.0-ee`; of one that does not say, `""`.
    pub fn read(version: &str, level: Level) -> Self {
        let read = Version::read(version);
        // The Community Edition has plain numbers; GitLab.com has names such as `17.5.0-pre`.
        let is_community = read.is_some() && !version.contains('-');
        Self { version: read, at_most: if is_community { Tier::Free } else { Tier::Ultimate }, level }
    }

    /// The same server, another place.
    pub const fn at(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// Whether the server has group endpoints for integrations: since GitLab 17.9.
    pub fn has_groups(self) -> Presence {
        match self.version {
            Some(version) if version >= Version::new(17, 9) => Presence::Yes,
            Some(_) => Presence::No,
            None => Presence::Unsure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_an_integration_does_in_words_of_its_level() {
        let said = |level: Level| {
            (
                level.say("Posts about {the project} to a room.").into_owned(),
                level.say("Comments.").into_owned(),
            )
        };
        let comments = || "Comments.".to_owned();
        assert_eq!(said(Level::Project), ("Posts about the project to a room.".to_owned(), comments()));
        assert_eq!(
            said(Level::Group),
            ("Posts about each project of the group to a room.".to_owned(), comments())
        );
    }

    #[test]
    fn reads_the_edition_from_the_version() {
        for (text, version, at_most) in [
            ("14.8.0-ee", Some(Version::new(14, 8)), Tier::Ultimate),
            ("14.8.0", Some(Version::new(14, 8)), Tier::Free),
            ("19.5.0-pre", Some(Version::new(19, 5)), Tier::Ultimate),
            ("", None, Tier::Ultimate),
            ("unknown", None, Tier::Ultimate),
        ] {
            let target = Target::read(text, Level::Project);
            assert_eq!((target.version, target.at_most), (version, at_most), "{text}");
        }
    }
}
