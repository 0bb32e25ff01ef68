//! The access tokens of this GitLab: owner, scopes and end.

use super::people::{DEVELOPER, MAINTAINER, OWNER, Person};
use super::refusal::Refusal;

/// An access token. Its word is public: `--help` prints it.
pub(super) struct Token {
    pub(super) id: u64,
    word: &'static str,
    pub(super) owner: &'static Person,
    /// As "Personal access tokens" names them.
    pub(super) scopes: &'static [&'static str],
    /// Days from now until it ends.
    pub(super) days_left: i64,
}

static TOKENS: [Token; 7] = [
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
    Token { id: 7, word: "owner-token", owner: &OWNER, scopes: &["api"], days_left: 300 },
    Token { id: 6, word: "ending-token", owner: &MAINTAINER, scopes: &["api"], days_left: 5 },
];

/// The token with this word. Expired and revoked tokens have their own refusals.
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
    /// Whether it has one of these scopes.
    pub(super) fn has_one_of(&self, scopes: &[&str]) -> bool {
        self.scopes.iter().any(|scope| scopes.contains(scope))
    }
}
