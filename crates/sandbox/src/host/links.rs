//! The links of a repository to the pages of its host ("Retrieve Repository List" and "Web linking" show these of GitHub
//! and GitLab).

use patchbay_model::Object;
use serde_json::Value;

/// The settings with the links, for a repository of this type that is cloned from `origin`.
pub(crate) fn links(kind: &str, origin: &str) -> Object {
    let page = origin.strip_suffix(".git").unwrap_or(origin);
    let (name, commit, file, merge, branch) = match kind {
        "GITHUB" | "GITHUB_SERVER" => (
            "github",
            "commit/${rev}",
            "commit/${rev}#diff-${sha256path}",
            "pull/${mergereqId}",
            "tree/${branch}",
        ),
        "GITLAB" | "GITLAB_SERVER" | "GITLAB_SERVER_LEGACY" => (
            "gitlab",
            "commit/${rev}",
            "commit/${rev}#diff-${num}",
            "merge_requests/${mergereqId}",
            "tree/${branch}",
        ),
        "AZURE" | "VSTS" | "AZURE_DEVOPS" | "TFS_SERVER" => (
            "vs",
            "commit/${rev}",
            "commit/${rev}?path=${path}",
            "pullrequest/${mergereqId}",
            "?version=GB${branch}",
        ),
        _ => return Object::new(),
    };
    let mut links = Object::new();
    for (key, value) in [
        ("webLinkType", name.to_owned()),
        ("viewFormat", String::new()),
        ("changesetFormat", format!("{page}/{commit}")),
        ("fileAddedFormat", format!("{page}/{file}")),
        ("fileModifiedFormat", format!("{page}/{file}")),
        ("fileDeletedFormat", format!("{page}/{file}")),
        ("mergeRequestFormat", format!("{page}/{merge}")),
        ("branchLinkFormat", format!("{page}/{branch}")),
    ] {
        links.insert(key.to_owned(), Value::from(value));
    }
    links
}
