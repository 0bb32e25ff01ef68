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

fn main() {
    // From here on everything is found from this element.
    if let Some(root) = browser::root::given() {
        browser::root::set(root.clone());
        mount_to(root, app::App).forget();
    }
}
