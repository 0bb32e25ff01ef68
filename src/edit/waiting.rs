//! Beside a busy button: how long it has waited for the server, and a way to wait no longer.

use super::operation::stop_waiting;
use crate::api::Resource;
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::pause::pause;
use crate::browser::reactive::{click, memo};
use crate::browser::root;
use crate::browser::task::spawn;
use crate::sentences;
use crate::store::work::{self, Verb};
use crate::ui::focus_title;
use leptos::prelude::*;
use patchbay_model::Vendor;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Seconds that nobody wonders about.
const PATIENCE: u32 = 5;

const SECOND: Duration = Duration::from_secs(1);

/// Shows nothing until an answer takes longer than usual.
#[component]
pub fn Waiting(
    /// Whether something is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Who is waited for.
    vendor: Vendor,
    /// Gives up the request that is under way. What follows may take long again.
    on_stop: Callback<()>,
    /// What is being done: "Disabling mobile". Empty where the page says it.
    #[prop(optional, into)]
    doing: String,
    /// Where the focus goes when the button disappears; the title of the page or of the dialog without.
    #[prop(optional_no_strip)]
    focus: Option<Callback<()>>,
) -> impl IntoView {
    let doing = StoredValue::new(if doing.is_empty() { doing } else { format!("{doing}. ") });
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
        match focus {
            Some(focus) => focus.run(()),
            None => focus_heading(),
        }
        begin();
        on_stop.run(());
    };
    let is_long = memo(move || seconds.get() > 0);
    move || {
        is_long.get().then(|| {
            // Not read out each second: a timer is no news.
            view! {
                <span class="sub" role="timer">
                    {move || format!("{}Waiting for {vendor} for {} s", doing.get_value(), count(seconds.get() as usize))}
                </span>
                <button type="button" on:click=click(stop)>
                    {sentences::STOP_WAITING}
                </button>
            }
        })
    }
}

/// Of the dialog that is open: what is behind it cannot have the focus.
fn focus_heading() {
    match root::get().query_selector("dialog[open] h2") {
        Ok(Some(heading)) => drop(root::focus_on(heading.unchecked_ref())),
        _ => focus_title(),
    }
}

/// The same for an operation on one resource, wherever it was begun.
#[component]
pub fn OperationWaiting(
    /// The resource; none while nothing is asked.
    #[prop(into)]
    resource: Signal<Option<Resource>>,
    /// What is meant of what may be under way with it.
    verbs: &'static [Verb],
    /// Who is waited for.
    vendor: Vendor,
    /// As for [`Waiting`].
    #[prop(optional, into)]
    doing: String,
    /// As for [`Waiting`].
    #[prop(optional)]
    focus: Option<Callback<()>>,
) -> impl IntoView {
    let verb = move || resource.read().as_ref().and_then(work::under_way);
    let busy = memo(move || verb().is_some_and(|verb| verbs.contains(&verb)));
    let on_stop = Callback::new(move |()| {
        if let Some(resource) = resource.get_untracked() {
            stop_waiting(&resource);
        }
    });
    view! { <Waiting busy vendor on_stop doing focus /> }
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
