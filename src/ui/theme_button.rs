//! Goes round the themes: as the system, light, dark.

use leptos::prelude::*;

use crate::browser::theme::{self, Theme};

/// Shows the theme that is on, and says which one comes next.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let current = theme::current();
    let label = Signal::derive(move || match current.get() {
        Theme::Auto => "Theme: as the system. Switch to light.",
        Theme::Light => "Theme: light. Switch to dark.",
        Theme::Dark => "Theme: dark. Switch to as the system.",
    });
    let symbol = move || match current.get() {
        Theme::Auto => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    let next = move |_| {
        theme::choose(match current.get_untracked() {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        });
    };
    view! {
        <button type="button" class="quiet" aria-label=label title=label on:click=next>
            <span aria-hidden="true">{symbol}</span>
        </button>
    }
}
