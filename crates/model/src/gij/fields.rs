//! The fields that connect an integration to its host and say which repositories are tracked.

use super::types::{Auth, Origin, TypeSpec};
use crate::form::{Choice, Required};
use crate::text::query::HostShape;
use crate::{Field, Kind, Mode};

/// Key of the form's own field that says how to sign in.
pub const AUTH: &str = "signIn";

/// Regions offered for AWS CodeCommit; others of the same shape are accepted. The Add and Update documents misprint
/// `ap-south-1` as `ap-outh-1`.
pub const REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "af-south-1",
    "ap-east-1",
    "ap-south-1",
    "ap-south-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ca-central-1",
    "eu-central-1",
    "eu-central-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-south-1",
    "eu-south-2",
    "eu-north-1",
    "me-central-1",
    "me-south-1",
    "sa-east-1",
];

/// Name, host, credentials and what else reaches the host.
pub(super) fn connection(spec: &'static TypeSpec, mode: Mode) -> Vec<Field> {
    let mut fields = vec![display_name(), origin(spec, mode)];
    fields.extend(credentials(spec, mode));
    if spec.collection {
        fields.push(
            Field::new("tfsCollection", "Collection", Kind::Text)
                .help("Only this collection; all collections when empty.")
                .placeholder("DefaultCollection")
                .rescans(),
        );
    }
    if spec.auth.contains(&Auth::AccessKey) {
        fields.push(
            Field::new("awsRegion", "AWS region", Kind::Region { known: REGIONS })
                .help("Where the CodeCommit repositories are.")
                .placeholder("eu-west-1")
                .required(Required::OnCreate)
                .rescans(),
        );
    }
    if let Origin::Folder(_) = spec.origin {
        fields.push(
            Field::new("folderDepth", "Folder depth", Kind::Integer { min: 1, max: 5, unit: "levels" })
                .help("How many levels of folders are searched, 1 to 5; use 3 for GitLab’s hashed storage.")
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
    fields
}

fn display_name() -> Field {
    Field::new("displayName", "Display name", Kind::Text)
        .help("Jira makes one from the host when this is empty; such names are hard to tell apart.")
}

fn origin(spec: &TypeSpec, mode: Mode) -> Field {
    // An empty origin means the default host only while there is nothing stored that it could erase.
    let required = if mode == Mode::Edit { Required::Always } else { Required::No };
    let field = match spec.origin {
        Origin::Folder(example) => Field::new("origin", "Folder on the Jira server", Kind::ServerPath)
            .help("Its last part is an asterisk, which stands for the folders in it.")
            .placeholder(example)
            .required(Required::Always),
        Origin::Url(example) => {
            Field::new("origin", "Host URL", Kind::Url).placeholder(example).required(Required::Always)
        }
        Origin::Default(url) => {
            Field::new("origin", "Host URL", Kind::Url).default_text(url).placeholder(url).required(required)
        }
        Origin::Optional(example) => Field::new("origin", "Host URL", Kind::Url)
            .help("May stay empty: the region says which host it is.")
            .placeholder(example),
    };
    field.rescans()
}

fn credentials(spec: &TypeSpec, mode: Mode) -> Vec<Field> {
    let token_only = matches!(spec.auth, [Auth::Token]);
    if token_only {
        return vec![token(Required::OnCreate)];
    }
    let mut options: Vec<Choice> = spec.auth.iter().map(|auth| choice(*auth)).collect();
    if mode == Mode::Edit && !options.is_empty() {
        // Servers do not say how they sign in, so what is stored stays unless somebody replaces it.
        options.insert(0, Choice { value: "keep", label: "Keep what is stored" });
    }
    if options.is_empty() {
        return Vec::new();
    }
    let several = options.len() > 1;
    let mut fields = Vec::new();
    if several {
        let mut sign_in =
            Field::new(AUTH, "Sign in with", Kind::Choice { options }).required(Required::Always).off_wire();
        if mode == Mode::Edit {
            sign_in =
                sign_in.help("Jira never returns what is stored, so nothing is sent unless you replace it.");
        }
        fields.push(sign_in);
    }
    for auth in spec.auth {
        let own = match auth {
            Auth::Token | Auth::TokenForAll => vec![token(Required::Always)],
            Auth::Password => vec![
                Field::new("username", "User name", Kind::Text).required(Required::Always).rescans(),
                Field::new("password", "Password", Kind::Secret).required(Required::Always).rescans(),
            ],
            Auth::AccessKey => vec![
                Field::new("username", "Access key ID", Kind::Text)
                    .placeholder("AKIAIOSFODNN7EXAMPLE")
                    .required(Required::Always)
                    .rescans(),
                Field::new("password", "Secret access key", Kind::Secret)
                    .required(Required::Always)
                    .rescans(),
            ],
        };
        fields.extend(
            own.into_iter().map(|field| if several { field.shown(AUTH, choice(*auth).value) } else { field }),
        );
    }
    fields
}

fn token(required: Required) -> Field {
    Field::new("pat", "Personal access token", Kind::Secret).required(required).rescans()
}

fn choice(auth: Auth) -> Choice {
    match auth {
        Auth::Token | Auth::TokenForAll => Choice { value: "token", label: "Personal access token" },
        Auth::Password => Choice { value: "password", label: "User name and password" },
        Auth::AccessKey => Choice { value: "password", label: "Access key" },
    }
}

/// Which of the host's repositories are tracked and which of their references are fetched.
pub(super) fn repositories(spec: &'static TypeSpec) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(example) = spec.api_path {
        fields.push(
            Field::new("apiPath", "API path", Kind::ApiPath)
                .help("Where the host lists its repositories, when not the usual place. Begins with “/”.")
                .placeholder(example)
                .rescans(),
        );
    }
    if let Some(shape) = spec.filter {
        fields.push(
            Field::new("apiFilter", "JMESPath filter", Kind::Query(shape))
                .help("Keeps the repositories that match; all when empty.")
                .placeholder(filter_example(shape))
                .rescans(),
        );
    }
    if spec.refspecs {
        fields.push(
            Field::new("refSpecNotes", "Fetch notes", Kind::Toggle { inverted: false })
                .help("Fetches refs/notes/*. Notes that arrive while this is off are never shown.")
                .on(),
        );
        let changes = Field::new("refSpecChanges", "Fetch changes", Kind::Toggle { inverted: false })
            .help("Fetches refs/changes/*, where Gerrit keeps changes under review.");
        fields.push(if spec.name == "GERRIT" { changes.on() } else { changes });
        fields.push(
            Field::new("refSpecCustom", "More references to fetch", Kind::Refspecs)
                .help("A comma list. Branches and tags are always fetched.")
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
