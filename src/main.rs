//! Patchbay in the browser: mounts the app in the element that the page keeps for it.

mod api;
mod browser;
mod edit;
mod form;
mod pages;
mod plan;
mod route;
mod sentences;
mod session;
mod shell;
mod store;
mod ui;

use leptos::mount::mount_to;

fn main() {
    // From here on everything is found from this element.
    if let Some(root) = browser::root::given() {
        browser::root::set(root.clone());
        mount_to(root, shell::App).forget();
    }
}
