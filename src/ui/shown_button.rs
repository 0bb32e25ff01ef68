//! A button that is there only while it can be used.

use leptos::prelude::*;

use super::el::*;

/// Nothing while not `shown`.
#[component]
pub fn ShownButton(
    /// The button's own id; may be empty.
    #[prop(optional)]
    id: &'static str,
    /// Its emphasis, as style/button.css names it; may be empty.
    #[prop(optional)]
    class: &'static str,
    /// What it does: a verb first.
    label: &'static str,
    /// Whether it is there.
    shown: Signal<bool>,
    /// What happens on a click.
    on_click: Callback<()>,
) -> impl IntoView {
    when(shown, move || {
        button(class)
            .attr_if("id", Some(id).filter(|id| !id.is_empty()))
            .text(label)
            .on_click(move || on_click.run(()))
    })
}
