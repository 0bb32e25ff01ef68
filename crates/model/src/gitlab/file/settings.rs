//! The settings of one integration in a file, for a form that begins with them.

use super::export::WHAT;
use crate::file::words::is_placeholder;
use crate::gitlab::secrets::strip_secrets_of;
use crate::object::Object;
use serde_json::Value;

/// The settings that a file has of the integration `slug`: a file of a fleet, of which the first project or group counts
/// that has it with its own settings, or one of a single integration, as a project's page saves it. Without secrets.
///
/// # Errors
/// What is wrong with the file, as a sentence. It never repeats a value of the file.
pub fn settings_in(text: &str, slug: &str) -> Result<Object, String> {
    let Ok(file) = serde_json::from_str::<Value>(text) else {
        return Err("The file is not JSON. Choose one that Patchbay saved.".to_owned());
    };
    let is_it = |one: &Value| one.get("slug").is_some_and(|other| other == slug);
    let found = match file.get("patchbay") {
        Some(what) if what == WHAT => {
            let homes = file.get("homes").and_then(Value::as_array).into_iter().flatten();
            let mut all = homes.filter_map(|home| home.get("integrations")?.as_array()).flatten();
            all.find(|one| is_it(one) && one.get("inherited") != Some(&Value::Bool(true)))
        }
        Some(_) => return Err("This is a file of something else.".to_owned()),
        None => Some(&file).filter(|one| is_it(one)),
    };
    let settings = found.and_then(|one| one.get("settings")).and_then(Value::as_object);
    let Some(settings) = settings else {
        return Err("The file has no settings of this integration.".to_owned());
    };
    let mut settings = settings.clone();
    settings.retain(|_, value| !value.as_str().is_some_and(is_placeholder));
    strip_secrets_of(slug, &mut settings);
    Ok(settings)
}
