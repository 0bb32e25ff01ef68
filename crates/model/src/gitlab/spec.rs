//! One integration, as the catalogue writes it down.

use super::{Param, ParamKind};
use crate::form::Rule;

/// What an integration is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Messages to a chat.
    Chat,
    /// Builds and deployments elsewhere.
    Build,
    /// Issues kept elsewhere.
    Issues,
    /// Mail.
    Mail,
    /// Wikis kept elsewhere.
    Documentation,
    /// Watching what runs.
    Monitoring,
    /// Everything else.
    Other,
}

impl Category {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Chat,
        Self::Issues,
        Self::Build,
        Self::Mail,
        Self::Documentation,
        Self::Monitoring,
        Self::Other,
    ];

    /// What a person reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Chat => "Chat",
            Self::Build => "CI/CD",
            Self::Issues => "Issue trackers",
            Self::Mail => "Email",
            Self::Documentation => "Wikis",
            Self::Monitoring => "Monitoring",
            Self::Other => "Other",
        }
    }
}

/// Whether an integration can be set up today. The sentences stand where it is offered or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can.
    Offered,
    /// Only where GitLab has a Premium licence.
    Premium,
    /// Only on servers that run for development.
    Development,
    /// Still works, but is going away.
    Legacy(&'static str),
    /// Cannot be set up any more.
    Removed(&'static str),
}

/// One integration.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Name in addresses; always with hyphens.
    pub slug: &'static str,
    /// What GitLab calls it today.
    pub title: &'static str,
    /// One sentence that says what it does.
    pub about: &'static str,
    /// Other words by which people look for it, in lower case.
    pub words: &'static str,
    /// What it is for.
    pub category: Category,
    /// Whether it can be set up today.
    pub standing: Standing,
    /// What one should know before setting it up.
    pub notes: &'static [&'static str],
    /// Its parameters, in the order in which they are drawn.
    pub params: &'static [Param],
    /// Rules between its parameters.
    pub rules: &'static [Rule],
    /// What deserves a second look.
    pub warnings: &'static [Rule],
}

impl Spec {
    /// What entries of the catalogue leave out.
    pub(super) const BASE: Self = Self {
        slug: "",
        title: "",
        about: "",
        words: "",
        category: Category::Other,
        standing: Standing::Offered,
        notes: &[],
        params: &[],
        rules: &[],
        warnings: &[],
    };

    /// Whether a new one can be set up.
    pub fn can_be_added(&self) -> bool {
        !matches!(self.standing, Standing::Removed(_))
    }

    /// Why a new one should not be set up without a second thought: it is going away, or gone.
    pub fn leaving(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Legacy(sentence) | Standing::Removed(sentence) => Some(sentence),
            Standing::Offered | Standing::Premium | Standing::Development => None,
        }
    }

    /// What a person should know about its standing; `None` when there is nothing to say.
    pub fn standing_sentence(&self) -> Option<&'static str> {
        match self.standing {
            Standing::Offered => None,
            Standing::Premium => Some("Needs GitLab Premium or Ultimate."),
            Standing::Development => Some("Works only on GitLab servers that run in development mode."),
            Standing::Legacy(sentence) | Standing::Removed(sentence) => Some(sentence),
        }
    }

    /// The parameter `key`.
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

    /// Whether each word of `needle` is found in its title, slug, sentence, category or other words.
    pub fn matches(&self, needle: &str) -> bool {
        let hay =
            [self.title, self.slug, self.about, self.category.label(), self.words].join(" ").to_lowercase();
        needle.to_lowercase().split_whitespace().all(|word| hay.contains(word))
    }
}
