//! The GitLab half of the model: its catalogue against the manual's facts, its forms, requests, answers and refusals.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod accepted;
#[path = "../properties/arbitrary.rs"]
#[allow(dead_code, reason = "made for the Jira half, whose parts are not all of use here")]
mod arbitrary;
mod between;
mod catalogue;
mod corrections;
mod emptied;
mod facts;
mod file;
mod inherit;
mod newer;
mod plan;
mod properties;
mod readback;
mod reasons;
mod refusals;
mod requests;
mod rules;
mod schema;
mod secrets;
mod server;
#[path = "../support/mod.rs"]
mod support;
mod today;
mod versions;
mod wire;

use patchbay_model::gitlab::{self, Integration, Level, ParamKind, Presence, Spec, Target, Tier, Version};
use patchbay_model::text::recipients::Addressed;
use patchbay_model::{Mode, Object, Schema, Values};
use serde_json::{Value, json};
use support::{fill, object};

/// A server that has this integration: that of the manual, or the newest for one that the manual does not have.
fn home(slug: &str) -> Target {
    let is_newer = gitlab::find(slug).is_some_and(|spec| spec.presence(Target::MANUAL) == Presence::No);
    if is_newer && !facts::documents(slug) { NEWEST } else { Target::MANUAL }
}

/// The newest server that the catalogue knows.
const NEWEST: Target =
    Target { version: Some(Version::NEWEST), at_most: Tier::Ultimate, level: Level::Project };

/// The least that GitLab takes for this integration: its required parameters.
fn least(spec: &Spec) -> Object {
    let value = |key: &str, kind: ParamKind| match kind {
        _ if spec.slug == "harbor" && key == "password" => "s3cret-s3cret",
        _ if key == "app_store_issuer_id" => "69a6de70-03db-47e3-e053-5b8c7c11a4d1",
        _ if key == "app_store_key_id" => "2X9R4HXF34",
        _ if key == "package_name" => "com.example.app",
        _ if key == "datadog_site" => "datadoghq.eu",
        _ if key == "workspace_url" => "https://linear.app/acme",
        _ if key == "workload_identity_federation_project_number" => "123456789012",
        ParamKind::SecretUrl => "https://discord.com/api/webhooks/1/s3cret",
        ParamKind::Url if key == "confluence_url" => "https://acme.atlassian.net/wiki",
        ParamKind::Url => "https://host.example.org/app/:id",
        ParamKind::Recipients(recipients) if recipients.addressed == Addressed::Irc => {
            "irc://irc.example.org/#app"
        }
        ParamKind::Recipients(_) => "ann@example.org",
        ParamKind::KeyFile(file) => file.format.example(),
        ParamKind::Choice(options) => options[0].value,
        _ => "s3cret",
    };
    // Datadog wants one of two.
    let required = spec.params.iter().filter(|param| param.required || param.key == "datadog_site");
    required.map(|param| (param.key.to_owned(), Value::from(value(param.key, param.kind)))).collect()
}

/// What a server answers about `settings`.
fn stored(slug: &str, settings: &Object) -> Integration {
    let answer = json!({"id": 7, "slug": slug, "title": "", "active": true, "properties": Value::Object(settings.clone())});
    gitlab::wire::one(answer).expect("an integration")
}

/// A new form with the least typed into it, and then `given`.
fn new(slug: &str, given: Value) -> (Schema, Values) {
    let form = gitlab::schema(home(slug), slug, Mode::Create, &Object::new(), &[]);
    let mut values = form.defaults();
    fill(&form, &mut values, Value::Object(least(gitlab::find(slug).expect("in the catalogue"))));
    fill(&form, &mut values, given);
    (form, values)
}

/// A form opened on what the server reports, the secrets it requires typed again, and then `given`; with what it began
/// with.
fn opened(slug: &str, reported: Value, given: Value) -> (Schema, Values, Values) {
    let integration = stored(slug, &object(reported));
    let form = gitlab::schema(home(slug), slug, Mode::Edit, &integration.settings, &[]);
    let before = form.read(&integration.settings);
    let mut values = before.clone();
    let spec = gitlab::find(slug).expect("in the catalogue");
    let mut secrets = least(spec);
    secrets.retain(|key, _| spec.secrets().any(|secret| secret == key));
    fill(&form, &mut values, Value::Object(secrets));
    fill(&form, &mut values, given);
    (form, before, values)
}
