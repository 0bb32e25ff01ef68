//! The page shown instead of the app when config.json cannot be used.

use crate::browser::{page, root};
use crate::ui::el::el;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;

/// Lists what is wrong with the file.
#[component]
pub fn Misconfigured(
    /// Whole sentences.
    faults: Vec<String>,
) -> impl IntoView {
    page::set_title("Error: config.json – Patchbay");
    let words = view! {
        <h1>"Patchbay"</h1>
            <Notice tone=Tone::Bad title="The file config.json beside this page needs mending" alert=true>
                <ul>{faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view()}</ul>
                <p>
                    "A working file looks like this: "
                    <code>"{ \"jira\": { \"url\": \"\", \"auth\": \"session\" } }"</code>
                    ". Correct it, then load this page again."
                </p>
            </Notice>
    };
    el(root::page_tag()).class("page").view(words)
}
