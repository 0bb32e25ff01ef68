//! Integrations that post to chats, with a channel for each event.

use super::common::{
    DROPPED, branches, confidential_work_items, labels, labels_behavior, only_broken_pipelines,
    only_changed_status, only_default_branch, vulnerabilities, work_items,
};
use crate::gitlab::event::{
    ALERT, COMMIT, CONFIDENTIAL_ISSUES, CONFIDENTIAL_NOTE, DEPLOYMENT, INCIDENT, ISSUES, JOB, MERGE_REQUESTS,
    NOTE, PIPELINE, PUSH, TAG_PUSH, VULNERABILITY, WIKI_PAGE,
};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, ParamKind, Place, Spec, Standing, Tier};
use crate::text::recipients::{Addressed, Recipients, Separator};

const CHAT: Spec = Spec { category: Category::Chat, ..Spec::BASE };

const fn default_channel() -> Param {
    Param::text("channel", "Default channel")
        .help("For events without a channel of their own. Separate several with commas. If empty, the channel of the webhook.")
        .placeholder("general")
        .at(Place::Options)
}

const fn user_name() -> Param {
    Param::text("username", "User name").help("The sender name of the messages.").at(Place::Options)
}

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "slack",
        title: "Slack notifications",
        about: "Posts messages about {the project} to Slack channels.",
        words: "webhook message",
        notes: &["GitLab recommends the GitLab for Slack app instead, which cannot be set up with the API."],
        params: &[
            Param::webhook("https://hooks.slack.com/services/…"),
            default_channel(),
            user_name(),
            branches(),
            only_broken_pipelines(),
            only_changed_status(),
            only_default_branch(),
            labels().since_between((16, 4), (17, 7)),
            labels_behavior().since_between((16, 4), (17, 7)),
            Param::event(PUSH),
            Param::channel(PUSH),
            Param::event(TAG_PUSH),
            Param::channel(TAG_PUSH),
            Param::event(ISSUES),
            Param::channel(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::channel(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::channel(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::channel(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::channel(CONFIDENTIAL_NOTE).taken_since((14, 4), (16, 3)),
            Param::event(PIPELINE),
            Param::channel(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::channel(WIKI_PAGE),
            Param::event(DEPLOYMENT),
            Param::channel(DEPLOYMENT).taken_since((14, 4), (16, 3)),
            Param::event(INCIDENT).since_between((14, 9), (16, 3)),
            Param::channel(INCIDENT).since_between((14, 9), (16, 3)),
            Param::event(ALERT).beside_manual(),
            Param::channel(ALERT).since_between((14, 9), (16, 3)),
            vulnerabilities().since_between((16, 4), (17, 7)),
            Param::channel(VULNERABILITY).since_between((17, 3), (18, 11)).tier(Tier::Ultimate),
            work_items(),
            confidential_work_items(),
            Param::event(COMMIT).off().ignored(DROPPED).until(14, 9),
            Param::event(JOB).ignored(DROPPED).until(14, 9),
        ],
        refused_by_some: rules::CHANNELS,
        corrections: rules::CHANNELS_MEANT,
        ..CHAT
    },
    Spec {
        slug: "mattermost",
        title: "Mattermost notifications",
        about: "Posts messages about {the project} to Mattermost channels.",
        words: "webhook message",
        params: &[
            Param::webhook("https://mattermost.example.com/hooks/…"),
            default_channel(),
            user_name(),
            branches(),
            only_broken_pipelines(),
            only_changed_status(),
            only_default_branch(),
            labels().since_between((16, 4), (17, 7)),
            labels_behavior().since_between((16, 4), (17, 7)),
            Param::event(PUSH),
            Param::channel(PUSH),
            Param::event(TAG_PUSH),
            Param::channel(TAG_PUSH),
            Param::event(ISSUES),
            Param::channel(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::channel(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::channel(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::channel(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::channel(CONFIDENTIAL_NOTE).taken_since((14, 4), (16, 3)),
            Param::event(PIPELINE),
            Param::channel(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::channel(WIKI_PAGE),
            Param::event(DEPLOYMENT).beside_manual(),
            Param::channel(DEPLOYMENT).since_between((14, 4), (16, 3)),
            Param::event(INCIDENT).since_between((14, 9), (16, 3)),
            Param::channel(INCIDENT).since_between((14, 9), (16, 3)),
            vulnerabilities().since_between((17, 3), (18, 11)),
            Param::channel(VULNERABILITY).since_between((17, 3), (18, 11)).tier(Tier::Ultimate),
            work_items(),
            confidential_work_items(),
            Param::text("alert_channel", "Channel for alerts")
                .hidden("Mattermost has no messages about alerts.")
                .since_between((14, 9), (16, 3)),
        ],
        refused_by_some: rules::CHANNELS,
        corrections: rules::CHANNELS_MEANT,
        ..CHAT
    },
    Spec {
        slug: "gitlab-slack-application",
        title: "GitLab for Slack app",
        about: "Posts messages about {the project} to Slack channels, and runs commands of GitLab in Slack.",
        words: "message chatops",
        standing: Standing::SetUpElsewhere(
            "The GitLab for Slack app cannot be created by the API: install the app in GitLab under Settings > Integrations > GitLab for Slack app; then it can be changed here.",
        ),
        life: Lifespan::since(16, 9),
        params: &[
            default_channel().help(
                "For events without a channel of their own. Separate several with commas. If empty, these events cause no message.",
            ),
            branches(),
            only_broken_pipelines(),
            only_changed_status(),
            labels(),
            labels_behavior(),
            Param::event(PUSH).off_by_default(),
            Param::channel(PUSH),
            Param::event(TAG_PUSH).off_by_default(),
            Param::channel(TAG_PUSH),
            Param::event(ISSUES).off_by_default(),
            Param::channel(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES).off_by_default(),
            Param::channel(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS).off_by_default(),
            Param::channel(MERGE_REQUESTS),
            Param::event(NOTE).off_by_default(),
            Param::channel(NOTE),
            Param::event(CONFIDENTIAL_NOTE).off_by_default(),
            Param::channel(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE).off_by_default(),
            Param::channel(PIPELINE),
            Param::event(WIKI_PAGE).off_by_default(),
            Param::channel(WIKI_PAGE),
            Param::event(DEPLOYMENT).off_by_default(),
            Param::channel(DEPLOYMENT),
            Param::event(INCIDENT).off_by_default(),
            Param::channel(INCIDENT),
            Param::event(ALERT).off_by_default(),
            Param::channel(ALERT),
            vulnerabilities(),
            Param::channel(VULNERABILITY).since_between((17, 3), (18, 11)),
            work_items(),
            confidential_work_items(),
        ],
        refused_by_some: rules::CHANNELS,
        corrections: rules::CHANNELS_MEANT,
        ..CHAT
    },
    Spec {
        slug: "irker",
        title: "irker (IRC gateway)",
        about: "Sends messages about pushes to IRC channels through an irker server.",
        words: "irc chat channel",
        notes: &[
            "GitLab must be able to connect to an irker server. irker has no authentication, so allow only GitLab to connect to it.",
        ],
        params: &[
            Param::recipients(Recipients {
                addressed: Addressed::Irc,
                separator: Separator::Space,
                most: None,
            })
            .help("One per line: complete irc:// URLs, or channel names, which are appended to the default IRC URL.")
            .placeholder("irc://irc.example.org:6697/#patchbay"),
            Param::text("default_irc_uri", "Default IRC URL")
                .help("Put before recipients that are only channel names.")
                .placeholder("irc://irc.example.org:6697/")
                .at(Place::Recipients),
            Param::text("server_host", "irker host").placeholder("localhost").initial("localhost"),
            Param::new(
                "server_port",
                "irker port",
                ParamKind::Integer { min: 1, max: 65_535 },
                Place::Connection,
            )
            .placeholder("6659")
            .initial("6659"),
            Param::toggle("colorize_messages", "Colored messages"),
            Param::event(PUSH),
        ],
        rules: rules::IRKER,
        corrections: corrections::IRKER,
        ..CHAT
    },
];
