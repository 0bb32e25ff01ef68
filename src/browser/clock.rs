//! The time of day, and the one signal that makes "3 minutes ago" grow older.

use std::{cell::OnceCell, time::Duration};

use leptos::prelude::*;

const TICK: Duration = Duration::from_secs(15);

thread_local! {
    static TICKING: OnceCell<ArcRwSignal<f64>> = const { OnceCell::new() };
}

/// The current time in epoch milliseconds.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The current time in epoch milliseconds, renewed every 15 seconds; one signal for the whole app.
pub fn ticking() -> ReadSignal<f64> {
    TICKING.with(|ticking| ticking.get_or_init(start).read_only()).into()
}

fn start() -> ArcRwSignal<f64> {
    let time = ArcRwSignal::new(now());
    let ticking = time.clone();
    set_interval(move || ticking.set(now()), TICK);
    time
}
