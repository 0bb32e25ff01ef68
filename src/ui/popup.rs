//! What a menu and a facet share: a popover in the top layer beside its button, gone when the focus leaves it.
//!
//! `popover="manual"`: with "auto", pressing the button closes it before the click, which then opens it again.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent, Node};

use super::fresh_id::Mark;
use super::{el::*, placement::place};
use crate::browser::effect::effect;

/// A popover and its button.
#[derive(Clone, Copy)]
pub struct Popup {
    /// Whether it is there.
    pub open: RwSignal<bool>,
    /// The element that it is beside, and where Esc returns to.
    pub button: Mark,
    /// Its end at the button's end, for buttons near the end of a row.
    pub at_end: bool,
}

impl Popup {
    /// A popover that is closed.
    pub fn new(at_end: bool) -> Self {
        Self { open: RwSignal::new(false), button: Mark::new(), at_end }
    }

    /// The button that opens and closes it; `kind` as `aria-haspopup` has it.
    pub fn button(self, class: &'static str, kind: &'static str) -> El {
        let open = self.open;
        button(class)
            .attr("id", self.button.id())
            .attr("aria-haspopup", kind)
            .live("aria-expanded", move || true_or_false(open.get()))
            // Keeps the focus where it is while the button is pressed.
            .on("mousedown", |event| event.prevent_default())
            .on_click(move || open.update(|open| *open = !*open))
    }

    /// Gives the focus back to the button and closes.
    pub fn close(self) {
        self.button.focus();
        self.open.set(false);
    }

    /// Draws the popover, empty; only while open. `on_shown` moves the focus inside, `on_key` gets all keys but Esc.
    pub fn draw(
        self,
        kind: &'static str,
        class: &'static str,
        on_shown: impl Fn(&HtmlElement) + 'static,
        on_key: impl Fn(&HtmlElement, KeyboardEvent) + Send + 'static,
    ) -> El {
        let popup = Mark::new();
        effect(move || {
            if let Some(element) = popup.find() {
                let _ = element.show_popover();
                self.put(popup);
                on_shown(&element);
            }
        });
        for name in ["scroll", "resize"] {
            let listener = window_event_listener_untyped(name, move |_| self.put(popup));
            on_cleanup(move || listener.remove());
        }
        let keydown = move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // Not also the dialog that this may be in.
                event.prevent_default();
                event.stop_propagation();
                self.close();
            } else if let Some(element) = popup.find() {
                on_key(&element, event);
            }
        };
        el("div")
            .class(class)
            .attr("id", popup.id())
            .attr("role", kind)
            .attr("popover", "manual")
            // Takes the focus when its own text is pressed, so that this is no leaving.
            .attr("tabindex", "-1")
            .on("focusout", move |event| self.left(popup, event))
            .on_key(keydown)
    }

    fn put(self, popup: Mark) {
        if let (Some(popup), Some(button)) = (popup.find(), self.button.find()) {
            place(&popup, &button, self.at_end);
        }
    }

    fn left(self, popup: Mark, event: Event) {
        let to = event.unchecked_into::<FocusEvent>().related_target();
        let to = to.and_then(|target| target.dyn_into::<Node>().ok());
        let inside = |mark: Mark| {
            mark.find().is_some_and(|element| to.as_ref().is_some_and(|to| element.contains(Some(to))))
        };
        // Being removed with the focus inside sends a last `focusout`, when the signal is gone already.
        if !inside(popup) && !inside(self.button) {
            self.open.try_set(false);
        }
    }
}
