//! What the fields of the hosts' lists of repositories are.

/// What a field has in every repository.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// A list of texts.
    List,
    /// Fields of its own, of which this one is most likely meant.
    Fields(&'static str),
}

/// What the field with this name has; `None` of text, and of a field that is not known.
pub(super) fn value_of(field: &str) -> Option<Value> {
    Some(match field {
        "size" | "stargazers_count" | "watchers_count" | "forks_count" | "open_issues_count"
        | "star_count" => Value::Number,
        "archived" | "private" | "fork" | "disabled" | "is_template" | "has_issues" | "has_wiki"
        | "has_projects" | "empty_repo" | "isDisabled" | "isFork" => Value::Truth,
        "topics" | "tag_list" => Value::List,
        "owner" => Value::Fields("login"),
        "license" => Value::Fields("spdx_id"),
        "namespace" => Value::Fields("full_path"),
        "project" => Value::Fields("name"),
        _ => return None,
    })
}

/// Fields of the hosts' lists that have no value in some repositories.
pub(super) fn is_sometimes_null(field: &str) -> bool {
    matches!(
        field,
        "description"
            | "homepage"
            | "language"
            | "license"
            | "mirror_url"
            | "default_branch"
            | "defaultBranch"
            | "readme_url"
            | "avatar_url"
    )
}
