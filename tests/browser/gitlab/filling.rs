//! What a form is filled in with, by the kind of each field.

use patchbay_model::form::Required;
use patchbay_model::gitlab::{ParamKind, Spec, Target, schema};
use patchbay_model::{Field, Kind, Mode, Object, Schema};
use patchbay_tests::Page;

/// The empty form of an integration.
pub fn empty_form(spec: &Spec) -> Schema {
    schema(Target::MANUAL, spec.slug, Mode::Create, &Object::new(), &[])
}

/// Text that this field of this integration takes.
pub fn text_for(spec: &Spec, field: &Field, word: &str) -> String {
    let kind = spec.param(&field.key).map(|param| param.kind);
    match (spec.slug, field.key.as_ref(), kind) {
        ("confluence", _, _) => format!("https://{word}.atlassian.net/wiki"),
        ("discord", "webhook", _) => format!("https://discord.com/api/webhooks/1/{word}"),
        ("irker", "recipients", _) => format!("irc://irc.test.example/{word}"),
        ("irker", "default_irc_uri", _) => format!("irc://{word}.test.example/"),
        ("datadog", "datadog_site", _) => format!("{word}.datadoghq.com"),
        ("linear", "workspace_url", _) => format!("https://linear.app/{word}"),
        ("harbor", "password", _) => format!("Passw0rd-{word}"),
        (_, "workload_identity_federation_project_number", _) => format!("12345{}", word.len()),
        (_, "issues_url", _) => format!("https://{word}.test.example/issues/:id"),
        (_, _, Some(ParamKind::Url | ParamKind::SecretUrl)) => {
            format!("https://{word}.test.example/{}", spec.slug)
        }
        (_, _, Some(ParamKind::Recipients(_))) => format!("{word}@test.example"),
        (_, _, Some(ParamKind::Integer { min, .. })) => (min + 6000).to_string(),
        _ => word.to_owned(),
    }
}

/// Types into every field that must be filled in, and is not chosen already.
#[track_caller]
pub fn fill_required(page: &Page<'_>, spec: &Spec, schema: &Schema, word: &str) {
    // What is shown only with a switch is not in sight at first.
    let needed =
        |field: &&Field| field.required == Required::Always && !is_chosen(field) && field.shown.is_none();
    for field in schema.fields().filter(needed) {
        page.field(&field.label).fill(&text_for(spec, field, word));
    }
}

/// Types into every field that must be filled in and is empty: secrets, which GitLab wants with each change, and what it
/// does not tell because its name sounds like one.
#[track_caller]
pub fn fill_again(page: &Page<'_>, spec: &Spec, schema: &Schema, word: &str) {
    let needed =
        |field: &&Field| field.required == Required::Always && !is_chosen(field) && field.shown.is_none();
    for field in schema.fields().filter(needed) {
        let widget = page.field(&field.label);
        if widget.value().is_empty() {
            widget.fill(&text_for(spec, field, word));
        }
    }
    // Old servers insist on some secrets that may be empty: who has none says so.
    for param in spec.params.iter().filter(|param| param.always_sent && param.kind.is_secret()) {
        page.button(&format!("Remove the {}", param.label.to_lowercase())).click();
    }
}

fn is_chosen(field: &Field) -> bool {
    matches!(field.kind, Kind::Choice { .. } | Kind::Toggle { .. })
}
