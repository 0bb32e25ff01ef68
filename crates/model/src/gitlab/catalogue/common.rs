//! Parameters that several integrations share.

use crate::field::Choice;
use crate::gitlab::{Param, Place};

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
        .help("Pushes and pipelines of other branches cause no message.")
}

/// What replaced [`branches`]’ predecessor.
pub const fn only_default_branch() -> Param {
    Param::toggle("notify_only_default_branch", "Only the default branch")
        .hidden("Replaced by the choice of branches.")
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
