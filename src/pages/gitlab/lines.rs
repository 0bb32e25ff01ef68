//! Integrations of a project, one a line.

use leptos::prelude::*;
use patchbay_model::gitlab::Integration;

/// A line for each. It is drawn again only when its integration has changed, so that the focus and
/// what is folded out stay where they are while others come and go.
#[component]
pub fn Lines(
    /// What is listed.
    integrations: Signal<Vec<Integration>>,
    /// Draws the line of one.
    line: Callback<Integration, AnyView>,
) -> impl IntoView {
    view! {
        <ul class="lines">
            <For each=move || integrations.get() key=Integration::clone children=move |one| line.run(one) />
        </ul>
    }
}
