//! Which names hold secrets, and that none leaves.

use crate::support::object;
use patchbay_model::gitlab::{self, is_secret, wire};
use patchbay_model::{Vendor, command};
use serde_json::{Value, json};

#[test]
fn tells_secrets_by_their_names() {
    for key in [
        "token",
        "password",
        "api_key",
        "user_key",
        "webhook",
        "google_iap_service_account_json",
        "client_secret",
        "jira_token",
        "private_key",
        "webhook_url",
        "diffblue_access_token_name",
    ] {
        assert!(is_secret(key), "{key}");
    }
    for key in [
        "build_key",
        "project_key",
        "project_keys",
        "username",
        "channel",
        "push_events",
        "jira_issue_transition_id",
        "google_iap_audience_client_id",
        "device",
        "url",
    ] {
        assert!(!is_secret(key), "{key}");
    }
}

#[test]
fn exports_everything_else() {
    let integration = wire::one(json!({
        "slug": "pushover", "title": "Pushover", "active": true, "push_events": true,
        "properties": {"device": "phone", "api_key": "s3cret", "sound": "bike"},
    }))
    .expect("an integration");
    assert_eq!(
        Value::from(gitlab::export(&integration)),
        json!({
            "slug": "pushover", "title": "Pushover", "active": true,
            "settings": {"push_events": true, "device": "phone", "sound": "bike"},
        })
    );
}

#[test]
fn writes_commands_with_a_placeholder_for_each_secret() {
    let body = object(json!({"api_key": "s3cret", "user_key": "s3cret", "priority": "0"}));
    assert_eq!(
        command::curl(Vendor::GitLab, "PUT", "https://gitlab.example.org/api/v4/x", Some(&body)),
        r#"curl -X PUT 'https://gitlab.example.org/api/v4/x' \
  -H "PRIVATE-TOKEN: $GITLAB_TOKEN" \
  -H 'Accept: application/json' \
  -H 'Content-Type: application/json' \
  -d '{
    "api_key": "'"$API_KEY"'",
    "user_key": "'"$USER_KEY"'",
    "priority": "0"
  }'"#
    );
    for (key, variable) in [
        ("webhook", "$WEBHOOK"),
        ("password", "$PASSWORD"),
        ("jira_password", "$PASSWORD"),
        ("token", "$TOKEN"),
        ("pat", "$TOKEN"),
        ("encryptedPat", "$TOKEN"),
        ("_x$(id)_token", "$TOKEN"),
    ] {
        assert_eq!(command::placeholder(key), variable, "{key}");
    }
}
