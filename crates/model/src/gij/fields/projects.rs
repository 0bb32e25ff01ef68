//! The section “Projects”: the Jira projects whose issues show an integration's commits.

use super::TOGGLE;
use crate::form::{Field, Kind};

pub(in crate::gij) fn projects() -> Vec<Field> {
    vec![
        Field::new("global", "Associate with all projects", TOGGLE)
            .help("Issues of all projects show commits, including projects created later.")
            .on(),
        // Update doc: a list of projects is not accepted when global is true, so the form neither shows nor sends it.
        Field::new("projectMappingIds", "Projects", Kind::Projects)
            .help("Only issues of these projects show commits.")
            .shown("global", "off"),
    ]
}
