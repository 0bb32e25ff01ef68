//! The fields that say what Jira does with an integration's commits, and for which projects.

use super::types::{PullRequests, TypeSpec};
use crate::text::pattern::{SAMPLE_PULL_REQUESTS, SAMPLE_TAGS};
use crate::{Field, Kind};

const PLAIN: Kind = Kind::Toggle { inverted: false };

/// The projects it is associated with.
pub(super) fn projects() -> Vec<Field> {
    vec![
        Field::new("global", "Associate with all projects", PLAIN)
            .help("Commits are linked to issues of every project, those made later included.")
            .on(),
        // Update doc: a list of projects is not accepted when global is true, so it is neither shown nor sent then.
        Field::new("projectMappingIds", "Projects", Kind::Projects)
            .help("Only issues of these projects show commits.")
            .shown("global", "off"),
    ]
}

/// What Jira shows and does.
pub(super) fn features(spec: &'static TypeSpec) -> Vec<Field> {
    let mut fields = vec![
        Field::new("gitViewerEnabled", "Repository browser", PLAIN)
            .help("Users need the View Development Tools permission.")
            .on(),
    ];
    if spec.pull_requests == PullRequests::WithUserTokens {
        fields.push(
            Field::new("requireUserPat", "Require users’ own tokens", PLAIN)
                .help("For creating branches and pull or merge requests. Needs the repository browser."),
        );
    }
    fields.extend([
        Field::new("sourcesDiffViewEnabled", "Show differences", PLAIN)
            .help("Users with the View Development Tools permission see what a commit changed.")
            .on(),
        Field::new("smartCommitsEnabled", "Smart commits", PLAIN)
            .help("Commands in commit messages act on issues. Off makes the first index faster.")
            .on(),
        Field::new("revisionIndexing", "Index commit messages", PLAIN)
            .help("Links commits to the issues that their messages name.")
            .on(),
        Field::new("tagsFilter", "Tag filter (show only matching)", pattern(false))
            .help("A regular expression; all tags are shown when empty.")
            .placeholder("^(release|Release).*"),
    ]);
    if spec.pull_requests != PullRequests::None {
        fields.push(
            Field::new("prHideFilter", "Pull request filter (hide matching)", pattern(true))
                .help("A regular expression; nothing is hidden when empty. Works from version 4.19 on.")
                .placeholder("^.*draft.*$"),
        );
    }
    fields
}

fn pattern(hides: bool) -> Kind {
    Kind::Pattern { hides, samples: if hides { SAMPLE_PULL_REQUESTS } else { SAMPLE_TAGS } }
}

/// Mails and the file system.
pub(super) fn housekeeping() -> Vec<Field> {
    vec![
        Field::new("sendCommitEmails", "Commit e-mails", PLAIN)
            .help("Mails watchers of an issue about new commits.")
            .on(),
        Field::new(
            "maxMinsToCommitEmail",
            "Oldest commit to mail about",
            Kind::Integer { min: 0, max: i64::from(i32::MAX), unit: "minutes" },
        )
        .help("Older commits cause no mail. 1440 minutes are one day.")
        .default_text("1440")
        .shown("sendCommitEmails", "on"),
        Field::new("trustFolderStat", "Trust folder timestamps", PLAIN)
            .help("Faster, but misses changes on network shares: leave off there."),
    ]
}
