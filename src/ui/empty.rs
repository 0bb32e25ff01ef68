//! What stands where a list would, when there is nothing to list.

use leptos::prelude::*;

/// Says that there is nothing, why, and offers the way on.
#[component]
pub fn Empty(
    /// "No integrations yet".
    #[prop(into)]
    title: String,
    /// What that means.
    #[prop(into)]
    text: String,
    /// The button that begins, or that clears the filters.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
