//! Checks a PUT: first for missing parameters and wrong types, then by the rules of the integration.

use patchbay_model::gitlab::{Level, Param, ParamKind, ParamStanding, Presence, Spec, Target, server};
use patchbay_model::{Object, Problem};
use serde_json::Value;

use super::network;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;

/// Returns the settings to store, with secrets; when `creating`, with defaults for those left out.
pub(super) fn check(
    gitlab: GitLab,
    level: Level,
    spec: &'static Spec,
    parameters: &Object,
    creating: bool,
) -> Result<Object, Refusal> {
    let target = gitlab.target(level);
    let checked = server::check_put(target, spec.slug, parameters, creating);
    let invalid = checked.as_ref().err().map_or(&[][..], |refused| &refused.invalid);
    let faults = faults(gitlab, target, spec, parameters, invalid);
    if !faults.is_empty() {
        return Err(Refusal::parameters(&faults));
    }
    let mut settings = checked.map_err(|refused| {
        refuse(gitlab, refused.problems.iter().map(|problem| in_server_words(spec, problem, parameters)))
    })?;
    let blocked = blocked(spec, &settings);
    if !blocked.is_empty() {
        return Err(refuse(gitlab, blocked.into_iter()));
    }
    if spec.slug == "jira" {
        ["url", "api_url"].iter().for_each(|key| trim(&mut settings, key));
    }
    settings.retain(|key, _| spec.param(key).is_some_and(|param| is_kept(param, target)));
    Ok(settings)
}

/// Whether a server keeps what is sent. Where the catalogue is not sure, it does not, but for what the manual documents.
pub(super) fn is_kept(param: &Param, target: Target) -> bool {
    let is_taken = server::is_declared(param, target) && param.presence(target) != Presence::No;
    // Seen on GitLab 14 to 16: some are documented and not read.
    let is_ignored = param.is_documented(target) && matches!(param.standing, ParamStanding::Ignored(_));
    is_taken && !is_ignored
}

/// Missing parameters and wrong types, in the server's order.
fn faults(
    gitlab: GitLab,
    target: Target,
    spec: &Spec,
    parameters: &Object,
    invalid: &[String],
) -> Vec<String> {
    let fault = |key: &str, required: bool| {
        if required && !parameters.contains_key(key) {
            return Some(format!("{key} is missing"));
        }
        invalid.iter().any(|other| other == key).then(|| format!("{key} is invalid"))
    };
    let params = spec.params.iter().filter(|param| server::is_declared(param, target));
    params
        .filter_map(|param| {
            fault(
                param.key,
                param.is_required(target) || (gitlab.requires_optional_events() && param.always_sent),
            )
        })
        .collect()
}

/// Seen on GitLab: it stores these without the slash at the end, because it builds other addresses from them.
fn trim(settings: &mut Object, key: &str) {
    if let Some(Value::String(url)) = settings.get_mut(key) {
        url.truncate(url.trim_end_matches('/').len());
    }
}

/// Addresses that the server may not call. MockCI is for development, where it may call all.
fn blocked(spec: &Spec, settings: &Object) -> Vec<(String, &'static str)> {
    if spec.slug == "mock-ci" {
        return Vec::new();
    }
    let addresses = spec.params.iter().filter(|param| is_address(param.kind));
    addresses
        .filter_map(|param| {
            let url = settings.get(param.key)?.as_str()?;
            Some((param.key.to_owned(), network::blocked(url)?))
        })
        .collect()
}

fn is_address(kind: ParamKind) -> bool {
    matches!(kind, ParamKind::Url | ParamKind::SecretUrl | ParamKind::Webhook(_))
}

/// A broken rule in the words of the server.
fn in_server_words(spec: &Spec, problem: &Problem, parameters: &Object) -> (String, &'static str) {
    let key = if problem.field.is_empty() { "base" } else { problem.field.as_str() };
    let value = parameters.get(key).and_then(Value::as_str).unwrap_or_default().trim();
    let words = match spec.param(key) {
        _ if value.is_empty() => "can't be blank",
        Some(param) if is_address(param.kind) => match value.split_once("://") {
            Some(("http" | "https", _)) => "is blocked: URI is invalid",
            Some(_) | None => "is blocked: Only allowed schemes are http, https",
        },
        Some(_) | None => "is invalid",
    };
    (key.to_owned(), words)
}

/// Newer servers print a Ruby hash; older ones give no reason.
fn refuse(gitlab: GitLab, reasons: impl Iterator<Item = (String, &'static str)>) -> Refusal {
    if !gitlab.names_fields() {
        return Refusal::bad_request("400 Bad Request");
    }
    let pairs: Vec<_> = reasons.map(|(key, words)| format!(":{key}=>[{words:?}]")).collect();
    Refusal::bad_request(format!("Failed to update integration. {{{}}}", pairs.join(", ")))
}
