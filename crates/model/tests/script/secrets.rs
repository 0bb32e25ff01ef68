//! Which fields are variables, and that no secret is written.

use crate::{script, step};
use patchbay_model::Vendor;
use patchbay_model::plan::script::{Script, document, shell};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The `secrets` of the document: field and steps of each variable.
fn variables(script: &Script<'_>) -> Vec<(String, Value)> {
    let document: Value = serde_json::from_str(&document(script)).expect("JSON");
    let all = document["secrets"].as_array().expect("a list").iter().enumerate();
    all.map(|(at, one)| {
        assert_eq!(one["variable"], format!("$SECRET_{}", at + 1));
        (one["field"].as_str().expect("a text").to_owned(), one["steps"].clone())
    })
    .collect()
}

#[test]
fn fields_of_one_group_share_a_variable() {
    let body = || Some(json!({ "username": "u", "password": "x", "pat": "y" }));
    let steps = [
        step("a", "PUT", "/a", body(), Some(1)),
        step("b", "PUT", "/b", body(), Some(2)),
        step("c", "PUT", "/c", body(), None),
        step("d", "PUT", "/d", body(), Some(1)),
        step("e", "PUT", "/e", body(), None),
        step("f", "PUT", "/f", None, Some(1)),
    ];
    let field = |name: &str, steps: Value| (name.to_owned(), steps);
    assert_eq!(
        variables(&script(&steps)),
        [
            field("/password", json!([1, 4])),
            field("/pat", json!([1, 4])),
            field("/password", json!([2])),
            field("/pat", json!([2])),
            field("/password", json!([3])),
            field("/pat", json!([3])),
            field("/password", json!([5])),
            field("/pat", json!([5])),
        ]
    );
}

#[test]
fn what_is_printed_of_a_script_has_no_secret() {
    let body = json!({ "displayName": "core", "pat": "s3cret-1", "inner": { "list": [{ "apiToken": "s3cret-2" }] } });
    let steps = [step("a", "POST", "/a", Some(body), Some(1)), step("b", "DELETE", "/b", None, None)];
    let printed = format!("{:?}", script(&steps));
    assert!(!printed.contains("s3cret"), "{printed}");
    for part in
        ["\"a\"", "POST", "\"/a\"", "\"pat\"", "\"inner\"", "Some(1)", "\"b\"", "DELETE", "body: None"]
    {
        assert!(printed.contains(part), "{part} in {printed}");
    }
}

#[test]
fn a_secret_may_be_anywhere() {
    let steps = [step(
        "a",
        "PUT",
        "/a",
        Some(json!({
            "requireUserPat": "yes", "tokenSet": true, "secret": null, "password": "",
            "inner": { "a/b~c": { "apiToken": 5 }, "list": [1, { "githubAppPem": ["x"] }] },
        })),
        None,
    )];
    let fields: Vec<_> = variables(&script(&steps)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["/inner/a~1b~0c/apiToken", "/inner/list/1/githubAppPem"]);
    let text = shell(&script(&steps));
    assert!(text.ends_with(concat!(
        r#"'{"requireUserPat":"yes","tokenSet":true,"secret":null,"password":"","#,
        r#""inner":{"a/b~c":{"apiToken":"'"$secret_1"'"},"list":[1,{"githubAppPem":"'"$secret_2"'"}]}}'"#,
        "\n\nfinish\n"
    )));
}

#[test]
fn channels_of_discord_are_webhooks() {
    let body =
        json!({ "push_channel": "https://discord.example/x", "note_channel": "general", "webhook": "y" });
    let steps = [step("a", "PUT", "/a", Some(body), None)];
    let gitlab = Script { vendor: Vendor::GitLab, ..script(&steps) };
    let fields: Vec<_> = variables(&gitlab).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["/push_channel", "/webhook"]);
}

/// In every secret, and in nothing else.
const MARK: &str = "hunter2";

fn secret() -> impl Strategy<Value = Value> {
    let text = "[ -~]{0,6}".prop_map(|more| Value::from(format!("{MARK}{more}{MARK}")));
    prop_oneof![
        text.clone(),
        text.clone().prop_map(|text| json!([text])),
        text.prop_map(|text| json!({ "value": text })),
    ]
}

/// Names of both vendors, and the vendor's own.
fn name_of_secret(vendor: Vendor) -> impl Strategy<Value = String> + Clone {
    let own: &[_] = match vendor {
        Vendor::Jira => &["pat", "encryptedPat", "githubAppPem", "userPat"],
        Vendor::GitLab => &["webhook", "user_key", "service_account_json"],
    };
    let both =
        ["password", "apiToken", "client_secret", "passphrase", "aws_secret_access_key", "credentials"];
    prop::sample::select([&both, own].concat()).prop_map(str::to_owned)
}

/// Bodies with secrets at any depth, beside anything.
fn body(vendor: Vendor) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from)
    ];
    let any = leaf.prop_recursive(3, 24, 4, move |inner| {
        let entry = prop_oneof![("\\PC{0,6}", inner.clone()), (name_of_secret(vendor), secret())];
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            prop::collection::vec(entry, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    });
    (any, name_of_secret(vendor), secret())
        .prop_map(|(any, name, secret)| json!({ "settings": any, name: secret }))
}

fn bodies() -> impl Strategy<Value = (Vendor, Vec<(Value, Option<usize>)>)> {
    let vendor = prop::sample::select(vec![Vendor::Jira, Vendor::GitLab]);
    vendor.prop_flat_map(|vendor| {
        (Just(vendor), prop::collection::vec((body(vendor), prop::option::of(0..3_usize)), 1..6))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_secret_is_ever_written((vendor, bodies) in bodies()) {
        let steps = bodies.into_iter().map(|(body, group)| step("x", "PUT", "/x", Some(body), group));
        let steps: Vec<_> = steps.collect();
        let script = Script { vendor, ..script(&steps) };
        let (shell, document) = (shell(&script), document(&script));
        prop_assert!(!shell.contains(MARK), "{}", shell);
        prop_assert!(!document.contains(MARK), "{}", document);
        // Each step has a variable in the place of the secret.
        let read: Value = serde_json::from_str(&document).expect("JSON");
        for step in read["steps"].as_array().expect("a list") {
            prop_assert!(step["body"].to_string().contains("$SECRET_"));
        }
    }
}
