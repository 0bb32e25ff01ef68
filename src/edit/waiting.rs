//! Beside a busy button: how long it has waited for the server, and a way to wait no longer.

use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::pause::pause;
use crate::browser::reactive::{click, memo};
use crate::browser::task::spawn;
use crate::sentences;
use crate::ui::focus_title;
use leptos::prelude::*;
use patchbay_model::Vendor;
use std::time::Duration;

/// Seconds that nobody wonders about.
const PATIENCE: u32 = 5;

const SECOND: Duration = Duration::from_secs(1);

/// Shows nothing until an answer takes longer than usual.
#[component]
pub fn Waiting(
    /// Whether something is under way.
    busy: RwSignal<bool>,
    /// Who is waited for.
    vendor: Vendor,
    /// Gives up the request that is under way. What follows may take long again.
    on_stop: Callback<()>,
) -> impl IntoView {
    // Zero while nothing is shown.
    let seconds = RwSignal::new(0_u32);
    // Another number is another wait.
    let wait = StoredValue::new(0_u32);
    let begin = move || {
        wait.update_value(|wait| *wait += 1);
        seconds.set(0);
        spawn(count_up(seconds, wait, vendor));
    };
    effect(move || {
        if busy.get() {
            begin();
        } else {
            wait.update_value(|wait| *wait += 1);
            seconds.set(0);
        }
    });
    let stop = move || {
        // The button goes away, and the focus must not go with it.
        focus_title();
        begin();
        on_stop.run(());
    };
    let is_long = memo(move || seconds.get() > 0);
    move || {
        is_long.get().then(|| {
            // Not read out each second: a timer is no news.
            view! {
                <span class="sub" role="timer">
                    {move || format!("Waiting for {vendor} for {} s", count(seconds.get() as usize))}
                </span>
                <button type="button" on:click=click(stop)>
                    {sentences::STOP_WAITING}
                </button>
            }
        })
    }
}

async fn count_up(seconds: RwSignal<u32>, wait: StoredValue<u32>, vendor: Vendor) {
    let begun = wait.try_get_value();
    pause(SECOND * PATIENCE).await;
    let mut passed = PATIENCE;
    // Its page may have been left.
    while begun.is_some() && wait.try_get_value() == begun {
        if passed == PATIENCE {
            announce(format!("{vendor} has not answered yet. You can stop waiting."));
        }
        seconds.try_set(passed);
        pause(SECOND).await;
        passed += 1;
    }
}
