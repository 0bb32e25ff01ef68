//! What people copy from elsewhere.

use super::*;

#[test]
fn more_of_what_people_copy_leads_to_the_project() {
    for text in [
        "https://gitlab.com./group/sub/project",
        "https://gitlab.com.:443/group/sub/project",
        "git@gitlab.com.:group/sub/project.git",
        "https://gitlab.com/group/sub/project.git#main",
        "https://gitlab.com/group/sub/project@main",
        "git+https://gitlab.com/group/sub/project.git@v1.2",
        "https://gitlab.com/group/sub/project/-/merge_requests/new?merge_request%5Bsource_branch%5D=x",
        "https://gitlab.com/group/sub/project/-/pipelines",
        "https://gitlab.com/group/sub/project/-/jobs/123/artifacts/browse",
        "https://gitlab.com/group/sub/project/badges/main/pipeline.svg",
        "https://gitlab.com/group/sub/project/uploads/0123456789abcdef/x.png",
        "https://gitlab.com/group/sub/project/container_registry",
        "https://gitlab.com/group/sub/project/-/hooks",
        "https://gitlab.com/group/sub/project/hooks",
        "https://gitlab.com/group/sub/project/compare/main...x",
        "https://gitlab.com/group/sub/project/network/main",
        "https://gitlab.com/group/sub/project/repository/archive.zip?ref=main",
        "https://gitlab.com/group/sub/project/environments/3",
        "https://gitlab.com/group/sub/project/activity",
        "https://gitlab.com/group/sub/project/builds/9",
        "https://gitlab.com/group/sub/project/protected_branches",
        "https://gitlab.com/group/sub/project/settings/integrations",
        "[project](https://gitlab.com/group/sub/project)",
        "[![pipeline status](https://gitlab.com/group/sub/project/badges/main/pipeline.svg)](https://gitlab.com/group/sub/project/-/commits/main)",
        "origin\thttps://gitlab.com/group/sub/project.git (fetch)",
        "url = git@gitlab.com:group/sub/project.git",
        "remote: https://gitlab.com/group/sub/project",
        "curl --header 'PRIVATE-TOKEN: ' https://gitlab.com/api/v4/projects/group%2Fsub%2Fproject/integrations",
        "https://gitlab.com/group/sub/project!",
        "https://gitlab.com/group/sub/project?",
        "https://gitlab.com/group/sub/project:",
        "*https://gitlab.com/group/sub/project*",
        "«https://gitlab.com/group/sub/project»",
        "„https://gitlab.com/group/sub/project“",
        "https://gitlab.com/group/sub/project\u{200b}",
        "\u{feff}https://gitlab.com/group/sub/project",
        "\u{202a}gitlab.com/group/sub/project\u{202c}",
        "www.gitlab.com/group/sub/project",
        "//gitlab.com/group/sub/project",
        "gitlab.com:group/sub/project.git",
        "git clone gitlab.com:group/sub/project",
        "https://oauth2@gitlab.com/group/sub/project.git",
        "https://gitlab-ci-token:@gitlab.com/group/sub/project.git",
    ] {
        assert_means(text, Some(("gitlab.com", "group/sub/project")));
    }
    // A GitLab that is listed by another way to write its host.
    for listed in ["www.git.example.net", "git.example.net."] {
        let places = [listed.to_owned()];
        let reader = Reader { here: "", level: Level::Project, places: &places, ascii: &ascii };
        for text in
            ["https://git.example.net/a/b", "https://www.git.example.net/a/b", "git@git.example.net:a/b.git"]
        {
            let found = direct(text, reader);
            assert!(
                matches!(&found, Some(Direct::Home { place, .. }) if place == listed),
                "{text}: {found:?}"
            );
        }
    }
}

#[test]
fn still_more_of_what_people_copy_leads_to_the_project() {
    for text in [
        // Git, and what is like it.
        "git clone --recurse-submodules -j8 ssh://git@gitlab.com:22/group/sub/project.git",
        "ssh://git@gitlab.com:group/sub/project.git",
        "ssh://gitlab.com:group/sub/project",
        "git+ssh://git@gitlab.com:group/sub/project.git#semver:^1.0",
        "GIT+SSH://git@gitlab.com/group/sub/project.git",
        "ssh+git://git@gitlab.com:2222/group/sub/project.git",
        "git@gitlab.com:2222/group/sub/project.git",
        "git@gitlab.com:22/group/sub/project",
        "[git@gitlab.com:2222]:group/sub/project.git",
        "git@[gitlab.com:2222]:group/sub/project.git",
        "git clone [git@gitlab.com:2222]:group/sub/project.git",
        "git@gitlab.com:group/sub/project.wiki.git",
        "git@gitlab.com:group/sub/project/snippets/12.git",
        "https://gitlab.com/group/sub/project/snippets/12.git",
        "https://gitlab.com/group/sub/project/-/snippets/12",
        "https://gitlab.com/group/sub/project/.git",
        "https://gitlab.com/group/sub/project/.git/",
        "https://gitlab.com/group/sub/project.git/info/lfs/objects/batch",
        "https://gitlab.com/group/sub/project.git/gitlab-lfs/objects/0123",
        "https://gitlab.com/group/sub/project.git/git-upload-pack",
        "git remote set-url origin git@gitlab.com:group/sub/project.git",
        "git push https://gitlab.com/group/sub/project.git HEAD:main",
        "git fetch git@gitlab.com:group/sub/project.git refs/merge-requests/5/head",
        "<git@gitlab.com:group/sub/project.git>",
        "pip install git+https://gitlab.com/group/sub/project.git@v1#egg=x&subdirectory=y",
        "go get gitlab.com/group/sub/project@v1.2.3",
        "see gitlab.com/group/sub/project please",
        "gitlab:group/sub/project",
        "gitlab:group/sub/project#v1",
        // A host that only somebody's SSH knows.
        "git@gitlab:group/sub/project.git",
        "git@gitlab-work:group/sub/project.git",
        "ssh://git@work/group/sub/project.git",
        // To development environments, and through mail servers.
        "vscode://vscode.git/clone?url=https%3A%2F%2Fgitlab.com%2Fgroup%2Fsub%2Fproject.git",
        "vscode://vscode.git/clone?url=git%40gitlab.com%3Agroup%2Fsub%2Fproject.git",
        "jetbrains://idea/checkout/git?idea.required.plugins.id=Git4Idea&checkout.repo=https%3A%2F%2Fgitlab.com%2Fgroup%2Fsub%2Fproject.git",
        "xcode://clone?repo=https%3A%2F%2Fgitlab.com%2Fgroup%2Fsub%2Fproject.git",
        "git-client://clone?repo=https://gitlab.com/group/sub/project.git",
        "https://eur01.safelinks.protection.outlook.example/?url=https%3A%2F%2Fgitlab.com%2Fgroup%2Fsub%2Fproject%2F-%2Fissues%2F7&data=05%7C02",
        "https://www.example.com/url?q=https://gitlab.com/group/sub/project/-/pipelines&sa=D",
        // Pages of today and of before.
        "https://gitlab.com/-/ide/project/group/sub/project/edit/main/-/README.md",
        "https://gitlab.com/-/ide/project/group/sub/project/merge_requests/5",
        "https://gitlab.com/admin/projects/group/sub/project",
        "https://gitlab.com/group/sub/project/-/tree/feature/x?ref_type=heads",
        "https://gitlab.com/group/sub/project/-/raw/main/a@b.md?inline=false",
        "https://gitlab.com/group/sub/project/-/merge_requests/5/diffs?commit_id=abc#diff-content-x",
        "https://gitlab.com/group/sub/project/-/settings/repository#js-push-remote-settings",
        "https://gitlab.com/group/sub/project/-/jobs/artifacts/main/raw/x?job=y",
        "https://gitlab.com/group/sub/project/-/archive/main/project-main.tar.gz",
        "https://gitlab.com/group/sub/project/-/issues.atom",
        "https://gitlab.com/group/sub/project/issues.atom",
        "https://gitlab.com/group/sub/project.atom",
        "https://gitlab.com/group/sub/project/pipeline_schedules",
        "https://gitlab.com/group/sub/project/builds/artifacts/main/download?job=x",
        "https://gitlab.com/group/sub/project/deployments/9",
        "https://gitlab.com/group/sub/project/repository/branches",
        "https://gitlab.com/group/sub/project/-/network/main?extended_sha1=1",
        "http://gitlab.com:80/group/sub/project",
        "https://gitlab.com:/group/sub/project",
        // The API.
        "https://gitlab.com/api/v4/projects/group%2Fsub%2Fproject/repository/files/a%2Fb.rs/raw?ref=main",
        "https://gitlab.com/api/v4/projects/group/sub/project/integrations",
        "https://gitlab.com/api/v4/projects/group/sub/project",
        "curl -X PUT https://gitlab.com/api/v4/projects/group%2Fsub%2Fproject/integrations/slack",
    ] {
        assert_means(text, Some(("gitlab.com", "group/sub/project")));
    }
    for (text, place, id) in [
        ("https://example.net/git/group/app/-/issues", "example.net/git", "group/app"),
        ("https://example.net//git/group/app.git", "example.net/git", "group/app"),
        ("https://example.net/git/api/v4/projects/group%2Fapp/hooks", "example.net/git", "group/app"),
        ("https://example.net/git/-/ide/project/group/app/edit/main/-/", "example.net/git", "group/app"),
        ("git+ssh://git@example.net:2222/group/app.git", "example.net", "group/app"),
        ("git@dev:group/app.git", "dev.example.net:8080", "group/app"),
        ("https://gitlab.com/ann/dotfiles", "gitlab.com", "ann/dotfiles"),
        ("https://gitlab.com/ann/ann.gitlab.io", "gitlab.com", "ann/ann.gitlab.io"),
        ("https://gitlab.com/api/v4/projects/101/repository/tree?per_page=100", "gitlab.com", "101"),
        ("git@gitlab.com:22/7", "gitlab.com", "22/7"),
    ] {
        assert_means(text, Some((place, id)));
    }
    let deep = (1..=20).map(|level| format!("g{level}/")).collect::<String>() + "app";
    for around in ["https://gitlab.com/PATH/-/issues", "git@gitlab.com:PATH.git", "PATH", "gitlab.com/PATH"] {
        assert_means(&around.replace("PATH", &deep), Some(("gitlab.com", &deep)));
    }
}

#[test]
fn what_is_handed_on_is_elsewhere_as_well() {
    for (text, host) in [
        (
            "vscode://vscode.git/clone?url=https%3A%2F%2Fgit.company.example%2Fa%2Fb.git",
            "git.company.example",
        ),
        ("https://safelinks.example/?url=https%3A%2F%2Fgit.company.example%2Fa%2Fb", "git.company.example"),
        ("https://safelinks.example/?data=05%7C02", "safelinks.example"),
        ("https://ann%40example.net@safelinks.example/a", "safelinks.example"),
        ("ssh://git@localhost/a/b.git", "localhost"),
        ("git@git.company.example:2222/a/b.git", "git.company.example"),
    ] {
        let elsewhere = meaning(text, "gitlab.com", Level::Project);
        assert_eq!(elsewhere, Some(Direct::Unlisted(host.to_owned())), "{text}");
    }
    for words in [
        "https://gitlab.com/-/snippets/12",
        "https://gitlab.com/snippets/12",
        "git@gitlab.com:snippets/12.git",
        "https://gitlab.com/users/ann/projects",
        "https://gitlab.com/admin/projects",
        "https://gitlab.com/admin/groups",
        "https://gitlab.com/-/ide",
        "https://gitlab.com/projects/new?namespace_id=7",
        "https://gitlab.com/api/graphql",
        "https://gitlab.com/api/v4/projects",
        "feat:a/b",
        "fix: a/b",
    ] {
        assert_means(words, None);
    }
    for (text, id) in [
        ("https://gitlab.com/admin/groups/acme/tools", "acme/tools"),
        ("https://gitlab.com/admin/groups/acme/edit", "acme"),
        ("https://gitlab.com/acme.atom", "acme"),
        ("https://gitlab.com/groups/acme/-/epics/3", "acme"),
        ("https://gitlab.com/groups/acme/-/packages", "acme"),
        ("https://gitlab.com/api/v4/groups/acme%2Ftools/projects?include_subgroups=true", "acme/tools"),
    ] {
        assert_is(text, Level::Project, Level::Group, id, false);
    }
}
