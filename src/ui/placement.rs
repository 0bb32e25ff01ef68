//! Shows a popover beside its button, wholly inside what can be seen of the page.
//!
//! By script: CSS anchor positioning is not in every browser we serve.

use web_sys::HtmlElement;

use crate::browser::page;

const GAP: f64 = 4.0;

/// Puts it below the button, or above where there is more room; its end at the button's end if `at_end`.
pub fn place(popover: &HtmlElement, button: &HtmlElement, at_end: bool) {
    let (anchor, size) = (button.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let (width, height) = (page::viewport_width(), page::viewport_height());

    let below = height - anchor.bottom();
    let fits_below = size.height() + 2.0 * GAP <= below || below >= anchor.top();
    let top = if fits_below { anchor.bottom() + GAP } else { anchor.top() - GAP - size.height() };
    let left = if at_end { anchor.right() - size.width() } else { anchor.left() };

    let style = popover.style();
    let _ = style.set_property("left", &pixels(left.min(width - size.width() - GAP)));
    let _ = style.set_property("top", &pixels(top.min(height - size.height() - GAP)));
}

fn pixels(length: f64) -> String {
    format!("{}px", length.max(GAP) as u32)
}
