//! What a job does one after the other.

use rusqlite::Connection;

use super::around::Surroundings;
use super::tracked::rescan;
use crate::host::{NOT_AUTHORIZED, Reach, is_broken};
use crate::store::{jira, repository};

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// To look which repositories a host has.
    Scan { integration: i64, name: String },
    /// To index a repository.
    Index { repository: i64, integration: Option<i64>, name: String },
    /// To note that an integration was indexed.
    Close { integration: i64 },
}

/// What came of a step.
#[derive(Default)]
pub(super) struct Outcome {
    /// What is done next, before everything else that is left.
    pub(super) next: Vec<Step>,
    /// What is said of it, and why it failed; `None` for what nobody needs to know.
    pub(super) said: Option<(String, Option<String>)>,
}

impl Step {
    pub(super) fn text(&self) -> String {
        match self {
            Self::Scan { name, .. } => format!("Scanning {name}"),
            Self::Index { name, .. } => format!("Indexing {name}"),
            Self::Close { .. } => String::new(),
        }
    }

    /// How long it takes, in milliseconds.
    pub(super) fn takes(&self, pace: i64) -> i64 {
        match self {
            Self::Scan { .. } => pace.saturating_mul(5),
            Self::Index { .. } => pace,
            Self::Close { .. } => 0,
        }
    }

    /// Whether it is about this integration or repository.
    pub(super) fn concerns(&self, id: i64) -> bool {
        match self {
            Self::Scan { integration, .. } | Self::Close { integration } => *integration == id,
            Self::Index { repository, integration, .. } => *repository == id || *integration == Some(id),
        }
    }

    /// The repository that it indexes.
    pub(super) fn repository(&self) -> Option<i64> {
        match self {
            Self::Index { repository, .. } => Some(*repository),
            Self::Scan { .. } | Self::Close { .. } => None,
        }
    }

    /// Does it; it ends at the time `at`.
    pub(super) fn finish(
        &self,
        connection: &Connection,
        at: i64,
        around: Surroundings,
    ) -> rusqlite::Result<Outcome> {
        // Nothing was indexed in the future, even where the index is ahead of the clock.
        let at = at.min(around.clock);
        let said = |fault| Some((self.text(), fault));
        match self {
            Self::Scan { integration, .. } => {
                let found = jira::find_to_change(connection, *integration, around.clock)?;
                let Some(found) = found.filter(|found| !found.is_disabled()) else {
                    return Ok(Outcome::default());
                };
                match rescan(connection, &found, at, around.repositories)? {
                    Ok(enabled) => {
                        let index = |(repository, name)| Self::Index {
                            repository,
                            integration: Some(*integration),
                            name,
                        };
                        let mut next: Vec<Self> = enabled.into_iter().map(index).collect();
                        next.push(Self::Close { integration: *integration });
                        Ok(Outcome { next, said: said(None) })
                    }
                    Err(fault) => Ok(Outcome { next: Vec::new(), said: said(Some(fault)) }),
                }
            }
            Self::Index { repository, integration, .. } => {
                let reach = match integration {
                    Some(id) => {
                        jira::find(connection, *id, around.clock)?.map(|one| one.reach).unwrap_or_default()
                    }
                    None => Reach::Whole,
                };
                let fails = match reach {
                    Reach::Whole => false,
                    Reach::Refused => true,
                    Reach::InPart => is_broken(repository::on_host(*repository)),
                };
                let ended = if fails { Err(NOT_AUTHORIZED) } else { Ok(at) };
                repository::set_indexed(connection, *repository, ended)?;
                Ok(Outcome { next: Vec::new(), said: said(ended.err().map(str::to_owned)) })
            }
            Self::Close { integration } => {
                jira::set_indexed(connection, *integration, at)?;
                Ok(Outcome::default())
            }
        }
    }
}
