//! Which addresses a fault is about, after the root of the API.

/// The roots of all APIs, without the slash that follows them, and whose they are.
const ROOTS: [(&str, Api); 5] = [
    ("/rest/gitplugin/1.0", Api::Jira),
    ("/rest/gitplugin/2.0", Api::Jira),
    ("/rest/gitplugin/latest", Api::Jira),
    ("/rest/api/2", Api::Jira),
    ("/api/v4", Api::GitLab),
];

/// Whose API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Api {
    Jira,
    GitLab,
}

/// Whose API the address belongs to, and what follows the API's root: a slash and more, or nothing.
pub(super) fn below_root(path: &str) -> Option<(Api, &str)> {
    ROOTS.iter().find_map(|(root, api)| {
        let rest = path.strip_prefix(root)?;
        (rest.is_empty() || rest.starts_with('/')).then_some((*api, rest))
    })
}

/// Addresses: `/integration/*`, `/projects/**`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathPattern {
    segments: Vec<Segment>,
    /// Whether anything may follow: `**`.
    is_open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Exactly(String),
    /// `*`
    Any,
}

impl PathPattern {
    /// Reads a pattern. The error is a sentence.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.starts_with("/rest/") || text.starts_with("/api/") {
            let rest = below_root(text).map_or("/integration/*", |(_, rest)| rest);
            return Err(format!("\"path\" follows the root of the API. Write \"{rest}\"."));
        }
        let Some(segments) = text.strip_prefix('/') else {
            return Err("\"path\" begins with a slash. Write it as \"/integration/*\".".to_owned());
        };
        if text.contains(['?', '#']) {
            return Err("\"path\" ends before the question mark: queries are not looked at.".to_owned());
        }
        if text.contains("//") || text.ends_with('/') {
            return Err("\"path\" has an empty segment. Remove the slash.".to_owned());
        }
        let (segments, is_open) = match segments.strip_suffix("**") {
            Some("") => return Ok(Self { segments: Vec::new(), is_open: true }),
            Some(before) => before.strip_suffix('/').map_or((segments, false), |before| (before, true)),
            None => (segments, false),
        };
        let segments = segments.split('/').map(|segment| match segment {
            "*" => Ok(Segment::Any),
            "**" => {
                Err("\"**\" can only be the last segment of \"path\". Use \"*\" for one segment.".to_owned())
            }
            _ if segment.contains('*') => {
                Err(format!("\"*\" stands for a whole segment of \"path\". Write \"*\", not \"{segment}\"."))
            }
            _ => Ok(Segment::Exactly(segment.to_owned())),
        });
        Ok(Self { segments: segments.collect::<Result<_, _>>()?, is_open })
    }

    /// Whether it is about this address, as it is sent, after the root of the API.
    pub(super) fn fits(&self, path: &str) -> bool {
        let mut rest = path.split('/').skip(1);
        let fits = self.segments.iter().all(|segment| match (segment, rest.next()) {
            (_, None) => false,
            (Segment::Any, Some(_)) => true,
            (Segment::Exactly(text), Some(found)) => text == found,
        });
        fits && (self.is_open || rest.next().is_none())
    }
}
