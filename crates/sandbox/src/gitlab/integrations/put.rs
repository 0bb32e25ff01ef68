//! "Create/Edit … integration": every request needs every required parameter, and activates the integration.

use axum::Json;
use axum::extract::State;
use patchbay_model::Object;
use patchbay_model::gitlab::server::switch;
use patchbay_model::gitlab::{ParamKind, Spec, USE_INHERITED};
use serde_json::Value;

use super::{alerts, check, inheritance, known, shape};
use crate::gitlab::input::Parameters;
use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;
use crate::gitlab::target::MaintainedProject;
use crate::state::{Shared, with_state};
use crate::store;
use crate::store::gitlab::{Holder, Stored};

pub(super) async fn put(
    MaintainedProject { project, slug }: MaintainedProject,
    State(state): State<Shared>,
    Parameters(parameters): Parameters,
) -> Result<Json<Value>, Refusal> {
    put_of(state, Holder::Project(project.id), slug, parameters).await
}

/// Sets up or changes one of a project or a group.
pub(super) async fn put_of(
    state: Shared,
    holder: Holder,
    slug: String,
    parameters: Object,
) -> Result<Json<Value>, Refusal> {
    with_state(state, move |state| {
        let (server, now) = (state.options.gitlab, state.now());
        inheritance::catch_up(&state.store, state.options.projects, now)?;
        state.store.write(|transaction| {
            let before = store::gitlab::find(transaction, holder, &slug)?;
            let is_new = before.is_none();
            let spec = known::offered(server, holder.level(), &slug)?;
            let settings = match spec {
                Some(spec) => check::check(server, holder.level(), spec, &parameters, is_new)?,
                None if slug == known::ALERTS && !is_new => alerts::check(&parameters)?,
                None => return Err(Refusal::no_such_address()),
            };
            if let Some(spec) = spec.filter(|_| is_new) {
                known::check_creating(spec)?;
            }
            let mut row = before.unwrap_or_else(|| Stored::new(holder, &slug, now));
            let was_active = row.active && !is_new;
            match asked_to_inherit(server, &parameters)? {
                // All sent values are lost, with a 200.
                None if row.inherited && server.has_inheritance() => {}
                Some(true) => follow(&mut row, inheritance::default_of(transaction, holder, &slug)?, now)?,
                None | Some(false) => {
                    row.inherited &= !server.has_inheritance();
                    apply(&mut row, spec, settings);
                    row.active = slug != known::SLACK_APP || was_active;
                }
            }
            row.updated_at = now;
            row.id = store::gitlab::save(transaction, &row)?;
            inheritance::pass_on(transaction, &row, now)?;
            Ok(Json(Value::Object(shape::whole(server, &row))))
        })
    })
    .await
}

/// Whether the row is to use the settings of a group; `None` if the request does not say.
fn asked_to_inherit(server: GitLab, parameters: &Object) -> Result<Option<bool>, Refusal> {
    let asked = match parameters.get(USE_INHERITED).filter(|_| server.has_inheritance()) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Bool(asked)) => Some(*asked),
        Some(Value::String(text)) => switch(text),
        Some(_) => None,
    };
    asked.map(Some).ok_or_else(|| Refusal::parameters(&[format!("{USE_INHERITED} is invalid")]))
}

/// A project has the settings of the group at once. In a group they arrive with what is passed on.
fn follow(row: &mut Stored, default: Option<Stored>, now: i64) -> Result<(), Refusal> {
    let default = default.ok_or_else(|| Refusal::bad_request("Default integration not found."))?;
    match row.holder {
        Holder::Project(_) => row.inherit(&default, now),
        Holder::Group(_) => row.inherited = true,
    }
    Ok(())
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
