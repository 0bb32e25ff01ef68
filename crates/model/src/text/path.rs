//! Folders on the Jira server, and paths of a host's REST API.
//!
//! The rules are those of the field table in "Add New Integration" (`origin` of a tracked folder, `apiPath`).

use std::fmt;

/// Maximum length of `apiPath` and `apiFilter`, in characters ("Add New Integration").
pub const LONGEST: usize = 2000;

/// Why a path is refused. `Display` gives the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It contains a control character, such as a line break.
    Control,
    /// The folder path is not absolute.
    NotAbsolute,
    /// The folder path does not end with an asterisk as its last segment.
    NoAsterisk,
    /// The API path does not begin with a slash.
    NoSlash,
    /// The API path contains white space or a control character.
    WhiteSpace,
    /// The API path has more than [`LONGEST`] characters.
    TooLong,
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Control => "The path must not contain control characters such as line breaks.",
            Self::NotAbsolute => {
                "The path must be absolute. Begin with “/”, a drive such as “C:\\”, or “\\\\server\\share\\”."
            }
            Self::NoAsterisk => {
                "The path must end with an asterisk as its last segment. Example: /jira/repos/*."
            }
            Self::NoSlash => "The API path must begin with “/”.",
            Self::WhiteSpace => "The API path must not contain white space or control characters.",
            Self::TooLong => "The API path must have at most 2,000 characters.",
        })
    }
}

impl std::error::Error for PathError {}

/// Checks the `origin` of a tracked folder: an absolute path on the Jira server whose last segment is an asterisk.
///
/// # Errors
/// [`PathError`], for the first problem.
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

/// Checks an `apiPath`: it begins with a slash, contains no white space and has at most [`LONGEST`] characters.
///
/// # Errors
/// [`PathError`], for the first problem.
pub fn check_api_path(text: &str) -> Result<(), PathError> {
    if !text.starts_with('/') {
        return Err(PathError::NoSlash);
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(PathError::WhiteSpace);
    }
    if text.chars().count() > LONGEST {
        return Err(PathError::TooLong);
    }
    Ok(())
}
