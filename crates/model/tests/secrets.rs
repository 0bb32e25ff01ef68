//! Secrets: what is sent of them, and that their text is neither shown nor kept.

mod support;

use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::plan::credentials::{NewCredentials, replace as replace_credentials};
use patchbay_model::gij::{self, Integration, is_secret, strip_secrets};
use patchbay_model::gitlab::Target;
use patchbay_model::{Entry, Kind, Secret};
use serde_json::{Value, json};
use support::odd_characters::{ODD, gives_away, names as names_it, token_with};
use support::{fill, form, kind, names, object, stored};

fn replace() -> Secret {
    Secret::Replace("hunter2".to_owned())
}

#[test]
fn sends_nothing_unless_replaced() {
    assert_eq!(Secret::default(), Secret::Keep);
    for (secret, sent) in [(Secret::Keep, None), (replace(), Some("hunter2")), (Secret::Clear, Some(""))] {
        assert_eq!(secret.to_send(), sent, "{secret:?}");
    }
    let (form, stored) = (form("GITLAB", Edit), stored("GITLAB"));
    let opened = form.read(&stored);
    for (secret, patch) in [
        (Secret::Keep, json!({})),
        (replace(), json!({"pat": "hunter2"})),
        (Secret::Clear, json!({"pat": ""})),
    ] {
        let mut edited = opened.clone();
        edited.set("pat", Entry::Secret(secret.clone()));
        let sent = gij::request_patch(&kind("GITLAB"), &form, &opened, &edited);
        assert_eq!(Value::from(sent), patch, "{secret:?}");
    }
}

#[test]
fn debug_shows_no_text() {
    assert_eq!(format!("{:?}", [Secret::Keep, replace(), Secret::Clear]), "[Keep, Replace(…), Clear]");
    assert_eq!(format!("{:?}", Entry::Secret(replace())), "Secret(Replace(…))");
    let form = form("GITHUB", Create);
    let mut values = form.defaults();
    fill(&form, &mut values, json!({"pat": "hunter2", "password": "hunter2"}));
    assert!(!format!("{values:?} {form:?}").contains("hunter2"));
}

#[test]
fn changes_show_no_text() {
    for (mode, name, key, secret, expected) in [
        (Create, "GITLAB", "pat", replace(), "Personal access token:  -> new value"),
        (Edit, "GITLAB", "pat", replace(), "Personal access token: as stored -> new value"),
        (Edit, "GITLAB", "pat", Secret::Clear, "Personal access token: as stored -> removed"),
    ] {
        let form = form(name, mode);
        let before = form.read(&stored(name));
        let mut after = before.clone();
        after.set(key, Entry::Secret(secret));
        let changes = form.changes(&before, &after, &|id| id.to_string());
        let change = changes.iter().find(|change| change.key == key).expect("it is listed");
        assert_eq!(format!("{}: {} -> {}", change.label, change.before, change.after), expected);
    }
}

#[test]
fn a_clone_has_everything_but_secrets() {
    for name in names() {
        let mut settings = stored(name);
        settings.extend(object(json!({"displayName": "First", "tagsFilter": "v.*", "disabled": true})));
        let form = form(name, Create);
        let clone = form.read(&settings);
        for field in form.fields() {
            let entry = clone.get(&field.key);
            match field.kind {
                Kind::Secret => assert_eq!(entry, Some(&Entry::Secret(Secret::Keep)), "{name} {}", field.key),
                _ => assert!(entry.is_some(), "{name} {}", field.key),
            }
        }
        let body = gij::request_body(&kind(name), &form, &clone);
        for (key, value) in settings.iter().filter(|(key, _)| body.contains_key(key.as_str())) {
            assert_eq!(&body[key], value, "{name} {key}");
        }
        assert_eq!((&body["displayName"], &body["disabled"]), (&json!("First"), &json!(true)), "{name}");
        assert!(gij::SECRETS.iter().all(|key| !body.contains_key(*key)), "{name}");
    }
}

// A page of 2016 showed passwords in answers.
#[test]
fn drops_secrets_at_any_depth() {
    let mut settings = object(json!({
        "id": 1, "pat": "x", "password": "x", "encryptedPat": "x", "encryptedPassword": "x",
        "githubAppClientSecret": "x", "githubAppSecret": "x", "githubAppPem": "x", "githubAppWebhookSecret": "x",
        "githubAppName": "our app", "PAT": "x", "Password": ["x"], "access_token": "x", "private_key": "x",
        "userPat": "x", "passphrase": "x", "credentials": {"user": "x"}, "apiKey": 5,
        "requireUserPat": true, "tokenSet": true, "passwordSet": false, "apiPath": "/user/repos", "path": "p",
        "hosts": [{"name": "a", "password": "x", "deeper": {"token": "x", "ok": 1}}, [{"secret": "x"}], "text"],
    }));
    strip_secrets(&mut settings);
    assert_eq!(
        Value::from(settings),
        json!({
            "id": 1, "githubAppName": "our app", "requireUserPat": true, "tokenSet": true, "passwordSet": false,
            "apiPath": "/user/repos", "path": "p", "hosts": [{"name": "a", "deeper": {"ok": 1}}, [{}], "text"],
        })
    );
    let read =
        Integration::read(object(json!({"id": 1, "pat": "x", "a": {"pat": "x"}}))).expect("it has an id");
    assert_eq!(json!(*read.settings), json!({"id": 1, "a": {}}));
    // As text too: it says nothing secret.
    assert!(!is_secret("requireUserPat"));
}

#[test]
fn no_setting_of_the_documents_passes_for_a_secret() {
    for name in names() {
        for mode in [Create, Edit] {
            for field in form(name, mode).fields() {
                assert_eq!(is_secret(&field.key), field.kind == Kind::Secret, "{}", field.key);
            }
        }
    }
}

/// Every form of both vendors: each with its secret fields.
fn all_forms() -> Vec<patchbay_model::Schema> {
    let git = names().flat_map(|name| [Create, Edit].map(|mode| form(name, mode)));
    let gitlab = patchbay_model::gitlab::all().flat_map(|spec| {
        [Create, Edit].map(|mode| {
            patchbay_model::gitlab::schema(Target::MANUAL, spec.slug, mode, &object(json!({})), &[])
        })
    });
    git.chain(gitlab).collect()
}

#[test]
fn every_secret_field_refuses_what_cannot_be_a_secret_and_sends_the_rest_clean() {
    let mut tokens = 0;
    let mut others = 0;
    for form in all_forms() {
        for field in form.fields().filter(|field| field.kind == Kind::Secret) {
            let problem = |text: &str| {
                let secret = Entry::Secret(Secret::Replace(text.to_owned()));
                field.check(&secret, form.mode == Create)
            };
            let sent = |text: &str| field.write(&Entry::Secret(Secret::Replace(text.to_owned())));
            let key = &field.key;
            for text in ["a\u{200B}b", "a\u{FEFF}b", "a\nb", "••••••••", "********"] {
                assert!(problem(text).is_some(), "{key} {text:?}");
            }
            if field.file.is_some() {
                // The content of a file is sent as it is.
                assert_eq!(sent("abc\n"), Some(json!("abc\n")), "{key}");
                continue;
            }
            assert_eq!(sent("\u{FEFF}abc\u{200B}\n"), Some(json!("abc")), "{key}");
            if patchbay_model::text::secret::is_token(key) {
                tokens += 1;
                for text in ["Bearer abc", "abc def", "“abc”", "абв", "abc…", "<token>"] {
                    assert!(problem(text).is_some(), "{key} {text:?}");
                }
                assert_eq!(sent(" abc "), Some(json!("abc")), "{key}");
            } else {
                others += 1;
                assert_eq!(sent(" abc "), Some(json!(" abc ")), "{key}");
            }
        }
    }
    assert!(tokens > 40 && others > 30, "{tokens} {others}");
}

#[test]
fn every_field_for_a_token_names_an_odd_character_in_it() {
    let mut tried = 0;
    for form in all_forms() {
        let is_token = |key: &str| patchbay_model::text::secret::is_token(key);
        let fields = form.fields().filter(|field| field.kind == Kind::Secret && field.file.is_none());
        for field in fields.filter(|field| is_token(&field.key)) {
            for (c, what) in ODD {
                let secret = Entry::Secret(Secret::Replace(token_with(*c)));
                let said = field.check(&secret, form.mode == Create).unwrap_or_default();
                assert!(names_it(&said, *c) && !gives_away(&said), "{} {what}: {said}", field.key);
                tried += 1;
            }
        }
    }
    assert!(tried > 3_000, "{tried}");
}

#[test]
fn a_plan_of_credentials_names_an_odd_character_in_each_step() {
    for name in ["GITHUB", "GITHUB_SERVER", "GITLAB", "AZURE", "VSTS", "TFS_SERVER"] {
        let opened = Integration::read(stored(name)).expect("it has an id");
        for (c, what) in ODD {
            let token = NewCredentials::Token(Secret::Replace(token_with(*c)));
            let planned = replace_credentials(&opened, &token, &|id| id.to_string());
            let found = &planned.step.problems;
            assert_eq!(found.len(), 1, "{name} {what}: {found:?}");
            assert!(names_it(&found[0], *c) && !gives_away(&found[0]), "{name} {what}: {}", found[0]);
            assert!(!planned.step.is_ready(), "{name} {what}");
        }
    }
}
