//! The element around a page: `<main>`, or `<div>` inside Jira, which has its own `<main>` around it.

use leptos::prelude::*;
use web_sys::Event;

use super::el::*;
use crate::browser::root;

/// The id of the element: where the skip link leads.
pub const CONTENT: &str = "content";

/// Used once. In `ui`, because markup cannot choose a tag.
#[component]
pub fn PageFrame(
    /// Runs when something in it is pointed at or takes the focus.
    #[prop(optional)]
    on_reach: Option<fn(&Event)>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let frame = el(root::page_tag()).class("page").attr("id", CONTENT);
    let frame = match on_reach {
        Some(reach) => {
            frame.on("pointerover", move |event| reach(&event)).on("focusin", move |event| reach(&event))
        }
        None => frame,
    };
    frame.view(children())
}
