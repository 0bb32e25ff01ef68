//! The way in: a page of a server is drawn for somebody who is signed in there.

use super::error_notice::ErrorNotice;
use super::sessions::Session;
use super::sign_in::TokenForm;
use crate::api::{Error, Pending, Server, SignIn};
use crate::browser::effect::effect;
use crate::browser::reactive::{derive, memo};
use crate::ui::{PageTitle, Skeleton};
use leptos::prelude::*;

/// Asks the server who is signed in.
pub type ReadUser = fn(Server) -> Pending<'static, Result<String, Error>>;

/// Asks who is signed in, once for each server, and then draws the page. After signing out, it is shown again.
#[component]
pub fn Gate(
    /// The session.
    session: Session,
    /// Asks who it is. Passed in, because the first file must not contain GitLab's code.
    read_user: ReadUser,
    /// Begins what the page will need, when it is asked who it is: then both are waited for at once.
    #[prop(optional)]
    meanwhile: Option<Callback<()>>,
    /// Draws the page.
    page: ViewFn,
) -> impl IntoView {
    provide_context(session);
    let Session { server, user, .. } = session;
    let ask = Callback::new(move |()| {
        user.load(move || read_user(server));
        // A token may be a wrong one: it is tried once.
        if let Some(meanwhile) = meanwhile
            && server.sign_in() == SignIn::Session
            && !untrack(|| user.is_read())
        {
            meanwhile.run(());
        }
    });
    if !untrack(|| user.is_read()) && !server.needs_token() {
        ask.run(());
    }
    // In the middle of a page another token may be given, and it may belong to somebody else.
    let mut is_first = true;
    effect(move || {
        server.follow_token();
        if !std::mem::take(&mut is_first) && untrack(|| user.is_read()) && !server.needs_token() {
            ask.run(());
        }
    });
    let is_in = memo(move || user.is_read());
    let asks = derive(move || {
        server.follow_token();
        user.error().is_none() && server.needs_token()
    });
    let place = server.place();
    let title = derive(move || {
        if asks.get() { format!("Sign in to {place}") } else { format!("{} on {place}", server.vendor()) }
    });
    // One heading until the page is drawn: it has the focus of the button that signed in.
    let way_in = move || {
        let body = move || match user.error() {
            Some(error) => {
                let error = error.before_signing_in();
                view! { <ErrorNotice error on_retry=ask again=user.again() /> }.into_any()
            }
            None if asks.get() => view! { <TokenForm server on_given=ask /> }.into_any(),
            None => view! { <Skeleton rows=8 /> }.into_any(),
        };
        view! {
            <PageTitle title has_error=derive(move || user.error().is_some()) />
            {body}
        }
        .into_any()
    };
    move || if is_in.get() { page.run() } else { way_in() }
}
