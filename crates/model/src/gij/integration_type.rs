//! The type of an integration: one of the catalogue, or one that only the server knows.

use super::catalogue::TYPES;
use super::names::{self, TypeName};
use super::spec::{Origin, TypeSpec};
use std::fmt;

/// The type of an integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntegrationType {
    /// One of the twelve types of "Add New Integration".
    Known(&'static TypeName),
    /// A type that the documents do not name: its name on the wire, unchanged.
    Other(String),
}

impl IntegrationType {
    /// The twelve types, in the order in which the form offers them.
    pub fn all() -> impl Iterator<Item = &'static TypeSpec> {
        TYPES.iter()
    }

    /// The type with this name on the wire. An unknown name gives [`IntegrationType::Other`].
    pub fn parse(name: &str) -> Self {
        match names::ALL.iter().find(|known| known.name == name) {
            Some(known) => Self::Known(known),
            None => Self::Other(name.to_owned()),
        }
    }

    /// The name on the wire.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(known) => known.name,
            Self::Other(name) => name,
        }
    }

    /// The name for people; for other types the name on the wire.
    pub fn label(&self) -> &str {
        match self {
            Self::Known(known) => known.label,
            Self::Other(name) if name.is_empty() => "Unknown type",
            Self::Other(name) => name,
        }
    }

    /// The entry of the catalogue; `None` for other types.
    pub fn spec(&self) -> Option<&'static TypeSpec> {
        TYPES.iter().find(|spec| spec.name == self.name())
    }

    /// Whether it is a folder on the Jira server. Removing the integration never deletes such a folder.
    pub fn is_folder(&self) -> bool {
        self.spec().is_some_and(|spec| matches!(spec.origin, Origin::Folder(_)))
    }
}

impl fmt::Display for IntegrationType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
