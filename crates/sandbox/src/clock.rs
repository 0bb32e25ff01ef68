//! The time, passed in, so that tests decide what "now" is.

use jiff::Timestamp;

/// Returns the time in milliseconds since 1970-01-01 00:00 UTC, as `initDate` and `lastIndexedDate` count it.
pub type Clock = fn() -> i64;

/// The clock of this machine.
pub(crate) fn system_clock() -> i64 {
    Timestamp::now().as_millisecond()
}
