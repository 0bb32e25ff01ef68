//! The bodies of "Add New Integration" and "Update Existing Integration".

use super::integration_type::IntegrationType;
use super::spec::{Auth, TypeSpec};
use crate::form::{Entry, Lookup, Schema, Values};
use crate::object::Object;
use serde_json::Value;

/// The body of "Add New Integration": the type and every field that is shown, without secrets that are kept and without
/// empty texts.
pub fn request_body(kind: &IntegrationType, schema: &Schema, values: &Values) -> Object {
    let mut body = Object::new();
    body.insert("type".to_owned(), Value::from(kind.name()));
    body.extend(schema.body(values));
    // A new integration is enabled unless the request says otherwise.
    if body.get("disabled") == Some(&Value::Bool(false)) {
        body.remove("disabled");
    }
    add_user_all(kind.spec(), &mut body);
    body
}

/// The body of "Update Existing Integration": only what changes, and never the type.
pub fn request_patch(kind: &IntegrationType, schema: &Schema, before: &Values, after: &Values) -> Object {
    let mut patch = schema.patch(before, after);
    // A new password is sent with its user name, even if the name stays the same.
    if patch.contains_key("password") {
        patch.insert("username".to_owned(), Value::from(after.text("username")));
    }
    // Update doc: ids are applied when `global` is not true. They are sent even if they stay the same, because the server
    // may have ignored them until now.
    if patch.get("global") == Some(&Value::Bool(false))
        && let Some(Entry::Projects(ids)) = after.get("projectMappingIds")
    {
        patch.insert("projectMappingIds".to_owned(), Value::from(ids.clone()));
    }
    add_user_all(kind.spec(), &mut patch);
    patch
}

/// Team Foundation Server accepts a token only together with the literal user name `all`.
pub(super) fn add_user_all(spec: Option<&TypeSpec>, settings: &mut Object) {
    let for_all = spec.is_some_and(|spec| spec.auth.contains(&Auth::TokenForAll));
    if for_all && settings.contains_key("pat") {
        settings.insert("username".to_owned(), Value::from("all"));
    }
}
