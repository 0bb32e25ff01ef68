//! Which GitLab the sandbox is, and what servers of its version do. No other file compares versions.

use std::fmt;
use std::str::FromStr;

use patchbay_model::gitlab::{Level, Presence, Spec, Target, Tier, Version};

/// The versions that the sandbox can be, as people write them.
const VERSIONS: &str = "13.12, 14.8, 16.11, 17.9, 18.11 or 19.5";

/// Which GitLab the sandbox behaves as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GitLab {
    version: Version,
    tier: Tier,
}

impl Default for GitLab {
    /// The version of the manual, with everything that it describes.
    fn default() -> Self {
        Self::V14_8
    }
}

impl GitLab {
    /// 13.12: integrations are at their old address `services` only.
    pub const V13_12: Self = Self::premium(13, 12);
    /// 14.8, the version of the manual: disabling keeps the settings, a broken rule is answered with "400 Bad Request"
    /// alone, and documented parameters that the server never read are dropped.
    pub const V14_8: Self = Self::premium(14, 8);
    /// 16.11: more integrations; replies show more events, and all fields of an integration.
    pub const V16_11: Self = Self::premium(16, 11);
    /// 17.9: settings can be inherited, groups have integrations of their own, disabling clears all settings except the
    /// events, and refusals name the field.
    pub const V17_9: Self = Self::premium(17, 9);
    /// 18.11.
    pub const V18_11: Self = Self::premium(18, 11);
    /// 19.5, the newest version that the catalogue knows.
    pub const V19_5: Self = Self::premium(19, 5);
    /// All of them, the oldest first.
    pub const ALL: [Self; 6] =
        [Self::V13_12, Self::V14_8, Self::V16_11, Self::V17_9, Self::V18_11, Self::V19_5];

    const fn premium(major: u16, minor: u16) -> Self {
        Self { version: Version::new(major, minor), tier: Tier::Premium }
    }

    /// The same version with this license: [`Tier::Free`] is the Community Edition.
    pub const fn with(self, tier: Tier) -> Self {
        Self { tier, ..self }
    }

    /// The same license with this version, if the sandbox can be that.
    pub fn at(self, version: Version) -> Option<Self> {
        Self::ALL.into_iter().find(|other| other.version == version).map(|other| other.with(self.tier))
    }

    /// Its version.
    pub const fn version(self) -> Version {
        self.version
    }

    /// What it is licensed for.
    pub const fn tier(self) -> Tier {
        self.tier
    }

    /// It and this place, for the catalogue.
    pub(crate) const fn target(self, level: Level) -> Target {
        Target { version: Some(self.version), at_most: self.tier, level }
    }

    /// Whether it is the Enterprise Edition. The Community Edition is free.
    pub(crate) fn is_enterprise(self) -> bool {
        self.tier > Tier::Free
    }

    /// What it says of itself, such as `14.8.0-ee`.
    pub(crate) fn text(self) -> String {
        format!("{}.0{}", self.version, if self.is_enterprise() { "-ee" } else { "" })
    }

    fn is_since(self, major: u16, minor: u16) -> bool {
        self.version >= Version::new(major, minor)
    }

    /// The address `integrations`. The older one, `services`, is in every version.
    pub(crate) fn has_integrations_path(self) -> bool {
        self.is_since(14, 4)
    }

    /// `GET /metadata`.
    pub(crate) fn has_metadata(self) -> bool {
        self.is_since(15, 2)
    }

    /// `GET /personal_access_tokens/self`.
    pub(crate) fn has_own_token(self) -> bool {
        self.is_since(15, 5)
    }

    /// `use_inherited_settings` in requests and `inherited` in replies.
    pub(crate) fn has_inheritance(self) -> bool {
        self.is_since(17, 3)
    }

    /// The integrations of groups.
    pub(crate) fn has_group_integrations(self) -> bool {
        self.is_since(17, 9)
    }

    /// Whether groups say whether they are archived ("Groups API", 18.2).
    pub(crate) fn shows_archived_groups(self) -> bool {
        self.is_since(18, 2)
    }

    /// Whether DELETE clears every field. Older ones keep the settings ("GitLab Integrations API").
    pub(crate) fn clears_on_delete(self) -> bool {
        self.is_since(17, 2)
    }

    /// Whether DELETE of an integration that was never set up is 404. Older ones make an inactive row.
    pub(crate) fn misses_never_set_up(self) -> bool {
        self.is_since(17, 2)
    }

    /// Whether a refusal has the texts of the model, in a printed Ruby hash.
    pub(crate) fn names_fields(self) -> bool {
        self.is_since(17, 2)
    }

    /// Whether replies have the newer events: of alerts, incidents, deployments.
    pub(crate) fn shows_newer_events(self) -> bool {
        self.is_since(15, 0)
    }

    /// Whether replies say whether vulnerabilities are an event.
    pub(crate) fn shows_vulnerability_events(self) -> bool {
        self.is_since(16, 4) && self.is_enterprise()
    }

    /// Whether replies have every field of an integration, unset ones as null. Older ones have those that are set.
    pub(crate) fn shows_all_fields(self) -> bool {
        self.is_since(15, 5)
    }

    /// Whether it knows this integration. Where the catalogue is not sure, it does not.
    pub(crate) fn knows(self, spec: &Spec) -> bool {
        // The manual describes one that servers of its time had lost.
        let is_of_manual = spec.life.since.is_none() && self.version <= Version::MANUAL;
        is_of_manual || spec.life.at(Some(self.version)) == Presence::Yes
    }

    /// Whether replies lack properties whose names sound like secrets. Newer ones look at the type of the field, so that
    /// `project_keys` is there.
    pub(crate) fn hides_by_name(self) -> bool {
        !self.is_since(15, 5)
    }

    /// Whether some events of the manual that it calls optional are required: declarations of before 17.8.
    pub(crate) fn requires_optional_events(self) -> bool {
        !self.is_since(17, 8)
    }

    /// Whether integrations are called integrations in refusals.
    pub(crate) fn says_integration(self) -> bool {
        self.is_since(14, 4)
    }

    /// Whether titles are those of today.
    pub(crate) fn has_titles_of_today(self) -> bool {
        self.is_since(16, 0)
    }
}

/// Reads a version such as `17.9`.
impl FromStr for GitLab {
    type Err = NoSuchGitLab;

    fn from_str(text: &str) -> Result<Self, NoSuchGitLab> {
        let found = Self::ALL.into_iter().find(|one| one.version.to_string() == text.trim());
        found.ok_or_else(|| NoSuchGitLab(text.to_owned()))
    }
}

/// A version that the sandbox cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchGitLab(String);

impl fmt::Display for NoSuchGitLab {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The sandbox can be GitLab {VERSIONS}, not \"{}\".", self.0)
    }
}

impl std::error::Error for NoSuchGitLab {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_is_found_by_its_name_and_named_in_the_refusal() {
        for one in GitLab::ALL {
            let name = one.version.to_string();
            assert_eq!(name.parse(), Ok(one));
            assert_eq!(GitLab::default().with(Tier::Free).at(one.version), Some(one.with(Tier::Free)));
            assert!(VERSIONS.contains(&name), "{name}");
        }
        for text in ["14.3", "17", "", "17.9.0", "20.0"] {
            let refused = text.parse::<GitLab>().unwrap_err().to_string();
            assert_eq!(refused, format!("The sandbox can be GitLab {VERSIONS}, not \"{text}\"."));
        }
    }

    #[test]
    fn each_version_does_at_least_what_the_one_before_does() {
        let does = |one: GitLab| {
            [
                one.has_integrations_path(),
                one.has_metadata(),
                one.has_own_token(),
                one.shows_all_fields(),
                one.shows_vulnerability_events(),
                one.has_inheritance(),
                one.clears_on_delete(),
                one.names_fields(),
                one.has_group_integrations(),
            ]
            .into_iter()
            .filter(|does| *does)
            .count()
        };
        assert_eq!(GitLab::ALL.map(does), [0, 1, 5, 9, 9, 9]);
    }

    #[test]
    fn the_community_edition_has_plain_numbers() {
        assert_eq!(GitLab::V14_8.text(), "14.8.0-ee");
        assert_eq!(GitLab::V19_5.with(Tier::Free).text(), "19.5.0");
        assert!(!GitLab::V19_5.with(Tier::Free).shows_vulnerability_events());
    }
}
