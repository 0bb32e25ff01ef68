//! Parameters that several integrations have.

use crate::form::Choice;
use crate::gitlab::{Param, Place};

/// The sentence for parameters that are in the manual and that GitLab ignores (seen on GitLab 14 to 16).
pub const DROPPED: &str = "Most GitLab versions ignore it.";

/// Branches that cause messages.
pub const BRANCHES: &[Choice] = &[
    Choice { value: "default", label: "Default branch" },
    Choice { value: "protected", label: "Protected branches" },
    Choice { value: "default_and_protected", label: "Default and protected branches" },
    Choice { value: "all", label: "All branches" },
];

/// The branches that cause messages.
pub const fn branches() -> Param {
    Param::choice("branches_to_be_notified", "Branches", BRANCHES)
        .help("Events on other branches cause no message.")
}

/// The parameter that [`branches`] replaced.
pub const fn only_default_branch() -> Param {
    Param::toggle("notify_only_default_branch", "Only the default branch").hidden("“Branches” replaced it.")
}

/// Messages only about failed pipelines.
pub const fn only_broken_pipelines() -> Param {
    Param::toggle("notify_only_broken_pipelines", "Only broken pipelines")
        .help("Successful pipelines cause no message.")
        .on()
}

/// Whether GitLab verifies certificates.
pub const fn verify_ssl() -> Param {
    Param::toggle("enable_ssl_verification", "Verify SSL certificates")
        .help("Turn off only for servers with self-signed certificates.")
        .on()
        .at(Place::Connection)
}

/// The branches whose commit messages the service gets.
pub const fn restrict_to_branch() -> Param {
    Param::text("restrict_to_branch", "Only these branches")
        .help("Branch names separated by commas. If empty, commits on all branches.")
        .placeholder("main, stable")
        .at(Place::Options)
}

/// URL of a tracker's project.
pub const fn project_url() -> Param {
    Param::url("project_url", "Project URL").help("The target of “Issues” in GitLab’s menu.").required()
}

/// URL of an issue of a tracker.
pub const fn issues_url() -> Param {
    Param::url("issues_url", "Issue URL")
        .help("The URL of an issue, with “:id” in place of its number.")
        .placeholder("https://tracker.example.com/issues/:id")
        .required()
}

/// URL of a tracker's page for new issues.
pub const fn new_issue_url() -> Param {
    Param::url("new_issue_url", "URL for new issues")
        .help("The page for creating an issue.")
        .placeholder("https://tracker.example.com/issues/new")
        .required()
}

/// The former name of a tracker in GitLab's menu.
pub const fn title() -> Param {
    Param::text("title", "Title").ignored(DROPPED).at(Place::Options)
}

/// The former description of a tracker.
pub const fn description() -> Param {
    Param::text("description", "Description").ignored(DROPPED).at(Place::Options)
}
