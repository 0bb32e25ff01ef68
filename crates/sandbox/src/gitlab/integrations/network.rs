//! Addresses that a GitLab may not call: its own machine and the network around it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::Uri;

const LOCALHOST: &str = "is blocked: Requests to localhost are not allowed";
const LOOPBACK: &str = "is blocked: Requests to loopback addresses are not allowed";
const NETWORK: &str = "is blocked: Requests to the local network are not allowed";
const LINK: &str = "is blocked: Requests to the link local network are not allowed";

/// Why GitLab does not call this URL, in its words; `None` when it does.
pub(super) fn blocked(url: &str) -> Option<&'static str> {
    let uri: Uri = url.trim().parse().ok()?;
    let host = uri.host()?.trim_matches(['[', ']']);
    if host.eq_ignore_ascii_case("localhost") || host.to_ascii_lowercase().ends_with(".localhost") {
        return Some(LOCALHOST);
    }
    match host.parse().ok()? {
        IpAddr::V4(address) => blocked_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => blocked_v4(address),
            None => blocked_v6(address),
        },
    }
}

fn blocked_v4(address: Ipv4Addr) -> Option<&'static str> {
    let reasons = [
        (address.is_unspecified(), LOCALHOST),
        (address.is_loopback(), LOOPBACK),
        (address.is_private(), NETWORK),
        (address.is_link_local(), LINK),
    ];
    first(reasons)
}

fn blocked_v6(address: Ipv6Addr) -> Option<&'static str> {
    let reasons = [
        (address.is_unspecified(), LOCALHOST),
        (address.is_loopback(), LOOPBACK),
        (address.is_unique_local(), NETWORK),
        (address.is_unicast_link_local(), LINK),
    ];
    first(reasons)
}

fn first(reasons: [(bool, &'static str); 4]) -> Option<&'static str> {
    reasons.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_the_own_machine_and_the_network_around_it() {
        for (url, why) in [
            ("http://localhost:4004", Some(LOCALHOST)),
            ("https://gitlab.localhost/x", Some(LOCALHOST)),
            ("http://0.0.0.0", Some(LOCALHOST)),
            ("http://127.0.0.1:8080/x", Some(LOOPBACK)),
            ("http://[::1]/x", Some(LOOPBACK)),
            ("http://10.1.2.3", Some(NETWORK)),
            ("https://192.168.0.7/hooks", Some(NETWORK)),
            ("https://172.16.0.1", Some(NETWORK)),
            ("http://[fd00::1]/", Some(NETWORK)),
            ("http://[::ffff:10.0.0.1]/", Some(NETWORK)),
            ("http://169.254.169.254/latest", Some(LINK)),
            ("https://hooks.slack.com/services/T/B/X", None),
            ("https://172.32.0.1", None),
            ("https://jira.example.com/browse/:id", None),
        ] {
            assert_eq!(blocked(url), why, "{url}");
        }
    }
}
