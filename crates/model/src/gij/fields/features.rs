//! The section “Features”: what Jira does with an integration's commits, tags and pull requests.

use super::TOGGLE;
use crate::form::{Field, Kind};
use crate::gij::spec::{PullRequests, TypeSpec};
use crate::text::pattern::{CHECK, SAMPLE_PULL_REQUESTS, SAMPLE_TAGS};

pub(in crate::gij) fn features(spec: &'static TypeSpec) -> Vec<Field> {
    let mut fields = vec![
        Field::new("gitViewerEnabled", "Repository browser", TOGGLE)
            .help("Users need the View Development Tools permission.")
            .on(),
    ];
    if spec.pull_requests == PullRequests::WithUserTokens {
        fields.push(Field::new("requireUserPat", "Require users’ own tokens", TOGGLE).help(
            "To create branches and pull or merge requests, users need tokens of their own. Requires the repository \
             browser.",
        ));
    }
    fields.extend([
        Field::new("sourcesDiffViewEnabled", "Show diffs", TOGGLE)
            .help("Users with the View Development Tools permission can see the changes of a commit.")
            .on(),
        Field::new("smartCommitsEnabled", "Smart commits", TOGGLE)
            .help("Commands in commit messages change issues. Turn off to make the first indexing faster.")
            .on(),
        Field::new("revisionIndexing", "Index commit messages", TOGGLE)
            .help("Links commits to the issues in their messages.")
            .on(),
        Field::new(
            "tagsFilter",
            "Tag filter (show only matching)",
            Kind::Pattern { hides: false, samples: SAMPLE_TAGS, check: CHECK },
        )
        .help("Java regular expression. If empty, all tags are shown.")
        .placeholder("^(release|Release).*"),
    ]);
    if spec.pull_requests != PullRequests::None {
        fields.push(
            Field::new(
                "prHideFilter",
                "Pull request filter (hide matching)",
                Kind::Pattern { hides: true, samples: SAMPLE_PULL_REQUESTS, check: CHECK },
            )
            .help("Java regular expression. Branches that match are hidden too. If empty, none are hidden. Requires version 4.19 or later.")
            .placeholder("^.*draft.*$"),
        );
    }
    fields
}
