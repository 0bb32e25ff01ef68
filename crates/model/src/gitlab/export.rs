//! The file that a person can save before an integration is disabled: its settings without secrets.

use super::integration::Integration;
use super::secrets::strip_secrets_of;
use crate::object::Object;
use serde_json::Value;

/// `slug`, `title`, `active` and `settings` of an integration, without secrets.
pub fn export(integration: &Integration) -> Object {
    let mut settings = integration.settings.clone();
    strip_secrets_of(&integration.slug, &mut settings);
    let mut file = Object::new();
    file.insert("slug".to_owned(), Value::from(integration.slug.as_str()));
    file.insert("title".to_owned(), Value::from(integration.title.as_str()));
    file.insert("active".to_owned(), Value::Bool(integration.active));
    file.insert("settings".to_owned(), Value::Object(settings));
    file
}
