//! What a server made of a change, where that is not exactly what was asked.

use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gij::Readback;

/// A notice; nothing where the server reports all of it, and as asked. `ignored` is its title when something is not.
pub fn compared_notice(
    server: &'static str,
    ignored_title: &'static str,
    compared: Readback,
) -> Option<AnyView> {
    if compared.is_as_asked() && compared.unverified.is_empty() {
        return None;
    }
    let as_asked = compared.is_as_asked();
    let Readback { ignored, unverified, switched } = compared;
    let ignored: Vec<_> = ignored
        .into_iter()
        .map(|change| view! { <li>{format!("{}: asked for {}, but it is {}", change.label, change.before, change.after)}</li> })
        .collect();
    let switched = switched.map(|on| {
        let way = if on { "on" } else { "off" };
        view! { <li>{format!("{server} switched it {way}, which nobody asked for.")}</li> }
    });
    let unverified = (!unverified.is_empty()).then(|| {
        view! { <p>{format!("{server} does not report these back, so they could not be verified: {}.", unverified.join(", "))}</p> }
    });
    Some(if as_asked {
        view! { <Notice tone=Tone::Info title="Saved">{unverified}</Notice> }.into_any()
    } else {
        view! {
            <Notice tone=Tone::Warn title=ignored_title alert=true>
                <ul>{ignored} {switched}</ul>
                {unverified}
            </Notice>
        }
        .into_any()
    })
}
