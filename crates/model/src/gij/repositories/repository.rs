//! A repository as Jira reports it.

use super::state::RepositoryState;
use crate::form::{read_bool, read_ids};
use crate::gij::integration::{Staleness, moment, staleness};
use crate::gij::secrets::strip_secrets;
use crate::listed::Odd;
use crate::object::Object;
use serde_json::Value;

/// A repository. It keeps every setting that Jira reported, including unknown ones, but no secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Repository {
    /// Id on this Jira. Integrations and repositories most likely share one range of ids, but one document shows a
    /// repository with the id of its integration: never tell them apart by the number alone.
    pub id: u64,
    /// All settings by their keys on the wire.
    pub settings: Object,
}

impl Repository {
    /// Reads one. Only an id is required, as a number or as text.
    ///
    /// # Errors
    /// What was given, if there is no id.
    pub(super) fn read_or_give_back(mut settings: Object) -> Result<Self, Odd> {
        strip_secrets(&mut settings);
        match settings.get("id").and_then(number) {
            Some(id) => Ok(Self { id, settings }),
            None => {
                let why = "Jira sent a repository without a numeric id.";
                Err(Odd::new(why, Value::Object(settings), strip_secrets))
            }
        }
    }

    /// The id of the integration that tracks it (`trackedFolderId`); `None` for one that was connected on its own.
    pub fn integration(&self) -> Option<u64> {
        self.settings.get("trackedFolderId").and_then(number).filter(|id| *id > 0)
    }

    /// The display name; without one, the end of its address or of its folder; without all, “Repository” and the id.
    pub fn name(&self) -> String {
        name_of(self.id, [self.text("displayName"), self.origin(), self.root()])
    }

    /// Address that it is cloned from; empty if Jira reports none.
    pub fn origin(&self) -> &str {
        self.text("origin")
    }

    /// Folder on the Jira server; empty if Jira reports none. Any Jira user may read it.
    pub fn root(&self) -> &str {
        self.text("root")
    }

    /// The main branch; empty if Jira reports none.
    pub fn main_branch(&self) -> &str {
        self.text("mainBranch")
    }

    /// Organization or group that it belongs to (`group`, `groupName`); empty if Jira reports none.
    pub fn group(&self) -> &str {
        [self.text("group"), self.text("groupName")]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// Whether it is disabled. Absent means enabled.
    pub fn is_disabled(&self) -> bool {
        self.settings.get("disabled").and_then(read_bool).unwrap_or(false)
    }

    /// Whether it is associated with all projects; `None` if Jira does not report it.
    pub fn is_global(&self) -> Option<bool> {
        self.settings.get("global").and_then(read_bool)
    }

    /// Ids of the Jira projects it is associated with.
    pub fn projects(&self) -> Vec<u64> {
        self.settings.get("projectMappingIds").and_then(read_ids).unwrap_or_default()
    }

    /// When Jira last indexed it, in epoch milliseconds; `None` if it never did.
    pub fn indexed_at(&self) -> Option<f64> {
        moment(self.settings.get("lastIndexedDate")?)
    }

    /// How long ago Jira last indexed it. `now` is in epoch milliseconds, the limit in `hours`.
    pub fn staleness(&self, now: f64, hours: f64) -> Staleness {
        staleness(self.indexed_at(), now, hours)
    }

    /// What Jira says that it does with it; `None` if it says nothing, which most versions do.
    pub fn state(&self) -> Option<RepositoryState> {
        RepositoryState::read(self.settings.get("state")?)
    }

    fn text(&self, key: &str) -> &str {
        self.settings.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default()
    }
}

/// A number, as one or as text.
fn number(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_u64(),
    }
}

/// The name of a repository, from its display name, its address and its folder.
pub(super) fn name_of(id: u64, [name, origin, root]: [&str; 3]) -> String {
    if !name.is_empty() {
        return name.to_owned();
    }
    let last = |path: &str| {
        let end = path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
        end.strip_suffix(".git").unwrap_or(end).to_owned()
    };
    let found = [last(origin), last(root)].into_iter().find(|name| !name.is_empty());
    found.unwrap_or_else(|| format!("Repository {id}"))
}
