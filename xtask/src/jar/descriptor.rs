//! atlassian-plugin.xml: jira/atlassian-plugin.xml with the version and one line for each file of the app.

use super::VERSION;
use super::files::App;
use crate::failure::{Failure, Result};

/// Where in the plugin the files of the app are.
pub const APP_FOLDER: &str = "app/";

/// Fills in what the template leaves open.
pub fn fill(template: &str, app: &App) -> Result<String> {
    let resources: Vec<String> = app.iter().map(|(name, file)| resource(name, file.content_type)).collect();
    let mut text = template.to_owned();
    for (place, value) in [("{version}", VERSION), ("{resources}", &resources.join("\n"))] {
        if !text.contains(place) {
            return Err(Failure::new(format!(
                "jira/atlassian-plugin.xml has no place `{place}` to fill in."
            )));
        }
        text = text.replace(place, value);
    }
    Ok(text)
}

/// Names hold no letter that XML would take for its own, as `files` has made sure.
fn resource(name: &str, content_type: &str) -> String {
    format!(
        "    <resource type=\"download\" name=\"{name}\" location=\"{APP_FOLDER}{name}\">\n      \
           <param name=\"content-type\" value=\"{content_type}\"/>\n      \
           <param name=\"batch\" value=\"false\"/>\n    \
         </resource>"
    )
}
