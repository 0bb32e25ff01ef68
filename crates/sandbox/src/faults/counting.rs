//! The faults of a running sandbox. Each counts the requests that fit it.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::Method;

use super::Faults;
use super::fault::Fault;

/// Faults that count.
pub(crate) struct Counted(Vec<(Fault, AtomicU64)>);

impl Counted {
    pub(crate) fn new(faults: Faults) -> Self {
        Self(faults.0.into_iter().map(|fault| (fault, AtomicU64::new(0))).collect())
    }

    /// The fault that this request meets: the first in the file. All that fit count it, also the others.
    pub(super) fn of(&self, method: &Method, path: &str) -> Option<&Fault> {
        let mut met = None;
        for (fault, count) in &self.0 {
            if !fault.which.fits(method, path) {
                continue;
            }
            let number = count.fetch_add(1, Ordering::SeqCst) + 1;
            if met.is_none() && fault.numbers.contain(number) {
                met = Some(fault);
            }
        }
        met
    }
}
