//! Tells people that they are no administrators before they fill in a form.

use crate::api::{Loaded, jira};
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;

/// The notice for somebody who is no administrator; nothing for others, or where Jira does not say.
pub fn rights(session: Session) -> impl IntoView {
    let is_administrator = Loaded::<bool>::new();
    is_administrator.load(move || jira::is_administrator(session.server));
    move || {
        (is_administrator.get() == Some(false)).then(|| {
            view! {
                <Notice tone=Tone::Warn title="You are not a Jira administrator">
                    <p>
                        "Only administrators of Jira can manage integrations, so Jira will most likely refuse what you enter \
                         here. Ask one of them, or sign in with another account."
                    </p>
                </Notice>
            }
        })
    }
}
