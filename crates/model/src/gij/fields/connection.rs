//! The section “Connection”: name, host, credentials and what else is needed to reach the host.

use super::credentials::credentials;
use super::regions::REGIONS;
use crate::form::{Field, Kind, Mode, Required};
use crate::gij::spec::{Auth, Origin, TypeSpec};

pub(in crate::gij) fn connection(spec: &'static TypeSpec, mode: Mode) -> Vec<Field> {
    let mut fields = vec![
        Field::new("displayName", "Display name", Kind::Text)
            .help("If empty, Jira derives a name from the host. Such names are hard to tell apart."),
        origin(spec, mode),
    ];
    fields.extend(credentials(spec, mode));
    if spec.collection {
        fields.push(
            Field::new("tfsCollection", "Collection", Kind::Text)
                .help("Only repositories of this collection. If empty, all collections.")
                .placeholder("DefaultCollection")
                .rescans(),
        );
    }
    if spec.auth.contains(&Auth::AccessKey) {
        fields.push(
            Field::new("awsRegion", "AWS region", Kind::Region { known: REGIONS })
                .help("The region of the CodeCommit repositories.")
                .placeholder("eu-west-1")
                .required(Required::OnCreate)
                .rescans(),
        );
    }
    if let Origin::Folder(_) = spec.origin {
        fields.push(
            Field::new("folderDepth", "Folder depth", Kind::Integer { min: 1, max: 5, unit: "levels" })
                .help("How many folder levels Jira searches, 1 to 5. For GitLab’s hashed storage, use 3.")
                .default_text("1")
                .required(Required::OnCreate)
                .rescans(),
        );
    } else {
        fields.push(
            Field::new("disableSslVerification", "Verify SSL certificates", Kind::Toggle { inverted: true })
                .help("Turn off only for hosts with self-signed certificates.")
                .on(),
        );
    }
    // Update doc: enabling and disabling an existing integration has an endpoint of its own.
    if mode == Mode::Create {
        fields.push(
            Field::new("disabled", "Enabled", Kind::Toggle { inverted: true })
                .help("Jira does not index a disabled integration.")
                .on(),
        );
    }
    fields
}

fn origin(spec: &TypeSpec, mode: Mode) -> Field {
    // An empty origin means the default host only while there is no stored origin that it could erase.
    let required = if mode == Mode::Edit { Required::Always } else { Required::No };
    let field = match spec.origin {
        Origin::Folder(example) => Field::new("origin", "Folder on the Jira server", Kind::ServerPath)
            .help("End the path with an asterisk. It stands for the folders with the repositories.")
            .placeholder(example)
            .required(Required::Always),
        Origin::Url(example) => {
            Field::new("origin", "Host URL", Kind::Url).placeholder(example).required(Required::Always)
        }
        Origin::Default(url) => {
            Field::new("origin", "Host URL", Kind::Url).default_text(url).placeholder(url).required(required)
        }
        Origin::Optional(example) => Field::new("origin", "Host URL", Kind::Url)
            .help("Optional. If empty, the region determines the host.")
            .placeholder(example),
    };
    field.rescans()
}
