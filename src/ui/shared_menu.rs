//! One menu for the buttons of many rows: it is made when one of them is pressed.

use std::time::Duration;

use leptos::prelude::*;

use super::menu::{MenuItem, draw_list};
use super::popup::Popup;
use super::{Press, el::*};
use crate::browser::effect::effect;

/// What opens it, and what is in it; copies are the same.
#[derive(Clone, Copy)]
pub struct SharedMenu {
    popup: Popup,
    /// Its name and its items, made when it opens.
    content: StoredValue<Option<(String, Vec<MenuItem>)>>,
    /// Which item has the focus first.
    first_key: StoredValue<&'static str>,
}

impl SharedMenu {
    /// Closed, of no button.
    pub fn new() -> Self {
        let menu = Self {
            popup: Popup::new(true),
            content: StoredValue::new(None),
            first_key: StoredValue::new("Home"),
        };
        effect(move || {
            let open = menu.popup.open.get();
            if let Some(button) = menu.popup.button.find() {
                let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
            }
        });
        menu
    }

    /// Opens it for this button, or closes it.
    pub fn toggle(self, Press { button, upwards, .. }: Press, label: String, items: Vec<MenuItem>) {
        let open = self.popup.open;
        let id = self.popup.button.id();
        let was_open = open.get_untracked();
        if was_open && button.id() == id {
            return open.set(false);
        }
        // From another one the focus moves first: leaving the menu closes it.
        if was_open {
            let _ = button.focus();
            open.set(false);
        }
        let show = move || {
            if let Some(other) = self.popup.button.find() {
                let _ = other.remove_attribute("id");
            }
            button.set_id(&id);
            self.first_key.set_value(if upwards { "End" } else { "Home" });
            self.content.set_value(Some((label, items)));
            open.set(true);
        };
        if was_open { set_timeout(show, Duration::ZERO) } else { show() }
    }

    /// The menu while it is open; drawn once, beside the rows.
    pub fn draw(self) -> AnyView {
        when(self.popup.open.into(), move || {
            let (label, items) = self.content.get_value().unwrap_or_default();
            draw_list(self.popup, label, self.first_key.get_value(), items)
        })
    }
}

/// What a row's button to it looks like; `aria-label` is left open.
pub fn menu_button() -> El {
    button("quiet")
        .attr("aria-haspopup", "menu")
        .attr("aria-expanded", "false")
        .blank("aria-label")
        .child(symbol("⋯"))
}
