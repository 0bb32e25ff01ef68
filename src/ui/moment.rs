//! How long ago something was, with the exact moment on hover and for screen readers.

use leptos::prelude::*;

use super::el::*;
use crate::browser::{clock, dates};

/// "26 hours ago", growing older by itself.
#[component]
pub fn Moment(
    /// Epoch milliseconds.
    at_ms: f64,
) -> impl IntoView {
    let now = clock::ticking();
    let exact = dates::exact(at_ms);
    el("time")
        .class("moment")
        .attr_if("datetime", Some(dates::machine(at_ms)).filter(|words| !words.is_empty()))
        .attr("title", exact.clone())
        .live_text(move || dates::relative(at_ms, now.get()))
        .child(unseen(format!(" ({exact})")))
}
