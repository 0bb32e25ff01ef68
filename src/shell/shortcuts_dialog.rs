//! The dialog with all keys, in a later file: fetched when it is first opened.

use super::shortcuts;
use crate::browser::effect::effect;
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::task::spawn;
use crate::sentences;
use crate::ui::{Dialog, Switch};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

type Draw = fn(RwSignal<bool>) -> AnyView;

// In the smallest part: this is too little for a file of its own.
#[cfg_attr(feature = "split", wasm_split(connection, wasm_split_path = ::leptos::wasm_split, fallible))]
fn shortcuts_entry() -> Result<Draw, SplitLoaderError> {
    Ok(|open| view! { <ShortcutsDialog open /> }.into_any())
}

/// The dialog, after it was first opened.
#[component]
pub fn ShortcutsLater(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let dialog = RwSignal::new(None::<Draw>);
    effect(move || {
        if open.get() && dialog.read_untracked().is_none() {
            spawn(async move {
                match loaded(shortcuts_entry()).await {
                    Ok(draw) => dialog.set(Some(draw)),
                    // The keys work without their list.
                    Err(_) => open.set(false),
                }
            });
        }
    });
    move || dialog.get().map(|draw| draw(open))
}

/// What each key does.
const KEYS: &[(&str, &str)] = &[
    ("/", "Go to the search"),
    ("Enter", "In a search: take the only match; on a box before a name: go to what can be done"),
    ("Ctrl+S or Ctrl+Enter", "Save the form; on a Mac with ⌘"),
    ("Arrow keys, Home, End", "Move in menus, tabs and the list of projects"),
    ("Space", "Tick what has the focus"),
    ("Ctrl+A", "In the list of projects: choose all that are shown"),
    ("Esc", "Close what is open"),
    ("?", "Show this list"),
];

#[component]
fn ShortcutsDialog(open: RwSignal<bool>) -> impl IntoView {
    let checked = RwSignal::new(Some(shortcuts::are_on()));
    let change = Callback::new(move |on| {
        shortcuts::switch(on);
        checked.set(Some(on));
    });
    let keys = || {
        let one = |(key, what): &(&'static str, &'static str)| {
            view! { <div><dt><kbd>{*key}</kbd></dt> <dd>{*what}</dd></div> }
        };
        KEYS.iter().map(one).collect_view()
    };
    view! {
        <Dialog open title=sentences::KEYBOARD_SHORTCUTS>
            <dl class="keys">{keys()}</dl>
            <Switch
                id="use-shortcuts"
                label=sentences::USE_KEYBOARD_SHORTCUTS
                hint="Switch “/”, “?”, Ctrl+S and Ctrl+Enter off if other software uses these keys. This list stays in the menu at the top."
                checked
                on_change=change
            />
        </Dialog>
    }
}
