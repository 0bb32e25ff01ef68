//! URLs of Git hosts and services.
//!
//! The rules are those of the field table in "Add New Integration" (`origin`). Where it says nothing, such as
//! about credentials in a URL, the check chooses the safe side.
//!
//! Hosts may have letters, digits and marks of any script. Whether such a name can be registered is not checked, only that
//! it has no punctuation, white space or symbol.

use super::invisible::is_invisible;
use super::punycode;
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Why a URL is refused. `Display` gives the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// It does not begin with `http://` or `https://`.
    Scheme,
    /// It contains white space or a control character.
    WhiteSpace,
    /// It contains a character that nobody sees, such as a zero-width space.
    Invisible,
    /// It contains a backslash.
    Backslash,
    /// It contains a user name or password.
    Credentials,
    /// It contains a fragment (`#`).
    Fragment,
    /// It has no host.
    NoHost,
    /// The host is not a name, an IPv4 address or an IPv6 address in brackets.
    Host,
    /// The port is not a number from 1 to 65535.
    Port,
}

/// The sentence for [`UrlError::Scheme`].
pub const SCHEME: &str = "The URL must begin with https:// or http://.";

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => SCHEME,
            Self::WhiteSpace => "The URL must not contain white space or control characters.",
            Self::Invisible => "The URL contains an invisible character. Delete it, or type the URL again.",
            Self::Backslash => "The URL must not contain “\\”. Use “/” instead.",
            Self::Credentials => "The URL must not contain a user name or password. Remove them.",
            Self::Fragment => "The URL must not contain “#”. Remove it and the text after it.",
            Self::NoHost => "The URL must contain a host name. Example: https://www.example.org.",
            Self::Host => {
                "The host in the URL must be a name such as www.example.org, an IPv4 address, or an IPv6 address in \
                 brackets."
            }
            Self::Port => "The port in the URL must be a number from 1 to 65535.",
        })
    }
}

impl std::error::Error for UrlError {}

/// Checks an absolute `http` or `https` URL without a fragment, such as the `origin` of an integration.
///
/// # Errors
/// [`UrlError`], for the first problem.
pub fn check_http_url(text: &str) -> Result<(), UrlError> {
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(UrlError::WhiteSpace);
    }
    if text.contains(is_invisible) {
        return Err(UrlError::Invisible);
    }
    let rest = after_scheme(text).ok_or(UrlError::Scheme)?;
    if rest.contains('\\') {
        return Err(UrlError::Backslash);
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(UrlError::Credentials);
    }
    if rest.contains('#') {
        return Err(UrlError::Fragment);
    }
    check_authority(authority)
}

/// Checks an absolute `http` or `https` URL that may have a fragment, as the URLs of some issue trackers do.
///
/// # Errors
/// [`UrlError`], for the first problem.
pub fn check_web_address(text: &str) -> Result<(), UrlError> {
    let (page, fragment) = text.split_once('#').unwrap_or((text, ""));
    if fragment.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(UrlError::WhiteSpace);
    }
    check_http_url(page)
}

/// The host of an http(s) URL as servers know it: in lower case, by its ASCII name, and without the port and a final dot.
/// An IPv6 address has its brackets. Empty if there is none.
pub fn host(text: &str) -> String {
    let authority =
        after_scheme(text).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    if let Some(at) = host.find(']').filter(|_| host.starts_with('[')) {
        return host[..=at].to_ascii_lowercase();
    }
    let name = host.split(':').next().unwrap_or_default();
    let name = punycode::host(name).unwrap_or_else(|| name.to_ascii_lowercase());
    name.strip_suffix('.').unwrap_or(&name).to_owned()
}

/// The path of an http(s) URL, without query and fragment; empty if there is none.
pub fn path(text: &str) -> &str {
    let rest = after_scheme(text).unwrap_or_default();
    let page = rest.split(['?', '#']).next().unwrap_or_default();
    page.find('/').map_or("", |at| &page[at..])
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then_some(rest)
}

fn check_authority(authority: &str) -> Result<(), UrlError> {
    let (host, port) = if let Some(rest) = authority.strip_prefix('[') {
        let (address, after) = rest.split_once(']').ok_or(UrlError::Host)?;
        address.parse::<Ipv6Addr>().map_err(|_| UrlError::Host)?;
        if !after.is_empty() && !after.starts_with(':') {
            return Err(UrlError::Host);
        }
        (None, after.strip_prefix(':'))
    } else if authority.parse::<Ipv6Addr>().is_ok() {
        // Its colons would be taken for that of a port.
        return Err(UrlError::Host);
    } else {
        match authority.split_once(':') {
            Some((host, port)) => (Some(host), Some(port)),
            None => (Some(authority), None),
        }
    };
    match host {
        Some("") => return Err(UrlError::NoHost),
        Some(host) if !is_host(host) => return Err(UrlError::Host),
        _ => {}
    }
    match port {
        Some(port) if !is_port(port) => Err(UrlError::Port),
        _ => Ok(()),
    }
}

fn is_host(host: &str) -> bool {
    // Full stops of East Asian scripts, which browsers read as dots.
    let host = &host.replace(['。', '．', '｡'], ".");
    // A name may end with a dot: "git.example.org." is the same host.
    let name = host.strip_suffix('.').unwrap_or(host);
    // Browsers read a host that ends with a number as an IPv4 address, so "300.1.1.1" is not a name.
    let last = name.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return name.parse::<Ipv4Addr>().is_ok();
    }
    name.chars().count() <= 253 && name.split('.').all(is_label)
}

// Underscores are not allowed in Internet names, but many company networks use them.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.chars().count())
        && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || is_foreign(c))
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Whether it may be a letter, a digit or a mark of another script: everything beyond ASCII but the blocks of punctuation,
/// white space, symbols and what cannot be seen. The tables of the standard library would cost more of the first download
/// than the rest of this file.
fn is_foreign(c: char) -> bool {
    c >= '\u{c0}'
        && !matches!(
            c,
            '×' | '÷'
                | '\u{34f}'
                | '\u{61c}'
                | '।'
                | '॥'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{2000}'..='\u{2bff}'
                | '\u{2e00}'..='\u{2e7f}'
                | '\u{3000}'..='\u{3004}'
                | '\u{3008}'..='\u{3020}'
                | '\u{3164}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{fe00}'..='\u{fe6f}'
                | '\u{feff}'..='\u{ff0f}'
                | '\u{ff1a}'..='\u{ff20}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{ffff}'
                | '\u{1d000}'..='\u{1faff}'
                | '\u{e0000}'..
        )
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|number| number > 0)
}
