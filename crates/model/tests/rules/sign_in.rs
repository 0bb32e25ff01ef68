//! How each type signs in, and that a token is never sent beside a password.

use crate::support::{fill, form, kind, object, stored};
use crate::{table, typed};
use patchbay_model::Kind;
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{self, AUTH};
use serde_json::{Value, json};

#[test]
fn offers_the_ways_to_sign_in() {
    for (name, create, edit) in [
        ("GITHUB", "token password", "keep token password"),
        ("GITHUB_SERVER", "token password", "keep token password"),
        ("GITLAB", "", ""),
        ("GITLAB_SERVER", "", ""),
        ("GITLAB_SERVER_LEGACY", "", "keep password"),
        ("AZURE", "", ""),
        ("AZURE_DEVOPS", "token password", "keep token password"),
        ("VSTS", "", ""),
        ("TFS_SERVER", "password token", "keep password token"),
        ("AWS", "", "keep password"),
        ("GERRIT", "", "keep password"),
        ("FILESPACE", "", ""),
    ] {
        for (mode, expected) in [(Create, create), (Edit, edit)] {
            let offered = match form(name, mode).field(AUTH).map(|field| field.kind.clone()) {
                Some(Kind::Choice { options }) => {
                    options.iter().map(|choice| choice.value).collect::<Vec<_>>().join(" ")
                }
                _ => String::new(),
            };
            assert_eq!(offered, expected, "{name} {mode:?}");
        }
    }
}

#[test]
fn asks_only_for_what_the_chosen_way_needs() {
    const NO_TOKEN: &[&str] = &["pat: Personal access token is required."];
    const NO_PASSWORD: &[&str] = &["password: Password is required."];
    const NO_USER: &[&str] = &["username: User name is required.", "password: Password is required."];
    table(&[
        ("GITHUB", Create, json!({"pat": null, "signIn": "token"}), NO_TOKEN),
        ("GITHUB", Create, json!({"pat": null, "signIn": "password"}), NO_USER),
        ("GITHUB", Create, json!({"signIn": "password", "username": "jira"}), NO_PASSWORD),
        ("GITHUB", Create, json!({"signIn": "password", "username": "jira", "password": "s3cret"}), &[]),
        ("TFS_SERVER", Create, json!({"signIn": "token"}), NO_TOKEN),
        ("TFS_SERVER", Create, json!({"signIn": "token", "pat": "t0ken"}), &[]),
        ("GITLAB", Create, json!({"pat": ""}), NO_TOKEN),
        ("GITHUB", Edit, json!({"signIn": "keep"}), &[]),
        ("GITHUB", Edit, json!({"signIn": "token"}), NO_TOKEN),
        ("GITHUB", Edit, json!({"signIn": "token", "pat": "t0ken"}), &[]),
        ("GITHUB", Edit, json!({"signIn": "password"}), NO_USER),
        ("GERRIT", Edit, json!({"signIn": "password", "username": ""}), NO_USER),
        ("GERRIT", Edit, json!({"signIn": "password", "password": "s3cret"}), &[]),
        ("GITHUB", Create, json!({"signIn": "sso"}), &["signIn: “sso” is not one of the options."]),
        ("GITHUB", Create, json!({"signIn": ""}), &["signIn: Choose an option."]),
    ]);
}

#[test]
fn never_sends_a_token_beside_a_password() {
    let all = json!({"pat": "t0ken", "username": "jira", "password": "s3cret"});
    for (name, choice, sent) in [
        ("GITHUB", "token", json!({"pat": "t0ken"})),
        ("GITHUB", "password", json!({"username": "jira", "password": "s3cret"})),
        ("AZURE_DEVOPS", "token", json!({"pat": "t0ken"})),
        ("AZURE_DEVOPS", "password", json!({"username": "jira", "password": "s3cret"})),
        // Team Foundation Server takes a token with the user name "all" only.
        ("TFS_SERVER", "token", json!({"pat": "t0ken", "username": "all"})),
        ("TFS_SERVER", "password", json!({"username": "jira", "password": "s3cret"})),
    ] {
        for mode in [Create, Edit] {
            let (form, mut values) = typed(name, mode, all.clone());
            let before = form.read(&stored(name));
            fill(&form, &mut values, json!({"signIn": choice}));
            let body = match mode {
                Create => gij::request_body(&kind(name), &form, &values),
                Edit => gij::request_patch(&kind(name), &form, &before, &values),
            };
            let credentials = body
                .into_iter()
                .filter(|(key, _)| ["pat", "username", "password"].contains(&key.as_str()))
                .collect();
            assert_eq!(Value::Object(credentials), sent, "{name} {mode:?} {choice}");
        }
    }
}

#[test]
fn keeps_credentials_unless_they_are_replaced() {
    let typed_but_hidden =
        json!({"pat": "t0ken", "username": "jira", "password": "s3cret", "signIn": "keep"});
    for name in ["GITHUB", "AZURE_DEVOPS", "TFS_SERVER"] {
        let (form, values) = typed(name, Edit, typed_but_hidden.clone());
        let patch = gij::request_patch(&kind(name), &form, &form.read(&stored(name)), &values);
        assert_eq!(patch, object(json!({})), "{name}");
    }
}
