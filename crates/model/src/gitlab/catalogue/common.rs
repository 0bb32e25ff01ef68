//! Parameters that several integrations share.

use crate::form::Choice;
use crate::gitlab::{Param, Place};

/// What stands at parameters that the manual has and servers drop (seen on GitLab 14 to 16).
pub const DROPPED: &str = "Most GitLab servers take no notice of it.";

/// The branches that messages are about.
pub const BRANCHES: &[Choice] = &[
    Choice { value: "default", label: "Default branch" },
    Choice { value: "protected", label: "Protected branches" },
    Choice { value: "default_and_protected", label: "Default and protected branches" },
    Choice { value: "all", label: "All branches" },
];

/// Whose branches messages are about.
pub const fn branches() -> Param {
    Param::choice("branches_to_be_notified", "Branches", BRANCHES)
        .help("What happens on other branches causes no message.")
}

/// What [`branches`] replaced.
pub const fn only_default_branch() -> Param {
    Param::toggle("notify_only_default_branch", "Only the default branch")
        .hidden("The choice of branches has replaced it.")
}

/// Messages about failures only.
pub const fn only_broken_pipelines() -> Param {
    Param::toggle("notify_only_broken_pipelines", "Only broken pipelines")
        .help("Pipelines that succeed cause no message.")
        .on()
}

/// Whether certificates are checked.
pub const fn verify_ssl() -> Param {
    Param::toggle("enable_ssl_verification", "Verify SSL certificates")
        .help("Turn off only for servers with self-signed certificates.")
        .on()
        .at(Place::Connection)
}

/// The branches of services that read commit messages.
pub const fn restrict_to_branch() -> Param {
    Param::text("restrict_to_branch", "Only these branches")
        .help("Separated by commas; commits on all branches when empty.")
        .placeholder("main, stable")
        .at(Place::Options)
}

/// The page of a tracker's project.
pub const fn project_url() -> Param {
    Param::url("project_url", "Project URL").help("Where “Issues” in GitLab’s menu leads.").required()
}

/// The page of one issue of a tracker.
pub const fn issues_url() -> Param {
    Param::url("issues_url", "Issue URL")
        .help("The address of one issue, with “:id” where its number stands.")
        .placeholder("https://tracker.example.com/issues/:id")
        .required()
}

/// The page of a tracker where issues are made.
pub const fn new_issue_url() -> Param {
    Param::url("new_issue_url", "URL for new issues")
        .help("Where one writes a new issue.")
        .placeholder("https://tracker.example.com/issues/new")
        .required()
}

/// What a tracker was once called in GitLab's menu.
pub const fn title() -> Param {
    Param::text("title", "Title").ignored(DROPPED).at(Place::Options)
}

/// What was once said of a tracker.
pub const fn description() -> Param {
    Param::text("description", "Description").ignored(DROPPED).at(Place::Options)
}
