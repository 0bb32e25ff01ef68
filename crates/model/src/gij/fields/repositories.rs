//! The section “Repositories”: which repositories of the host Jira tracks, and which references it fetches.

use super::TOGGLE;
use crate::form::{Field, Kind};
use crate::gij::spec::TypeSpec;
use crate::text::query::{CHECK, HostShape};

pub(in crate::gij) fn repositories(spec: &'static TypeSpec) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(example) = spec.api_path {
        fields.push(
            Field::new("apiPath", "API path", Kind::ApiPath)
                .help("The path of the API that lists the repositories, such as those of one organization or group. Begins with “/”. If empty, those of the token’s owner.")
                .placeholder(example)
                .rescans(),
        );
    }
    if let Some(shape) = spec.filter {
        fields.push(
            Field::new("apiFilter", "JMESPath filter", Kind::Query { shape, check: CHECK })
                .help("Tracks only repositories that match. If empty, all repositories.")
                .placeholder(filter_example(shape))
                .rescans(),
        );
    }
    if spec.refspecs {
        fields.push(
            Field::new("refSpecNotes", "Fetch notes", TOGGLE)
                .help("Fetches refs/notes/*. Notes that are pushed while this is off never appear in Jira.")
                .on(),
        );
        let changes = Field::new("refSpecChanges", "Fetch changes", TOGGLE)
            .help("Fetches refs/changes/*, where Gerrit keeps changes under review.");
        fields.push(if spec.name == "GERRIT" { changes.on() } else { changes });
        fields.push(
            Field::new("refSpecCustom", "More references to fetch", Kind::Refspecs)
                .help("Refspecs, one a line or separated by commas. Branches and tags are always fetched.")
                .placeholder("+refs/meta/*:refs/meta/*"),
        );
    }
    fields
}

fn filter_example(shape: HostShape) -> &'static str {
    match shape {
        HostShape::Microsoft => "{value:value[?contains(name, 'app')]}",
        HostShape::GithubApp => "repositories[] | [?contains(name, 'app')]",
        HostShape::Github | HostShape::Gitlab | HostShape::Folder | HostShape::Gerrit => {
            "[?contains(name, 'app')]"
        }
    }
}
