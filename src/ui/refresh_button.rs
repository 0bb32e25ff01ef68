//! The button that reads a page anew, and says to screen readers that it does and that it has: the eye sees it by itself.

use leptos::prelude::*;

use super::BusyButton;
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::sentences;

/// "Refresh".
#[component]
pub fn RefreshButton(
    /// Whether it is being read, by this button or otherwise.
    #[prop(into)]
    busy: Signal<bool>,
    /// Whether the last reading failed: then its notice says so.
    #[prop(into)]
    has_failed: Signal<bool>,
    /// Reads it.
    on_click: Callback<()>,
) -> impl IntoView {
    // Nobody asked for what is read by itself.
    let pressed = StoredValue::new(false);
    let press = Callback::new(move |()| {
        pressed.set_value(true);
        announce(sentences::REFRESHING.to_owned());
        on_click.run(());
    });
    effect(move || {
        if !busy.get()
            && pressed.try_update_value(std::mem::take) == Some(true)
            && !has_failed.get_untracked()
        {
            announce(sentences::REFRESHED.to_owned());
        }
    });
    view! { <BusyButton label="Refresh" busy_label=sentences::REFRESHING busy on_click=press /> }
}
