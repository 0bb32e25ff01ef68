//! What a Git Integration of some version takes is never refused.

use crate::problems;
use patchbay_model::Mode::{Create, Edit};
use serde_json::json;

#[test]
fn what_some_version_takes_is_not_refused() {
    for (name, key, value) in [
        ("AWS", "awsRegion", json!("us-gov-west-1")),
        ("AWS", "awsRegion", json!("cn-northwest-1")),
        ("AWS", "awsRegion", json!("eusc-de-east-1")),
        ("AWS", "awsRegion", json!("il-central-1")),
        ("AWS", "awsRegion", json!("ap-outh-1")),
        ("AWS", "origin", json!("")),
        ("AWS", "origin", json!("https://git-codecommit.cn-north-1.amazonaws.com.cn")),
        ("FILESPACE", "folderDepth", json!("5")),
        ("FILESPACE", "origin", json!("D:\\tmp\\*")),
        ("FILESPACE", "origin", json!("\\\\server\\share\\repos\\*")),
        ("FILESPACE", "origin", json!("/srv/git data/*")),
        ("FILESPACE", "apiFilter", json!("[?!starts_with(fullPath, '/home/user')]")),
        ("GITHUB", "apiPath", json!("/user/starred")),
        ("GITHUB", "apiPath", json!("/users/ann-lee/repos?type=owner&per_page=100")),
        ("GITHUB_SERVER", "apiPath", json!("/orgs/Acme.Org/repos")),
        ("GITLAB", "apiPath", json!("/api/v4/groups/5245789/projects?include_subgroups=true")),
        ("GITLAB", "apiPath", json!("/api/v4/groups/acme%2Fteam/projects")),
        ("GITLAB_SERVER", "apiPath", json!(format!("/{}", "a".repeat(1_999)))),
        ("GITLAB_SERVER", "origin", json!("http://gitlab")),
        ("GITLAB_SERVER", "origin", json!("https://10.0.0.7:8443/gitlab/")),
        ("GITHUB_SERVER", "origin", json!("https://github.acme.example/api/v3")),
        ("AZURE", "origin", json!("https://dev.azure.com/acme")),
        ("VSTS", "origin", json!("https://acme.visualstudio.com")),
        ("TFS_SERVER", "origin", json!("http://tfs:8080/tfs")),
        ("TFS_SERVER", "tfsCollection", json!("Default Collection")),
        ("GERRIT", "refSpecCustom", json!("+refs/meta/*:refs/meta/*")),
        ("GERRIT", "refSpecCustom", json!("+refs/a/*:refs/a/*, refs/b/*")),
        ("GITHUB", "refSpecCustom", json!("refs/pull/*/head:refs/pull/*/head")),
        ("GITHUB", "refSpecCustom", json!("+refs/heads/main:refs/remotes/origin/main")),
        ("GITHUB", "tagsFilter", json!("^(version\\-1).*")),
        ("GITHUB", "tagsFilter", json!("((^|, )(release-[1-3]))+$")),
        ("GITHUB", "tagsFilter", json!("\\p{javaLowerCase}+")),
        ("GITHUB", "tagsFilter", json!("(?x) v \\d+ # a version")),
        ("GITHUB", "tagsFilter", json!("[a-z&&[^bc]]+")),
        ("GITHUB", "tagsFilter", json!("(?<=v)1\\.\\d+")),
        ("GITHUB", "tagsFilter", json!("(?<year>\\d{4})-\\k<year>")),
        ("GITHUB", "tagsFilter", json!("\\R|\\h|\\v|\\X")),
        ("GITHUB", "tagsFilter", json!("\\Qv1.0\\E")),
        ("GITHUB", "tagsFilter", json!("a{,3}".replace("{,3}", "{0,3}"))),
        ("GITLAB", "prHideFilter", json!("^((?!TEST-1 pr_2).)*$")),
        ("GITLAB", "prHideFilter", json!("(?iu)^draft:.*")),
        ("GITHUB", "apiFilter", json!("[?contains(name, 'git')] | [?!archived]")),
        ("GITHUB", "apiFilter", json!("[?(!contains(name, 'a')) && (!contains(name, 'b'))]")),
        ("GITHUB", "apiFilter", json!("[?pushed_at > `0`].{name: name}")),
        ("GITHUB", "apiFilter", json!("sort_by(@, &name)[0:10]")),
        ("GITHUB", "apiFilter", json!("[?name == \"name\"]")),
        ("AZURE", "apiFilter", json!("{value:value[?contains(project.state, 'wellFormed')]}")),
        ("GITHUB", "maxMinsToCommitEmail", json!("0")),
        ("GITHUB", "maxMinsToCommitEmail", json!("525600")),
        ("GITHUB", "displayName", json!("https://github.com/*")),
        ("GITHUB", "displayName", json!("")),
        ("GERRIT", "username", json!("DOMAIN\\ann")),
    ] {
        for mode in [Create, Edit] {
            assert_eq!(
                problems(name, mode, json!({key: value})),
                Vec::<String>::new(),
                "{name} {mode:?} {key} {value}"
            );
        }
    }
}
