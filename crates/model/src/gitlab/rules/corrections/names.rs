//! A name, a number or a host in the address of a page of its service.

use super::{host_in, server};
use crate::form::{Correction, Corrector};
use crate::text::meant::segments;
use std::net::Ipv6Addr;

/// Datadog: a site without scheme and path.
pub const DATADOG: &[Corrector] = &[Corrector { at: "datadog_site", correct: datadog_site }];

/// irker: a host without scheme and port, and an address of IRC.
pub const IRKER: &[Corrector] = &[
    Corrector {
        at: "server_host",
        correct: |text| {
            if text.parse::<Ipv6Addr>().is_ok() || text.starts_with('[') {
                return None;
            }
            let host = host_in(text)?.split(':').next().unwrap_or_default();
            (host != text && !host.is_empty()).then(|| Correction::name(host.to_owned()))
        },
    },
    Corrector {
        at: "default_irc_uri",
        correct: |text| {
            let host = host_in(text)?;
            let is_irc = text.starts_with("irc://") || text.starts_with("ircs://");
            (!is_irc && host.contains('.'))
                .then(|| Correction { sentence: String::new(), value: format!("irc://{host}/") })
        },
    },
];

/// Confluence: the wiki of a site.
pub const CONFLUENCE: &[Corrector] = &[Corrector {
    at: "confluence_url",
    correct: |text| {
        let host = host_in(text).filter(|host| host.ends_with(".atlassian.net"))?;
        let is_wiki = segments(text).first() == Some(&"wiki");
        (!is_wiki).then(|| Correction { sentence: String::new(), value: format!("https://{host}/wiki") })
    },
}];

/// Telegram: a room, a topic, and the server of the API, whose addresses have the token in them.
pub const TELEGRAM: &[Corrector] = &[
    Corrector { at: "room", correct: telegram_room },
    Corrector {
        at: "thread",
        correct: |text| {
            let parts = segments(text);
            let topic =
                parts.last().filter(|last| text.contains("t.me/") && is_number(last) && parts.len() > 1)?;
            Some(Correction { sentence: String::new(), value: (*topic).to_owned() })
        },
    },
    Corrector {
        at: "hostname",
        correct: |text| server(text, |part| part.starts_with("bot") || part == "file"),
    },
];

/// Matrix: a room by its ID.
pub const MATRIX: &[Corrector] = &[
    Corrector { at: "hostname", correct: homeserver },
    Corrector {
        at: "room",
        correct: |text| {
            if let Some((_, room)) = text.split_once("://").and_then(|(_, rest)| rest.split_once('!')) {
                let room = room.split(['?', '/']).next().unwrap_or_default();
                return Some(Correction::name(format!("!{room}")));
            }
            None
        },
    },
];

/// ZenTao: the server, not one of its pages.
pub const ZENTAO: &[Corrector] =
    &[Corrector { at: "url", correct: zentao }, Corrector { at: "api_url", correct: zentao }];

/// Linear: a workspace, not one of its pages.
pub const LINEAR: &[Corrector] = &[Corrector {
    at: "workspace_url",
    correct: |text| {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let name = match segments(text).as_slice() {
            [name, _, ..] if host_in(text) == Some("linear.app") && text.contains("://") => {
                (*name).to_owned()
            }
            [name] if !text.contains("://") && is_name(name) => (*name).to_owned(),
            _ => return None,
        };
        Some(Correction { sentence: String::new(), value: format!("https://linear.app/{name}") })
    },
}];

/// Harbor: the server, and the name of a project without its registry.
pub const HARBOR: &[Corrector] = &[
    Corrector {
        at: "url",
        correct: |text| {
            server(text, |part| matches!(part, "harbor" | "api" | "account" | "devcenter-api-2.0" | "v2"))
        },
    },
    Corrector {
        at: "project_name",
        correct: |text| {
            let parts = segments(text);
            let is_registry = parts.first().is_some_and(|first| first.contains('.')) && !text.contains("://");
            let name = parts.get(1).filter(|_| is_registry)?;
            Some(Correction { sentence: String::new(), value: (*name).to_owned() })
        },
    },
];

/// Google Play: the name of a package in the address of its page.
pub const GOOGLE_PLAY: &[Corrector] = &[Corrector {
    at: "package_name",
    correct: |text| {
        let (_, rest) = text.split_once("id=").filter(|_| text.contains("play.google.com"))?;
        let name = rest.split(['&', '#']).next().unwrap_or_default();
        Some(Correction { sentence: String::new(), value: name.to_owned() })
    },
}];

fn datadog_site(text: &str) -> Option<Correction> {
    // As Datadog's documents call its regions.
    let region = match text.to_ascii_uppercase().as_str() {
        "US" | "US1" => Some("datadoghq.com"),
        "US3" => Some("us3.datadoghq.com"),
        "US5" => Some("us5.datadoghq.com"),
        "EU" | "EU1" => Some("datadoghq.eu"),
        "AP1" => Some("ap1.datadoghq.com"),
        "AP2" => Some("ap2.datadoghq.com"),
        "US1-FED" | "FED" | "GOV" => Some("ddog-gov.com"),
        _ => None,
    };
    if let Some(site) = region {
        return Some(Correction { sentence: String::new(), value: site.to_owned() });
    }
    let host = host_in(text)?.to_ascii_lowercase();
    let is_known = ["datadoghq.com", "datadoghq.eu", "ddog-gov.com"].iter().any(|site| host.ends_with(site));
    let parts = ["app.", "api.", "www.", "http-intake.logs."];
    let part = parts
        .into_iter()
        .find_map(|part| host.strip_prefix(part))
        .filter(|_| is_known || host.starts_with("app."));
    let site = part.unwrap_or(&host).to_owned();
    // What has a scheme or a path is refused, which says it.
    let is_host = host_in(text) == Some(text);
    let sentence = if is_host { Correction::name(site.clone()).sentence } else { String::new() };
    (site != text).then_some(Correction { sentence, value: site })
}

fn homeserver(text: &str) -> Option<Correction> {
    match host_in(text) {
        Some(host @ ("app.element.io" | "matrix.to")) => Some(Correction::of(format!(
            "“{host}” shows rooms and has none. Enter the address of your homeserver, such as https://matrix.org."
        ))),
        _ => server(text, |part| part == "_matrix"),
    }
}

fn telegram_room(text: &str) -> Option<Correction> {
    if let Some((_, id)) = text.split_once("web.telegram.org").and_then(|(_, rest)| rest.split_once('#')) {
        return (id.starts_with(['-', '@'])).then(|| Correction::name(id.to_owned()));
    }
    let is_name = |name: &str| {
        name.len() >= 5
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    match text.split_once("t.me/") {
        Some((_, path)) => match segments(path).as_slice() {
            // Links of private rooms leave out the beginning of their number.
            ["c", id, ..] if is_number(id) => Some(Correction::name(format!("-100{id}"))),
            [name, ..] if is_name(name) => Some(Correction::name(format!("@{name}"))),
            [first, ..] if first.starts_with('+') || *first == "joinchat" => Some(Correction::of(
                "An invitation is no room. Enter the ID or the name of the room, such as @acme.",
            )),
            _ => None,
        },
        None => is_name(text).then(|| Correction {
            sentence: format!("Names of rooms begin with “@”. Enter @{text}"),
            value: format!("@{text}"),
        }),
    }
}

fn zentao(text: &str) -> Option<Correction> {
    server(text, |part| {
        matches!(part, "my" | "api.php" | "index.php" | "user-login.html")
            || part.ends_with(".html")
            || part.ends_with(".php")
    })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
