//! The page shown instead of the app when config.json cannot be used.

use crate::browser::page;
use crate::browser::reactive::click;
use crate::sentences;
use crate::session::config_file::{self, Unusable};
use crate::session::{Config, Unread};
use crate::ui::{Notice, PageFrame, Tone};
use leptos::prelude::*;

/// Reads what the first file left, and draws what is wrong with it.
pub type SecondLook = fn(Unread) -> Result<Config, Unusable>;

/// Reads the file in full.
pub const READ: SecondLook = config_file::read;

/// Says what is wrong with the file, and tries again when asked to.
pub fn misconfigured(faults: Unusable) -> AnyView {
    page::set_title("Error: config.json – Patchbay");
    let Unusable { state, faults, needs_editing } = faults;
    let faults = faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view();
    let example = needs_editing.then(|| {
        view! {
            <p>
                "A working file looks like this: "
                <code>"{ \"gitlab\": { \"url\": \"https://gitlab.example.com\" } }"</code>
                ". Correct yours, then try again."
            </p>
        }
    });
    // Nothing is lost by it: there is nothing else on the page.
    let again = || drop(window().location().reload());
    view! {
        <PageFrame>
            <h1>"Patchbay"</h1>
            <Notice tone=Tone::Bad title=format!("The file config.json beside this page {state}") alert=true>
                <div>
                    <ul>{faults}</ul>
                    {example}
                    <p class="actions">
                        <button type="button" on:click=click(again)>
                            {sentences::TRY_AGAIN}
                        </button>
                    </p>
                </div>
            </Notice>
            <p class="hint">{concat!("Patchbay ", env!("CARGO_PKG_VERSION"))}</p>
        </PageFrame>
    }
    .into_any()
}
