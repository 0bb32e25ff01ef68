//! Which segments of a path belong to a page and no more to the address of its server.

/// Whether the path of a Jira ends before this part, which is in lower case.
pub fn is_of_jira(part: &str) -> bool {
    const PARTS: &str = "browse secure rest projects issues plugins servicedesk dashboards software login si sr activity people";
    has(PARTS, part) || part.ends_with(".jspa") || part.ends_with(".jsp")
}

/// Whether the path of a GitLab ends before this part, which is in lower case.
pub fn is_of_gitlab(part: &str) -> bool {
    const PARTS: &str =
        "- api groups users dashboard explore admin help profile search oauth public snippets import jwt";
    has(PARTS, part) || part.ends_with(".git")
}

/// Whether this part is one of these words.
pub(crate) fn has(words: &str, part: &str) -> bool {
    words.split(' ').any(|word| word == part)
}
