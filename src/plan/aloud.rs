//! What a person hears of something long, so that they know that it goes on: not of each step, and not often.

use super::reading::Phase;
use crate::browser::numbers::count;
use crate::browser::{announcer::announce, clock};
use patchbay_model::plan::Counts;
use std::cell::Cell;

/// How long nothing is said after something was, in milliseconds.
const PAUSE: f64 = 15_000.0;

thread_local! {
    /// When something was said last, in epoch milliseconds.
    static SAID: Cell<f64> = const { Cell::new(0.0) };
}

/// Something long begins: the next that is said of it comes after a pause.
pub fn begin() {
    SAID.set(clock::now());
}

/// Says how far it is, unless something was said shortly before; `text` is asked only then.
pub fn go_on(text: impl FnOnce() -> String) {
    if clock::now() - SAID.get() >= PAUSE {
        begin();
        announce(text());
    }
}

/// Says of a reading, whose phase was `before`, that it waits, or how far it is. At the end its page says what was read.
pub fn read(before: Phase, phase: Phase, counts: Counts) {
    match phase {
        Phase::Waiting(..) if !matches!(before, Phase::Waiting(..)) => {
            announce("Waiting for GitLab.".to_owned());
        }
        Phase::Reading if before == Phase::Reading => {
            go_on(|| format!("{} of {} read.", count(counts.ended()), count(counts.total)));
        }
        Phase::Reading => begin(),
        Phase::Idle | Phase::Waiting(..) | Phase::Stopped | Phase::Done => {}
    }
}
