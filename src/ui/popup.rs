//! What a menu and a facet share: a popover in the top layer beside its button, gone when the focus leaves it.
//!
//! `popover="manual"`: with "auto", pressing the button closes it before the click, which then opens it again.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node};

use super::placement::place;

/// Keeps the focus where it is while the button is pressed; goes on the button's `mousedown`.
pub fn keep_focus(event: MouseEvent) {
    event.prevent_default();
}

/// Draw it only while `open`; it closes itself by Esc and when the focus goes elsewhere.
#[component]
pub fn Popup(
    /// Set to false to close it.
    open: RwSignal<bool>,
    /// What it stands beside, and where Esc returns to.
    button: NodeRef<html::Button>,
    /// Class of the element.
    class: &'static str,
    /// ARIA role of the element.
    role: &'static str,
    /// Its name for screen readers.
    label: String,
    /// Its end at the button's end, for buttons near the end of a row.
    at_end: bool,
    /// Moves the focus inside once it is shown.
    on_shown: Callback<HtmlElement>,
    /// Keys other than Esc.
    #[prop(optional, into)]
    on_key: Option<Callback<(HtmlElement, KeyboardEvent)>>,
    children: Children,
) -> impl IntoView {
    let popup = NodeRef::<html::Div>::new();
    // Being removed with the focus inside sends a last `focusout`, when both are gone already.
    let elements = move || Some((popup.try_get_untracked()??, button.try_get_untracked()??));
    let put = move |_: Event| {
        if let Some((popup, button)) = elements() {
            place(&popup, &button, at_end);
        }
    };
    Effect::new(move |_| {
        if let (Some(popup), Some(button)) = (popup.get(), button.get_untracked()) {
            let _ = popup.show_popover();
            place(&popup, &button, at_end);
            on_shown.run(popup.into());
        }
    });
    for name in ["scroll", "resize"] {
        let listener = window_event_listener_untyped(name, put);
        on_cleanup(move || listener.remove());
    }
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let stays = elements().is_some_and(|(popup, button)| {
            to.as_ref().is_some_and(|to| popup.contains(Some(to)) || button.contains(Some(to)))
        });
        if !stays {
            open.try_set(false);
        }
    };
    let keydown = move |event: KeyboardEvent| {
        let Some((popup, button)) = elements() else { return };
        if event.key() == "Escape" {
            // Not also the dialog that this may be in.
            event.prevent_default();
            event.stop_propagation();
            let _ = button.focus();
            open.set(false);
        } else if let Some(on_key) = on_key {
            on_key.run((popup.into(), event));
        }
    };
    view! {
        <div
            node_ref=popup
            class=class
            role=role
            aria-label=label
            popover="manual"
            // Takes the focus when its own text is pressed, so that this is no leaving.
            tabindex="-1"
            on:focusout=left
            on:keydown=keydown
        >
            {children()}
        </div>
    }
}
