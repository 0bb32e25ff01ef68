//! What Jira made of a change, where that is not exactly what was asked.

use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gij::Readback;

/// A notice; nothing where the server reports all of it, and as asked.
pub fn compared_notice(compared: Readback) -> Option<AnyView> {
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
        view! { <li>{format!("Jira switched it {way}, which nobody asked for.")}</li> }
    });
    let unverified = (!unverified.is_empty()).then(|| {
        view! { <p>{format!("Jira does not report these back, so they could not be verified: {}.", unverified.join(", "))}</p> }
    });
    Some(if as_asked {
        view! { <Notice tone=Tone::Info title="Saved">{unverified}</Notice> }.into_any()
    } else {
        view! {
            <Notice tone=Tone::Warn title="Saved, but not everything is as asked" alert=true>
                <ul>{ignored} {switched}</ul>
                {unverified}
            </Notice>
        }
        .into_any()
    })
}
