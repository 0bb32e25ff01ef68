//! For each integration of the manual a request that a server accepts, made of the catalogue.

use patchbay_model::gitlab::{ParamKind, Spec};
use patchbay_model::{Object, gitlab};
use serde_json::{Value, json};

/// What is easy to find again where it must not be.
pub const SECRET: &str = "s3cret";

/// All that the manual describes.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    gitlab::all().filter(|spec| is_in_manual(spec))
}

/// Whether the manual describes it: later ones came with a version.
fn is_in_manual(spec: &Spec) -> bool {
    spec.life.since.is_none() && !LATER.contains(&spec.slug)
}

/// Older than the manual, which has no parameters for them.
const LATER: [&str; 1] = ["mock-monitoring"];

/// A body with every parameter; `round` makes bodies differ.
pub fn whole(spec: &Spec, round: u32) -> Object {
    let in_manual = spec.params.iter().filter(|param| param.in_manual);
    in_manual.map(|param| (param.key.to_owned(), value(spec.slug, param.key, param.kind, round))).collect()
}

/// A body with every parameter of every version.
pub fn every(spec: &Spec, round: u32) -> Object {
    let params = spec.params.iter();
    params.map(|param| (param.key.to_owned(), value(spec.slug, param.key, param.kind, round))).collect()
}

/// A body with what is required only.
pub fn least(spec: &Spec) -> Object {
    let mut body = whole(spec, 0);
    let is_kept = |key: &str| spec.param(key).is_some_and(|param| param.required || param.always_sent);
    body.retain(|key, _| is_kept(key));
    body
}

fn value(slug: &str, key: &str, kind: ParamKind, round: u32) -> Value {
    match (slug, key) {
        ("confluence", "confluence_url") => format!("https://team{round}.atlassian.net/wiki").into(),
        ("discord", "webhook") => format!("https://discord.com/api/webhooks/{round}/{SECRET}").into(),
        ("irker", "recipients") => format!("irc://irc.example.org:6697/#room{round}").into(),
        ("irker", "default_irc_uri") => format!("irc://irc{round}.example.org:6697/").into(),
        ("emails-on-push", "recipients") => format!("ann@example.org ben{round}@example.org").into(),
        ("pipelines-email", "recipients") => format!("ann@example.org,ben{round}@example.org").into(),
        ("jira", "jira_issue_transition_id") => format!("{}, 21", 10 + round).into(),
        ("datadog", "datadog_site") => ["datadoghq.eu", "datadoghq.com"][round as usize % 2].into(),
        ("datadog", "datadog_tags") => format!("team:shop\nround:{round}").into(),
        ("github", "repository_url") => format!("https://github.com/acme/shop{round}").into(),
        ("prometheus", "google_iap_service_account_json") => {
            json!({ "type": "service_account", "private_key": SECRET }).to_string().into()
        }
        ("linear", "workspace_url") => format!("https://linear.app/acme{round}").into(),
        ("telegram", "thread") => (40 + round).to_string().into(),
        ("apple-app-store", "app_store_issuer_id") => {
            format!("69a6de70-03db-47e3-e053-5b8c7c11a4d{round}").into()
        }
        ("apple-app-store", "app_store_key_id") => format!("2X9R4HXF3{round}").into(),
        ("google-play", "package_name") => format!("com.example.app{round}").into(),
        ("harbor", "password") => format!("{SECRET}-{SECRET}-{round}").into(),
        (_, "workload_identity_federation_project_number") => format!("12345678901{round}").into(),
        (_, "issues_url") => format!("https://tracker.example.org/{round}/:id").into(),
        _ => by_kind(key, kind, round),
    }
}

fn by_kind(key: &str, kind: ParamKind, round: u32) -> Value {
    match kind {
        ParamKind::Url => format!("https://{}{round}.example.org", key.replace('_', "-")).into(),
        ParamKind::SecretUrl => format!("https://hooks.example.org/{SECRET}/{round}").into(),
        ParamKind::KeyFile(file) => {
            let key = file.format.example().replace("bm90", SECRET).replace("no key", SECRET);
            format!("{key}{}", "\n".repeat(round as usize)).into()
        }
        ParamKind::Secret => format!("{SECRET}{round}").into(),
        ParamKind::Integer { min, .. } => (min + i64::from(round)).into(),
        ParamKind::Toggle | ParamKind::Event(_) => (round.is_multiple_of(2)).into(),
        ParamKind::NumberChoice(choices) => {
            choices[round as usize % choices.len()].value.parse::<i64>().unwrap().into()
        }
        ParamKind::Webhook(_) => format!("https://discord.com/api/webhooks/{round}/{SECRET}").into(),
        ParamKind::Choice(choices) => choices[round as usize % choices.len()].value.into(),
        ParamKind::Lines => json!([format!("ONE{round}"), "TWO"]),
        ParamKind::Text | ParamKind::Multiline | ParamKind::Recipients(_) | ParamKind::Channel(_) => {
            format!("{}{round}", key.replace('_', "-")).into()
        }
    }
}
