//! What the form offers instead of what was typed, as a table.

use crate::typed;
use patchbay_model::Mode::{Create, Edit};
use serde_json::json;

#[track_caller]
fn offers(name: &str, key: &str, text: &str) -> Option<String> {
    let (form, values) = typed(name, Create, json!({key: text}));
    let field = form.field(key)?;
    let found = form.correction(field, &values)?;
    let told = form.warning(field, &values).or_else(|| form.problem(field, &values));
    assert!(told.is_some(), "{name} {key} {text}");
    let (form, values) = typed(name, Edit, json!({key: found.value}));
    let field = form.field(key)?;
    assert!(found.value.is_empty() || form.problem(field, &values).is_none(), "{name} {key} {found:?}");
    assert!(found.value.is_empty() || form.correction(field, &values).is_none(), "{name} {key} {found:?}");
    Some(found.value)
}

#[test]
fn the_server_of_a_repository() {
    for (name, text, server) in [
        ("GITHUB_SERVER", "https://github.acme.example/org/repo.git", "https://github.acme.example"),
        ("GITHUB_SERVER", "https://github.acme.example/org", "https://github.acme.example"),
        ("GITHUB", "https://github.com/acme/app", "https://github.com"),
        ("GITHUB", "https://api.github.com/orgs/acme/repos", "https://api.github.com"),
        ("GITLAB", "https://gitlab.com/acme/app", "https://gitlab.com"),
        ("GITLAB_SERVER", "https://gitlab.acme.example/group/project.git", "https://gitlab.acme.example"),
        (
            "GITLAB_SERVER",
            "https://gitlab.acme.example/group/project/-/issues",
            "https://gitlab.acme.example",
        ),
        ("GITLAB_SERVER", "https://gitlab.acme.example/api/v4", "https://gitlab.acme.example"),
        ("GITLAB_SERVER", "https://acme.example/gitlab/api/v4/projects", "https://acme.example/gitlab"),
        ("GITLAB_SERVER", "https://acme.example/gitlab/users/sign_in", "https://acme.example/gitlab"),
        ("GITLAB_SERVER", "https://gitlab.acme.example/groups/acme", "https://gitlab.acme.example"),
        ("GITLAB_SERVER_LEGACY", "https://gitlab.acme.example/group/project", "https://gitlab.acme.example"),
        ("GERRIT", "https://gerrit.acme.example/q/status:open", "https://gerrit.acme.example"),
        ("GERRIT", "https://gerrit.acme.example/r/admin/repos", "https://gerrit.acme.example/r"),
        ("GERRIT", "https://gerrit.acme.example/a/project.git", "https://gerrit.acme.example"),
        ("GERRIT", "https://gerrit.acme.example/c/project/+/123", "https://gerrit.acme.example"),
        ("AZURE", "https://dev.azure.com/acme/Project/_git/Repo", "https://dev.azure.com"),
        ("VSTS", "https://acme.visualstudio.com/Project/_git/Repo", "https://acme.visualstudio.com"),
        (
            "AZURE_DEVOPS",
            "https://devops.acme.example/DefaultCollection/Project",
            "https://devops.acme.example",
        ),
        (
            "AZURE_DEVOPS",
            "https://devops.acme.example/tfs/DefaultCollection/_git/Repo",
            "https://devops.acme.example/tfs",
        ),
        ("AZURE_DEVOPS", "https://devops.acme.example/DefaultCollection", "https://devops.acme.example"),
        (
            "TFS_SERVER",
            "https://tfs.acme.example:8080/tfs/DefaultCollection",
            "https://tfs.acme.example:8080/tfs",
        ),
        ("TFS_SERVER", "https://tfs.acme.example/tfs/_projects", "https://tfs.acme.example/tfs"),
        (
            "AWS",
            "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app",
            "https://git-codecommit.eu-west-1.amazonaws.com",
        ),
        ("GITHUB_SERVER", "github.acme.example", "https://github.acme.example"),
        ("GITHUB_SERVER", "https://ann:s3cret@github.acme.example", "https://github.acme.example"),
        ("GITHUB_SERVER", "https://github.münchen.example", "https://github.xn--mnchen-3ya.example"),
    ] {
        assert_eq!(offers(name, "origin", text).as_deref(), Some(server), "{name} {text}");
    }
}

#[test]
fn the_name_of_a_collection_and_the_path_of_an_api() {
    for (name, key, text, meant) in [
        (
            "TFS_SERVER",
            "tfsCollection",
            "https://tfs.acme.example/tfs/DefaultCollection",
            "DefaultCollection",
        ),
        (
            "TFS_SERVER",
            "tfsCollection",
            "https://tfs.acme.example/tfs/DefaultCollection/",
            "DefaultCollection",
        ),
        ("AZURE_DEVOPS", "tfsCollection", "https://devops.acme.example/Main/Project/_git/x", "Main"),
        ("TFS_SERVER", "tfsCollection", "tfs/DefaultCollection", "DefaultCollection"),
        ("TFS_SERVER", "tfsCollection", "/DefaultCollection", "DefaultCollection"),
        ("GITHUB", "apiPath", "https://api.github.com/orgs/acme/repos", "/orgs/acme/repos"),
        ("GITLAB", "apiPath", "https://gitlab.com/api/v4/projects?owned=true", "/api/v4/projects?owned=true"),
        ("GITHUB", "apiPath", "orgs/acme/repos", "/orgs/acme/repos"),
        ("TFS_SERVER", "tfsCollection", "{collection}", ""),
        ("GITHUB", "apiPath", "/orgs/{org}/repos", ""),
        ("GITHUB", "apiPath", "/orgs/<org>/repos", ""),
        ("GITHUB", "apiPath", "/orgs/YOUR-ORG/repos", ""),
        ("GITHUB", "apiPath", "/users/$USER/repos", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/{id}/projects", ""),
        ("GITLAB", "apiPath", "/api/v4/projects?private_token=s3cret", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/.../projects", ""),
        ("GITHUB", "displayName", "ghp_s3cret0123456789abcdef", ""),
    ] {
        assert_eq!(offers(name, key, text).as_deref(), Some(meant), "{name} {key} {text}");
    }
}

#[test]
fn leaves_alone_what_is_right() {
    for (name, key, text) in [
        ("GITHUB", "origin", "https://api.github.com"),
        ("GITHUB_SERVER", "origin", "https://github.acme.example/"),
        ("GITHUB_SERVER", "origin", "https://github.acme.example/api/v3"),
        ("GITLAB_SERVER", "origin", "https://acme.example/gitlab"),
        ("GERRIT", "origin", "https://acme.example/gerrit"),
        ("AZURE_DEVOPS", "origin", "https://devops.acme.example/tfs"),
        ("AZURE_DEVOPS", "origin", "https://devops.acme.example/devops"),
        ("TFS_SERVER", "origin", "https://tfs.acme.example/tfs/"),
        ("AWS", "origin", "https://git-codecommit.eu-west-1.amazonaws.com"),
        ("FILESPACE", "origin", "/jira/repos/*"),
        ("TFS_SERVER", "tfsCollection", "Default Collection"),
        ("GITHUB", "apiPath", "/orgs/acme/repos"),
        ("GITLAB", "apiPath", "/api/v4/groups/acme/projects?include_subgroups=true"),
        ("GITHUB", "displayName", "GitHub {acme} <main>"),
    ] {
        let (form, _) = typed(name, Create, json!({}));
        assert!(form.field(key).is_some(), "{name} has no {key}");
        assert_eq!(offers(name, key, text), None, "{name} {key} {text}");
    }
}
