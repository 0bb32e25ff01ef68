//! Coming back to a page: the focus is on the link that one came from, where it was.

use super::address::Route;
use super::navigation::Navigation;
use crate::browser::{page, place, root};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

impl Navigation {
    /// Moves the focus from the heading to the link that leads to `page`, in what was just drawn: of several the one in view,
    /// which was pressed; in a row rather than in a list.
    pub fn focus_row(self, page: Route) {
        request_animation_frame(move || {
            let find = |place| -> Vec<Element> {
                let links = format!(".page {place} a[href=\"{page}\"]");
                let Ok(all) = root::get().query_selector_all(&links) else { return Vec::new() };
                (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
            };
            let links = [find("tbody"), find("li")].concat();
            let seen = links.iter().find(|link| is_seen(link));
            let Some(link) = seen.or(links.first()).filter(|_| root::is_unclaimed()) else { return };
            self.came_from.try_set(None);
            if seen.is_some() {
                return root::focus_still(link.unchecked_ref());
            }
            place::leave();
            root::focus_on(link.unchecked_ref());
        });
    }

    /// Scrolls the page to where it was left, and moves the focus to the link of the page that one comes from. Called when
    /// what it lists is in the page.
    pub fn come_back(self) {
        self.restore_scroll();
        if let Some(left) = self.came_from.get_untracked() {
            self.focus_row(left);
        }
    }
}

/// Whether any of it will be in view when the page is where it is to be.
fn is_seen(link: &Element) -> bool {
    let (seen, moves) = (link.get_bounding_client_rect(), place::distance().unwrap_or_default());
    seen.bottom() > moves && seen.top() < moves + page::viewport_height()
}
