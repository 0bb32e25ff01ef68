//! The fields that only repositories have: where a link to the host's page of a commit, a file or a branch leads.

use crate::form::{Field, Kind};

pub(super) fn links() -> Vec<Field> {
    let link = |key, label, help: &'static str| Field::new(key, label, Kind::Text).help(help);
    const FILE: &str = "The host’s page of a file in a commit. ${path}, ${rev}, ${parent}, ${blob}, ${parent_blob} and ${num} stand for the file and its revisions.";
    vec![
        link("webLinkType", "Kind of links", "The host whose links these are, such as github or gitlab."),
        link(
            "changesetFormat",
            "Link to a commit",
            "The host’s page of a commit. ${rev} stands for its hash.",
        ),
        link("fileAddedFormat", "Link to an added file", FILE),
        link("fileModifiedFormat", "Link to a changed file", FILE),
        link("fileDeletedFormat", "Link to a deleted file", FILE),
        link(
            "mergeRequestFormat",
            "Link to a pull or merge request",
            "The host’s page of a pull or merge request. ${mergereqId} stands for its number.",
        ),
        link(
            "branchLinkFormat",
            "Link to a branch",
            "The host’s page of a branch. ${branch} stands for its name.",
        ),
        link("viewFormat", "Link to a folder", "Jira does not use it for current types of integrations."),
    ]
}
