//! Memos, signals and handlers made from boxed closures.
//!
//! Leptos compiles its code again for each closure type. Boxed here first, closures with the same result share it:
//! that keeps the download small, at the price of an allocation.

use leptos::prelude::*;
use web_sys::{Event, MouseEvent};

/// A memo of what `compute` gives.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(compute))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| compute())
}

/// A signal that computes what `compute` gives each time it is read.
pub fn derive<T: Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    boxed_derive(Box::new(compute))
}

fn boxed_derive<T: Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(compute)
}

/// A handler of clicks.
pub type OnClick = Box<dyn FnMut(MouseEvent)>;

/// What to do on a click, for `on:click`.
pub fn click(mut act: impl FnMut() + 'static) -> OnClick {
    Box::new(move |_| act())
}

/// What to do with the text of a field, for `on:input`.
pub fn typed(mut take: impl FnMut(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| take(event_target_value(&event)))
}
