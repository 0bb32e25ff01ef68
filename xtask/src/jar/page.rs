//! The page in Jira's administration: jira/page.vm with the names of the files that the loader starts the app from.

use super::VERSION;
use super::files::{App, PAGE};
use crate::failure::{Failure, Result};

/// What the template leaves open, and what stands before it in index.html.
const PLACES: [(&str, &str); 4] = [
    ("{css}", "<link rel=\"stylesheet\" href=\"./"),
    ("{boot}", "<script type=\"module\" src=\"./"),
    ("{js}", "data-js=\"./"),
    ("{wasm}", "data-wasm=\"./"),
];

/// Fills in what the template leaves open.
pub fn fill(template: &str, app: &App) -> Result<String> {
    let index = app.get(PAGE).map(|page| String::from_utf8_lossy(&page.content)).unwrap_or_default();
    let mut page = template.replace("{version}", VERSION);
    for (place, before) in PLACES {
        let name = index.split_once(before).and_then(|(_, rest)| rest.split('"').next());
        let name = name.filter(|name| app.contains_key(*name)).ok_or_else(|| {
            Failure::new(format!("dist/index.html names no file after `{before}` that is in dist/."))
        })?;
        if !page.contains(place) {
            return Err(Failure::new(format!("jira/page.vm has no place `{place}` to fill in.")));
        }
        page = page.replace(place, name);
    }
    Ok(page)
}
