//! A repository as far as a list of many needs it. Jira lists those of all integrations in one answer, without pages: with
//! 5,000 in each of several it has tens of megabytes.

use super::repository::{Repository, name_of};
use super::state::RepositoryState;
use crate::gij::brief::{bool_of, each_of, id_of, ids_of, json, moment_of, text};
use crate::gij::integration::{Staleness, staleness};
use patchbay_scan::Scan;
use serde_json::Value;

/// What a list shows of a repository, and what it searches, filters and sorts by. Without the other settings, and so
/// without anything that could be a secret.
#[derive(Clone, Debug, PartialEq)]
pub struct RepositoryBrief {
    /// As [`Repository::id`].
    pub id: u64,
    /// As [`Repository::integration`].
    pub integration: Option<u64>,
    /// As [`Repository::name`].
    pub name: String,
    /// As [`Repository::origin`].
    pub origin: String,
    /// As [`Repository::root`].
    pub root: String,
    /// As [`Repository::group`].
    pub group: String,
    /// As [`Repository::main_branch`].
    pub main_branch: String,
    /// As [`Repository::is_disabled`].
    pub disabled: bool,
    /// As [`Repository::is_global`].
    pub global: Option<bool>,
    /// As [`Repository::projects`].
    pub projects: Vec<u64>,
    /// As [`Repository::indexed_at`], in epoch milliseconds.
    pub indexed_at: Option<f64>,
    /// As [`Repository::state`].
    pub state: Option<RepositoryState>,
}

impl RepositoryBrief {
    /// What a list needs of a repository.
    pub fn of(repository: &Repository) -> Self {
        Self {
            id: repository.id,
            integration: repository.integration(),
            name: repository.name(),
            origin: repository.origin().to_owned(),
            root: repository.root().to_owned(),
            group: repository.group().to_owned(),
            main_branch: repository.main_branch().to_owned(),
            disabled: repository.is_disabled(),
            global: repository.is_global(),
            projects: repository.projects(),
            indexed_at: repository.indexed_at(),
            state: repository.state(),
        }
    }

    /// As [`Repository::staleness`].
    pub fn staleness(&self, now: f64, hours: f64) -> Staleness {
        staleness(self.indexed_at, now, hours)
    }
}

/// Reads the usual response to "Retrieve Repository List" in one pass: `success` and `repositories`, or a bare array. Gives
/// those of one integration, or all. `None` for whatever is out of the ordinary: [`super::read_repositories`] then says
/// what it is.
pub fn repository_briefs(text: &str, of: Option<u64>) -> Option<Vec<RepositoryBrief>> {
    let mut briefs = Vec::new();
    each_of(text, "repositories", OTHERS, &mut |scan| {
        briefs.extend(item(scan, of)?);
        Some(())
    })?;
    Some(briefs)
}

/// Reads all of one repository from the usual response, and passes over the others; `None` inside where none has this
/// number. `None` for whatever is out of the ordinary, as [`repository_briefs`].
pub fn repository_in(text: &str, id: u64) -> Option<Option<Repository>> {
    let mut found = None;
    each_of(text, "repositories", OTHERS, &mut |scan| {
        let written = scan.value()?;
        let mut own = [""];
        Scan::new(written).pick(&["id"], &mut own)?;
        if found.is_none() && id_of(own[0])? == id {
            let Value::Object(settings) = serde_json::from_str(written).ok()? else { return None };
            found = Some(Repository::read_or_give_back(settings).ok()?);
        }
        Some(())
    })?;
    Some(found)
}

/// What the documents call the list besides `repositories`.
const OTHERS: &[&str] = &["repository", "integrations", "integration"];

/// The settings that a list needs.
const NEEDED: [&str; 13] = [
    "id",
    "trackedFolderId",
    "displayName",
    "origin",
    "root",
    "group",
    "groupName",
    "mainBranch",
    "disabled",
    "global",
    "projectMappingIds",
    "lastIndexedDate",
    "state",
];

/// `None` inside for one of another integration.
fn item(scan: &mut Scan<'_>, of: Option<u64>) -> Option<Option<RepositoryBrief>> {
    let mut written = [""; NEEDED.len()];
    scan.pick(&NEEDED, &mut written)?;
    let [
        id,
        tracked,
        name,
        origin,
        root,
        group,
        group_name,
        branch,
        disabled,
        global,
        projects,
        indexed,
        state,
    ] = written;
    let id = id_of(id)?;
    // What is no number is no integration.
    let integration = id_of(tracked).filter(|id| *id > 0);
    if of.is_some() && of != integration {
        return Some(None);
    }
    let (name, origin, root) = (text(name)?, text(origin)?, text(root)?);
    let (origin, root) = (origin.trim(), root.trim());
    let (group, group_name) = (text(group)?, text(group_name)?);
    let group = [group.trim(), group_name.trim()].into_iter().find(|text| !text.is_empty());
    Some(Some(RepositoryBrief {
        id,
        integration,
        name: name_of(id, [name.trim(), origin, root]),
        origin: origin.to_owned(),
        root: root.to_owned(),
        group: group.unwrap_or_default().to_owned(),
        main_branch: text(branch)?.trim().to_owned(),
        disabled: bool_of(disabled)?.unwrap_or(false),
        global: bool_of(global)?,
        projects: ids_of(projects)?,
        indexed_at: moment_of(indexed)?,
        state: RepositoryState::read(&json(state)?),
    }))
}
