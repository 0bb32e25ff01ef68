//! Shown on a page until something is read.

use super::error_notice::ErrorNotice;
use crate::api::Loaded;
use crate::ui::Skeleton;
use leptos::prelude::*;

/// Grey rows, or what went wrong, with a way to try again; nothing once something is read.
pub fn awaited<T: Clone + Send + Sync + 'static>(loaded: Loaded<T>, rows: usize) -> AnyView {
    let on_retry = Callback::new(move |()| loaded.reload());
    match loaded.error() {
        Some(error) => view! { <ErrorNotice error on_retry again=loaded.again() /> }.into_any(),
        None if loaded.is_read() => ().into_any(),
        None => view! { <Skeleton rows /> }.into_any(),
    }
}
