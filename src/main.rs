//! Patchbay in the browser: mounts the app in the element that the page keeps for it.

mod api;
mod app;
mod bar;
mod browser;
mod config;
mod console;
mod form;
mod navigation;
mod pages;
mod reactive;
mod route;
mod ui;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    // The one question to the document: from here on everything is found from this element.
    let root =
        document().get_element_by_id("patchbay").and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        browser::root::set(root.clone());
        mount_to(root, app::App).forget();
    }
}
