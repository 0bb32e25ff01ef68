//! What may be kept in a file before an integration is disabled: everything but the secrets.

use super::{Integration, strip_secrets};
use crate::Object;
use serde_json::Value;

/// The slug, the title and the settings of an integration, without secrets.
pub fn export(integration: &Integration) -> Object {
    let mut settings = integration.settings.clone();
    strip_secrets(&mut settings);
    let mut file = Object::new();
    file.insert("slug".to_owned(), Value::from(integration.slug.as_str()));
    file.insert("title".to_owned(), Value::from(integration.title.as_str()));
    file.insert("active".to_owned(), Value::Bool(integration.active));
    file.insert("settings".to_owned(), Value::Object(settings));
    file
}
