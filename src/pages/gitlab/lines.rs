//! Integrations of a project or group, one a line.

use leptos::prelude::*;
use patchbay_model::gitlab::Integration;
use patchbay_model::twins;

/// Which of several entries with the same name, from 0, and how many those are.
pub type Twin = (u32, u32);

/// A line for each. It is drawn again only when its integration has changed, so that the focus and
/// what is folded out stay where they are while others come and go.
#[component]
pub fn Lines(
    /// What is listed.
    integrations: Signal<Vec<Integration>>,
    /// Draws the line of one. The numbers are which of the entries with its name it is, from 0, and how many those are.
    line: Callback<(Integration, Twin), AnyView>,
) -> impl IntoView {
    let each = move || {
        let all = integrations.get();
        let twins = twins(all.iter().map(|one| one.slug.clone()));
        all.into_iter().zip(twins).collect::<Vec<_>>()
    };
    view! {
        <ul class="lines">
            <For each=each key=Clone::clone children=move |(one, twin)| line.run((one, twin)) />
        </ul>
    }
}
