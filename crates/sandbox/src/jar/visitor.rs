//! Who opens a page of Jira.

use axum::http::{HeaderMap, HeaderValue};

use crate::access::accounts::{Account, Role, administrator};
use crate::access::identity::identify;
use crate::state::State;

/// The account, and the cookie of the session that `auto_sign_in` begins with this request.
pub(super) fn visitor(state: &State, headers: &HeaderMap) -> (Option<&'static Account>, Option<HeaderValue>) {
    let cookie = state.auto_sign_in(headers);
    let account = match cookie {
        Some(_) => Some(administrator()),
        None => identify(headers, &state.sessions).map(|identity| identity.account),
    };
    (account, cookie)
}

pub(super) fn is_administrator(account: Option<&Account>) -> bool {
    account.is_some_and(|account| account.role == Role::Administrator)
}
