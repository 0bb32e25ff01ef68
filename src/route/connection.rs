//! The page that checks connections: of all servers, or of those at one place.

use super::encode::{encode, read};
use std::fmt;

/// Which servers the page shows: those at this place, as `Server::place` gives it; empty for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionRoute(pub String);

impl ConnectionRoute {
    /// Reads the part behind `#/connection`.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        match parts {
            [] => Some(Self::default()),
            [place] => Some(Self(read(place))),
            _ => None,
        }
    }
}

/// The part behind `#`.
impl fmt::Display for ConnectionRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/connection")?;
        if self.0.is_empty() { Ok(()) } else { write!(f, "/{}", encode(&self.0)) }
    }
}
