//! A context path: empty, or such as `/jira`.

use std::fmt;
use std::str::FromStr;

/// The path that all addresses of a server begin with: empty, or segments that each begin with a slash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContextPath(String);

impl ContextPath {
    /// Empty, or such as `/jira`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ContextPath {
    type Err = NoContextPath;

    fn from_str(text: &str) -> Result<Self, NoContextPath> {
        let plain = |segment: &str| {
            !segment.is_empty()
                && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_~".contains(&byte))
        };
        match text.strip_prefix('/') {
            Some(segments) if segments.split('/').all(plain) => Ok(Self(text.to_owned())),
            None if text.is_empty() => Ok(Self::default()),
            Some(_) | None => Err(NoContextPath),
        }
    }
}

/// The text is not a context path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoContextPath;

impl fmt::Display for NoContextPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("A context path begins with a slash and ends without one, such as /jira.")
    }
}

impl std::error::Error for NoContextPath {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn begins_with_a_slash_and_ends_without() {
        for text in ["", "/jira", "/tools/jira-1"] {
            assert_eq!(text.parse::<ContextPath>().unwrap().as_str(), text);
        }
        for text in ["/", "jira", "/jira/", "//jira", "/a b", "/..", "/a?b"] {
            assert_eq!(text.parse::<ContextPath>(), Err(NoContextPath), "{text}");
        }
    }
}
