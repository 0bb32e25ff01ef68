//! Integrations that send mail.

use super::common::BRANCHES;
use crate::gitlab::event::{PUSH, TAG_PUSH};
use crate::gitlab::{Category, Param, Spec};
use crate::recipients::{Addressed, Recipients, Separator};

const MAIL: Spec = Spec { category: Category::Mail, ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[Spec {
    slug: "emails-on-push",
    title: "Emails on push",
    about: "Mails the commits and differences of each push.",
    words: "email mail notification",
    params: &[
        Param::recipients(Recipients {
            addressed: Addressed::Email,
            separator: Separator::Blank,
            most: Some(750),
        })
        .help("One address a line; at most 750.")
        .placeholder("team@example.org"),
        Param::choice("branches_to_be_notified", "Branches", BRANCHES)
            .help("Pushes to other branches cause no mail. Tags always do.")
            .default("all"),
        Param::toggle("disable_diffs", "Leave out differences").help("The mails then list commits only."),
        Param::toggle("send_from_committer_email", "Send from the committer’s address")
            .help("Works only for addresses in the domain of the GitLab server."),
        Param::event(PUSH),
        Param::event(TAG_PUSH),
    ],
    ..MAIL
}];
