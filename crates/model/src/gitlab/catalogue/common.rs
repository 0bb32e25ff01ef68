//! Parameters that several integrations have.

use crate::form::Choice;
use crate::gitlab::event::{CONFIDENTIAL_WORK_ITEM, VULNERABILITY, WORK_ITEM};
use crate::gitlab::{Param, Place, Tier};

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
    Param::toggle("notify_only_default_branch", "Only the default branch")
        .hidden("“Branches” replaced it.")
        .until(14, 9)
}

/// Messages only about failed pipelines.
pub const fn only_broken_pipelines() -> Param {
    Param::toggle("notify_only_broken_pipelines", "Only broken pipelines")
        .help("Successful pipelines cause no message.")
        .on()
}

/// No message about a pipeline that ends as the one before.
pub const fn only_changed_status() -> Param {
    Param::toggle("notify_only_when_pipeline_status_changes", "Only when the status changes")
        .help("A pipeline causes a message only if it ends differently than the one before it.")
        .since_between((18, 3), (18, 11))
}

/// Labels of the issues and merge requests that cause messages.
pub const fn labels() -> Param {
    Param::text("labels_to_be_notified", "Labels")
        .help("Issues, merge requests and comments without these labels cause no message. Separate several with commas. If empty, labels do not matter.")
        .placeholder("~bug, ~urgent")
        .at(Place::Options)
}

/// How many of [`labels`] there must be.
pub const fn labels_behavior() -> Param {
    Param::choice("labels_to_be_notified_behavior", "Which of the labels", LABELS)
}

const LABELS: &[Choice] = &[
    Choice { value: "match_any", label: "Any of them" },
    Choice { value: "match_all", label: "All of them" },
];

/// Declared, but GitLab has no such event.
pub const fn work_items() -> Param {
    Param::event(WORK_ITEM).hidden(NO_WORK_ITEMS).since_between((18, 3), (18, 11))
}

/// Likewise.
pub const fn confidential_work_items() -> Param {
    Param::event(CONFIDENTIAL_WORK_ITEM).hidden(NO_WORK_ITEMS).since_between((18, 3), (18, 11))
}

const NO_WORK_ITEMS: &str = "GitLab declares it, but uses the events of issues in its place.";

/// Vulnerabilities, which only GitLab Ultimate finds.
pub const fn vulnerabilities() -> Param {
    Param::event(VULNERABILITY).tier(Tier::Ultimate)
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
    Param::text("title", "Title").ignored(DROPPED).at(Place::Options).until(14, 9)
}

/// The former description of a tracker.
pub const fn description() -> Param {
    Param::text("description", "Description").ignored(DROPPED).at(Place::Options).until(14, 9)
}
