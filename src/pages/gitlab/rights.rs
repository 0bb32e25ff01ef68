//! Tells people that their token may only read before they change anything.

use crate::api::{Loaded, SignIn, gitlab};
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;

/// The notice for a token that may only read; nothing for others, or where GitLab does not say.
pub fn rights(session: Session) -> impl IntoView {
    let may_write = Loaded::<bool>::new();
    if session.server.sign_in() == SignIn::Token {
        may_write.load(move || gitlab::may_write(session.server));
    }
    move || {
        (may_write.get() == Some(false)).then(|| {
            view! {
                <Notice tone=Tone::Warn title=gitlab::MAY_ONLY_READ.title>
                    <p>{gitlab::MAY_ONLY_READ.text}</p>
                </Notice>
            }
        })
    }
}
