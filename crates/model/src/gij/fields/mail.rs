//! The section “Email and storage”.

use super::TOGGLE;
use crate::form::{Field, Kind};

pub(in crate::gij) fn mail() -> Vec<Field> {
    vec![
        Field::new("sendCommitEmails", "Commit emails", TOGGLE)
            .help("Sends watchers of an issue an email about new commits.")
            .on(),
        Field::new(
            "maxMinsToCommitEmail",
            "Oldest commit to mail about",
            Kind::Integer { min: 0, max: i64::from(i32::MAX), unit: "minutes" },
        )
        .help("Older commits cause no email. One day is 1440 minutes.")
        .default_text("1440")
        .shown("sendCommitEmails", "on"),
        Field::new("trustFolderStat", "Trust folder timestamps", TOGGLE)
            .help("Faster, but misses changes on network shares. Leave off for those."),
    ]
}
