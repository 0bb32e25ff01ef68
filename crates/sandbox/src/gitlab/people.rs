//! The three people of this GitLab, and what they may do in every project and group.

/// A person with an account.
pub(super) struct Person {
    pub(super) id: u64,
    pub(super) username: &'static str,
    pub(super) name: &'static str,
    pub(super) level: Level,
}

/// A person's access level in every project and group, as GitLab's number ("Members API").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Developer = 30,
    Maintainer = 40,
    Owner = 50,
}

pub(super) static OWNER: Person =
    Person { id: 10, username: "olga.owner", name: "Olga Owner", level: Level::Owner };
pub(super) static MAINTAINER: Person =
    Person { id: 11, username: "mara.maintainer", name: "Mara Maintainer", level: Level::Maintainer };
pub(super) static DEVELOPER: Person =
    Person { id: 12, username: "dev.developer", name: "Dev Developer", level: Level::Developer };
