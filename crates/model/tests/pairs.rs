//! Which Git integrations find a project of GitLab, and what does not fit together, as tables.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

use patchbay_model::gij::Integration;
use patchbay_model::pairs::{
    Covers, GitLabSide, JiraSide, Mismatch, Project, covers, group_named, group_number, is_about, mismatches,
};
use serde_json::{Value, json};

const SERVER: &str = "https://gitlab.example.com";

fn integration(settings: Value) -> Integration {
    let Value::Object(mut settings) = settings else { panic!("an object") };
    settings.insert("id".to_owned(), json!(7));
    Integration::read(settings).expect("an integration")
}

fn by(api_path: &str, filter: &str) -> Integration {
    integration(json!({"type": "GITLAB_SERVER", "origin": SERVER, "apiPath": api_path, "apiFilter": filter}))
}

#[test]
fn an_integration_is_about_the_gitlab_at_its_origin() {
    for (kind, origin, server, about) in [
        ("GITLAB_SERVER", "https://gitlab.example.com", SERVER, true),
        ("GITLAB_SERVER", "https://GitLab.example.com/", SERVER, true),
        ("GITLAB_SERVER", "http://gitlab.example.com", SERVER, true),
        ("GITLAB_SERVER", "https://gitlab.example.com:443", SERVER, true),
        ("GITLAB_SERVER_LEGACY", "https://gitlab.example.com", SERVER, true),
        ("GITLAB_SERVER", "https://gitlab.example.com:8443", SERVER, false),
        ("GITLAB_SERVER", "https://gitlab.example.com/git", SERVER, false),
        ("GITLAB_SERVER", "https://gitlab.example.com/git/", "https://gitlab.example.com/Git", true),
        ("GITLAB_SERVER", "https://gitlab.example.org", SERVER, false),
        ("GITLAB", "", "https://gitlab.com", true),
        ("GITLAB", "", SERVER, false),
        ("GITLAB", "https://gitlab.com", "https://gitlab.com/", true),
        ("GITHUB_SERVER", "https://gitlab.example.com", SERVER, false),
        ("GITLAB_SERVER", "", SERVER, false),
        ("GITLAB_SERVER", "https://gitlab.example.com.", SERVER, true),
        ("GITLAB_SERVER", "https://git.münchen.example", "https://git.xn--mnchen-3ya.example", true),
        ("GITLAB_SERVER", "https://GIT.MÜNCHEN.example:443/", "https://git.xn--mnchen-3ya.example", true),
        ("GITLAB_SERVER", "https://[2001:DB8::7]", "https://[2001:db8::7]/", true),
        ("GITLAB_SERVER", "https://[2001:db8::7]:8443", "https://[2001:db8::7]", false),
        ("GITLAB_SERVER", "https://[2001:db8::7]", "https://[2001:db8::8]", false),
        ("GITLAB_SERVER", "https://gіtlab.example.com", SERVER, false),
    ] {
        let one = integration(json!({"type": kind, "origin": origin}));
        assert_eq!(is_about(&one, server), about, "{kind} at {origin}, {server}");
    }
}

/// `yes`, or the sentence after what it is.
fn told(covers: Covers) -> String {
    match covers {
        Covers::Yes => "yes".to_owned(),
        Covers::Perhaps(why) => format!("perhaps: {why}"),
        Covers::No(why) => format!("no: {why}"),
    }
}

#[test]
fn the_api_path_says_which_projects_are_found() {
    let member = "perhaps: It finds the projects of which the user of its token is a member.";
    let unknown = "perhaps: Patchbay does not know which projects its API path finds.";
    for (path, expected) in [
        ("", member),
        ("/api/v4/projects?membership=true", member),
        ("/api/v4/projects?owned=true", "perhaps: It finds the projects that the user of its token owns."),
        (
            "/api/v4/projects?starred=true",
            "perhaps: It finds the projects that the user of its token has starred.",
        ),
        ("/api/v4/projects?membership=true&archived=true", "no: Its API path takes archived projects only."),
        ("/api/v4/groups/21/projects", "yes"),
        ("/api/v4/groups/shop%2Fweb/projects", "yes"),
        ("/api/v4/groups/Shop%2FWeb/projects/", "yes"),
        (
            "/api/v4/groups/shop/projects",
            "no: It finds the projects of shop, without those in its subgroups.",
        ),
        ("/api/v4/groups/shop/projects?include_subgroups=true", "yes"),
        ("/api/v4/groups/46/projects?include_subgroups=true", "yes"),
        ("/api/v4/groups/46/projects", "no: It finds the projects of shop, without those in its subgroups."),
        ("/api/v4/groups/99/projects?include_subgroups=true", "perhaps: It finds the projects of group 99."),
        ("/api/v4/groups/99/projects", "no: It finds the projects of group 99 only."),
        ("/api/v4/groups/sho/projects?include_subgroups=true", "no: It finds the projects of sho only."),
        ("/api/v4/users/shop/projects", "yes"),
        ("/api/v4/users/5/projects", "perhaps: It finds the projects of user 5."),
        ("/api/v4/users/ann/projects", "no: It finds the projects of user ann only."),
        ("/api/v4/topics", unknown),
        ("/user/repos", unknown),
    ] {
        let project =
            Project { path: "shop/web/website", group: Some(21), archived: false, answer: &Value::Null };
        let group_path = |number: u64| (number == 46).then(|| "shop".to_owned());
        assert_eq!(told(covers(&by(path, ""), project, &group_path)), expected, "{path}");
    }
}

#[test]
fn the_filter_is_tried_on_the_project() {
    let answer = json!({"id": 101, "name": "Website", "tag_list": ["shop"], "empty_repo": false});
    let all = "/api/v4/groups/21/projects";
    for (filter, path, answer, expected) in [
        ("[?contains(name, 'Web')]", all, &answer, "yes"),
        ("[?contains(tag_list, 'shop')]", all, &answer, "yes"),
        ("[?contains(name, 'API')]", all, &answer, "no: Its filter leaves this project out."),
        ("[?contains(name, 'API')]", "", &answer, "no: Its filter leaves this project out."),
        ("[?contains(name", all, &answer, "perhaps: Its filter cannot be read."),
        ("[].{name: name}", all, &answer, "perhaps: Its filter could not be tried on this project."),
        ("[?contains(name, 'Web')]", all, &Value::Null, "perhaps: It has a filter."),
        (
            "[?contains(name, 'Web')]",
            "/api/v4/projects?owned=true",
            &answer,
            "perhaps: It finds the projects that the user of its token owns.",
        ),
        (
            "[?contains(name, 'Web')]",
            "/api/v4/groups/99/projects",
            &answer,
            "no: It finds the projects of group 99 only.",
        ),
    ] {
        let project = Project { path: "shop/web/website", group: Some(21), archived: false, answer };
        assert_eq!(told(covers(&by(path, filter), project, &|_| None)), expected, "{filter} {path}");
    }
}

#[test]
fn archived_projects_may_be_left_out() {
    let project = Project { path: "a/b", group: Some(2), archived: true, answer: &Value::Null };
    let covered = covers(&by("/api/v4/groups/2/projects?archived=false", ""), project, &|_| None);
    assert_eq!(told(covered), "no: Its API path leaves archived projects out.");
}

#[test]
fn says_what_does_not_fit_together() {
    let side =
        |name: &str, disabled: bool, covers: Covers| JiraSide { name: name.to_owned(), disabled, covers };
    let on = |name: &str| side(name, false, Covers::Yes);
    let off = |name: &str| side(name, true, Covers::Yes);
    let perhaps = side("perhaps", false, Covers::Perhaps("…".to_owned()));
    let no = side("no", false, Covers::No("…".to_owned()));
    let here = "https://jira.example.com/jira";
    for (active, url, sides, expected) in [
        (true, here, vec![on("a")], vec![]),
        (true, here, vec![perhaps.clone()], vec![]),
        (true, here, vec![off("a"), on("b")], vec![]),
        (true, here, vec![], vec![Mismatch::NotRead]),
        (true, here, vec![no.clone()], vec![Mismatch::NotRead]),
        (true, here, vec![off("a")], vec![Mismatch::Disabled("a".to_owned())]),
        (false, here, vec![on("a")], vec![Mismatch::NotSent("a".to_owned())]),
        (false, "", vec![on("a"), no.clone()], vec![Mismatch::NotSent("a".to_owned())]),
        (false, "", vec![perhaps.clone(), no.clone()], vec![]),
        (false, here, vec![], vec![]),
        (
            true,
            "https://other.example.com",
            vec![on("a")],
            vec![Mismatch::OtherJira("https://other.example.com".to_owned(), "a".to_owned())],
        ),
        // Another Jira has it: this one has nothing to do with it.
        (true, "https://other.example.com", vec![no.clone()], vec![]),
        (
            true,
            "http://jira.example.com/jira",
            vec![on("a")],
            vec![Mismatch::OtherAddress("http://jira.example.com/jira".to_owned())],
        ),
        (
            true,
            "https://jira.example.com",
            vec![],
            vec![Mismatch::OtherAddress("https://jira.example.com".to_owned()), Mismatch::NotRead],
        ),
        (true, "https://JIRA.example.com:443/jira/", vec![on("a")], vec![]),
    ] {
        let gitlab = GitLabSide { active, url: url.to_owned() };
        assert_eq!(mismatches(here, &gitlab, &sides), expected, "{active} {url} {sides:?}");
    }
}

#[test]
fn sentences_name_what_was_found_and_what_to_do() {
    for (mismatch, sentence) in [
        (Mismatch::NotRead, "none of its Git integrations finds this project"),
        (
            Mismatch::NotSent("all shops".to_owned()),
            "“all shops” finds this project, but the project’s Jira integration is not active",
        ),
        (Mismatch::Disabled("all shops".to_owned()), "Enable it"),
        (Mismatch::OtherJira("https://b".to_owned(), "all shops".to_owned()), "GitLab sends to https://b"),
        (Mismatch::OtherAddress("http://jira".to_owned()), "Use one address on both sides."),
    ] {
        assert!(mismatch.to_string().contains(sentence), "{mismatch}");
    }
}

#[test]
fn the_api_path_may_name_a_group() {
    for (path, number, named) in [
        ("/api/v4/groups/46/projects?include_subgroups=true", Some(46), Some("46")),
        ("/api/v4/groups/shop%2Fweb/projects", None, Some("shop/web")),
        ("api/v4/groups/shop", None, Some("shop")),
        ("/api/v4/groups/", None, None),
        ("/api/v4/projects?owned=true", None, None),
        ("", None, None),
    ] {
        let one = by(path, "");
        assert_eq!((group_number(&one), group_named(&one).as_deref()), (number, named), "{path}");
    }
}
