//! What a plan does with one resource, of either vendor.

use patchbay_model::plan::Step;
use patchbay_model::{gij, gitlab};

/// What a plan does with one resource.
#[derive(Clone, PartialEq)]
pub enum Planned {
    /// With an integration of a Jira.
    Jira(gij::plan::Planned),
    /// With an integration of a project or group of a GitLab.
    GitLab(gitlab::plan::Planned),
    /// With one that only a report remains of: nothing of it can be sent any more.
    Kept(Step),
}

impl Planned {
    /// What people see of it.
    pub fn step(&self) -> &Step {
        match self {
            Self::Jira(planned) => &planned.step,
            Self::GitLab(planned) => &planned.step,
            Self::Kept(step) => step,
        }
    }

    /// What is planned in a Jira.
    pub fn jira(&self) -> Option<&gij::plan::Planned> {
        match self {
            Self::Jira(planned) => Some(planned),
            Self::GitLab(_) | Self::Kept(_) => None,
        }
    }

    /// What is planned in a GitLab.
    pub fn gitlab(&self) -> Option<&gitlab::plan::Planned> {
        match self {
            Self::GitLab(planned) => Some(planned),
            Self::Jira(_) | Self::Kept(_) => None,
        }
    }
}
