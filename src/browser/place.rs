//! The place that the page is to be scrolled to: where it was left. What stands there may come late, and may become higher
//! or lower when it does; the place is kept until that is over, or until somebody scrolls.

use leptos::prelude::request_animation_frame;
use std::cell::Cell;

use super::page;

/// For how many frames the page is scrolled there again, whatever moves it.
const FRAMES: u32 = 10;

#[derive(Clone, Copy)]
struct Place {
    /// Where the page is to be, in CSS pixels.
    wanted: f64,
    /// Where it was scrolled to: less while it is not as high as that.
    reached: f64,
    /// How many frames are left.
    left: u32,
}

thread_local! {
    static PLACE: Cell<Option<Place>> = const { Cell::new(None) };
}

/// Scrolls there as soon as the page is high enough.
pub fn return_to(wanted: f64) {
    let is_looking = PLACE.get().is_some_and(|place| place.left > 0);
    PLACE.set(Some(Place { wanted, reached: page::scroll_y(), left: FRAMES }));
    if !is_looking {
        request_animation_frame(look);
    }
}

/// How far the page is from there; `None` if there is no such place, or somebody has scrolled since.
pub fn distance() -> Option<f64> {
    let place = PLACE.get()?;
    let y = page::scroll_y();
    if place.left == 0 && y != place.reached {
        leave();
        return None;
    }
    Some(place.wanted - y)
}

/// What stands there has changed: scrolls there again.
pub fn return_again() {
    if let (Some(_), Some(place)) = (distance(), PLACE.get()) {
        return_to(place.wanted);
    }
}

/// The page may be anywhere from now on.
pub fn leave() {
    PLACE.set(None);
}

fn look() {
    if let (Some(_), Some(Place { wanted, left, .. })) = (distance(), PLACE.get()) {
        page::scroll_to(wanted);
        PLACE.set(Some(Place { wanted, reached: page::scroll_y(), left: left - 1 }));
        if left > 1 {
            request_animation_frame(look);
        }
    }
}
