//! Replacing credentials: who signs in alike, who goes first, what is sent.

use crate::support::{kind, names};
use crate::{changes, integration, patch, project};
use patchbay_model::gij::plan::credentials::{
    Entered, FOLDER, Group, NewCredentials, UNKNOWN_TYPE, groups, left_out, replace,
};
use patchbay_model::gij::{Auth, Integration};
use patchbay_model::{Kind, Secret};
use serde_json::{Value, json};

const TOKEN: &str = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

fn token() -> NewCredentials {
    NewCredentials::Token(Secret::Replace(TOKEN.to_owned()))
}

fn password(user: &str) -> NewCredentials {
    NewCredentials::Password { user: user.to_owned(), password: Secret::Replace("S3cret-word".to_owned()) }
}

fn at(kind: &str, origin: &str, settings: Value) -> Integration {
    let mut integration = integration(kind, settings);
    std::sync::Arc::make_mut(&mut integration.settings).insert("origin".into(), json!(origin));
    integration
}

#[test]
fn those_are_one_group_that_sign_in_to_the_same_host_alike() {
    let all = [
        at("GITHUB_SERVER", "https://git.example", json!({})),
        at("GITHUB_SERVER", "https://GIT.example/api/v3", json!({})),
        at("GITHUB_SERVER", "https://other.example", json!({})),
        // Jira documents no user name; a version that has one tells them apart.
        at("GITHUB_SERVER", "https://git.example", json!({ "username": "svc-jira" })),
        at("GITHUB_SERVER", "https://git.example", json!({ "username": " svc-jira " })),
        at("GITHUB_SERVER", "https://git.example", json!({ "username": "build-bot" })),
        at("GITHUB_SERVER", "https://git.example", json!({ "username": "" })),
        at("GITLAB_SERVER", "https://git.example", json!({})),
        integration("FILESPACE", json!({})),
        integration("GITHUB", json!({ "integrationType": "GITHUB_APP" })),
    ];
    let found = groups(&all);
    let members: Vec<&[usize]> = found.groups.iter().map(|group| group.members.as_slice()).collect();
    assert_eq!(members, [&[0, 1][..], &[2], &[3, 4], &[5], &[6], &[7]]);
    assert_eq!(found.without, [(8, FOLDER), (9, UNKNOWN_TYPE)]);
    let known: Vec<Option<Auth>> = found.groups.iter().map(|group| group.known).collect();
    let with_user = Some(Auth::Password);
    assert_eq!(known, [None, None, with_user, with_user, Some(Auth::Token), Some(Auth::Token)]);
}

#[test]
fn each_host_is_one_however_it_is_written() {
    let all = [
        at("GITLAB_SERVER", "https://[2001:db8::7]", json!({})),
        at("GITLAB_SERVER", "https://[2001:db8::8]", json!({})),
        at("GITLAB_SERVER", "https://[2001:DB8::7]/git", json!({})),
        at("GITLAB_SERVER", "https://git.münchen.example", json!({})),
        at("GITLAB_SERVER", "https://git.xn--mnchen-3ya.example", json!({})),
        at("GITLAB_SERVER", "https://git.example.", json!({})),
        at("GITLAB_SERVER", "https://git.example", json!({})),
        at("GITLAB_SERVER", "https://gіt.example", json!({})),
    ];
    let found = groups(&all);
    let members: Vec<&[usize]> = found.groups.iter().map(|group| group.members.as_slice()).collect();
    assert_eq!(members, [&[0, 2][..], &[1], &[3, 4], &[5, 6], &[7]]);
}

#[test]
fn the_host_of_a_public_service_is_known_without_an_origin() {
    for (kind, settings, wanted) in [
        ("GITHUB", json!({ "origin": "" }), "api.github.com"),
        ("GITHUB", json!({ "origin": "https://api.github.com/" }), "api.github.com"),
        ("GITLAB", json!({ "origin": null }), "gitlab.com"),
        ("AWS", json!({ "origin": "", "awsRegion": "eu-west-1" }), "git-codecommit.eu-west-1.amazonaws.com"),
        ("AWS", json!({ "origin": "", "awsRegion": null }), "AWS CodeCommit"),
        ("GITHUB_SERVER", json!({ "origin": "" }), "GitHub Enterprise"),
    ] {
        let found = groups(&[integration(kind, settings)]);
        assert_eq!(found.groups[0].host, wanted, "{kind}");
    }
}

#[test]
fn what_is_known_of_the_way_to_sign_in_is_said_and_offered_first() {
    use Entered::{Password, Token};
    let (tokens, names_and_passwords) = ("Personal access token", "User name and password");
    let unknown = "They sign in with a personal access token, or with a user name and a password. Jira does not report \
                   which, nor the user name.";
    for (kind, settings, about, offered) in [
        ("GITLAB", json!({}), "They sign in with a personal access token.", vec![(Token, tokens)]),
        (
            "GERRIT",
            json!({}),
            "They sign in with a user name and a password. Jira does not report the user name.",
            vec![(Password, names_and_passwords)],
        ),
        (
            "GERRIT",
            json!({ "username": "svc" }),
            "They sign in as “svc” with a password.",
            vec![(Password, names_and_passwords)],
        ),
        (
            "AWS",
            json!({}),
            "They sign in with an access key. Jira does not report its ID.",
            vec![(Password, "Access key")],
        ),
        (
            "AWS",
            json!({ "username": "AKIA1" }),
            "They sign in with the access key “AKIA1”.",
            vec![(Password, "Access key")],
        ),
        ("GITHUB_SERVER", json!({}), unknown, vec![(Token, tokens), (Password, names_and_passwords)]),
        (
            "GITHUB_SERVER",
            json!({ "username": "svc" }),
            "They sign in as “svc” with a password.",
            vec![(Password, names_and_passwords), (Token, tokens)],
        ),
        ("TFS_SERVER", json!({}), unknown, vec![(Password, names_and_passwords), (Token, tokens)]),
        (
            "TFS_SERVER",
            json!({ "username": "all" }),
            "They sign in with a personal access token and the user name “all”.",
            vec![(Token, tokens), (Password, names_and_passwords)],
        ),
    ] {
        let found = groups(&[integration(kind, settings)]);
        let group = &found.groups[0];
        assert_eq!((group.about().as_str(), group.offered()), (about, offered), "{kind}");
    }
}

#[test]
fn every_type_with_credentials_has_fields_for_them() {
    for name in names().filter(|name| *name != "FILESPACE") {
        let found = groups(&[integration(name, json!({}))]);
        let group = &found.groups[0];
        for (entered, _) in group.offered() {
            let fields = group.fields(entered, &kind(name), "username-3", "token-3");
            let keys: Vec<&str> = fields.iter().map(|field| field.key.as_ref()).collect();
            let wanted =
                if entered == Entered::Token { vec!["token-3"] } else { vec!["username-3", "token-3"] };
            assert_eq!(keys, wanted, "{name}");
            assert_eq!(fields.last().map(|field| &field.kind), Some(&Kind::Secret), "{name}");
        }
    }
}

#[test]
fn only_credentials_are_sent() {
    let (pat, word) = (json!({ "pat": TOKEN }), json!({ "username": "svc", "password": "S3cret-word" }));
    for (kind, new, wanted) in [
        ("GITHUB", token(), pat.clone()),
        ("GITHUB", password("svc"), word.clone()),
        ("GITHUB_SERVER", token(), pat.clone()),
        ("GITLAB", token(), pat.clone()),
        ("GITLAB_SERVER", token(), pat.clone()),
        ("GITLAB_SERVER_LEGACY", password("svc"), word.clone()),
        ("AZURE", token(), pat.clone()),
        ("AZURE_DEVOPS", token(), pat.clone()),
        ("AZURE_DEVOPS", password("svc"), word.clone()),
        ("VSTS", token(), pat),
        ("TFS_SERVER", token(), json!({ "pat": TOKEN, "username": "all" })),
        ("TFS_SERVER", password("svc"), word.clone()),
        ("AWS", password("svc"), word.clone()),
        ("GERRIT", password(" svc "), word),
    ] {
        let planned = replace(&integration(kind, json!({})), &new, &project);
        assert!(planned.step.is_ready(), "{kind}: {:?}", planned.step.problems);
        assert_eq!(Value::from(patch(&planned)), wanted, "{kind}");
        let shown = format!("{planned:?} {new:?}");
        assert!(!shown.contains(TOKEN) && !shown.contains("S3cret"), "{kind}");
    }
}

#[test]
fn a_password_goes_with_its_user_name_even_where_that_stays() {
    let opened = integration("GERRIT", json!({ "username": "svc" }));
    let planned = replace(&opened, &password("svc"), &project);
    assert_eq!(changes(&planned), ["Password: as stored -> new value"]);
    assert_eq!(Value::from(patch(&planned)), json!({ "username": "svc", "password": "S3cret-word" }));
    let planned = replace(&opened, &password("bot"), &project);
    assert_eq!(changes(&planned), ["User name: svc -> bot", "Password: as stored -> new value"]);
    // What Jira does not report is not the same as none.
    let planned = replace(&integration("GERRIT", json!({})), &password("bot"), &project);
    assert_eq!(changes(&planned), ["User name: as stored -> bot", "Password: as stored -> new value"]);
}

#[test]
fn the_step_says_what_follows_from_it() {
    let scan = |label: &str| {
        format!(
            "Changing “{label}” makes Jira scan the host again. At the next indexing, Jira removes repositories that it no \
             longer finds."
        )
    };
    let (pat, word) = (scan("Personal access token"), scan("Password"));
    let all = "The token is sent with the user name “all”.".to_owned();
    for (kind, new, wanted) in [
        ("GITLAB", token(), vec![pat.clone()]),
        ("TFS_SERVER", token(), vec![pat, all]),
        ("GERRIT", password("svc"), vec![word]),
        ("AWS", password("svc"), vec![scan("Secret access key")]),
    ] {
        assert_eq!(replace(&integration(kind, json!({})), &new, &project).step.notes, wanted, "{kind}");
    }
}

#[test]
fn what_cannot_be_a_secret_is_never_sent_and_never_repeated() {
    for (kind, new, wanted) in [
        (
            "GITLAB",
            "Bearer SECRET",
            "Personal access token: Remove “Bearer” from the beginning. Enter only the token.",
        ),
        ("GITLAB", "SEC RET", "Personal access token: Tokens cannot contain spaces. Remove them."),
        ("GITLAB", "••••••", "Personal access token: These are placeholder dots"),
        ("GITHUB_SERVER", "", "Personal access token: Personal access token is required."),
    ] {
        let planned = replace(
            &integration(kind, json!({})),
            &NewCredentials::Token(Secret::Replace(new.into())),
            &project,
        );
        let problems = &planned.step.problems;
        assert!(problems.len() == 1 && problems[0].starts_with(wanted), "{problems:?}");
        assert!(!problems[0].contains("SEC"));
    }
    let planned = replace(&integration("GERRIT", json!({})), &password(" "), &project);
    assert_eq!(planned.step.problems, ["User name: User name is required."]);
    for (kind, new) in [("GERRIT", token()), ("GITLAB", password("svc")), ("FILESPACE", token())] {
        let planned = replace(&integration(kind, json!({})), &new, &project);
        assert_eq!((planned.work, planned.step.problems.len()), (None, 1), "{kind}");
    }
}

#[test]
fn the_one_that_worked_most_recently_goes_first() {
    let one = |disabled: bool, indexed: Option<u64>| {
        let mut one = integration("GITLAB", json!({ "disabled": disabled }));
        if let Some(at) = indexed {
            std::sync::Arc::make_mut(&mut one.settings).insert("lastIndexedDate".into(), json!(at));
        }
        one
    };
    for (all, wanted) in [
        (vec![one(false, Some(5)), one(false, Some(9)), one(false, Some(7))], vec![1, 2, 0]),
        (vec![one(true, Some(9)), one(false, Some(5))], vec![1, 0]),
        (vec![one(true, Some(9)), one(false, None)], vec![1, 0]),
        (vec![one(true, Some(5)), one(true, Some(9))], vec![1, 0]),
        (vec![one(false, Some(5)), one(false, Some(5))], vec![0, 1]),
        (vec![one(false, None), one(false, Some(1)), one(false, None)], vec![1, 0, 2]),
        (vec![], vec![]),
    ] {
        let members = (0..all.len()).collect();
        let group = Group { host: String::new(), user: None, ways: vec![], known: None, members };
        let plan: Vec<_> = all.iter().map(|one| replace(one, &token(), &project)).collect();
        assert_eq!(group.in_order(&plan), wanted, "{all:?}");
        // One that is not sent cannot go first.
        let left: Vec<_> = all.iter().map(|one| left_out(one.clone(), "Not today.")).collect();
        assert_eq!(group.in_order(&left), [0; 0]);
    }
}

#[test]
fn one_that_is_left_out_says_why() {
    let planned = left_out(integration("FILESPACE", json!({})), FOLDER);
    assert_eq!((planned.work, planned.step.notes), (None, vec![FOLDER.to_owned()]));
}
