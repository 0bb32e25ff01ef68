//! The page shown instead of the app when config.json cannot be used.

use crate::browser::{page, root};
use crate::session::Unusable;
use crate::ui::el::{button, el};
use crate::ui::{Notice, Tone};
use leptos::prelude::*;

/// Says what is wrong with the file, and tries again when asked to.
#[component]
pub fn Misconfigured(
    /// Why it cannot be used.
    faults: Unusable,
) -> impl IntoView {
    page::set_title("Error: config.json – Patchbay");
    let Unusable { state, faults, needs_editing } = faults;
    let list = el("ul").children(faults.into_iter().map(|fault| el("li").text(fault)));
    let example = needs_editing.then(|| {
        el("p")
            .text("A working file looks like this: ")
            .child(el("code").text("{ \"gitlab\": { \"url\": \"https://gitlab.example.com\" } }"))
            .text(". Correct yours, then try again.")
    });
    // Nothing is lost by it: there is nothing else on the page.
    let again = button("").text("Try again").on_click(|| drop(window().location().reload()));
    let body = el("div").child(list).child_if(example).child(el("p").class("actions").child(again));
    let version = el("p").class("hint").text(concat!("Patchbay ", env!("CARGO_PKG_VERSION")));
    let title = format!("The file config.json beside this page {state}");
    let notice = view! { <Notice tone=Tone::Bad title alert=true>{body}</Notice> };
    el(root::page_tag()).class("page").child(el("h1").text("Patchbay")).view(notice).child(version)
}
