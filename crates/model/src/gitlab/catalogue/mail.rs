//! Integrations that send mail.

use super::common::{BRANCHES, DROPPED, branches, only_broken_pipelines};
use crate::gitlab::event::{PIPELINE, PUSH, TAG_PUSH};
use crate::gitlab::{Category, Param, Spec};
use crate::text::recipients::{Addressed, Recipients, Separator};

const MAIL: Spec = Spec { category: Category::Mail, words: "mail e-mail message", ..Spec::BASE };

const fn addresses(separator: Separator, most: usize) -> Param {
    Param::recipients(Recipients { addressed: Addressed::Email, separator, most: Some(most) })
        .placeholder("team@example.org")
}

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "emails-on-push",
        title: "Emails on push",
        about: "Mails the commits and the differences of each push.",
        params: &[
            addresses(Separator::Blank, 750).help("One address a line, at most 750."),
            Param::choice("branches_to_be_notified", "Branches", BRANCHES)
                .help("Pushes to other branches cause no mail. Tags always do.")
                .begins("all"),
            Param::toggle("disable_diffs", "Leave out the differences")
                .help("The mails then only list commits."),
            Param::toggle("send_from_committer_email", "Send from the committer’s address")
                .help("Works only for addresses in the domain of the GitLab server."),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
        ],
        ..MAIL
    },
    Spec {
        slug: "pipelines-email",
        title: "Pipeline status emails",
        about: "Mails how pipelines end.",
        params: &[
            addresses(Separator::Comma, 30).help("One address a line, at most 30."),
            branches().help("Pipelines of other branches cause no mail."),
            only_broken_pipelines().help("Pipelines that succeed cause no mail."),
            Param::toggle("notify_only_default_branch", "Only the default branch")
                .hidden("The choice of branches has replaced it."),
            Param::toggle("add_pusher", "Mail who pushed as well").ignored(DROPPED),
            Param::event(PIPELINE),
        ],
        ..MAIL
    },
];
