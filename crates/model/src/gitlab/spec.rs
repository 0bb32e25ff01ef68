//! One integration in the catalogue.

use super::param::Param;
use super::param_kind::ParamKind;
use super::target::{Level, Target, Tier};
use super::version::{Bound, Lifespan, Presence};
use crate::form::{Corrector, Rule};
use std::borrow::Cow;

/// The purpose of an integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Messages in a chat.
    Chat,
    /// Builds and deployments by another service.
    Build,
    /// Issues in another service.
    Issues,
    /// Email.
    Mail,
    /// Wikis in another service.
    Documentation,
    /// Monitoring.
    Monitoring,
    /// App stores of phones.
    Mobile,
    /// Clouds and registries of images.
    Cloud,
    /// Finding secrets and other security.
    Security,
    /// Everything else.
    Other,
}

impl Category {
    /// All categories, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Chat,
        Self::Issues,
        Self::Build,
        Self::Mail,
        Self::Documentation,
        Self::Monitoring,
        Self::Mobile,
        Self::Cloud,
        Self::Security,
        Self::Other,
    ];

    /// Heading on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Chat => "Chat",
            Self::Build => "CI/CD",
            Self::Issues => "Issue trackers",
            Self::Mail => "Email",
            Self::Documentation => "Wikis",
            Self::Monitoring => "Monitoring",
            Self::Mobile => "App stores",
            Self::Cloud => "Cloud and registries",
            Self::Security => "Security",
            Self::Other => "Other",
        }
    }
}

/// Whether an integration can be set up. The sentences appear wherever it is offered or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Yes.
    Offered,
    /// Only on servers in development mode.
    Development,
    /// Only on GitLab.com.
    GitLabCom,
    /// It can be changed, but not set up through the API. The sentence says where it is set up.
    SetUpElsewhere(&'static str),
    /// Deprecated by GitLab or by the service, but still works. The sentence says why.
    Legacy(&'static str),
    /// No longer. The sentence says why.
    Removed(&'static str),
}

/// One integration that the model knows.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Name in URLs, with hyphens.
    pub slug: &'static str,
    /// Title in current GitLab versions.
    pub title: &'static str,
    /// One sentence about what it does, with words for the level; see [`Spec::about`].
    pub(super) about: &'static str,
    /// More words for the search, in lower case.
    pub words: &'static str,
    /// Its purpose.
    pub category: Category,
    /// Whether it can be set up.
    pub standing: Standing,
    /// The versions that have it.
    pub life: Lifespan,
    /// What the server must be licensed for.
    pub tier: Tier,
    /// Whether groups do not have it.
    pub only_projects: bool,
    /// Why it cannot be disabled through the API, as a sentence; empty if it can.
    pub stays: &'static str,
    /// Sentences to read before setting it up.
    pub notes: &'static [&'static str],
    /// Its parameters, in the order of the form.
    pub params: &'static [Param],
    /// Rules between its parameters.
    pub rules: &'static [Rule],
    /// Warnings, which do not keep the form from being sent.
    pub warnings: &'static [Rule],
    /// Rules that only some versions of GitLab have. The form shows them as warnings, because it does not know the server's version.
    pub refused_by_some: &'static [Rule],
    /// What finds out what was meant.
    pub corrections: &'static [Corrector],
}

impl Spec {
    /// Defaults for entries of the catalogue.
    pub(super) const BASE: Self = Self {
        slug: "",
        title: "",
        about: "",
        words: "",
        category: Category::Other,
        standing: Standing::Offered,
        life: Lifespan::ALWAYS,
        tier: Tier::Free,
        only_projects: false,
        stays: "",
        notes: &[],
        params: &[],
        rules: &[],
        warnings: &[],
        refused_by_some: &[],
        corrections: &[],
    };

    /// One sentence about what it does, for projects or for groups.
    pub fn about(&self, level: Level) -> Cow<'static, str> {
        level.say(self.about)
    }

    /// Whether a new one can be set up.
    pub fn can_be_added(&self) -> bool {
        !matches!(self.standing, Standing::Removed(_) | Standing::SetUpElsewhere(_))
    }

    /// Whether it is or may be set up there, active or not.
    pub fn can_exist(&self, target: Target) -> bool {
        !matches!(self.standing, Standing::Removed(_)) && self.presence(target) != Presence::No
    }

    /// Whether the server has it there.
    pub fn presence(&self, target: Target) -> Presence {
        if self.is_excluded(target) { Presence::No } else { self.life.at(target.version) }
    }

    /// Whether the place or the license rules it out, whatever the version.
    pub fn is_excluded(&self, target: Target) -> bool {
        self.tier > target.at_most || self.is_elsewhere(target)
    }

    fn is_elsewhere(&self, target: Target) -> bool {
        self.only_projects && target.level == Level::Group
    }

    /// Why the server does not have it there, as a sentence; `None` if it has or may have it.
    pub fn not_offered(&self, target: Target) -> Option<String> {
        if self.is_elsewhere(target) {
            return Some("Only projects have this integration, groups do not.".to_owned());
        }
        if self.tier > target.at_most {
            return Some(
                "It requires GitLab Premium or Ultimate. This server is a Community Edition.".to_owned(),
            );
        }
        let version = target.version.filter(|_| self.presence(target) == Presence::No)?;
        match self.life.until {
            Some(Bound { earliest, .. }) if version >= earliest => {
                Some(format!("GitLab {earliest} removed it. This server has GitLab {version}."))
            }
            _ => {
                let since = self.life.since.map(|since| since.latest)?;
                Some(format!("It came with GitLab {since}. This server has GitLab {version}."))
            }
        }
    }

    /// Why it should not be set up: it is deprecated or removed; `None` for all others.
    pub fn leaving(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Legacy(sentence) | Standing::Removed(sentence) => Some(sentence),
            Standing::Offered | Standing::Development | Standing::GitLabCom | Standing::SetUpElsewhere(_) => {
                None
            }
        }
    }

    /// The sentence about its [`Standing`]; `None` if it can be set up everywhere.
    pub fn standing_sentence(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Offered if self.tier > Tier::Free => Some("Requires GitLab Premium or Ultimate."),
            Standing::Offered => None,
            Standing::GitLabCom => Some("Works only on GitLab.com."),
            Standing::SetUpElsewhere(sentence) => Some(sentence),
            Standing::Development => Some("Works only on GitLab servers in development mode."),
            Standing::Legacy(sentence) | Standing::Removed(sentence) => Some(sentence),
        }
    }

    /// The parameter with this key.
    pub fn param(&self, key: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.key == key)
    }

    /// The keys of the secrets it takes.
    pub fn secrets(&self) -> impl Iterator<Item = &'static str> {
        self.params.iter().filter(|param| param.kind.is_secret()).map(|param| param.key)
    }

    /// Its toggles for events.
    pub fn events(&self) -> impl Iterator<Item = &'static Param> {
        self.params.iter().filter(|param| matches!(param.kind, ParamKind::Event(_)))
    }

    /// Whether its title, slug, sentence, category or search words contain every word of `needle`, in any case.
    pub fn matches(&self, needle: &str) -> bool {
        let about = self.about(Level::Project);
        let hay = [self.title, self.slug, &about, self.category.label(), self.words].join(" ").to_lowercase();
        needle.to_lowercase().split_whitespace().all(|word| hay.contains(word))
    }
}
