//! Who sends a request, by name and password, personal access token or session.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::accounts::{self, Account};
use super::session::{self, Sessions};

/// Who sends a request.
pub(crate) struct Identity {
    pub(crate) account: &'static Account,
    /// Whether this is a session that must be confirmed before it may administer. Requests with a password or a token
    /// have no session to confirm.
    pub(crate) needs_websudo: bool,
}

/// `None` without credentials and with wrong ones. A session does not make up for a wrong password.
pub(crate) fn identify(headers: &HeaderMap, sessions: &Sessions) -> Option<Identity> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let account = authorized(value.to_str().ok()?)?;
        return Some(Identity { account, needs_websudo: false });
    }
    let id = session::presented(headers)?;
    Some(Identity { account: sessions.account(id)?, needs_websudo: !sessions.is_confirmed(id) })
}

fn authorized(header: &str) -> Option<&'static Account> {
    let (scheme, rest) = header.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("Bearer") {
        return accounts::of_token(rest.trim());
    }
    if !scheme.eq_ignore_ascii_case("Basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    let (name, password) = decoded.split_once(':')?;
    accounts::sign_in(name, password)
}
