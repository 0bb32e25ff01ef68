//! Goes round the themes: as the system, light, dark.

use crate::sentences;
use leptos::prelude::*;

use super::el::*;
use crate::browser::theme::{self, Theme};

/// Shows the theme that is on, and says which one comes next.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let current = theme::current();
    let label = move || {
        let label = match current.get() {
            Theme::Auto => sentences::THEME_OF_THE_SYSTEM,
            Theme::Light => sentences::THEME_LIGHT,
            Theme::Dark => "Theme: dark. Switch to the system’s.",
        };
        Some(label.into())
    };
    let sign = move || {
        let sign = match current.get() {
            Theme::Auto => "◐",
            Theme::Light => "○",
            Theme::Dark => "●",
        };
        sign.to_owned()
    };
    let next = move || {
        theme::choose(match current.get_untracked() {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        });
    };
    button("quiet")
        .live("aria-label", label)
        .live("title", label)
        .child(symbol("").live_text(sign))
        .on_click(next)
}
