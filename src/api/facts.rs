//! What happened on the wire, for a bug report: without secrets, and without the query, which may contain search words.

use patchbay_model::answer::{self, Reason};
use patchbay_model::text::short;
use std::fmt;

/// How much of what a server said is kept, in characters.
const LONGEST: usize = 600;

/// A request and its answer, as far as they may be passed on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// `PUT https://jira.example.com/rest/…`.
    request: String,
    /// `403 Forbidden · application/json`; empty when no answer came.
    answer: String,
    /// The server's own words, of an answer that is not a success; shortened.
    words: String,
    /// Who gave that answer, and the reason in it.
    reason: Box<Reason>,
}

impl Facts {
    /// A request that was not answered yet. The query of the address is left out.
    pub fn of(method: &str, address: &str) -> Self {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        Self { request: format!("{method} {address}"), ..Self::default() }
    }

    /// Adds the status line and the media type of the answer.
    pub fn answered(&mut self, status: u16, status_text: &str, content_type: &str) {
        self.answer = format!("{status} {status_text} · {content_type}");
    }

    /// The status of the answer; `None` when no answer came.
    pub fn status(&self) -> Option<u16> {
        self.answer.split(' ').next()?.parse().ok()
    }

    /// Whether a proxy answered because the server took too long for it.
    pub fn is_late(&self) -> bool {
        ["504 ", "524 "].iter().any(|status| self.answer.starts_with(status))
    }

    /// Who answered, and the reason that they gave.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// Adds what the server said. Any of `secrets` in it is replaced.
    pub fn said(&mut self, content_type: &str, words: &str, secrets: &[String]) {
        let mut words = words.to_owned();
        for secret in secrets {
            words = words.replace(secret.as_str(), "…");
        }
        *self.reason = answer::read(content_type, &words);
        self.words = short(&words.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST);
    }
}

/// One line each.
impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.request)?;
        [&self.answer, &self.words]
            .into_iter()
            .filter(|line| !line.is_empty())
            .try_for_each(|line| write!(f, "\n{line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(words: &str, secrets: &[&str]) -> String {
        let mut facts = Facts::of("PUT", "https://git.example.com/api?search=glpat-1#x");
        facts.answered(400, "Bad Request", "application/json");
        facts.said(
            "application/json",
            words,
            &secrets.iter().map(|secret| (*secret).to_owned()).collect::<Vec<_>>(),
        );
        facts.to_string()
    }

    #[test]
    fn tells_method_address_status_type_and_the_servers_words() {
        assert_eq!(
            facts("{\"error\":\n  \"no\"}", &[]),
            "PUT https://git.example.com/api\n400 Bad Request · application/json\n{\"error\": \"no\"}"
        );
        assert_eq!(Facts::of("GET", "https://a.b/c").to_string(), "GET https://a.b/c");
    }

    #[test]
    fn never_repeats_a_secret_and_keeps_short() {
        assert!(facts("token s3cret is wrong: s3cret", &["s3cret"]).ends_with("token … is wrong: …"));
        assert!(facts(&"x".repeat(5_000), &[]).chars().count() < LONGEST + 100);
    }
}
