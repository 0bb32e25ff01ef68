//! Work that waits for the browser or a server.

use std::pin::Pin;

/// Runs the future on this page without waiting for it.
///
/// `spawn_local` by itself adds some code for each future it is given; here all share one.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    fn start(future: Pin<Box<dyn Future<Output = ()>>>) {
        leptos::task::spawn_local(future);
    }
    start(Box::pin(future));
}
