//! The secrets that a file leaves out, and that a person types once for all who share them.

use super::entry::is_token;
use crate::gij::spec::Auth;

/// Integrations that sign in to the same host in the same way, so that one secret is enough for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretGroup {
    /// The address of the host.
    pub host: String,
    /// The user name; empty where the way to sign in has none, or where the file does not say it: then it is asked for too,
    /// see [`SecretGroup::wants_username`].
    pub username: String,
    /// How they sign in.
    pub way: Auth,
    /// The places of their steps in [`Import::steps`](super::Import::steps).
    pub steps: Vec<usize>,
}

impl SecretGroup {
    /// Whether the user name is missing as well.
    pub fn wants_username(&self) -> bool {
        self.username.is_empty() && !is_token(self.way)
    }
}

/// Adds a step to the group of its host, user name and way to sign in.
pub(super) fn join(groups: &mut Vec<SecretGroup>, host: String, username: String, way: Auth, step: usize) {
    let is_same =
        |group: &&mut SecretGroup| group.host == host && group.username == username && group.way == way;
    match groups.iter_mut().find(is_same) {
        Some(group) => group.steps.push(step),
        None => groups.push(SecretGroup { host, username, way, steps: vec![step] }),
    }
}
