//! Integrations that post to chats, with one place for all messages.

use super::common::{DROPPED, branches, only_broken_pipelines, only_default_branch};
use crate::form::Choice;
use crate::gitlab::event::{
    CONFIDENTIAL_ISSUES, CONFIDENTIAL_NOTE, ISSUES, MERGE_REQUESTS, NOTE, PIPELINE, PUSH, TAG_PUSH, WIKI_PAGE,
};
use crate::gitlab::{Category, Param, Place, Spec, Standing, rules};

const CHAT: Spec = Spec { category: Category::Chat, words: "webhook message", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "microsoft-teams",
        title: "Microsoft Teams notifications",
        about: "Posts messages about the project to a Microsoft Teams channel.",
        params: &[
            Param::webhook("https://outlook.office.com/webhook/…"),
            branches(),
            only_broken_pipelines(),
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
        ],
        ..CHAT
    },
    Spec {
        slug: "hangouts-chat",
        title: "Google Chat",
        about: "Posts messages about the project to a Google Chat space.",
        words: "hangouts webhook message",
        params: &[
            Param::webhook("https://chat.googleapis.com/v1/spaces…"),
            branches(),
            only_broken_pipelines().ignored(DROPPED),
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
        ],
        ..CHAT
    },
    Spec {
        slug: "webex-teams",
        title: "Webex Teams",
        about: "Posts messages about the project to a Webex space.",
        words: "cisco webhook message",
        params: &[
            Param::webhook("https://api.ciscospark.com/v1/webhooks/incoming/…"),
            branches().ignored(DROPPED),
            only_broken_pipelines().ignored(DROPPED),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
        ],
        ..CHAT
    },
    Spec {
        slug: "unify-circuit",
        title: "Unify Circuit",
        about: "Posts messages about the project to a Unify Circuit conversation.",
        params: &[
            Param::webhook("https://circuit.com/rest/v2/webhooks/incoming/…"),
            branches().ignored(DROPPED),
            only_broken_pipelines().ignored(DROPPED),
            Param::event(PUSH),
            Param::event(TAG_PUSH),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
            Param::event(MERGE_REQUESTS),
            Param::event(NOTE),
            Param::event(CONFIDENTIAL_NOTE),
            Param::event(PIPELINE),
            Param::event(WIKI_PAGE),
        ],
        ..CHAT
    },
    Spec {
        slug: "discord",
        title: "Discord notifications",
        about: "Posts messages about the project to a Discord channel.",
        params: &[
            Param::webhook("https://discord.com/api/webhooks/…"),
            Param::event(PUSH).reported(),
            Param::event(TAG_PUSH).reported(),
            Param::event(ISSUES).reported(),
            Param::event(CONFIDENTIAL_ISSUES).reported(),
            Param::event(MERGE_REQUESTS).reported(),
            Param::event(NOTE).reported(),
            Param::event(CONFIDENTIAL_NOTE).reported(),
            Param::event(PIPELINE).reported(),
            Param::event(WIKI_PAGE).reported(),
            branches().reported(),
            only_broken_pipelines().reported(),
        ],
        rules: rules::DISCORD,
        ..CHAT
    },
    Spec {
        slug: "slack-slash-commands",
        title: "Slack slash commands",
        about: "Lets people in Slack show and open issues with commands.",
        words: "chatops",
        params: &[Param::secret("token", "Token")
            .help("Slack shows it where the command is set up.")
            .required()],
        ..CHAT
    },
    Spec {
        slug: "mattermost-slash-commands",
        title: "Mattermost slash commands",
        about: "Lets people in Mattermost show and open issues with commands.",
        words: "chatops",
        params: &[
            Param::secret("token", "Token")
                .help("Mattermost shows it where the command is set up.")
                .required(),
            Param::text("username", "User name").ignored(DROPPED).at(Place::Options),
        ],
        ..CHAT
    },
    Spec {
        slug: "campfire",
        title: "Campfire",
        about: "Posts word of pushes to a Campfire chat room.",
        words: "basecamp message",
        standing: Standing::Legacy("Campfire takes no new customers: only accounts from before still work."),
        params: &[
            Param::secret("token", "API token").help("In Campfire under “My info”.").required(),
            Param::text("subdomain", "Subdomain")
                .help("What stands before “.campfirenow.com” in the address.")
                .placeholder("acme"),
            Param::text("room", "Room").help("The last part of the room’s address.").placeholder("123456"),
            Param::event(PUSH),
        ],
        rules: rules::CAMPFIRE,
        ..CHAT
    },
    Spec {
        slug: "flowdock",
        title: "Flowdock",
        about: "Posted word of pushes to a Flowdock inbox.",
        standing: Standing::Removed("GitLab 15.7 removed it, because Flowdock has shut down."),
        params: &[Param::secret("token", "Token").required(), Param::event(PUSH)],
        ..CHAT
    },
    Spec {
        slug: "pushover",
        title: "Pushover",
        about: "Sends word of pushes to phones and desktops.",
        words: "notification mobile phone",
        params: &[
            Param::secret("api_key", "API key").help("The key of the application.").required(),
            Param::secret("user_key", "User key")
                .help("Of the user or group that gets the messages.")
                .required(),
            Param::text("device", "Devices")
                .help("Separated by commas; every active device when empty.")
                .at(Place::Options)
                .insisted(),
            Param::choice("priority", "Priority", PRIORITIES).begins("0").required(),
            Param::choice("sound", "Sound", SOUNDS).insisted(),
            Param::event(PUSH),
        ],
        ..CHAT
    },
];

/// As Pushover numbers them; its highest one needs an answer, which GitLab does not offer.
const PRIORITIES: &[Choice] = &[
    Choice { value: "-2", label: "Lowest" },
    Choice { value: "-1", label: "Low" },
    Choice { value: "0", label: "Normal" },
    Choice { value: "1", label: "High" },
];

const SOUNDS: &[Choice] = &[
    Choice { value: "", label: "The device’s own sound" },
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
