//! What addresses of every kind mean.

use super::*;

mod copied;
mod groups;

/// As a browser writes an internationalised host.
fn ascii(host: &str) -> String {
    host.to_lowercase().replace("münchen", "xn--mnchen-3ya")
}

fn places() -> Vec<String> {
    let places = [
        "gitlab.com",
        "git.example.org:8443",
        "example.net",
        "example.net/git",
        "[2001:db8::7]:8080",
        "git.xn--mnchen-3ya.example",
        "dev.example.net",
        "dev.example.net:8080",
    ];
    places.map(str::to_owned).to_vec()
}

/// What it means on a page.
fn meaning(text: &str, here: &str, level: Level) -> Option<Direct> {
    direct(text, Reader { here, level, places: &places(), ascii: &ascii })
}

/// What is meant is a project, for those who search for one.
#[track_caller]
fn assert_means(text: &str, expected: Option<(&str, &str)>) {
    let means = match meaning(text, "gitlab.com", Level::Project) {
        Some(Direct::Home { place, level, id, .. }) => {
            assert_eq!(level, Level::Project, "{text}");
            Some((place, id))
        }
        Some(other) => panic!("{text}: {other:?}"),
        None => None,
    };
    let expected = expected.map(|(place, id)| (place.to_owned(), id.to_owned()));
    assert_eq!(means, expected, "{text}");
}

/// What is meant on gitlab.com, and whether it can be the other of the two as well.
#[track_caller]
fn assert_is(text: &str, looked_for: Level, level: Level, id: &str, or_other: bool) {
    let expected = Direct::Home { place: "gitlab.com".to_owned(), level, id: id.to_owned(), or_other };
    assert_eq!(meaning(text, "gitlab.com", looked_for), Some(expected), "{text} for a {looked_for:?}");
}

#[test]
fn a_number_or_a_full_path_is_a_project_of_this_server() {
    for (text, id) in [
        (" 278964 ", "278964"),
        ("group/project", "group/project"),
        ("/group/sub.group/my_project/", "group/sub.group/my_project"),
        ("group/project.git", "group/project"),
        ("group/project.git/", "group/project"),
        ("“group/project”", "group/project"),
        ("group/project/-/issues/7", "group/project"),
        ("group/project/tree/main", "group/project"),
        ("group/project/issues/7", "group/project"),
        // Without a host it may be a project's own name.
        ("group/sub/issues", "group/sub/issues"),
        ("/api/v4/projects/101/integrations", "101"),
        ("api/v4/projects/g%2Fp/integrations/slack", "g/p"),
    ] {
        assert_means(text, Some(("gitlab.com", id)));
    }
}

#[test]
fn any_address_leads_to_the_project_it_is_in() {
    let project = Some(("gitlab.com", "group/sub/project"));
    for text in [
        "https://gitlab.com/group/sub/project",
        "http://gitlab.com/group/sub/project",
        "HTTPS://GitLab.COM/group/sub/project",
        "https://gitlab.com:443/group/sub/project",
        "https://gitlab.com//group/sub/project//",
        "https://gitlab.com/group/sub/project/",
        "https://gitlab.com/group/sub/project?tab=a#b",
        "https://gitlab.com/group/sub/project#readme",
        "https://gitlab.com/group/sub/project/-/issues/7?x=y#note_1",
        "https://gitlab.com/group/sub/project/-/settings/integrations",
        "https://gitlab.com/group/sub/project/-/",
        "https://gitlab.com/group/sub/project.git",
        "https://gitlab.com/group/sub/project.git/",
        "https://gitlab.com/group/sub/project.git/info/refs?service=git-upload-pack",
        "https://gitlab.com/group/sub/project.wiki.git",
        "https://gitlab.com/group/sub/project/-/wikis/home",
        // As GitLab wrote them before 12.
        "https://gitlab.com/group/sub/project/issues/7",
        "https://gitlab.com/group/sub/project/issues",
        "https://gitlab.com/group/sub/project/merge_requests/12/diffs",
        "https://gitlab.com/group/sub/project/tree/main",
        "https://gitlab.com/group/sub/project/tree/main/src/issues/7",
        "https://gitlab.com/group/sub/project/blob/main/a/b.rs#L7",
        "https://gitlab.com/group/sub/project/raw/main/a",
        "https://gitlab.com/group/sub/project/commits/main",
        "https://gitlab.com/group/sub/project/commit/0123abc",
        "https://gitlab.com/group/sub/project/wikis/home",
        "https://gitlab.com/group/sub/project/services/slack/edit",
        "https://gitlab.com/group/sub/project/pipelines/3",
        "https://gitlab.com/group/sub/project/settings/ci_cd",
        "https://gitlab.com/group/sub/project/edit",
        "https://gitlab.com/group%2Fsub%2Fproject",
        "https://gitlab.com/api/v4/projects/group%2Fsub%2Fproject",
        "https://gitlab.com/api/v4/projects/group%2fsub%2fproject/services/slack?x=y",
        "https://gitlab.com/api/v3/projects/group%2Fsub%2Fproject",
        "gitlab.com/group/sub/project",
        "GitLab.com/group/sub/project/-/issues",
        "gitlab.com:443/group/sub/project",
        // As Git takes them.
        "git@gitlab.com:group/sub/project.git",
        "git@gitlab.com:/group/sub/project.git",
        "git@GITLAB.com:group/sub/project",
        "ann@gitlab.com:group/sub/project.git/",
        "ssh://git@gitlab.com/group/sub/project.git",
        "ssh://git@gitlab.com:2222/group/sub/project.git",
        "ssh://gitlab.com:2222/group/sub/project",
        "git+ssh://git@gitlab.com/group/sub/project.git",
        "git://gitlab.com/group/sub/project.git",
        "git clone https://gitlab.com/group/sub/project.git",
        "git clone --depth 1 -b main git@gitlab.com:group/sub/project.git dir",
        "git remote add origin git@gitlab.com:group/sub/project.git",
        "$ git clone 'https://gitlab.com/group/sub/project.git'",
        "<https://gitlab.com/group/sub/project>",
        "(https://gitlab.com/group/sub/project).",
        "see https://gitlab.com/group/sub/project, please",
    ] {
        assert_means(text, project);
    }
}

#[test]
fn an_address_names_the_server_it_is_on() {
    for (text, place, id) in [
        ("https://git.example.org:8443/a/b", "git.example.org:8443", "a/b"),
        ("git.example.org:8443/a/b", "git.example.org:8443", "a/b"),
        ("git@git.example.org:a/b.git", "git.example.org:8443", "a/b"),
        ("ssh://git@git.example.org:2222/a/b.git", "git.example.org:8443", "a/b"),
        ("http://example.net/git/a/b", "example.net/git", "a/b"),
        ("http://example.net/Git/a/b/-/issues", "example.net/git", "a/b"),
        ("http://example.net/github/b", "example.net", "github/b"),
        ("http://example.net/git/api/v4/projects/7", "example.net/git", "7"),
        ("example.net/git/a/b", "example.net/git", "a/b"),
        ("example.net/a/b", "example.net", "a/b"),
        ("git@example.net:git/a/b.git", "example.net/git", "a/b"),
        ("http://[2001:db8::7]:8080/a/b", "[2001:db8::7]:8080", "a/b"),
        ("http://[2001:DB8::7]:8080/a/b/tree/x", "[2001:db8::7]:8080", "a/b"),
        ("ssh://git@[2001:db8::7]:22/a/b.git", "[2001:db8::7]:8080", "a/b"),
        ("git@[2001:db8::7]:a/b.git", "[2001:db8::7]:8080", "a/b"),
        ("https://git.münchen.example/a/b", "git.xn--mnchen-3ya.example", "a/b"),
        ("https://git.MÜNCHEN.example/a/b", "git.xn--mnchen-3ya.example", "a/b"),
        ("git@git.münchen.example:a/b.git", "git.xn--mnchen-3ya.example", "a/b"),
        ("https://dev.example.net:8080/a/b", "dev.example.net:8080", "a/b"),
        ("https://dev.example.net/a/b", "dev.example.net", "a/b"),
        ("https://gitlab.com/projects/101", "gitlab.com", "101"),
        ("https://gitlab.com/-/p/101", "gitlab.com", "101"),
        ("https://gitlab.com/api/v4/projects/101/integrations", "gitlab.com", "101"),
    ] {
        assert_means(text, Some((place, id)));
    }
}

#[test]
fn the_server_that_is_open_is_meant_where_only_ssh_is_known() {
    for here in ["dev.example.net", "dev.example.net:8080"] {
        let found = meaning("git@dev.example.net:a/b.git", here, Level::Project);
        let (level, or_other) = (Level::Project, false);
        assert_eq!(
            found,
            Some(Direct::Home { place: here.to_owned(), level, id: "a/b".to_owned(), or_other })
        );
    }
}

#[test]
fn words_are_searched_for() {
    for words in [
        "",
        "billing",
        "a b/c",
        "group/",
        "and/ or",
        "12a",
        "a/../b",
        "ann@example.org",
        "https://gitlab.com",
        "https://gitlab.com/",
        "https://gitlab.com/groups",
        "https://gitlab.com/groups/new",
        "https://gitlab.com/search",
        "https://gitlab.com/-/profile/keys",
        "https://gitlab.com/explore/projects/topics",
        "https://gitlab.com/api/v4/groups",
        "https://gitlab.com/dashboard/projects",
        "a/b:c",
        "C:\\a\\b",
    ] {
        assert_means(words, None);
    }
}

#[test]
fn an_address_elsewhere_names_the_server_that_is_not_listed() {
    for (text, host) in [
        ("https://gitlab.company.example/a/b", "gitlab.company.example"),
        ("https://gitlab.com.example/a/b", "gitlab.com.example"),
        ("https://gitlab.com:8443/a/b", "gitlab.com:8443"),
        ("git@gitlab.company.example:a/b.git", "gitlab.company.example"),
        ("ssh://git@gitlab.company.example:2222/a/b", "gitlab.company.example:2222"),
        ("localhost:8080/a/b", "localhost:8080"),
        ("git clone https://gitlab.company.example/a/b.git", "gitlab.company.example"),
        ("https://gitlab.company.example/groups/a/b", "gitlab.company.example"),
        ("https://gitlab.company.example/a", "gitlab.company.example"),
    ] {
        for level in [Level::Project, Level::Group] {
            let elsewhere = meaning(text, "gitlab.com", level);
            assert_eq!(elsewhere, Some(Direct::Unlisted(host.to_owned())), "{text}");
        }
    }
}
