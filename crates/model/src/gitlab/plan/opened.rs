//! An integration of one project or group as it was read for a plan.

use crate::form::{Mode, Schema};
use crate::gitlab::home::Home;
use crate::gitlab::integration::Integration;
use crate::gitlab::schema::schema;
use crate::gitlab::spec::Spec;
use crate::gitlab::target::{Level, Target};
use crate::gitlab::{find, is_activated_by_saving};
use crate::object::Object;

/// An integration of a project or group, set up or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The project or group.
    pub home: Home,
    /// The integration's name in addresses.
    pub slug: String,
    /// What is known of the server.
    pub target: Target,
    /// What GitLab has of it; `None` where it was never set up.
    pub integration: Option<Integration>,
}

impl Opened {
    /// The same, now that GitLab has something else.
    pub fn now(&self, integration: Option<Integration>) -> Self {
        Self { integration, ..self.clone() }
    }

    /// What the catalogue says of it.
    pub fn spec(&self) -> Option<&'static Spec> {
        find(&self.slug)
    }

    /// What people call the integration.
    pub fn title(&self) -> String {
        match (self.spec(), &self.integration) {
            (Some(spec), _) => spec.title.to_owned(),
            (None, Some(integration)) => integration.title.clone(),
            (None, None) => self.slug.clone(),
        }
    }

    /// Whether it is active.
    pub fn is_active(&self) -> bool {
        self.integration.as_ref().is_some_and(|integration| integration.active)
    }

    /// Whether it uses settings of a group above or of the instance; `None` where GitLab does not say.
    pub fn inherits(&self) -> Option<bool> {
        self.integration.as_ref()?.inherited
    }

    /// Its settings; none where it was never set up.
    pub fn settings(&self) -> Object {
        self.integration.as_ref().map(|integration| integration.settings.clone()).unwrap_or_default()
    }

    /// The form in which it is set up or changed.
    pub fn form(&self) -> Schema {
        let mode = if self.integration.is_some() { Mode::Edit } else { Mode::Create };
        schema(self.target.at(self.home.level), &self.slug, mode, &self.settings(), &[])
    }

    /// Whether writing its settings activates it.
    pub(super) fn is_activated_by_writing(&self) -> bool {
        !self.is_active() && is_activated_by_saving(&self.slug)
    }

    /// What tells it from all others of its server: its path in the API, such as `projects/101/integrations/slack`.
    pub fn key(&self) -> String {
        let homes = match self.home.level {
            Level::Project => "projects",
            Level::Group => "groups",
        };
        format!("{homes}/{}/integrations/{}", self.home.id, self.slug)
    }
}

/// Level and number of the project or group, and the slug, that an [`Opened::key`] names.
pub fn place_of(key: &str) -> Option<(Level, u64, &str)> {
    let mut parts = key.splitn(4, '/');
    let level = match parts.next()? {
        "projects" => Level::Project,
        "groups" => Level::Group,
        _ => return None,
    };
    let id = parts.next()?.parse().ok()?;
    (parts.next()? == "integrations").then_some(())?;
    Some((level, id, parts.next()?))
}
