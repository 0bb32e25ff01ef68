//! "Create/Edit … integration": every request needs every required parameter, and activates the integration.

use axum::Json;
use axum::extract::State;
use patchbay_model::Object;
use patchbay_model::gitlab::{ParamKind, Spec};
use serde_json::Value;

use super::{alerts, check, inheritance, known, shape};
use crate::gitlab::input::Parameters;
use crate::gitlab::projects::data::Project;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;
use crate::gitlab::target::MaintainedProject;
use crate::state::{Shared, with_state};
use crate::store;
use crate::store::gitlab::Stored;

pub(super) async fn put(
    MaintainedProject { project, slug }: MaintainedProject,
    State(state): State<Shared>,
    Parameters(parameters): Parameters,
) -> Result<Json<Value>, Refusal> {
    with_state(state, move |state| {
        let (server, now) = (state.options.gitlab, state.now());
        state.store.write(|transaction| {
            let before = store::gitlab::find(transaction, project.id, &slug)?;
            let spec = known::offered(server, &slug);
            let settings = match spec {
                Some(spec) => check::check(server, spec, &parameters, before.is_none())?,
                None if slug == known::ALERTS && before.is_some() => alerts::check(&parameters)?,
                None => return Err(Refusal::no_such_address()),
            };
            let mut row = before.unwrap_or_else(|| Stored::new(project.id, &slug, now));
            match settings_of_group(server, project, &slug, row.inherited, &parameters)? {
                Some(default) => {
                    row.inherited = true;
                    row.settings = default;
                }
                None => {
                    row.inherited &= !server.has_inheritance();
                    apply(&mut row, spec, settings);
                }
            }
            row.active = true;
            row.updated_at = now;
            row.id = store::gitlab::save(transaction, &row)?;
            Ok(Json(Value::Object(shape::whole(server, &row))))
        })
    })
    .await
}

/// The settings of the group, if the row uses them: by the request, or as before where the request does not say.
fn settings_of_group(
    server: GitLab,
    project: &Project,
    slug: &str,
    before: bool,
    parameters: &Object,
) -> Result<Option<Object>, Refusal> {
    if !server.has_inheritance() {
        return Ok(None);
    }
    let inherits = match parameters.get("use_inherited_settings") {
        None | Some(Value::Null) => before,
        Some(Value::Bool(inherits)) => *inherits,
        Some(Value::String(text)) if text == "true" || text == "1" => true,
        Some(Value::String(text)) if text == "false" || text == "0" => false,
        Some(_) => {
            return Err(Refusal::parameters(&["use_inherited_settings is invalid".to_owned()]));
        }
    };
    if !inherits {
        return Ok(None);
    }
    let default = inheritance::default_of(project, slug);
    default.map(Some).ok_or_else(|| Refusal::bad_request("Default integration not found."))
}

/// Writes what was sent over what is stored. Of secrets only the names are stored.
fn apply(row: &mut Stored, spec: Option<&Spec>, sent: Object) {
    forget(row, spec, &sent);
    for (key, value) in sent {
        if !known::is_secret(&row.slug, &key) {
            row.settings.insert(key, value);
            continue;
        }
        row.secrets.retain(|other| *other != key);
        if value.as_str().is_some_and(|text| !text.is_empty()) {
            row.secrets.push(key);
        }
    }
}

/// Seen on GitLab: a new address without a new secret removes the secret, so that it is not sent to another server.
fn forget(row: &mut Stored, spec: Option<&Spec>, sent: &Object) {
    let addresses = spec.map(|spec| spec.params).unwrap_or_default().iter();
    let changed = addresses
        .filter(|param| matches!(param.kind, ParamKind::Url))
        .any(|param| sent.get(param.key).is_some_and(|url| row.settings.get(param.key) != Some(url)));
    if changed {
        row.secrets.retain(|secret| sent.contains_key(secret));
    }
}
