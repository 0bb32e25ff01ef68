//! Access tokens of GitLab: whose each is, what it is for, and until when.

use super::people::{DEVELOPER, MAINTAINER, Person};
use super::refusal::Refusal;

/// An access token. The words are no secrets: `--help` tells them.
pub(super) struct Token {
    pub(super) id: u64,
    word: &'static str,
    pub(super) owner: &'static Person,
    /// As "Personal access tokens" names them.
    pub(super) scopes: &'static [&'static str],
    /// It ends in so many days, from whenever one asks.
    pub(super) days_left: i64,
}

static TOKENS: [Token; 6] = [
    Token { id: 1, word: "maintainer-token", owner: &MAINTAINER, scopes: &["api"], days_left: 300 },
    Token { id: 2, word: "developer-token", owner: &DEVELOPER, scopes: &["api"], days_left: 300 },
    Token { id: 3, word: "read-token", owner: &MAINTAINER, scopes: &["read_api"], days_left: 300 },
    Token { id: 4, word: "profile-token", owner: &MAINTAINER, scopes: &["read_user"], days_left: 300 },
    Token {
        id: 5,
        word: "repository-token",
        owner: &MAINTAINER,
        scopes: &["read_repository"],
        days_left: 300,
    },
    Token { id: 6, word: "ending-token", owner: &MAINTAINER, scopes: &["api"], days_left: 5 },
];

/// The token of this word. Two that are over are told from those that never were.
pub(super) fn find(word: &str) -> Result<&'static Token, Refusal> {
    match word {
        "expired-token" => Err(Refusal::invalid_token(
            "Token is expired. You can either do re-authorization or token refresh.",
        )),
        "revoked-token" => {
            Err(Refusal::invalid_token("Token was revoked. You have to re-authorize from the user."))
        }
        _ => TOKENS.iter().find(|token| token.word == word).ok_or_else(Refusal::unauthorized),
    }
}

impl Token {
    /// Whether one of these scopes is among its own.
    pub(super) fn has_one_of(&self, scopes: &[&str]) -> bool {
        self.scopes.iter().any(|scope| scopes.contains(scope))
    }
}
