//! Patchbay in the browser: mounts the app.

fn main() {
    leptos::mount::mount_to_body(|| "Patchbay");
}
