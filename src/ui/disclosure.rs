//! A line that opens what is below it.

use leptos::prelude::*;

use super::el::*;

/// Nothing while not `shown`; what is in it is drawn only while it is open.
#[component]
pub fn Disclosure(
    /// The class of the element.
    class: &'static str,
    /// Whether it is there.
    shown: Signal<bool>,
    /// The line.
    summary: Signal<String>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    when(shown, move || {
        let (open, children) = (RwSignal::new(false), children.clone());
        el("details")
            .class(class)
            .on("toggle", move |_| open.update(|open| *open = !*open))
            .child(el("summary").live_text(move || summary.get()))
            .live_view(move || if open.get() { children() } else { ().into_any() })
    })
}
