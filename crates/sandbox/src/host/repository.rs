//! A repository on its host.

use super::names::{DIFFERENT, mixed, name, parts};
use patchbay_model::Object;
use patchbay_model::text::query::HostShape;
use serde_json::{Value, json};

/// A repository on its host.
pub(crate) struct OnHost {
    /// Which of the host's repositories it is, from 1.
    pub(crate) number: u32,
    /// Its name, which is that of no other one of its host.
    pub(crate) name: String,
    /// The organization, group or project that it is in; for a folder the folders above it, and empty for none.
    pub(crate) group: String,
    /// Where it is cloned from: an address, or a folder.
    pub(crate) origin: String,
    key: u32,
}

/// Whether the repository with this number on its host cannot be read, where a host is reached in part only.
pub(crate) fn is_broken(number: u32) -> bool {
    number % 20 == 7
}

/// All that a host has where these settings look.
pub(super) fn all(settings: &Object, is_folder: bool, size: Option<u32>) -> Vec<OnHost> {
    let text = |key: &str| settings.get(key).and_then(Value::as_str).unwrap_or_default();
    let origin = text("origin").trim_end_matches('/');
    let place = [origin, text("apiPath"), text("tfsCollection"), text("awsRegion")].join("\n");
    let mixed = mixed(&place);
    // More would have the numbers of another integration.
    let size = size.unwrap_or(30 + mixed % 8 * 20).min(9_999);
    let offset = mixed / 8 % DIFFERENT;
    let group = text("apiPath").split('/').nth(if origin.contains("gitlab") { 4 } else { 2 });
    let group = group.filter(|group| !group.is_empty()).unwrap_or("acme");
    let depth = settings.get("folderDepth").and_then(Value::as_u64).unwrap_or(1);
    let numbered = (1..=size).map(|number| (number, number - 1 + offset));
    if is_folder {
        let found = numbered.map(|(number, key)| folder(number, key, origin));
        return found.filter(|(levels, _)| *levels <= depth).map(|(_, found)| found).collect();
    }
    numbered.map(|(number, key)| hosted(number, key, origin, group, text("integrationType"))).collect()
}

fn hosted(number: u32, key: u32, origin: &str, group: &str, kind: &str) -> OnHost {
    let name = name(key);
    let project = format!("{} platform", parts(key).0);
    let (group, origin) = match kind {
        "GITHUB" => (group.to_owned(), format!("https://github.com/{group}/{name}.git")),
        "AZURE" | "VSTS" | "AZURE_DEVOPS" | "TFS_SERVER" => {
            let origin = format!("{origin}/{}/_git/{name}", project.replace(' ', "%20"));
            (project, origin)
        }
        "AWS" => (String::new(), format!("{origin}/v1/repos/{name}")),
        "GERRIT" => (String::new(), format!("{origin}/{name}")),
        _ => (group.to_owned(), format!("{origin}/{group}/{name}.git")),
    };
    OnHost { number, name, group, origin, key }
}

/// A repository in a folder on the Jira server, and how many levels below the one that is searched: one to three.
fn folder(number: u32, key: u32, origin: &str) -> (u64, OnHost) {
    let root = origin.trim_end_matches('*').trim_end_matches('/');
    let (first, _) = parts(key);
    let mut name = name(key);
    let above = ["private", "public", "teams"][key as usize / 3 % 3];
    let mut folders = match (number - 1) % 3 {
        0 => Vec::new(),
        1 => vec![above.to_owned()],
        _ => vec![above.to_owned(), first.to_owned()],
    };
    // GitLab's hashed storage: two levels of folders with two characters each.
    if root.ends_with("@hashed") {
        let hash = format!("{:08x}{:08x}{:08x}", mixed(&name), mixed(&format!("{name}.")), key);
        folders = vec![hash[..2].to_owned(), hash[2..4].to_owned()];
        name = format!("{hash}.git");
    }
    let path = [&[root.to_owned()], &*folders, &[name.clone()]].concat().join("/");
    let levels = 1 + folders.len() as u64;
    (levels, OnHost { number, name, group: folders.join("/"), origin: path, key })
}

impl OnHost {
    /// Its main branch.
    pub(crate) fn main_branch(&self) -> &'static str {
        if self.key.is_multiple_of(5) { "master" } else { "main" }
    }

    /// As its host lists it.
    pub(super) fn listed(&self, shape: HostShape) -> Value {
        let (first, second) = parts(self.key);
        let name = &self.name;
        let is_public = self.key.is_multiple_of(4);
        match shape {
            HostShape::Github | HostShape::GithubApp => json!({
                "id": 7_000_000 + self.key, "name": name, "full_name": format!("{}/{name}", self.group),
                "private": !is_public, "archived": first == "archived", "default_branch": self.main_branch(),
            }),
            HostShape::Gitlab => json!({
                "id": 5_000_000 + self.key, "name": name, "path_with_namespace": format!("{}/{name}", self.group),
                "tag_list": [topic(first), second], "topics": [topic(first), second],
                "visibility": if is_public { "public" } else { "private" },
                "empty_repo": self.key.is_multiple_of(17), "archived": first == "archived",
                "default_branch": self.main_branch(),
            }),
            HostShape::Microsoft => json!({
                "id": format!("{:08x}-0000-4000-8000-000000000000", self.key), "name": name,
                "project": {
                    "name": self.group, "state": if self.key.is_multiple_of(23) { "deleting" } else { "wellFormed" },
                    "visibility": if is_public { "public" } else { "private" },
                },
                "defaultBranch": format!("refs/heads/{}", self.main_branch()),
            }),
            HostShape::Folder => json!({ "name": name, "fullPath": self.origin }),
            HostShape::Gerrit => json!({ "id": name, "name": name, "state": "ACTIVE" }),
        }
    }
}

fn topic(first: &'static str) -> &'static str {
    if first == "media" { "largemedia" } else { first }
}
