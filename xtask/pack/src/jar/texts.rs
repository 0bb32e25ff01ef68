//! The two files of the plugin that name files of the app: its descriptor and its page.

use anyhow::{Context, Result};

use super::VERSION;
use super::files::{App, PAGE};
use crate::hosting::fill;

/// Where in the plugin the files of the app are.
pub const APP_FOLDER: &str = "app/";

/// What the page leaves open, and what stands before it in index.html.
const PLACES: [(&str, &str); 4] = [
    ("{css}", "<link rel=\"stylesheet\" href=\"./"),
    ("{boot}", "<script type=\"module\" async src=\"./"),
    ("{js}", "data-js=\"./"),
    ("{wasm}", "data-wasm=\"./"),
];

/// atlassian-plugin.xml, with the version and one resource for each file of the app.
pub fn descriptor(template: &str, app: &App) -> Result<String> {
    let resources: Vec<String> = app.iter().map(|(name, file)| resource(name, file.content_type)).collect();
    let places = [("{version}", VERSION.to_owned()), ("{resources}", resources.join("\n"))];
    fill("jira/atlassian-plugin.xml", template, &places)
}

/// Names hold no letter that XML would take for its own: `files` refuses them.
fn resource(name: &str, content_type: &str) -> String {
    format!(
        "    <resource type=\"download\" name=\"{name}\" location=\"{APP_FOLDER}{name}\">\n      \
           <param name=\"content-type\" value=\"{content_type}\"/>\n      \
           <param name=\"batch\" value=\"false\"/>\n    \
         </resource>"
    )
}

/// The page in Jira's administration, with the names of the files that the loader starts the app from.
pub fn page(template: &str, app: &App) -> Result<String> {
    let index = app.get(PAGE).map(|page| String::from_utf8_lossy(&page.content)).unwrap_or_default();
    let mut places = vec![("{version}", VERSION.to_owned())];
    for (place, before) in PLACES {
        let name = index.split_once(before).and_then(|(_, rest)| rest.split('"').next());
        let name = name
            .filter(|name| app.contains_key(*name))
            .with_context(|| format!("dist/index.html names no file after `{before}` that is in dist/."))?;
        places.push((place, name.to_owned()));
    }
    fill("jira/page.vm", template, &places)
}
