//! An answer that is not what was asked for: who gave it, and the reason in their words. Shapes of Jira, Git Integration for
//! Jira, GitLab, and of the proxies, firewalls and login pages in front of them.

use crate::text::pasted::without_credentials;
use crate::text::short;

mod html;
mod json;

pub(crate) use json::{KEYS, words};

/// The most characters that a reason has.
const LONGEST: usize = 300;

/// How many bytes of a page are read.
const PAGE: usize = 20_000;

/// Who gave an answer, as far as it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    /// The server's own REST API: JSON, or a text that only it sends.
    #[default]
    Server,
    /// A proxy, firewall or load balancer: a page or text that the REST API does not send.
    Proxy,
    /// A page that asks for a user name and password, of the server or of a single sign-on.
    LoginPage,
}

/// What an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// Who says it.
    pub speaker: Speaker,
    /// In which words; empty if they say no more than the status does. At most 300 characters.
    pub words: String,
}

/// Texts without JSON that the servers' REST APIs send themselves, or that stand in their own pages of failures. One text,
/// because a list of texts is larger.
const OWN_TEXTS: &str = "XSRF check failed|Retry later|Basic Authentication Failure|AUTHENTICATION_DENIED|\
                         SessionTokenNotFoundException|Moved Permanently|Encountered a <code>|GitLab Logo";

/// Reads an answer. `content_type` may have parameters; `text` is the body.
pub fn read(content_type: &str, text: &str) -> Reason {
    let text = text.trim();
    let page = text.get(..text.floor_char_boundary(PAGE)).unwrap_or(text);
    let is_markup = content_type.contains("html") || text.starts_with('<');
    let (speaker, words) = match serde_json::from_str(text) {
        Ok(value) if !is_markup => (Speaker::Server, json::words(&value)),
        _ if is_markup && html::asks_for_password(page) => (Speaker::LoginPage, html::words(page)),
        _ => {
            let is_own =
                text.is_empty() || OWN_TEXTS.split('|').any(|own| page.contains(own)) || html::is_xml(page);
            let words = if is_markup { html::words(page) } else { page.to_owned() };
            let words = without_credentials(&words).unwrap_or(words);
            (if is_own { Speaker::Server } else { Speaker::Proxy }, words)
        }
    };
    Reason { speaker, words: short(&plain(&words), LONGEST) }
}

/// Without line breaks, and without a status in front: “403 Forbidden - Blocked” becomes “Blocked”, “403 Forbidden” nothing.
fn plain(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // As Tomcat says it.
    let words = match words.strip_prefix("HTTP Status ").or(words.strip_prefix("HTTP Error ")) {
        Some(rest) => rest.replace("– ", ""),
        None => words,
    };
    let rest = match words.split_once(' ') {
        Some((status, rest)) if is_status(status) => rest,
        _ if is_status(&words) => "",
        _ => &words,
    };
    // As IIS says it.
    let rest = rest.strip_prefix("- ").unwrap_or(rest);
    let (name, reason) = rest.split_once(" - ").unwrap_or((rest, ""));
    match STATUS_NAMES.split('|').any(|known| name.trim_end_matches('.').eq_ignore_ascii_case(known)) {
        true => reason.trim().to_owned(),
        false => rest.trim().to_owned(),
    }
}

fn is_status(word: &str) -> bool {
    let word = word.trim_end_matches([':', '.']);
    word.len() == 3 && word.starts_with(['3', '4', '5']) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What statuses are called: these words add nothing to the number.
const STATUS_NAMES: &str = "bad request|unauthorized|forbidden|not found|method not allowed|conflict|unprocessable entity|unprocessable content|too many requests|internal server error|bad gateway|service unavailable|service temporarily unavailable|gateway timeout|gateway time-out|error";
