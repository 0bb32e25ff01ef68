//! The Git integrations that find a project, in the file of Jira’s pages, which is fetched when somebody asks for
//! them: it can try filters.

use super::in_jira::{OfProject, in_jira};
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::task::spawn;
use crate::sentences;
use crate::ui::{BusyButton, Tone, toast};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

/// Draws them.
type Draw = fn(OfProject) -> AnyView;

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(in_jira)
}

/// The id of the heading.
const HEADING: &str = "in-jira";

/// Asks for the Git integrations of the configured Jiras that find a project.
#[component]
pub fn InJira(
    /// The project, with its Jira integration.
    of: OfProject,
) -> impl IntoView {
    let drawn = RwSignal::new(None::<Draw>);
    let busy = RwSignal::new(false);
    let ask = Callback::new(move |()| {
        busy.set(true);
        spawn(async move {
            match loaded(entry()).await {
                Ok(draw) => drop(drawn.try_set(Some(draw))),
                Err(_) => toast(
                    Tone::Bad,
                    "A part of Patchbay could not be fetched. Check the network, then try again.",
                ),
            }
            busy.try_set(false);
        });
    });
    view! {
        <section class="part" aria-labelledby=HEADING>
            <header>
                <h2 id=HEADING>"In Jira"</h2>
                <span class="sub">"Jira shows commits only of projects that one of its Git integrations finds."</span>
            </header>
            {move || match drawn.get() {
                Some(draw) => draw(of),
                None => view! { <BusyButton label=sentences::FIND_ITS_GIT_INTEGRATIONS busy on_click=ask /> }.into_any(),
            }}
        </section>
    }
}
