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
        ("GITHUB", "apiPath", "/search/repositories?q=user:acme"),
        ("GITLAB", "apiPath", "/api/v4/projects?search=a/:b c"),
        ("GITLAB_SERVER", "origin", "https://gitlab.acme.example:8443"),
        ("GITLAB_SERVER", "origin", "https://acme.example/scm"),
        ("GERRIT", "origin", "https://gerrit.acme.example/r"),
    ] {
        let (form, _) = typed(name, Create, json!({}));
        assert!(form.field(key).is_some(), "{name} has no {key}");
        assert_eq!(offers(name, key, text), None, "{name} {key} {text}");
    }
}

#[test]
fn the_server_of_more_pages() {
    for (name, key, text, meant) in [
        (
            "GITHUB_SERVER",
            "origin",
            "https://github.acme.example/orgs/acme/repositories?type=all",
            "https://github.acme.example",
        ),
        (
            "GITHUB_SERVER",
            "origin",
            "https://github.acme.example/acme/app/pull/7/files#diff-1",
            "https://github.acme.example",
        ),
        (
            "GITHUB_SERVER",
            "origin",
            "https://github.acme.example/settings/tokens",
            "https://github.acme.example",
        ),
        (
            "GITHUB_SERVER",
            "origin",
            "https://github.acme.example/acme/app/tree/main",
            "https://github.acme.example",
        ),
        ("GITHUB", "origin", "https://github.com/acme", "https://github.com"),
        ("GITHUB", "origin", "https://github.com/acme/app.git", "https://github.com"),
        (
            "GITHUB",
            "origin",
            "https://raw.githubusercontent.com/acme/app/main/README.md",
            "https://raw.githubusercontent.com",
        ),
        ("GITLAB", "origin", "https://gitlab.com/dashboard/projects", "https://gitlab.com"),
        ("GITLAB", "origin", "https://gitlab.com/acme/team/app/-/tree/main", "https://gitlab.com"),
        (
            "GITLAB",
            "origin",
            "https://gitlab.com/-/user_settings/personal_access_tokens",
            "https://gitlab.com",
        ),
        (
            "GITLAB_SERVER",
            "origin",
            "https://gitlab.acme.example/-/profile/personal_access_tokens",
            "https://gitlab.acme.example",
        ),
        (
            "GITLAB_SERVER",
            "origin",
            "https://gitlab.acme.example/explore/projects/trending",
            "https://gitlab.acme.example",
        ),
        ("GITLAB_SERVER", "origin", "https://gitlab.acme.example/help", "https://gitlab.acme.example"),
        (
            "GITLAB_SERVER",
            "origin",
            "https://gitlab.acme.example/admin/application_settings/general",
            "https://gitlab.acme.example",
        ),
        (
            "GITLAB_SERVER",
            "origin",
            "https://gitlab.acme.example/group/project/merge_requests/3",
            "https://gitlab.acme.example",
        ),
        (
            "GITLAB_SERVER",
            "origin",
            "https://acme.example/gitlab/group/project/-/settings/integrations",
            "https://acme.example",
        ),
        ("GITLAB_SERVER", "origin", "gitlab.acme.example:8443/x", "https://gitlab.acme.example:8443/x"),
        (
            "GERRIT",
            "origin",
            "https://gerrit.acme.example/settings/#HTTPCredentials",
            "https://gerrit.acme.example",
        ),
        (
            "GERRIT",
            "origin",
            "https://gerrit.acme.example/login/%2Fq%2Fstatus:open",
            "https://gerrit.acme.example",
        ),
        (
            "GERRIT",
            "origin",
            "https://gerrit.acme.example/plugins/gitiles/app/+/refs/heads/main",
            "https://gerrit.acme.example",
        ),
        ("GERRIT", "origin", "https://gerrit.acme.example/projects/?d", "https://gerrit.acme.example"),
        ("AZURE", "origin", "https://dev.azure.com/acme", "https://dev.azure.com"),
        (
            "AZURE",
            "origin",
            "https://dev.azure.com/acme/_apis/projects?api-version=7.0",
            "https://dev.azure.com",
        ),
        (
            "VSTS",
            "origin",
            "https://acme.visualstudio.com/DefaultCollection/_git/App",
            "https://acme.visualstudio.com",
        ),
        (
            "VSTS",
            "origin",
            "https://acme.visualstudio.com/_usersSettings/tokens",
            "https://acme.visualstudio.com",
        ),
        (
            "AZURE_DEVOPS",
            "origin",
            "https://devops.acme.example/Main/_apis/git/repositories",
            "https://devops.acme.example",
        ),
        (
            "AZURE_DEVOPS",
            "origin",
            "https://devops.acme.example/tfs/Main/App/_build",
            "https://devops.acme.example/tfs",
        ),
        ("TFS_SERVER", "origin", "http://tfs:8080/tfs/DefaultCollection/_git/App", "http://tfs:8080/tfs"),
        (
            "AWS",
            "origin",
            "https://git-codecommit.us-east-1.amazonaws.com/v1/repos/app/browse",
            "https://git-codecommit.us-east-1.amazonaws.com",
        ),
        ("TFS_SERVER", "tfsCollection", "http://tfs:8080/tfs/Main/App/_git/App", "Main"),
        ("TFS_SERVER", "tfsCollection", "tfs.acme.example:8080/tfs/Main", "Main"),
        ("TFS_SERVER", "tfsCollection", "DefaultCollection/", "DefaultCollection"),
        ("TFS_SERVER", "tfsCollection", "<collection>", ""),
        ("GITHUB", "apiPath", "api.github.com/orgs/acme/repos", "/orgs/acme/repos"),
        ("GITHUB", "apiPath", "user/repos", "/user/repos"),
        ("GITHUB", "apiPath", "https://api.github.com/user/repos?per_page=100", "/user/repos?per_page=100"),
        ("GITHUB", "apiPath", "GET /orgs/acme/repos", "/orgs/acme/repos"),
        ("GITHUB", "apiPath", "/orgs/:org/repos", ""),
        ("GITHUB", "apiPath", "/orgs/ORG/repos", ""),
        ("GITHUB", "apiPath", "/orgs/%7Borg%7D/repos", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/:id/projects?include_subgroups=true", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/<your_group_id>/projects", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/your-group/projects", ""),
        ("GITLAB", "apiPath", "/api/v4/groups/$GROUP_ID/projects", ""),
    ] {
        assert_eq!(offers(name, key, text).as_deref(), Some(meant), "{name} {key} {text}");
    }
}

/// Each line: type, field, what is entered, and what is offered, which is empty where only a person can correct it.
#[test]
fn offers_what_is_meant_in_more_fields() {
    for line in include_str!("meant.txt").lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [name, key, text, meant] = parts[..] else { panic!("{line} has not four parts") };
        assert_eq!(offers(name, key, text).as_deref(), Some(meant), "{name} {key} {text}");
    }
}

#[test]
fn leaves_alone_more_that_is_right() {
    for line in include_str!("harmless.txt").lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [name, key, text] = parts[..] else { panic!("{line} has not three parts") };
        let (form, values) = typed(name, Create, json!({key: text}));
        let field = form.field(key).unwrap_or_else(|| panic!("{name} has no {key}"));
        assert_eq!(form.problem(field, &values), None, "{name} {key} {text}");
        assert_eq!(offers(name, key, text), None, "{name} {key} {text}");
    }
}
