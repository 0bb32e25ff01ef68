//! What a form is filled in with, by the kind of each field.

use patchbay_model::form::Required;
use patchbay_model::gitlab::{Param, ParamKind, ParamStanding, Presence, Spec, Target, schema};
use patchbay_model::{Field, Kind, Mode, Object, Schema};
use patchbay_tests::Page;
use serde_json::Value;

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
        (_, "app_store_issuer_id", _) => format!("69a6de70-03db-47e3-e053-{:012x}", word.len()),
        (_, "app_store_key_id", _) => format!("{}1", word.to_uppercase()),
        (_, "package_name", _) => format!("com.example.{word}"),
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

/// Types into every field that must be filled in, and is not chosen already; chooses the files of keys.
#[track_caller]
pub fn fill_required(page: &Page<'_>, spec: &Spec, schema: &Schema, word: &str) {
    for field in needed(schema) {
        match field.file {
            Some(file) => {
                page.chooses_file(&format!("{word}{}", file.format.accept()), file.format.example());
            }
            None => {
                page.field(&field.label).fill(&text_for(spec, field, word));
            }
        }
    }
}

/// The same for what is empty: secrets, which GitLab wants with each change, and what it does not tell because its name
/// sounds like one.
#[track_caller]
pub fn fill_again(page: &Page<'_>, spec: &Spec, schema: &Schema, word: &str) {
    for field in needed(schema) {
        match field.file {
            Some(file) => {
                page.chooses_file(&format!("{word}{}", file.format.accept()), file.format.example());
            }
            None => {
                let widget = page.field(&field.label);
                if widget.value().is_empty() {
                    widget.fill(&text_for(spec, field, word));
                }
            }
        }
    }
    // Old servers insist on some secrets that may be empty: who has none says so.
    for param in spec.params.iter().filter(|param| param.always_sent && param.kind.is_secret()) {
        page.button(&format!("Remove the {}", param.label.to_lowercase())).click();
    }
}

/// What must be filled in and is in sight at first: some is shown only with a switch or a choice.
fn needed(schema: &Schema) -> impl Iterator<Item = &Field> {
    let defaults = schema.defaults();
    schema.fields().filter(move |field| {
        let is_needed = field.required == Required::Always && !is_chosen(field);
        is_needed && field.is_shown(&defaults) && !schema.is_file_name(&field.key)
    })
}

/// Changes the first thing that this server takes for certain and that is no secret. Gives its key and new value; `sent` is
/// what there was before.
#[track_caller]
pub fn change(
    page: &Page<'_>,
    spec: &Spec,
    target: Target,
    schema: &Schema,
    sent: &Object,
) -> Option<(String, Value)> {
    let is_taken = |param: &Param| {
        matches!(param.standing, ParamStanding::Current) && param.presence(target) == Presence::Yes
    };
    let fields = || {
        schema.fields().filter(|field| spec.param(&field.key).is_some_and(is_taken) && field.shown.is_none())
    };
    if let Some(field) = fields().find(|field| matches!(field.kind, Kind::Toggle { .. })) {
        page.switch(&field.label).click();
        let before = sent.get(field.key.as_ref()).and_then(Value::as_bool)?;
        return Some((field.key.to_string(), Value::from(!before)));
    }
    let is_text = |field: &&Field| {
        matches!(field.kind, Kind::Text | Kind::Multiline | Kind::WebAddress | Kind::Recipients(_))
    };
    let field = fields().find(is_text)?;
    let text = text_for(spec, field, "third");
    page.field(&field.label).fill(&text);
    Some((field.key.to_string(), Value::from(text)))
}

fn is_chosen(field: &Field) -> bool {
    matches!(field.kind, Kind::Choice { .. } | Kind::Toggle { .. })
}
