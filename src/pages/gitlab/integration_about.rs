//! The state of an integration, in a line under its title.

use super::about_home::link_to_gitlab;
use super::opened::Opened;
use crate::browser::dates;
use crate::ui::{Moment, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::Integration;

/// Whether it is active and since when, in a line; followed.
pub fn status(opened: Opened) -> impl IntoView {
    let line = match opened.integration() {
        None => tag(Tone::Plain, "Not set up yet").into_any(),
        Some(integration) => {
            let (tone, word) = match integration.active {
                true => (Tone::Good, "Active"),
                false => (Tone::Plain, "Set up, but not active"),
            };
            let is_inherited = integration.inherited == Some(true);
            view! {
                {tag(tone, word)}
                {is_inherited.then(|| tag(Tone::Info, "Inherited"))}
                {since(&integration)}
            }
            .into_any()
        }
    };
    // Where GitLab's own forms are, which can also send a test message.
    let forms = |home| link_to_gitlab(home, "/-/settings/integrations");
    view! { <p class="sub standing">{line} {opened.home.read().as_ref().and_then(forms)}</p> }
}

fn tag(tone: Tone, text: &'static str) -> impl IntoView {
    view! { <span><Tag tone text /></span> }
}

fn since(integration: &Integration) -> Option<impl IntoView + use<>> {
    let at = |text: &Option<String>| text.as_deref().and_then(dates::parse);
    let (created, updated) = (at(&integration.created_at), at(&integration.updated_at));
    let (word, at_ms) = match (created, updated) {
        (Some(created), Some(updated)) if updated > created => ("changed ", updated),
        (Some(created), _) => ("set up ", created),
        (None, updated) => ("changed ", updated?),
    };
    Some(view! { <span>{word} <Moment at_ms /></span> })
}
