//! The time, passed in, so that tests decide what "now" is.

use std::time::{SystemTime, UNIX_EPOCH};

/// Gives the present moment in milliseconds since 1970-01-01 00:00 UTC, as `initDate` and `lastIndexedDate` count it.
pub type Clock = fn() -> i64;

/// The clock of this machine. A clock set before 1970 counts as 1970.
pub fn system_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
