//! Where things are: URLs of Git hosts, folders on the Jira server, and paths of a host's API.
//!
//! The rules are those of the field table of "Add New Integration" (`origin`, `apiPath`); what they leave open, such as
//! credentials within a URL, is decided on the safe side.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The longest `apiPath` and `apiFilter`, in characters ("Add New Integration").
pub const LONGEST: usize = 2000;

/// Why a URL is refused. `Display` writes the whole sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// Neither `http://` nor `https://` at the beginning.
    Scheme,
    /// White space or a control character.
    Blank,
    /// A backslash where a slash belongs.
    Backslash,
    /// A user name or password before the host.
    Credentials,
    /// A part after `#`.
    Fragment,
    /// No host.
    NoHost,
    /// A host that is no name, IPv4 address or bracketed IPv6 address.
    Host,
    /// A port outside 1–65535.
    Port,
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "The URL must begin with https:// or http://.",
            Self::Blank => "The URL must not contain white space or control characters.",
            Self::Backslash => "The URL must be written with “/”, not with “\\”.",
            Self::Credentials => {
                "The URL must not contain a user name or password: they would be stored and shown in clear. \
                 Use the fields for credentials instead."
            }
            Self::Fragment => "The URL must end before the “#”.",
            Self::NoHost => "The URL must name a server, for example https://git.example.org.",
            Self::Host => {
                "The server in the URL must be a name such as git.example.org, an IPv4 address, or an IPv6 address \
                 in brackets."
            }
            Self::Port => "The port in the URL must be a number from 1 to 65535.",
        })
    }
}

impl std::error::Error for UrlError {}

/// Checks an absolute `http` or `https` URL, such as the `origin` of an integration.
///
/// # Errors
/// [`UrlError`] names the first thing that is wrong.
pub fn check_http_url(text: &str) -> Result<(), UrlError> {
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(UrlError::Blank);
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

/// Checks an absolute `http` or `https` URL of any page, which may have a part after `#` as the addresses of some issue
/// trackers have.
///
/// # Errors
/// [`UrlError`] names the first thing that is wrong.
pub fn check_web_address(text: &str) -> Result<(), UrlError> {
    let (page, part) = text.split_once('#').unwrap_or((text, ""));
    if part.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(UrlError::Blank);
    }
    check_http_url(page)
}

/// The host of an http(s) URL in lower case, without its port; empty where there is none.
pub fn host(text: &str) -> String {
    let authority =
        after_scheme(text).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// The path of an http(s) URL, from its first slash to the query; empty where there is none.
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
    // A name may end in the dot of the root; "git.example.org." is the same server.
    let name = host.strip_suffix('.').unwrap_or(host);
    // What ends in a number is an address for every browser, so "300.1.1.1" is no name.
    let last = name.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return name.parse::<Ipv4Addr>().is_ok();
    }
    name.len() <= 253 && name.split('.').all(is_label)
}

// Underscores are no letters of Internet names, but of names in many a company network.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|number| number > 0)
}

/// Why a path is refused. `Display` writes the whole sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathError {
    /// A control character, such as a line break.
    Control,
    /// A folder that is not given from the root on.
    NotAbsolute,
    /// A folder whose last segment is no asterisk.
    NoAsterisk,
    /// An API path that does not begin with a slash.
    NoSlash,
    /// An API path with white space.
    Blank,
    /// An API path of more than [`LONGEST`] characters.
    TooLong,
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Control => "The path must not contain control characters such as line breaks.",
            Self::NotAbsolute => {
                "The path must be absolute: it begins with “/”, with a drive such as “C:\\”, or with “\\\\server\\share\\”."
            }
            Self::NoAsterisk => "The path must end in an asterisk as its last segment, for example /jira/repos/*.",
            Self::NoSlash => "The API path must begin with “/”.",
            Self::Blank => "The API path must not contain white space or control characters.",
            Self::TooLong => "The API path must have at most 2,000 characters.",
        })
    }
}

impl std::error::Error for PathError {}

/// Checks the `origin` of a tracked folder: an absolute path on the Jira server whose last segment is an asterisk.
///
/// # Errors
/// [`PathError`] names the first thing that is wrong.
pub fn check_server_path(text: &str) -> Result<(), PathError> {
    if text.contains(char::is_control) {
        return Err(PathError::Control);
    }
    let below = if let Some(share) = text.strip_prefix("\\\\") {
        below_share(share).ok_or(PathError::NotAbsolute)?
    } else if text.starts_with('/') {
        return if text.ends_with("/*") { Ok(()) } else { Err(PathError::NoAsterisk) };
    } else {
        below_drive(text).ok_or(PathError::NotAbsolute)?
    };
    if below == "*" || below.ends_with("\\*") || below.ends_with("/*") {
        Ok(())
    } else {
        Err(PathError::NoAsterisk)
    }
}

fn below_drive(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_alphabetic())?.strip_prefix(':')?;
    rest.strip_prefix(['\\', '/'])
}

fn below_share(text: &str) -> Option<&str> {
    let (server, rest) = text.split_once(['\\', '/'])?;
    let (share, below) = rest.split_once(['\\', '/']).unwrap_or((rest, ""));
    (!server.is_empty() && !share.is_empty() && share != "*").then_some(below)
}

/// Checks an `apiPath`: begins with a slash, has no white space and at most [`LONGEST`] characters.
///
/// # Errors
/// [`PathError`] names the first thing that is wrong.
pub fn check_api_path(text: &str) -> Result<(), PathError> {
    if !text.starts_with('/') {
        return Err(PathError::NoSlash);
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(PathError::Blank);
    }
    if text.chars().count() > LONGEST {
        return Err(PathError::TooLong);
    }
    Ok(())
}
