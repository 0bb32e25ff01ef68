//! Integrations that post to chats with channels of their own for events.

use super::common::{DROPPED, branches, only_broken_pipelines, only_default_branch};
use crate::gitlab::event::{
    COMMIT, CONFIDENTIAL_ISSUES, CONFIDENTIAL_NOTE, DEPLOYMENT, ISSUES, JOB, MERGE_REQUESTS, NOTE, PIPELINE,
    PUSH, TAG_PUSH, WIKI_PAGE,
};
use crate::gitlab::{Category, Param, ParamKind, Place, Spec, rules};
use crate::text::recipients::{Addressed, Recipients, Separator};

const CHAT: Spec = Spec { category: Category::Chat, ..Spec::BASE };

const fn default_channel() -> Param {
    Param::text("channel", "Default channel")
        .help("For events without a channel of their own; several separated by commas. The webhook’s own when empty.")
        .placeholder("general")
        .at(Place::Options)
}

const fn user_name() -> Param {
    Param::text("username", "User name").help("The name that stands above the messages.").at(Place::Options)
}

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "slack",
        title: "Slack notifications",
        about: "Posts messages about the project to Slack channels.",
        words: "webhook message",
        notes: &["GitLab recommends the GitLab for Slack app in its place, which cannot be set up by the API."],
        params: &[
            Param::webhook("https://hooks.slack.com/services/…"),
            default_channel(),
            user_name(),
            branches(),
            only_broken_pipelines(),
            only_default_branch(),
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
            Param::channel(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::channel(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::channel(WIKI_PAGE),
            Param::event(DEPLOYMENT),
            Param::channel(DEPLOYMENT),
            Param::event(COMMIT).off().ignored(DROPPED),
            Param::event(JOB).ignored(DROPPED),
        ],
        ..CHAT
    },
    Spec {
        slug: "mattermost",
        title: "Mattermost notifications",
        about: "Posts messages about the project to Mattermost channels.",
        words: "webhook message",
        params: &[
            Param::webhook("https://mattermost.example.com/hooks/…"),
            default_channel(),
            user_name(),
            branches(),
            only_broken_pipelines(),
            only_default_branch(),
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
            Param::channel(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::channel(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::channel(WIKI_PAGE),
        ],
        ..CHAT
    },
    Spec {
        slug: "irker",
        title: "irker (IRC gateway)",
        about: "Sends word of pushes to IRC channels through an irker server.",
        words: "irc chat channel",
        notes: &[
            "GitLab must reach an irker server. That asks nobody for a password: let only GitLab reach it.",
        ],
        params: &[
            Param::recipients(Recipients {
                addressed: Addressed::Irc,
                separator: Separator::Blank,
                most: None,
            })
            .help("One a line: whole irc:// addresses, or names of channels that are added to the default address.")
            .placeholder("irc://irc.example.org:6697/#patchbay"),
            Param::text("default_irc_uri", "Default IRC address")
                .help("Stands before recipients that are only names.")
                .placeholder("irc://irc.example.org:6697/")
                .at(Place::Recipients),
            Param::text("server_host", "irker host").placeholder("localhost").begins("localhost"),
            Param::new(
                "server_port",
                "irker port",
                ParamKind::Integer { min: 1, max: 65_535 },
                Place::Connection,
            )
            .placeholder("6659")
            .begins("6659"),
            Param::toggle("colorize_messages", "Coloured messages"),
            Param::event(PUSH),
        ],
        rules: rules::IRKER,
        ..CHAT
    },
];
