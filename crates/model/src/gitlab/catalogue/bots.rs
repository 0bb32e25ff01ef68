//! Integrations that post to chats through a bot, with an address of its server.

use super::common::{
    branches, confidential_work_items, only_broken_pipelines, only_changed_status, vulnerabilities,
    work_items,
};
use crate::gitlab::event::{
    CONFIDENTIAL_ISSUES, CONFIDENTIAL_NOTE, INCIDENT, ISSUES, MERGE_REQUESTS, NOTE, PIPELINE, PUSH, TAG_PUSH,
    WIKI_PAGE,
};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, Spec};

const BOT: Spec = Spec { category: Category::Chat, words: "bot message", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "telegram",
        title: "Telegram",
        about: "Posts messages about {the project} to a Telegram channel or group.",
        life: Lifespan::since(16, 1),
        params: &[
            Param::url("hostname", "Server")
                .help("Only for your own server of the Telegram Bot API. If empty, api.telegram.org.")
                .placeholder("https://api.telegram.org")
                .since(17, 1),
            Param::secret("token", "Bot token").help("The token that BotFather gave out.").required(),
            Param::text("room", "Channel")
                .help("The ID of the chat, or the name of a public channel with “@”.")
                .placeholder("@team-channel")
                .required(),
            Param::text("thread", "Topic")
                .help("The ID of a topic in a group with topics, a number.")
                .placeholder("42")
                .since(16, 11),
            branches().since(16, 5),
            only_broken_pipelines(),
            only_changed_status(),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::event(INCIDENT).since_between((16, 1), (18, 11)),
            vulnerabilities().since_between((17, 3), (18, 11)),
            work_items(),
            confidential_work_items(),
        ],
        rules: rules::TELEGRAM,
        corrections: corrections::TELEGRAM,
        ..BOT
    },
    Spec {
        slug: "matrix",
        title: "Matrix notifications",
        about: "Posts messages about {the project} to a Matrix room.",
        words: "element bot message",
        life: Lifespan::since(17, 3),
        params: &[
            Param::url("hostname", "Homeserver")
                .help("If empty, matrix-client.matrix.org.")
                .placeholder("https://matrix.example.com"),
            Param::secret("token", "Access token")
                .help("The user of this token posts all messages.")
                .required(),
            Param::text("room", "Room ID")
                .help("From the room’s advanced settings. The user of the access token must be in the room.")
                .placeholder("!qPKKM111FFKKsfoCVy:matrix.org")
                .required(),
            branches(),
            only_broken_pipelines(),
            only_changed_status(),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
            Param::event(INCIDENT).since_between((17, 3), (18, 11)),
            vulnerabilities().since_between((17, 3), (18, 11)),
            work_items(),
            confidential_work_items(),
        ],
        corrections: corrections::MATRIX,
        ..BOT
    },
];
