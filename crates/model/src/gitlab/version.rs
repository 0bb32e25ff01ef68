//! Versions of GitLab, and between which of them something exists.

use std::fmt;

/// A version of GitLab. Patches change nothing in its API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Such as 14 in 14.8.
    pub major: u16,
    /// Such as 8 in 14.8.
    pub minor: u16,
}

impl Version {
    /// The version of the manual, "GitLab Integrations API".
    pub const MANUAL: Self = Self::new(14, 8);
    /// The newest version that the catalogue knows. What it says of this one is taken to hold for newer ones.
    pub const NEWEST: Self = Self::new(19, 5);

    /// A version.
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }

    /// Reads what `GET /version` gives, such as `14.8.0-ee`; `None` if it does not begin with two numbers.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.trim().split(['.', '-']);
        let mut number = || numbers.next()?.parse().ok();
        Some(Self { major: number()?, minor: number()? })
    }

    /// Whether the catalogue knows nothing of it that is its own.
    pub fn is_newer_than_known(self) -> bool {
        self > Self::NEWEST
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// When something began or ended, as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// From this version on it may have happened.
    pub earliest: Version,
    /// From this version on it has happened. The same as `earliest` where the version is known exactly.
    pub latest: Version,
}

impl Bound {
    /// With this version.
    pub const fn at(major: u16, minor: u16) -> Self {
        let version = Version::new(major, minor);
        Self { earliest: version, latest: version }
    }

    /// With one of the versions from `earliest` to `latest`.
    pub const fn between(earliest: (u16, u16), latest: (u16, u16)) -> Self {
        Self { earliest: Version::new(earliest.0, earliest.1), latest: Version::new(latest.0, latest.1) }
    }

    /// Whether it has happened in this version.
    fn has_passed(self, version: Version) -> Presence {
        if version < self.earliest {
            Presence::No
        } else if version < self.latest {
            Presence::Unsure
        } else {
            Presence::Yes
        }
    }
}

/// Whether a version has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has it.
    Yes,
    /// It is not known exactly since when or until when versions have it.
    Unsure,
    /// It does not have it.
    No,
}

/// The versions that have something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifespan {
    /// When it came; `None` for what the oldest versions in use have already.
    pub since: Option<Bound>,
    /// The first version without it; `None` for what is still there.
    pub until: Option<Bound>,
}

impl Lifespan {
    /// Every version has it.
    pub const ALWAYS: Self = Self { since: None, until: None };

    /// The versions from this one on.
    pub const fn since(major: u16, minor: u16) -> Self {
        Self { since: Some(Bound::at(major, minor)), until: None }
    }

    /// The versions from one of these on.
    pub const fn since_between(earliest: (u16, u16), latest: (u16, u16)) -> Self {
        Self { since: Some(Bound::between(earliest, latest)), until: None }
    }

    /// The versions before this one.
    pub const fn until(major: u16, minor: u16) -> Self {
        Self { since: None, until: Some(Bound::at(major, minor)) }
    }

    /// Whether this version has it. Where the version is not known, only what every version has is there for sure.
    pub fn at(self, version: Option<Version>) -> Presence {
        let Some(version) = version else {
            return if self == Self::ALWAYS { Presence::Yes } else { Presence::Unsure };
        };
        let came = self.since.map_or(Presence::Yes, |since| since.has_passed(version));
        let went = self.until.map_or(Presence::No, |until| until.has_passed(version));
        match (came, went) {
            (Presence::No, _) | (_, Presence::Yes) => Presence::No,
            (Presence::Yes, Presence::No) => Presence::Yes,
            _ => Presence::Unsure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_servers_say() {
        for (text, expected) in [
            ("14.8.0-ee", Some((14, 8))),
            ("17.9.0", Some((17, 9))),
            ("19.5.0-pre", Some((19, 5))),
            (" 13.12.15-ee ", Some((13, 12))),
            ("16.11", Some((16, 11))),
            ("17", None),
            ("", None),
            ("v17.1", None),
            ("17.x", None),
            ("70000.1", None),
        ] {
            assert_eq!(
                Version::read(text),
                expected.map(|(major, minor)| Version::new(major, minor)),
                "{text}"
            );
        }
    }

    #[test]
    fn says_which_versions_have_something() {
        let life = Lifespan { since: Some(Bound::between((14, 9), (16, 3))), until: Some(Bound::at(17, 8)) };
        let at = |major, minor| life.at(Some(Version::new(major, minor)));
        assert_eq!(at(14, 8), Presence::No);
        assert_eq!(at(14, 9), Presence::Unsure);
        assert_eq!(at(16, 2), Presence::Unsure);
        assert_eq!(at(16, 3), Presence::Yes);
        assert_eq!(at(16, 10), Presence::Yes);
        assert_eq!(at(17, 7), Presence::Yes);
        assert_eq!(at(17, 8), Presence::No);
        assert_eq!(life.at(None), Presence::Unsure);
        assert_eq!(Lifespan::ALWAYS.at(None), Presence::Yes);
    }
}
