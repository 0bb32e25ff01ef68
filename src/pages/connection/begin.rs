//! Begins a check: which steps it has depends on the vendor.

use super::check::Check;
use super::{gitlab, jira};
use crate::browser::announcer::announce;
use crate::browser::task::spawn;
use leptos::prelude::*;
use patchbay_model::Vendor;

/// Begins, unless it is under way.
pub fn begin(check: Check) {
    if check.running.get_untracked() {
        return;
    }
    check.steps.set(Vec::new());
    check.outcome.set(None);
    check.running.set(true);
    spawn(async move {
        let result = match check.server.vendor() {
            Vendor::GitLab => gitlab::check(check).await,
            Vendor::Jira => jira::check(check).await,
        };
        let (Ok(outcome) | Err(outcome)) = result;
        // The page may be gone.
        if check.running.try_set(false).is_none() {
            let vendor = check.server.vendor();
            announce(format!("{vendor} on {}: {}", check.server.place(), outcome.title));
            check.outcome.set(Some(outcome));
        }
    });
}
