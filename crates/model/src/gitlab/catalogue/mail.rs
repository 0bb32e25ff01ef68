//! Integrations that send emails.

use super::common::{BRANCHES, DROPPED, branches, only_broken_pipelines, only_changed_status};
use crate::gitlab::event::{PIPELINE, PUSH, TAG_PUSH};
use crate::gitlab::{Category, Param, Spec, rules};
use crate::text::recipients::{Addressed, Recipients, Separator};

const MAIL: Spec = Spec { category: Category::Mail, words: "mail e-mail message", ..Spec::BASE };

const fn addresses(separator: Separator, most: Option<usize>) -> Param {
    Param::recipients(Recipients { addressed: Addressed::Email, separator, most })
        .placeholder("team@example.org")
}

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "emails-on-push",
        title: "Emails on push",
        about: "Sends emails with the commits and diffs of each push.",
        params: &[
            addresses(Separator::Space, Some(750)).help("One address per line, at most 750."),
            Param::choice("branches_to_be_notified", "Branches", BRANCHES)
                .help("Pushes to other branches cause no email. Tags always do.")
                .initial("all"),
            Param::toggle("disable_diffs", "Omit diffs").help("The emails then only list commits."),
            Param::toggle("send_from_committer_email", "Send from the committer’s address")
                .help("Works only for email addresses in the domain of the GitLab server."),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
        ],
        ..MAIL
    },
    Spec {
        slug: "pipelines-email",
        title: "Pipeline status emails",
        about: "Sends emails with the status of finished pipelines.",
        params: &[
            addresses(Separator::Comma, None).help("One address per line, at most 30."),
            branches().help("Pipelines of other branches cause no email."),
            only_broken_pipelines().help("Successful pipelines cause no email."),
            only_changed_status()
                .help("A pipeline causes an email only if it ends differently than the one before it."),
            Param::toggle("notify_child_pipelines", "Also child pipelines")
                .help("The pipelines that another pipeline starts cause emails of their own.")
                .on()
                .since_between((18, 10), (19, 5)),
            Param::toggle("notify_only_default_branch", "Only the default branch")
                .hidden("“Branches” replaced it."),
            Param::toggle("add_pusher", "Also send to the person who pushed").ignored(DROPPED).until(14, 9),
            Param::event(PIPELINE),
        ],
        refused_by_some: rules::PIPELINE_MAIL,
        ..MAIL
    },
];
