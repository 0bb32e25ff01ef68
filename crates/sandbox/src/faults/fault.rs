//! What goes wrong with which requests.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method, StatusCode};

use super::numbers::Numbers;
use super::path::{Api, PathPattern, below_root};

/// A fault as the file says it.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) which: Which,
    /// Which of them.
    pub(super) numbers: Numbers,
    /// How long the answer waits.
    pub(super) delay: Duration,
    pub(super) outcome: Outcome,
}

/// Requests. What is not named may be anything.
#[derive(Clone, Debug, Default)]
pub(super) struct Which {
    pub(super) api: Option<Api>,
    pub(super) methods: Option<Vec<Method>>,
    pub(super) path: Option<PathPattern>,
}

/// How a request ends.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// As without the fault.
    Answered,
    /// Only so many bytes of the real answer arrive.
    Cut { bytes: usize, length: Length },
    /// The connection ends without an answer.
    Dropped { done: bool },
    /// With another answer.
    Faulty { answer: Answer, done: bool },
}

/// Which length the header of a cut answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// That of what is sent: a whole answer whose JSON is cut.
    Sent,
    /// That of the real answer: the connection ends before it is reached.
    Real,
}

/// An answer that the file writes.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) content_type: &'static str,
    pub(super) body: String,
    pub(super) speaker: Speaker,
}

/// Who gives the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    /// Jira or GitLab themselves.
    Server,
    /// What stands in front of them, and knows nothing of their headers.
    Proxy,
}

impl Which {
    pub(super) fn fits(&self, method: &Method, path: &str) -> bool {
        let Some((api, rest)) = below_root(path) else { return false };
        let fits_method = match &self.methods {
            Some(methods) => methods.contains(method),
            // Browsers ask for permission by themselves: that is no request of anybody's.
            None => method != Method::OPTIONS,
        };
        fits_method
            && self.api.is_none_or(|named| named == api)
            && self.path.as_ref().is_none_or(|path| path.fits(rest))
    }
}
