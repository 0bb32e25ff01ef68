//! Waiting for a condition, never for a time.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long something may take before a test fails: long, for a machine that does much else. A test that succeeds never
/// waits for it.
const LIMIT: Duration = Duration::from_secs(90);

const BETWEEN: Duration = Duration::from_millis(25);

/// Tries again and again until there is something; `Err` holds what the last try said.
pub(crate) fn until<T>(mut attempt: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let start = Instant::now();
    loop {
        match attempt() {
            Ok(value) => return Ok(value),
            Err(said) if start.elapsed() > LIMIT => return Err(said),
            Err(_) => sleep(BETWEEN),
        }
    }
}
