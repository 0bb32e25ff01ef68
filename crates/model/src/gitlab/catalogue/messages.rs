//! Integrations that post to chats, with one channel for all messages.

use super::common::{
    DROPPED, branches, confidential_work_items, only_broken_pipelines, only_changed_status,
    only_default_branch, work_items,
};
use crate::form::Choice;
use crate::gitlab::event::{
    CONFIDENTIAL_ISSUES, CONFIDENTIAL_NOTE, DEPLOYMENT, ISSUES, MERGE_REQUESTS, NOTE, PIPELINE, PUSH,
    TAG_PUSH, WIKI_PAGE,
};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, ParamKind, Place, Spec, Standing};

const CHAT: Spec = Spec { category: Category::Chat, words: "webhook message", ..Spec::BASE };

/// Declared for every chat with channels, but Discord has no such event.
const fn other_webhook(key: &'static str) -> Param {
    Param::new(key, "Webhook for these", ParamKind::SecretUrl, Place::Events)
        .hidden("Discord has no messages about these events.")
}

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "microsoft-teams",
        title: "Microsoft Teams notifications",
        about: "Posts messages about {the project} to a Microsoft Teams channel.",
        notes: &[
            "Microsoft retired the connectors of Teams. Create the webhook with the Workflows app in Teams.",
        ],
        params: &[
            Param::webhook("https://….logic.azure.com/workflows/…"),
            branches(),
            only_broken_pipelines(),
            only_changed_status(),
            only_default_branch(),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
            work_items(),
            confidential_work_items(),
        ],
        ..CHAT
    },
    Spec {
        slug: "hangouts-chat",
        title: "Google Chat",
        about: "Posts messages about {the project} to a Google Chat space.",
        words: "hangouts webhook message",
        params: &[
            Param::webhook("https://chat.googleapis.com/v1/spaces/…"),
            branches(),
            only_broken_pipelines().ignored(DROPPED).taken_since((16, 4), (17, 7)),
            only_changed_status(),
            only_default_branch(),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
            work_items(),
            confidential_work_items(),
        ],
        ..CHAT
    },
    Spec {
        slug: "webex-teams",
        title: "Webex Teams",
        about: "Posts messages about {the project} to a Webex space.",
        words: "cisco webhook message",
        params: &[
            Param::webhook("https://webexapis.com/v1/webhooks/incoming/…"),
            branches().ignored(DROPPED).taken_since((16, 4), (17, 7)),
            only_broken_pipelines().ignored(DROPPED).taken_since((16, 4), (17, 7)),
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
            work_items(),
            confidential_work_items(),
        ],
        ..CHAT
    },
    Spec {
        slug: "unify-circuit",
        title: "Unify Circuit",
        about: "Posts messages about {the project} to a Unify Circuit conversation.",
        params: &[
            Param::webhook("https://circuit.com/rest/v2/webhooks/incoming/…"),
            branches().ignored(DROPPED).taken_since((16, 4), (17, 7)),
            only_broken_pipelines().ignored(DROPPED).taken_since((16, 4), (17, 7)),
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
            work_items(),
            confidential_work_items(),
        ],
        ..CHAT
    },
    Spec {
        slug: "discord",
        title: "Discord notifications",
        about: "Posts messages about {the project} to a Discord channel.",
        params: &[
            Param::webhook("https://discord.com/api/webhooks/…"),
            Param::event(PUSH).beside_manual(),
            Param::webhook_for(PUSH).since(16, 3),
            Param::event(TAG_PUSH).beside_manual(),
            Param::webhook_for(TAG_PUSH).since(16, 3),
            Param::event(ISSUES).beside_manual(),
            Param::webhook_for(ISSUES).since(16, 3),
            Param::event(CONFIDENTIAL_ISSUES).beside_manual(),
            Param::webhook_for(CONFIDENTIAL_ISSUES).since(16, 3),
            Param::event(MERGE_REQUESTS).beside_manual(),
            Param::webhook_for(MERGE_REQUESTS).since(16, 3),
            Param::event(NOTE).beside_manual(),
            Param::webhook_for(NOTE).since(16, 3),
            Param::event(CONFIDENTIAL_NOTE).beside_manual(),
            Param::webhook_for(CONFIDENTIAL_NOTE).since(16, 3),
            Param::event(PIPELINE).beside_manual(),
            Param::webhook_for(PIPELINE).since(16, 3),
            Param::event(WIKI_PAGE).beside_manual(),
            Param::webhook_for(WIKI_PAGE).since(16, 3),
            Param::event(DEPLOYMENT).since_between((14, 4), (18, 11)),
            Param::webhook_for(DEPLOYMENT).since(16, 3),
            work_items(),
            confidential_work_items(),
            other_webhook("incident_channel").since(16, 3),
            other_webhook("alert_channel").since(16, 3),
            other_webhook("vulnerability_channel").since_between((17, 3), (18, 11)),
            branches().since_between((14, 4), (16, 3)),
            only_broken_pipelines().since_between((14, 4), (16, 3)),
            only_changed_status(),
        ],
        rules: rules::DISCORD_EVENTS,
        refused_by_some: rules::DISCORD,
        ..CHAT
    },
    Spec {
        slug: "pumble",
        title: "Pumble",
        about: "Posts messages about {the project} to a Pumble channel.",
        life: Lifespan::since(15, 3),
        params: &[
            Param::webhook("https://api.pumble.com/workspaces/…"),
            branches().since_between((17, 3), (18, 11)),
            only_broken_pipelines().since_between((17, 3), (18, 11)),
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
            work_items(),
            confidential_work_items(),
        ],
        ..CHAT
    },
    Spec {
        slug: "slack-slash-commands",
        title: "Slack slash commands",
        about: "Lets people show and create issues with commands in Slack.",
        words: "chatops",
        notes: &["Servers with the GitLab for Slack app do not have it."],
        life: Lifespan::until(19, 0),
        params: &[Param::secret("token", "Token")
            .help("Slack shows it in the settings of the command.")
            .required()],
        ..CHAT
    },
    Spec {
        slug: "mattermost-slash-commands",
        title: "Mattermost slash commands",
        about: "Lets people show and create issues with commands in Mattermost.",
        words: "chatops",
        params: &[
            Param::secret("token", "Token")
                .help("Mattermost shows it in the settings of the command.")
                .required(),
            Param::text("username", "User name").ignored(DROPPED).at(Place::Options).until(14, 9),
        ],
        ..CHAT
    },
    Spec {
        slug: "campfire",
        title: "Campfire",
        about: "Posts messages about pushes to a Campfire room.",
        words: "basecamp message",
        standing: Standing::Legacy("Campfire no longer accepts new customers. Only existing accounts work."),
        params: &[
            Param::secret("token", "API token").help("Campfire shows it under “My info”.").required(),
            Param::text("subdomain", "Subdomain")
                .help("The part of the URL before “.campfirenow.com”.")
                .placeholder("acme"),
            Param::text("room", "Room").help("The last part of the room’s URL.").placeholder("123456"),
            Param::event(PUSH),
        ],
        refused_by_some: rules::CAMPFIRE,
        corrections: corrections::CAMPFIRE,
        ..CHAT
    },
    Spec {
        slug: "flowdock",
        title: "Flowdock",
        about: "Posted messages about pushes to a Flowdock inbox.",
        standing: Standing::Removed("GitLab 15.7 removed it because Flowdock has shut down."),
        life: Lifespan::until(15, 7),
        params: &[Param::secret("token", "Token").required(), Param::event(PUSH)],
        ..CHAT
    },
    Spec {
        slug: "pushover",
        title: "Pushover",
        about: "Sends notifications about pushes to phones and desktops.",
        words: "notification mobile phone",
        params: &[
            Param::secret("api_key", "API key").help("The API key of the Pushover application.").required(),
            Param::secret("user_key", "User key")
                .help("The key of the user or group that receives the notifications.")
                .required(),
            Param::text("device", "Devices")
                .help("Device names separated by commas. If empty, all active devices.")
                .at(Place::Options)
                .always_sent(),
            Param::choice("priority", "Priority", PRIORITIES).initial("0").required(),
            Param::choice("sound", "Sound", SOUNDS).always_sent(),
            Param::event(PUSH),
        ],
        ..CHAT
    },
];

/// Priorities of Pushover, except the highest, which GitLab does not support.
const PRIORITIES: &[Choice] = &[
    Choice { value: "-2", label: "Lowest" },
    Choice { value: "-1", label: "Low" },
    Choice { value: "0", label: "Normal" },
    Choice { value: "1", label: "High" },
];

const SOUNDS: &[Choice] = &[
    Choice { value: "", label: "Default sound of the device" },
    Choice { value: "pushover", label: "Pushover" },
    Choice { value: "bike", label: "Bike" },
    Choice { value: "bugle", label: "Bugle" },
    Choice { value: "cashregister", label: "Cash register" },
    Choice { value: "classical", label: "Classical" },
    Choice { value: "cosmic", label: "Cosmic" },
    Choice { value: "falling", label: "Falling" },
    Choice { value: "gamelan", label: "Gamelan" },
    Choice { value: "incoming", label: "Incoming" },
    Choice { value: "intermission", label: "Intermission" },
    Choice { value: "magic", label: "Magic" },
    Choice { value: "mechanical", label: "Mechanical" },
    Choice { value: "pianobar", label: "Piano bar" },
    Choice { value: "siren", label: "Siren" },
    Choice { value: "spacealarm", label: "Space alarm" },
    Choice { value: "tugboat", label: "Tug boat" },
    Choice { value: "alien", label: "Alien alarm (long)" },
    Choice { value: "climb", label: "Climb (long)" },
    Choice { value: "persistent", label: "Persistent (long)" },
    Choice { value: "echo", label: "Pushover echo (long)" },
    Choice { value: "updown", label: "Up down (long)" },
    Choice { value: "none", label: "None (silent)" },
];
