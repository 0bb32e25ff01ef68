//! Light, dark, or as the system has it.

use std::cell::OnceCell;

use leptos::prelude::*;

use super::{root, storage};

const KEY: &str = "theme";

/// What the person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page around the app, else as the system.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn stored() -> Self {
        match storage::get(KEY).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        }
    }
}

thread_local! {
    static CURRENT: OnceCell<ArcRwSignal<Theme>> = const { OnceCell::new() };
}

/// The choice that is on.
pub fn current() -> ReadSignal<Theme> {
    signal().read_only().into()
}

/// Changes the page to this theme, and remembers it.
pub fn choose(theme: Theme) {
    signal().set(theme);
    storage::set(KEY, theme.word());
    apply();
}

/// Marks the mount element with the choice; called once by the app, after [`root::set`]. Without a choice it inherits
/// the colour scheme of the page around it.
pub fn apply() {
    let _ = root::get().set_attribute("data-theme", signal().get_untracked().word());
}

fn signal() -> ArcRwSignal<Theme> {
    CURRENT.with(|current| current.get_or_init(|| ArcRwSignal::new(Theme::stored())).clone())
}
